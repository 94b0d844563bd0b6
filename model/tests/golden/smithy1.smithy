$version: "1.0"

namespace golden.one

use aws.protocols#restJson1

@restJson1
service One {
    version: "1",
    operations: [Do],
}

@http(method: "POST", uri: "/")
operation Do {
    input: DoInput,
}

structure DoInput {
    boxed: Integer,
    primitive: PrimitiveInteger,
    @box
    boxedHere: PrimitiveLong,
    custom: Custom,
    customBoxed: CustomBoxed,
    @range(min: 1)
    notZero: PrimitiveInteger,
    flag: PrimitiveBoolean,
    colour: Colour,
    unnamed: Unnamed,
    names: Names,
}

double Custom

@box
double CustomBoxed

@enum([
    { value: "red", name: "RED", documentation: "Like blood." },
    { value: "dark red", name: "DARK_RED", deprecated: true },
    { value: "secret", name: "SECRET", tags: ["internal"] },
])
string Colour

@enum([{ value: "a b" }, { value: " " }])
string Unnamed

set Names {
    member: String,
}
