$version: "2.0"

namespace golden.host_prefix

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Sends to a host of the account.
@http(method: "POST", uri: "/send")
@endpoint(hostPrefix: "{account}.data-")
@httpChecksumRequired
@deprecated(message: "send no more")
operation Send {
    input := {
        @required
        @hostLabel
        account: String

        @deprecated(message: "nobody reads it")
        old: String

        @idempotencyToken
        token: String
    }
}
