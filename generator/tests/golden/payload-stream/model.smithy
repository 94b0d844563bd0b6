$version: "2.0"

namespace golden.payload_stream

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Sends one, and gets one back.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @httpHeader("X-Name")
        name: String

        @required
        @httpPayload
        body: Data
    }
    output := {
        @required
        @httpPayload
        body: Data
    }
}

@streaming
blob Data
