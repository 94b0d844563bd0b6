$version: "2.0"

// Paths that none can be.
namespace golden.paths

use aws.protocols#restJson1

@restJson1
service S {
    version: "1"
    operations: [
        Fragment, Relative, Empty, Up, Twice, NoName, LiteralTwice
    ]
}

@http(method: "POST", uri: "/a#b")
operation Fragment {}

@http(method: "POST", uri: "relative")
operation Relative {}

@http(method: "POST", uri: "/a//b")
operation Empty {}

@http(method: "POST", uri: "/a/../b")
operation Up {}

@http(method: "POST", uri: "/twice/{a}/{a}")
operation Twice {
    input := {
        @required
        @httpLabel
        a: String
    }
}

@http(method: "POST", uri: "/no-name?&")
operation NoName {}

@http(method: "POST", uri: "/literal-twice?a&a=b")
operation LiteralTwice {}
