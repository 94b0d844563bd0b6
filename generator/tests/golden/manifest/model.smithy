$version: "2.0"

namespace golden.manifest

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Ping, Listen]
}

/// Pings.
@http(method: "POST", uri: "/ping")
operation Ping {
    input := {
        text: String
    }
}

@http(method: "POST", uri: "/listen")
operation Listen {
    output := {
        @httpPayload
        events: Events
    }
}

@streaming
union Events {
    one: One
}

structure One {}
