$version: "2.0"

metadata suppressions = [
    { id: "PatternTrait", namespace: "golden.shapes", reason: "Said on purpose." }
    { id: "EnumShape", namespace: "golden.elsewhere" }
]
metadata severityOverrides = [
    { id: "DeprecatedShape", namespace: "*", severity: "DANGER" }
]
metadata validators = [
    {
        name: "EmitEachSelector"
        id: "TooLong"
        message: "At most 100: {super}"
        severity: "WARNING"
        configuration: { selector: "[trait|length|max > 100]", messageTemplate: "@{trait|length|max}" }
    }
    {
        name: "EmitNoneSelector"
        id: "NoBlobs"
        configuration: { selector: "blob" }
    }
    { name: "NobodyKnowsIt" }
]

namespace golden.shapes

use aws.protocols#restJson1

@restJson1
service Shapes {
    version: "1"
    operations: [Send]
    rename: { "golden.shapes#Absent": "Present" }
}

string Absent

@http(method: "POST", uri: "/")
operation Send {
    input := {
        member: Bad
        member2: Deprecated
        circle: Circle
        endless: Endless
        colour: Colour
        @default(7)
        small: Small
        nothing: Unit
        Member: String
    }
}

/// Traits where they cannot be, with values that they cannot have.
@range(min: 1)
@length(min: 5, max: 2)
string Bad

@deprecated(since: "2")
@pattern("a")
string Deprecated

@length(max: 1000)
list Circle { member: Circle }

structure Endless {
    @required
    again: Endless
}

enum Colour {
    RED = "red"
    Blue = "red"
}

@range(max: 5.5)
integer Small

@trait(selector: "structure", conflicts: [error])
structure marked {
    @required
    by: Person

    @idRef(selector: "list", failWhenMissing: true)
    target: String

    numbers: Numbers
}

@length(min: 2)
string Person

@uniqueItems
list Numbers { member: Byte }

@marked(by: "x", target: "golden.shapes#Bad", numbers: [1, 300, 1], more: true)
@error("client")
structure Marked {}

@suppress(["TraitValue"])
@marked
structure Unmarked {}
