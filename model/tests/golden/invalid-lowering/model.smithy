$version: "2.0"

// What Smithy's validators pass, and nothing can be generated from.
namespace golden.lowering

use aws.protocols#restJson1
use smithy.test#httpMalformedRequestTests

@restJson1
service S {
    version: "1"
    operations: [
        Method, Greedy, Tests, Headers, Kinds
    ]
}

@http(method: "G T", uri: "/method")
operation Method {}

@http(method: "POST", uri: "/greedy/{a+}/{b}")
operation Greedy {
    input := {
        @required
        @httpLabel
        a: String

        @required
        @httpLabel
        b: String
    }
}

@http(method: "POST", uri: "/tests")
@httpMalformedRequestTests([
    {
        id: "Uneven"
        protocol: restJson1
        request: { method: "POST", uri: "/tests" }
        response: { code: 400 }
        testParameters: { one: ["a"], two: ["b", "c"] }
    }
])
operation Tests {
    errors: [NoError]
}

@error("client")
@httpError(200)
structure NoError {}

@http(method: "POST", uri: "/headers")
operation Headers {
    input := {
        @httpHeader("a b")
        header: String

        @httpPrefixHeaders("c d")
        headers: Map
    }
}

map Map {
    key: String
    value: String
}

@http(method: "POST", uri: "/kinds")
operation Kinds {
    input := {
        own: Kind
        other: golden.elsewhere#Kind
        documentation: smithy.api#documentation
        nothing: Nothing
    }
}

union Nothing {}

@enum([{ value: "a" }])
string Kind
