$version: "2.0"

namespace golden.no_members

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Ping, Wait]
}

/// Neither takes nor gives anything.
@http(method: "POST", uri: "/ping")
operation Ping {}

/// Takes and gives structures that may grow.
@http(method: "POST", uri: "/wait")
operation Wait {
    input := {}
    output := {}
}
