$version: "2.0"

// What lowering would not understand, and validators refuse before.
namespace golden.units
@aws.protocols#restJson1
service S { version: "1", operations: [O] }
@readonly @http(method: "GET", uri: "/")
operation O { output := {u: Unit, l: L, m: M} }
list L { member: Unit }
map M { key: String, value: Unit }
