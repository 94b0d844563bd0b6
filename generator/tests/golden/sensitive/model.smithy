$version: "2.0"

namespace golden.sensitive

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Sensitive members, targets, structures and unions.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        open: String
        password: Password
        card: Card
        either: Either
    }
    output: Card
}

@sensitive
string Password

@sensitive
structure Card {
    number: String

    @required
    owner: String
}

union Either {
    open: String
    closed: Password
}
