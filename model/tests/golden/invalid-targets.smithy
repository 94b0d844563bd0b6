$version: "2.0"

// What lowering would not understand, and validators refuse before.
namespace golden.targets
@aws.protocols#restJson1
service S { version: "1", operations: [O, Str], resources: [O] }
@http(method: "POST", uri: "/")
operation O { input: In, output: L, errors: [NotError, L] }
intEnum Number {
    ONE = 1
}
map N { key: Number, value: String }
structure In { s: S, r: R, o: O, m: M }
structure NotError {}
structure Str {}
list L { member: String }
resource R {}
map M { key: Integer, value: String }
operation P { input: L }
