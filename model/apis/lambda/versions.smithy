$version: "2.0"

namespace com.amazonaws.lambda

/// A function as it was when somebody published it.
resource FunctionVersion {
    identifiers: {
        FunctionName: FunctionName
        Version: Version
    }
    create: PublishVersion
    list: ListVersionsByFunction
}

/// Freezes a function's working copy, code and settings, as its next version.
///
/// If nothing has changed since the last version, no new one is made, and the answer describes that
/// last version again. `CodeSha256` and `RevisionId` make sure that what gets published is what the
/// caller has in mind.
@http(method: "POST", uri: "/2015-03-31/functions/{FunctionName}/versions", code: 201)
operation PublishVersion {
    input := with [FunctionTarget] {
        /// The SHA-256 digest, in base64, that the working copy's archive must have; with another one,
        /// nothing is published and the call fails with an `InvalidParameterValueException`. Every
        /// answer that describes the function tells the digest.
        CodeSha256: String

        /// A note about the version, up to 256 characters. Left out, the version takes over the
        /// function's own.
        Description: Description

        /// The revision that the working copy must be at, or the call fails with a
        /// `PreconditionFailedException`. Unlike the digest, it also changes with the settings.
        RevisionId: String
    }

    output: FunctionConfiguration

    errors: [
        CodeStorageExceededException
        InvalidParameterValueException
        PreconditionFailedException
        ResourceConflictException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Lists a function's working copy and versions, at most 50 in one answer.
@readonly
@paginated(inputToken: "Marker", outputToken: "NextMarker", items: "Versions", pageSize: "MaxItems")
@http(method: "GET", uri: "/2015-03-31/functions/{FunctionName}/versions", code: 200)
operation ListVersionsByFunction {
    input := {
        /// The function: its name, a partial ARN, or the whole ARN.
        @resourceIdentifier("FunctionName")
        @required
        @httpLabel
        FunctionName: NamespacedFunctionName

        /// Where to go on: the `NextMarker` of the answer before.
        @httpQuery("Marker")
        Marker: String

        /// The most versions to put into one answer, 1 to 10,000. No answer holds more than 50, though,
        /// whatever is asked for.
        @httpQuery("MaxItems")
        MaxItems: MaxListItems
    }

    output := {
        /// The `Marker` that fetches what follows; absent from the last page.
        NextMarker: String

        /// The working copy (`$LATEST`) and the versions.
        Versions: FunctionList
    }

    errors: [
        InvalidParameterValueException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

@range(min: 1, max: 10000)
integer MaxListItems

/// Functions or versions, each with its settings.
list FunctionList {
    member: FunctionConfiguration
}
