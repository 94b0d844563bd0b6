$version: "2.0"

namespace golden.shapes

use aws.protocols#restJson1

/// Every type that a member can have.
@restJson1
@title("Shapes & \"sizes\"")
service Shapes {
    version: "2024-05-01"
    operations: [Everything]
}

@http(method: "POST", uri: "/everything", code: 202)
operation Everything {
    input: EverythingInput
    output: Empty
}

structure Empty {}

@input
structure EverythingInput {
    blob: Blob
    boolean: Boolean
    string: String
    byte: Byte
    short: Short
    integer: Integer
    long: Long
    float: Float
    double: Double
    bigInteger: BigInteger
    bigDecimal: BigDecimal
    timestamp: Timestamp
    document: Document

    /// Overrides the documentation of its target.
    @length(max: 5)
    name: Name

    plainName: Name

    secret: Secret

    at: Date

    @timestampFormat("epoch-seconds")
    since: Date

    @required
    @clientOptional
    colour: Colour

    level: Level = 10
    count: Count = 3
    uncounted: Count = null
    added: PrimitiveBoolean = false

    @addedDefault
    @default("x")
    later: String

    @idempotencyToken
    token: String

    @deprecated(message: "Use `name`.", since: "2.1")
    old: String

    /// Old itself.
    @deprecated
    older: OldString

    picture: Picture
    tags: Tags = []
    unique: UniqueNames
    holes: Holes
    attributes: Attributes = {}
    byColour: ByColour
    choice: Choice
    tree: Tree

    @jsonName("json-name")
    renamed: String

    @xmlName("x:named")
    @xmlNamespace(uri: "http://example.com/x", prefix: "x")
    xml: String

    @xmlAttribute
    attribute: String

    @xmlFlattened
    @xmlNamespace(uri: "http://example.com/")
    flat: Tags

    percent: Percent
}

/// A name.
@length(min: 1, max: 64)
@pattern("^[a-z]+$")
string Name

@sensitive
string Secret

@timestampFormat("http-date")
timestamp Date

enum Colour {
    /// Like blood.
    RED = "red"
    GREEN = "green"

    @deprecated
    BLUE

    @internal
    ULTRAVIOLET = "uv"

    @tags(["internal"])
    INFRARED = "ir"

    BLANK = " "
}

intEnum Level {
    LOW = 10
    HIGH = -20
}

@default(3)
@range(min: 1)
integer Count

@deprecated(message: "Gone.")
string OldString

@mediaType("image/png")
@length(max: 1048576)
blob Picture

list Tags {
    @length(min: 2)
    member: Name
}

@uniqueItems
@length(min: 1, max: 9)
list UniqueNames {
    member: String
}

@sparse
list Holes {
    member: Integer
}

@length(max: 3)
map Attributes {
    @pattern("^k.*$")
    key: Name
    value: Tags
}

@sparse
map ByColour {
    key: Colour
    value: Document
}

/// One of them.
@sensitive
union Choice {
    nothing: Unit
    text: String
    number: Double
    again: Choice
}

structure Tree {
    @required
    value: String
    left: Tree
    right: Tree
    children: Forest
}

list Forest {
    member: Tree
}

@range(min: 0, max: 99.5)
float Percent

/// Nothing reaches this.
structure Unreached {
    name: Name
}
