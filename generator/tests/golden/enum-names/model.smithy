$version: "2.0"

namespace golden.enum_names

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Values that are no identifiers, or clash.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        value: Odd
        text: OldStyle
    }
    output := {
        value: Odd
        text: OldStyle
    }
}

enum Odd {
    UNKNOWN = "Unknown"
    Unknown_value = "unknown"
    UNKNOWN_ = "UNKNOWN"
    Self = "self"
    type = "type"
    BLANK = " "
    V2 = "2"
}

@enum([
    { value: "nodejs20.x" }
    { value: "1" }
    { value: ">=" }
    { value: "a b" }
    { value: "A B" }
])
string OldStyle
