$version: "2.0"

namespace com.amazonaws.lambda

/// A function: its working copy `$LATEST`, and the versions published from that.
resource Function {
    identifiers: {
        FunctionName: FunctionName
    }
    read: GetFunction
    delete: DeleteFunction
    // The caller chooses the name, and a second call is refused; so this is neither what Smithy
    // calls `create` nor what it calls `put`.
    operations: [
        CreateFunction
        UpdateFunctionCode
    ]
    resources: [
        FunctionVersion
    ]
}

/// Creates a function from a ZIP archive or a container image.
///
/// The role must already exist and must trust Lambda. A function made from an archive also needs
/// `Runtime` and `Handler`; one made from an image may have neither.
///
/// Setting a function up takes a while, longest when it joins a VPC. Until `State` turns from
/// `Pending` to `Active`, it can be neither invoked nor changed.
@http(method: "POST", uri: "/2015-03-31/functions", code: 201)
operation CreateFunction {
    input := for Function {
        /// What to call the function: a plain name of up to 64 characters, or an ARN, complete or
        /// partial, that ends in one.
        @required
        $FunctionName

        /// The language environment to run in. Needed with an archive, refused with an image.
        Runtime: Runtime

        /// ARN of the IAM role that the function acts as.
        @required
        Role: RoleArn

        /// Where in the code to start, in the form that the runtime expects: `index.handler` means
        /// `handler` in the file `index` for Node.js and Python. Needed with an archive.
        Handler: Handler

        /// The code itself, or where to fetch it.
        @required
        Code: FunctionCode

        /// A note for people, up to 256 characters.
        Description: Description

        /// How many seconds one invocation may take before it is cut off: 1 to 900, and 3 if left
        /// out.
        Timeout: Timeout

        /// Memory in MB, 128 to 10,240; 128 if left out. Processor time is granted in proportion.
        MemorySize: MemorySize

        /// Whether to publish version 1 right away.
        Publish: Boolean = false

        /// Subnets and security groups, for a function that must reach into a VPC.
        VpcConfig: VpcConfig

        /// Whether the code is an archive or an image; `Zip` if left out.
        PackageType: PackageType

        /// Where events go whose asynchronous processing failed for good.
        DeadLetterConfig: DeadLetterConfig

        /// Environment variables.
        Environment: Environment

        /// ARN of the KMS key that protects the function's environment variables, its unpacked code
        /// and its SnapStart snapshots. Left out, a key of Lambda's own does.
        KMSKeyArn: KMSKeyArn

        /// Whether X-Ray traces invocations.
        TracingConfig: TracingConfig

        /// Tags to put on the function.
        Tags: Tags

        /// ARNs of up to five layer versions, unpacked in this order, so that a later one overwrites
        /// the files of an earlier one.
        Layers: LayerList

        /// An EFS file system to mount.
        FileSystemConfigs: FileSystemConfigList

        /// Replacements for what an image's Dockerfile says about starting it.
        ImageConfig: ImageConfig

        /// ARN of the configuration that lists whose signatures the code must carry. Left out,
        /// unsigned code is fine.
        CodeSigningConfigArn: CodeSigningConfigArn

        /// The one instruction set that the code is built for; `x86_64` if left out.
        Architectures: ArchitecturesList

        /// Room under `/tmp`; 512 MB if left out.
        EphemeralStorage: EphemeralStorage

        /// Whether published versions start from a snapshot.
        SnapStart: SnapStart

        /// Which log lines are kept, in what form, and where.
        LoggingConfig: LoggingConfig
    }

    output: FunctionConfiguration

    errors: [
        CodeSigningConfigNotFoundException
        CodeStorageExceededException
        CodeVerificationFailedException
        InvalidCodeSignatureException
        InvalidParameterValueException
        ResourceConflictException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Replaces the code of a function's working copy. Published versions keep theirs.
///
/// The code must be of the same kind as before: an archive stays an archive, an image an image. While
/// the change is being rolled out, `LastUpdateStatus` is `InProgress` and invocations still get the
/// old code.
// A switch that is left out is off, and so nothing has to be told apart.
@suppress(["DefaultValueInUpdate"])
@http(method: "PUT", uri: "/2015-03-31/functions/{FunctionName}/code", code: 200)
operation UpdateFunctionCode {
    input := with [FunctionTarget, PackageSource] {
        /// Whether to publish a version from the new code, as `PublishVersion` would.
        Publish: Boolean = false

        /// Whether to check the request and the caller's permissions only, and change nothing.
        DryRun: Boolean = false

        /// The revision that the function must be at, or the call fails with a
        /// `PreconditionFailedException`. Guards against overwriting somebody else's change.
        RevisionId: String

        /// The one instruction set that the new code is built for; `x86_64` if left out.
        Architectures: ArchitecturesList

        /// ARN of the KMS key that the archive is encrypted with; a key of Lambda's own if left out.
        SourceKMSKeyArn: KMSKeyArn
    }

    output: FunctionConfiguration

    errors: [
        CodeSigningConfigNotFoundException
        CodeStorageExceededException
        CodeVerificationFailedException
        InvalidCodeSignatureException
        InvalidParameterValueException
        PreconditionFailedException
        ResourceConflictException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Describes a function, or one version of it, and says where its code can be downloaded. The link
/// works for ten minutes.
@readonly
@http(method: "GET", uri: "/2015-03-31/functions/{FunctionName}", code: 200)
operation GetFunction {
    input := {
        /// The function: its name, a partial ARN, or the whole ARN. Each form may end in `:` and a
        /// version or alias.
        @resourceIdentifier("FunctionName")
        @required
        @httpLabel
        FunctionName: NamespacedFunctionName

        /// The version or alias to describe; the working copy if left out.
        @httpQuery("Qualifier")
        Qualifier: Qualifier
    }

    output := {
        /// The settings.
        Configuration: FunctionConfiguration

        /// Where the code is.
        Code: FunctionCodeLocation

        /// The function's tags. Absent if the caller may not list them.
        Tags: Tags

        /// Why the tags could not be read, if so.
        TagsError: TagsError

        /// The concurrency set aside for the function; absent if there is none.
        Concurrency: Concurrency
    }

    errors: [
        InvalidParameterValueException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// Deletes a function with all its versions and aliases, or with `Qualifier` that version alone.
///
/// The working copy cannot be deleted by itself, nor can a version that an alias points to.
@idempotent
@http(method: "DELETE", uri: "/2015-03-31/functions/{FunctionName}", code: 204)
operation DeleteFunction {
    input := with [FunctionTarget] {
        /// The number of the version to delete. Left out, everything goes.
        @httpQuery("Qualifier")
        Qualifier: Qualifier
    }

    errors: [
        InvalidParameterValueException
        ResourceConflictException
        ResourceNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

/// The function that an operation is about.
@mixin(localTraits: [documentation])
structure FunctionTarget for Function {
    /// The function: its name (`resize`), a partial ARN (`123456789012:function:resize`), or the whole
    /// ARN. The name part has at most 64 characters.
    @required
    @httpLabel
    $FunctionName
}

/// The code of a new function: an archive sent along, an archive in S3, or an image. Give exactly one.
structure FunctionCode with [PackageSource] {
    /// ARN of the KMS key that the archive is encrypted with; a key of Lambda's own if left out.
    SourceKMSKeyArn: KMSKeyArn
}

/// The ways to hand over a function's code.
@mixin(localTraits: [documentation])
structure PackageSource {
    /// A ZIP archive, up to 50 MB. It travels as base64 inside the request's JSON.
    ZipFile: ZipArchive

    /// The S3 bucket that holds the archive. It must be in the function's region; the account may be
    /// another.
    S3Bucket: S3Bucket

    /// The archive's key in that bucket.
    S3Key: S3Key

    /// Which version of the S3 object to take, if the bucket keeps several; the newest if left out.
    S3ObjectVersion: S3ObjectVersion

    /// The image, as a URI in ECR with a tag or digest. For functions of package type `Image` only.
    ImageUri: String
}

/// Where a function's code can be had.
structure FunctionCodeLocation {
    /// What stores it: `S3` for archives, `ECR` for images.
    RepositoryType: String

    /// A presigned link to the archive, good for ten minutes.
    Location: String

    /// The image that the function was given.
    ImageUri: String

    /// The same image, pinned by its digest.
    ResolvedImageUri: String

    /// ARN of the KMS key that the archive is encrypted with, if it is not Lambda's own.
    SourceKMSKeyArn: String
}

/// Tags: values by key.
map Tags {
    key: TagKey
    value: TagValue
}

string TagKey

string TagValue

/// Says why a function's tags are missing from an answer.
structure TagsError {
    /// The error's name, which ends in `Exception`.
    @required
    ErrorCode: TagsErrorCode

    /// The error in words.
    @required
    Message: TagsErrorMessage
}

@length(min: 10, max: 21)
@pattern("^[A-Za-z]+Exception$")
string TagsErrorCode

@length(min: 84, max: 1000)
@pattern("^.*$")
string TagsErrorMessage

/// The share of the account's concurrency that belongs to one function.
structure Concurrency {
    /// How many invocations may run at once. They are always available, and never exceeded; 0 keeps
    /// the function from running at all.
    ReservedConcurrentExecutions: ReservedConcurrentExecutions
}

@range(min: 0)
integer ReservedConcurrentExecutions
