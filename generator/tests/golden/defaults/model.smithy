$version: "2.0"

namespace golden.defaults

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Defaults, and what cancels them.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        top: Integer = 7
        settings: Settings
    }
    output: Settings
}

structure Settings {
    number: Integer = 3
    zero: Integer = 0
    flag: Boolean = true
    text: String = "none"
    empty: String = ""
    list: Names = []
    map: NameMap = {}
    mode: Mode = "slow"
    when: Timestamp = 1
    blob: Blob = "aGk="
    document: Document = true
    double: Double = 1.5
    nothing: Double = "NaN"
    endless: Float = "-Infinity"
    precise: Timestamp = "1985-04-12T23:20:50.5Z"

    /// More than the type holds.
    beyond: Float = 1e39

    @clientOptional
    optional: Integer = 1

    @addedDefault
    added: Integer = 1

    cancelled: Count = null
}

@default(5)
integer Count

list Names {
    member: String
}

map NameMap {
    key: String
    value: String
}

enum Mode {
    SLOW = "slow"
    FAST = "fast"
}
