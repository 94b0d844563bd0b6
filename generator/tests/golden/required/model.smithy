$version: "2.0"

namespace golden.required

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// What is required, of every kind.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @required
        name: String

        @required
        inner: Inner

        @required
        @clientOptional
        optional: String

        @required
        @idempotencyToken
        token: String
    }
    output := {
        @required
        name: String

        @required
        inner: Inner

        @required
        @clientOptional
        optional: String
    }
}

structure Inner {
    @required
    list: Names

    @required
    again: Outer
}

structure Outer {
    @required
    count: Integer
}

list Names {
    member: String
}
