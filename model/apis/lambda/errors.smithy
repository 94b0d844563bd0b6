$version: "2.0"

namespace com.amazonaws.lambda

// Lambda's errors do not agree on how to spell the member that holds the text: some say `message`,
// some `Message`. That is how it travels, so that is how it is written down here.

/// The members of errors that spell it `message`.
@mixin(localTraits: [documentation])
structure ErrorMembers {
    /// Who is at fault: `User` means the caller.
    Type: String

    /// What went wrong, in words.
    message: String
}

/// The members of errors that spell it `Message`.
@mixin(localTraits: [documentation])
structure CapitalizedErrorMembers {
    /// Who is at fault: `User` means the caller.
    Type: String

    /// What went wrong, in words.
    Message: String
}

/// There is no code signing configuration with this ARN.
@error("client")
@httpError(404)
structure CodeSigningConfigNotFoundException with [CapitalizedErrorMembers] {}

/// The code of all functions, versions and layers together would no longer fit into the account's
/// quota. Deleting old versions makes room.
@error("client")
@httpError(400)
structure CodeStorageExceededException with [ErrorMembers] {}

/// The code's signature has expired, was revoked, or is not by a publisher whom the function's code
/// signing configuration allows; and that configuration says to refuse such code.
@error("client")
@httpError(400)
structure CodeVerificationFailedException with [CapitalizedErrorMembers] {}

/// The code is not what was signed. Unlike other flaws of a signature, this one is never let through.
@error("client")
@httpError(400)
structure InvalidCodeSignatureException with [CapitalizedErrorMembers] {}

/// The request breaks a rule that goes beyond the form of its members; the text says which.
@error("client")
@httpError(400)
structure InvalidParameterValueException with [ErrorMembers] {}

/// The function is no longer at the revision that the request names in `RevisionId`. Read it again,
/// and decide anew.
@error("client")
@httpError(412)
structure PreconditionFailedException with [ErrorMembers] {}

/// The name is taken, or the function is still busy with an earlier request.
@error("client")
@httpError(409)
structure ResourceConflictException with [ErrorMembers] {}

/// There is no such function, version or layer.
@error("client")
@httpError(404)
structure ResourceNotFoundException with [CapitalizedErrorMembers] {}

/// Something broke inside Lambda. The request may be sent again.
@error("server")
@httpError(500)
structure ServiceException with [CapitalizedErrorMembers] {}

/// Requests come faster than the account or the function allows. The same request works later.
@error("client")
@httpError(429)
structure TooManyRequestsException {
    /// How many seconds to wait before the next attempt.
    @httpHeader("Retry-After")
    retryAfterSeconds: String

    /// Who is at fault: `User` means the caller.
    Type: String

    /// What went wrong, in words.
    message: String

    /// Which limit was hit.
    Reason: ThrottleReason
}

/// The limits that make Lambda turn requests away.
enum ThrottleReason {
    /// As many invocations are running as the account may have at a time.
    CONCURRENT_INVOCATION_LIMIT_EXCEEDED = "ConcurrentInvocationLimitExceeded"

    /// The account starts more invocations a second than it may.
    FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED = "FunctionInvocationRateLimitExceeded"

    /// As many invocations are running as are set aside for the function.
    RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED = "ReservedFunctionConcurrentInvocationLimitExceeded"

    /// The function starts more invocations a second than what is set aside for it admits.
    RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED = "ReservedFunctionInvocationRateLimitExceeded"

    /// The caller makes more API calls a second than allowed.
    CALLER_RATE_LIMIT_EXCEEDED = "CallerRateLimitExceeded"

    /// Too many SnapStart snapshots are being taken at once.
    CONCURRENT_SNAPSHOT_CREATE_LIMIT_EXCEEDED = "ConcurrentSnapshotCreateLimitExceeded"
}
