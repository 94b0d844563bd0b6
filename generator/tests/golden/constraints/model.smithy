$version: "2.0"

namespace golden.constraints

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Every constraint, on members, targets, items, keys and values.
@http(method: "POST", uri: "/send/{label}")
operation Send {
    input := {
        @required
        @httpLabel
        @length(min: 1, max: 5)
        label: String

        @length(min: 2)
        text: Name

        @length(max: 10)
        blob: Blob

        @range(min: 1, max: 10)
        number: Integer

        @range(min: 0.5)
        double: Double

        @pattern("^[a-z]+$")
        pattern: String

        @pattern("(?<!x)$")
        lookBehind: String

        names: Names

        map: NameMap

        secret: Secret
    }
}

@length(min: 1, max: 64)
@pattern("^\\w+$")
string Name

@length(min: 1, max: 3)
@uniqueItems
list Names {
    member: Name
}

@length(max: 2)
map NameMap {
    key: Name

    @range(max: 9)
    value: Integer
}

@sensitive
@length(min: 8)
string Secret
