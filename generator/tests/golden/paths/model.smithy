$version: "2.0"

namespace example

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service Things {
    operations: [GetThing, Upload]
}

@readonly
@http(method: "GET", uri: "/thing")
@waitable(
    OrEquals: {
        acceptors: [
            { state: "success", matcher: { output: { path: "(x || y) == z", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    EqualsEquals: {
        acceptors: [
            { state: "success", matcher: { output: { path: "(s == t) == z", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsOr: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(bools, (x || y))", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    OrIsTrueAnd: {
        acceptors: [
            { state: "success", matcher: { output: { path: "((x || y) == `true`) && z", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotNotOrAnd: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(!(x || y)) && z", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    LessIsFalse: {
        acceptors: [
            { state: "success", matcher: { output: { path: "(n < `5`) == `false`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotLess: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(n < `5`)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    LessIsNull: {
        acceptors: [
            { state: "success", matcher: { output: { path: "(n < `5`) == `null`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    AndIsFalse: {
        acceptors: [
            { state: "success", matcher: { output: { path: "(x && y) == `false`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    AndOfNull: {
        acceptors: [
            { state: "success", matcher: { output: { path: "(x && optb) == y", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotOrOfNull: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(x || optb)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    LengthsEqual: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(lines) == length(strs)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    LengthOfTexts: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(s) > length(opt)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    BlockEquals: {
        acceptors: [
            { state: "success", matcher: { output: { path: "line | (flag && flag2) == flag2", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    BlockInBlock: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[0].parts | (length(@) > `1` && contains([].name, 'a')) == `true`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    BlockAnd: {
        acceptors: [
            { state: "success", matcher: { output: { path: "line | (parts | length(@) == `1`) && flag", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsTwice: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].state | contains(@, 'a') || contains(@, 'b')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    IndexTwice: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].state | [@[0], @[1]]", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    ValuesTwice: {
        acceptors: [
            { state: "success", matcher: { output: { path: "values(m) | contains(@, 'a') && contains(@, 'b')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ItemTwice: {
        acceptors: [
            { state: "success", matcher: { output: { path: "[lines[].state, lines[].t][*].[@[0], @[1]][]", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    WholeTwice: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].state | [@, @][] | length(@) == `4`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotContains: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!contains(a, 'x')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotLonger: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(length(a) > `0`)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsUnequal: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(a, 'x') != optb", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsOrFlag: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(a, 'x') || optb", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    FlagOrContains: {
        acceptors: [
            { state: "success", matcher: { output: { path: "optb || contains(a, 'x')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotPiped: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(a | contains(@, 'x'))", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotPipedTwice: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(a | @ | length(@) == `1`)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    PipedOr: {
        acceptors: [
            { state: "success", matcher: { output: { path: "a | contains(@, 'x') || contains(@, 'y')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotNullPiped: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(optline | flag && length(parts) > `0`)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsContains: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(bools, contains(a, 'x'))", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    LongerIsNull: {
        acceptors: [
            { state: "success", matcher: { output: { path: "(length(a) > n) == `null`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    LessThanLength: {
        acceptors: [
            { state: "success", matcher: { output: { path: "n < length(a)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    StableLines: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(lines[?!(length(parts) == `1` && flag == flag2)]) == `0`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    FilterEnds: {
        acceptors: [
            { state: "success", matcher: { output: { path: "optlines[?length(parts) > `0`].state", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    NotFilterEnds: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!(optlines[?length(parts) > `0`])", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    LongParts: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(lines[].[length(parts) >= wanted][], `false`)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    EachEnds: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].parts.length(@) | length(@) == `2`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    EachStarts: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(lines[].starts_with(t, 'a')) == `2`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotValues: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!values(m)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotKeys: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!keys(m)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsStructure: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(lines, line)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsUnion: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(unions, union)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    ContainsBlob: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(unions, blob)", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    SeveralTypes: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length([blob, union]) == `2`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotStructure: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!line", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotOptional: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!optline", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotNumber: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!number", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    TextIsNull: {
        acceptors: [
            { state: "success", matcher: { output: { path: "s == `null`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    TextIsNotNull: {
        acceptors: [
            { state: "success", matcher: { output: { path: "s != `null` && x", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NullItems: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[?state == `null`].state", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    AllItems: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[?`true`].state", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    Constants: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].[`true`] | length(@) == `2`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotText: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!s", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NotList: {
        acceptors: [
            { state: "success", matcher: { output: { path: "!bools", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    OptionalTime: {
        acceptors: [
            { state: "success", matcher: { output: { path: "time != `null`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NegativeNumber: {
        acceptors: [
            { state: "success", matcher: { output: { path: "n == `-1`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    Float: {
        acceptors: [
            { state: "success", matcher: { output: { path: "f >= `-3`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    MapValues: {
        acceptors: [
            { state: "success", matcher: { output: { path: "m.*", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    AllValues: {
        acceptors: [
            { state: "success", matcher: { output: { path: "values(m)", comparator: "allStringEquals", expected: "a" } } }
        ]
    }
    Keys: {
        acceptors: [
            { state: "success", matcher: { output: { path: "keys(m)", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    KeyAt: {
        acceptors: [
            { state: "success", matcher: { output: { path: "keys(m)[0]", comparator: "stringEquals", expected: "a" } } }
        ]
    }
    KeysHave: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(keys(m), 'a')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    FromEnd: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[-2].state", comparator: "stringEquals", expected: "a" } } }
        ]
    }
    Places: {
        acceptors: [
            { state: "success", matcher: { output: { path: "nested[0].nested[-1].nested[1].name", comparator: "stringEquals", expected: "a" } } }
        ]
    }
    Pairs: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].[state, t][]", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    Nested: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[?contains(parts[].name, 'a') && !flag].state | [0]", comparator: "stringEquals", expected: "a" } } }
        ]
    }
    Enums: {
        acceptors: [
            { state: "success", matcher: { output: { path: "enums", comparator: "anyStringEquals", expected: "A" } } }
        ]
    }
    Sparse: {
        acceptors: [
            { state: "success", matcher: { output: { path: "sparse", comparator: "anyStringEquals", expected: "A" } } }
        ]
    }
    SparseHas: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(sparse, 'A')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    EnumEquals: {
        acceptors: [
            { state: "success", matcher: { output: { path: "letter == 'A' && letter2 == letter", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    IntEnum: {
        acceptors: [
            { state: "success", matcher: { output: { path: "one == `1`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    FirstName: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].parts[].name | [0]", comparator: "stringEquals", expected: "a" } } }
        ]
    }
    Starts: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[?starts_with(state, 'a')].t", comparator: "anyStringEquals", expected: "b" } } }
        ]
    }
    LongEnough: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(lines[?flag]) > `0`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    NoTexts: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(lines[].t) == `0`", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    TextHas: {
        acceptors: [
            { state: "success", matcher: { output: { path: "contains(s, 'abc')", comparator: "booleanEquals", expected: "true" } } }
        ]
    }
    Deep: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[*].parts[*].name[]", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    Filters: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[?parts[?name == 'a']].state", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    FirstParts: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[].parts[0].name", comparator: "allStringEquals", expected: "a" } } }
        ]
    }
    Several: {
        acceptors: [
            { state: "success", matcher: { output: { path: "[strs, strs2][]", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
    Slice: {
        acceptors: [
            { state: "success", matcher: { output: { path: "lines[0:2].state", comparator: "anyStringEquals", expected: "a" } } }
        ]
    }
)
operation GetThing {
    output: Thing
}

@http(method: "POST", uri: "/upload")
@paginated(inputToken: "token", outputToken: "token", items: "strings")
@waitable(
    Uploaded: {
        acceptors: [
            { state: "success", matcher: { output: { path: "strings", comparator: "anyStringEquals", expected: "done" } } }
        ]
    }
)
operation Upload {
    input := {
        @httpQuery("token")
        token: String

        @required
        @httpPayload
        data: Data
    }
    output := {
        token: String
        strings: Strings
    }
}

@streaming
blob Data

structure Thing {
    @required
    x: Boolean

    @required
    y: Boolean

    @required
    z: Boolean

    @required
    s: String

    @required
    t: String

    @required
    number: Integer

    @required
    bools: Bools

    @required
    lines: Lines

    @required
    line: Line

    @required
    nested: NestedList

    a: Strings
    optb: Boolean
    opt: String
    optline: Line
    optlines: Lines
    n: Integer
    f: Float
    m: StringMap
    strs: Strings
    strs2: Strings
    enums: Enums
    sparse: SparseEnums
    one: One
    letter: Letter
    letter2: Letter
    time: Timestamp
    blob: Blob
    union: Either
    unions: Eithers
}

list Bools {
    member: Boolean
}

list Lines {
    member: Line
}

structure Line {
    @required
    state: String

    t: String
    flag: Boolean
    flag2: Boolean
    wanted: Integer
    parts: Parts
}

list Parts {
    member: Part
}

structure Part {
    name: String
}

list NestedList {
    member: Nested
}

structure Nested {
    @required
    nested: NestedList

    @required
    name: String
}

list Strings {
    member: String
}

map StringMap {
    key: String
    value: String
}

enum Letter {
    A
    B
}

list Enums {
    member: Letter
}

@sparse
list SparseEnums {
    member: Letter
}

intEnum One {
    ONE = 1
}

union Either {
    text: String
    number: Integer
}

list Eithers {
    member: Either
}
