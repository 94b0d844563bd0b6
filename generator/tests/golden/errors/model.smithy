$version: "2.0"

namespace golden.errors

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send, Receive]
}

/// Sends.
@http(method: "POST", uri: "/send")
operation Send {
    input: Unit
    output: Unit
    errors: [NotThere, Busy, Broken]
}

/// Receives.
@http(method: "GET", uri: "/receive")
@readonly
operation Receive {
    output := {
        @httpPayload
        message: String
    }
    errors: [NotThere]
}

/// There is none of that name.
@error("client")
@httpError(404)
structure NotThere {
    @required
    message: String

    name: String
}

/// Come back later.
@error("client")
@httpError(429)
@retryable(throttling: true)
structure Busy {
    @httpHeader("Retry-After")
    retryAfter: Integer

    Message: String
}

@error("server")
structure Broken {}
