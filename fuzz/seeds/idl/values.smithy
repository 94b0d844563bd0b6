$version: "2"
namespace a.b
// every kind of value
@documentation("\"\\\/\b\f\n\r\t\u00e9")
@tags([])
@trait(selector: ":test(structure > member, list)", structurallyExclusive: "member")
structure t {
    a: Integer = -1
    b: Double = 1.5e-3
    c: Boolean = false
    d: Document = null
    e: L = []
}
@t(a: 1, b: 2.0E+10, c: true, d: {"x": [null, {y: "z"}]}) @sparse
list L { @range(min: -1, max: 2) member: PrimitiveInteger }
apply L @deprecated(message: """
    a""b\
    c""", since: "1")
@aws.protocols#restJson1 service V { version: "1" }
