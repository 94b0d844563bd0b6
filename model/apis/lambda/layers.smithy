$version: "2.0"

namespace com.amazonaws.lambda

/// Publishes an archive as the next version of a layer, and makes the layer if there is none of that
/// name yet.
///
/// Versions count from 1. A number is never given out twice, not even after its version is deleted.
@http(method: "POST", uri: "/2018-10-31/layers/{LayerName}/versions", code: 201)
operation PublishLayerVersion {
    input := {
        /// The layer: its name, or its ARN without a version.
        @required
        @httpLabel
        LayerName: LayerName

        /// A note about this version, up to 256 characters.
        Description: Description

        /// The archive, or where to fetch it.
        @required
        Content: LayerVersionContentInput

        /// Up to 15 runtimes that the layer is meant for. `ListLayerVersions` can filter by them;
        /// nothing stops a function with another runtime from using the layer.
        CompatibleRuntimes: CompatibleRuntimes

        /// The terms that the layer may be used under, in up to 512 characters: an SPDX identifier such
        /// as `Apache-2.0`, a link, or the text in full.
        LicenseInfo: LicenseInfo

        /// Up to two instruction sets that the layer is meant for.
        CompatibleArchitectures: CompatibleArchitectures
    }

    output := with [LayerVersionDetails] {}

    errors: [
        CodeStorageExceededException
        InvalidParameterValueException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Describes one version of a layer, and gives a link to its archive that works for ten minutes.
@readonly
@http(method: "GET", uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}", code: 200)
operation GetLayerVersion {
    input := with [LayerVersionTarget] {}

    output: LayerVersion

    errors: [
        InvalidParameterValueException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Does what `GetLayerVersion` does for a caller who has the version's ARN rather than the layer's
/// name and a number.
@readonly
@http(method: "GET", uri: "/2018-10-31/layers?find=LayerVersion", code: 200)
operation GetLayerVersionByArn {
    input := {
        /// ARN of the version: the layer's own, a colon, and the number.
        @required
        @httpQuery("Arn")
        Arn: LayerVersionArn
    }

    output: LayerVersion

    errors: [
        InvalidParameterValueException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Lists the versions of a layer, newest first, without those that were deleted. Both filters may be
/// given, and then both must hold.
@readonly
@paginated(inputToken: "Marker", outputToken: "NextMarker", items: "LayerVersions", pageSize: "MaxItems")
@http(method: "GET", uri: "/2018-10-31/layers/{LayerName}/versions", code: 200)
operation ListLayerVersions {
    input := {
        /// Leaves out versions that were not published for this runtime.
        @httpQuery("CompatibleRuntime")
        CompatibleRuntime: Runtime

        /// The layer: its name, or its ARN without a version.
        @required
        @httpLabel
        LayerName: LayerName

        /// Where to go on: the `NextMarker` of the answer before.
        @httpQuery("Marker")
        Marker: String

        /// The most versions to put into one answer, 1 to 50.
        @httpQuery("MaxItems")
        MaxItems: MaxLayerListItems

        /// Leaves out versions that were not published for this instruction set.
        @httpQuery("CompatibleArchitecture")
        CompatibleArchitecture: Architecture
    }

    output := {
        /// The `Marker` that fetches what follows; absent from the last page.
        NextMarker: String

        /// The versions.
        LayerVersions: LayerVersionsList
    }

    errors: [
        InvalidParameterValueException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Deletes one version of a layer, for good: it can no longer be read, nor added to a function.
/// Functions that have it already go on working. It is no error if there is no such version.
@idempotent
@http(method: "DELETE", uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}", code: 204)
operation DeleteLayerVersion {
    input := with [LayerVersionTarget] {}

    // AWS's own model leaves the first one out, yet it is the answer to a number below 1.
    errors: [
        InvalidParameterValueException
        ServiceException
        TooManyRequestsException
    ]
}

/// The layer version that an operation is about.
@mixin(localTraits: [documentation])
structure LayerVersionTarget {
    /// The layer: its name, or its ARN without a version.
    @required
    @httpLabel
    LayerName: LayerName

    /// The number of the version, from 1.
    @required
    @httpLabel
    VersionNumber: LayerVersionNumber
}

/// A version of a layer.
structure LayerVersion with [LayerVersionDetails] {}

/// What there is to know about a layer version.
@mixin(localTraits: [documentation])
structure LayerVersionDetails {
    /// The archive: its link, size and digest.
    Content: LayerVersionContentOutput

    /// ARN of the layer, without a version.
    LayerArn: LayerArn

    /// ARN of this version, which is what functions refer to.
    LayerVersionArn: LayerVersionArn

    /// The note that it was published with.
    Description: Description

    /// When it was published: ISO 8601 with milliseconds and offset, as in
    /// `2024-05-17T09:30:00.000+0000`.
    CreatedDate: IsoDateTime

    /// Its number.
    Version: LayerVersionNumber = 0

    /// The runtimes it is meant for.
    CompatibleRuntimes: CompatibleRuntimes

    /// The terms that it may be used under.
    LicenseInfo: LicenseInfo

    /// The instruction sets it is meant for.
    CompatibleArchitectures: CompatibleArchitectures
}

/// The archive of a new layer version: sent along in `ZipFile`, or named by its place in S3.
structure LayerVersionContentInput {
    /// The S3 bucket that holds the archive.
    S3Bucket: S3Bucket

    /// The archive's key in that bucket.
    S3Key: S3Key

    /// Which version of the S3 object to take, if the bucket keeps several; the newest if left out.
    S3ObjectVersion: S3ObjectVersion

    /// A ZIP archive, up to 50 MB. It travels as base64 inside the request's JSON.
    ZipFile: ZipArchive
}

/// The archive of a published layer version.
structure LayerVersionContentOutput {
    /// A presigned link to the archive, good for ten minutes.
    Location: String

    /// The archive's SHA-256 digest, in base64.
    CodeSha256: String

    /// The archive's size in bytes.
    CodeSize: Long = 0

    /// ARN of the profile that the archive is signed with, down to its version; absent if it is unsigned.
    SigningProfileVersionArn: String

    /// ARN of the job that signed the archive; absent if it is unsigned.
    SigningJobArn: String
}

/// A version of a layer, as lists show it: without its archive.
structure LayerVersionsListItem {
    /// ARN of the version, which is what functions refer to.
    LayerVersionArn: LayerVersionArn

    /// Its number.
    Version: LayerVersionNumber = 0

    /// The note that it was published with.
    Description: Description

    /// When it was published: ISO 8601 with milliseconds and offset, as in
    /// `2024-05-17T09:30:00.000+0000`.
    CreatedDate: IsoDateTime

    /// The runtimes it is meant for.
    CompatibleRuntimes: CompatibleRuntimes

    /// The terms that it may be used under.
    LicenseInfo: LicenseInfo

    /// The instruction sets it is meant for.
    CompatibleArchitectures: CompatibleArchitectures
}

/// Layer versions, newest first.
list LayerVersionsList {
    member: LayerVersionsListItem
}

/// The runtimes that a layer is meant for, up to 15.
@length(min: 0, max: 15)
list CompatibleRuntimes {
    member: Runtime
}

/// The instruction sets that a layer is meant for, up to 2.
@length(min: 0, max: 2)
list CompatibleArchitectures {
    member: Architecture
}

@length(min: 1, max: 140)
@pattern("^(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$")
string LayerName

@length(min: 1, max: 140)
@pattern("^arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+$")
string LayerArn

@length(min: 1, max: 140)
@pattern("^arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+$")
string LayerVersionArn

long LayerVersionNumber

@length(min: 0, max: 512)
string LicenseInfo

@range(min: 1, max: 50)
integer MaxLayerListItems
