$version: "2.0"

// What lowering would not understand, and validators refuse before.
namespace golden.values
use smithy.test#httpRequestTests
use smithy.test#httpMalformedRequestTests
use smithy.test#httpResponseTests
@aws.protocols#restJson1
@aws.api#service(arnNamespace: "x")
@auth("x")
@title(1)
service S { version: "1", operations: [M1, M3, M4, U1, U3, U7, U8, U12, C1, H1, H2, RC1, RC2, P1, P2, P3, T1, T2, T3, T4, T6, T7, Q] }
@http(uri: "/m1")
operation M1 {}
@http(method: "", uri: "/m3")
operation M3 {}
@http(method: "POST")
operation M4 {}
@http(method: "POST", uri: 1)
operation U1 {}
@http(method: "POST", uri: "/a b")
operation U3 {}
@http(method: "POST", uri: "/x{a}")
operation U7 { input := { @required @httpLabel a: String } }
@http(method: "POST", uri: "/{a-b}")
operation U8 {}
@http(method: "POST", uri: "/q?a={b}")
operation U12 { input := { @required @httpLabel b: String } }
@http(method: "POST", uri: "/c", code: 99)
operation C1 { }
@endpoint(hostPrefix: 1)
@http(method: "POST", uri: "/h1")
operation H1 { }
@endpoint
@http(method: "POST", uri: "/h2")
operation H2 { }
@requestCompression(encodings: [])
@http(method: "POST", uri: "/rc1")
operation RC1 { }
@requestCompression(encodings: [1])
@http(method: "POST", uri: "/rc2")
operation RC2 { }
@paginated(inputToken: "a..b", outputToken: "t", items: "l")
@http(method: "POST", uri: "/p1")
operation P1 { input := { a: String } output := { t: String, l: L } }
@paginated(items: 1)
@http(method: "POST", uri: "/p2")
operation P2 { input := { a: String } output := { t: String, l: L } }
@paginated
@http(method: "POST", uri: "/p3")
operation P3 { input := { a: String } output := { t: String, l: L } }
@httpRequestTests([{ id: "t1", method: "POST", uri: "/" }])
@http(method: "POST", uri: "/t1")
operation T1 {}
@httpRequestTests([{ id: "t2", protocol: "aws.protocols#restJson1", method: "POST", uri: "/", appliesTo: "nobody" }])
@http(method: "POST", uri: "/t2")
operation T2 {}
@httpRequestTests([{ id: "t3", protocol: "aws.protocols#restJson1" }])
@http(method: "POST", uri: "/t3")
operation T3 {}
@httpResponseTests([{ id: "t4", protocol: "aws.protocols#restJson1", code: 1000 }])
@http(method: "POST", uri: "/t4")
operation T4 {}
@httpMalformedRequestTests([{ id: "t6", protocol: "aws.protocols#restJson1", request: { method: "POST", uri: "/" }, response: { code: 4, body: { mediaType: "a", assertion: {} } } }])
@http(method: "POST", uri: "/t6")
operation T6 { }
@error("nobody")
structure E1 {}
@error("client") @httpError("x")
structure E3 {}
@default("x")
string DS
list L { member: String }
enum En {
 A = "a"
 B = "a"
 }
enum En2 { A = 1
 }
intEnum In1 { A
 }
intEnum In2 { A = 9999999999
 B = "x"
 C = 1
 D = 1
 }
@enum([])
string Es
@enum([{name: "A"}, 1])
string Et
@enum("x")
string Eu
structure In {
 en: En, en2: En2, i1: In1, i2: In2, es: Es, et: Et, eu: Eu
 dt: Integer = "x"
 dc: DS = "y"
 dm: DS
 dl: L = ["a"]
 ds: St = {}
 @documentation(1) doc: String
 @pattern(1) pat: String
 @mediaType(1) mt: String
 @jsonName(1) jn: String
 @xmlName(1) xn: String
 @length(min: -1) l1: String
 @length(min: 1.5) l2: String
 @length l3: String
 @length(min: 3, max: 2) l4: String
 @range(min: "x") r1: Integer
 @range r2: Integer
 @range(min: 3, max: 2) r3: Integer
 @timestampFormat("x") tf: Timestamp
 @xmlNamespace(prefix: "x") xns: L
 @deprecated(message: 1) dep: String
 b: B
}
structure St {}
@input
structure B { a: String }
@http(method: "POST", uri: "/b")
operation Q { input: Bi }
structure Bi {
 @httpHeader("a") @httpQuery("b") both: String
 @httpQuery("") q: String
 @httpQuery(1) q1: String
 @httpHeader("") h1: String
 @httpPrefixHeaders(1) ph1: Map
}
map Map { key: String, value: String }
@http(method: "POST", uri: "/t7")
operation T7 { input := { i: In } errors: [E1, E3] }
