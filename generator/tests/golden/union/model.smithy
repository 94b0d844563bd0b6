$version: "2.0"

namespace golden.union

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// A union of everything that a union can hold.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @required
        choice: Choice
    }
    output := {
        @required
        choice: Choice
    }
}

/// One of several.
union Choice {
    /// Text.
    text: String

    numbers: Numbers

    nothing: Unit

    @jsonName("other")
    again: Choice

    unknown: Blob
}

list Numbers {
    member: Integer
}
