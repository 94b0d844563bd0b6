$version: "2.0"

namespace example.enums

use aws.protocols#restJson1

@restJson1
service Suits {
    version: "1"
    operations: [Draw]
}

@http(method: "POST", uri: "/draw")
operation Draw {
    input := {
        suit: Suit
        rank: Rank
    }
}

enum Suit {}

intEnum Rank {}
