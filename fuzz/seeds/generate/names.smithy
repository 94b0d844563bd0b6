$version: "2.0"
namespace n
use aws.protocols#restJson1
@restJson1 service Self { version: "1" operations: [Type, Client] }
/// [a](b) `c` ``` *d* <b>e</b> | # f
/// > 1. g - h
@http(method: "GET", uri: "/type/{self}") operation Type {
  input := { @required @httpLabel self: String, @httpQueryParams match: M }
  output := { @httpResponseCode r: Integer, @httpPrefixHeaders("x-") option: M, fn: Vec = []
    r_: F = 1.5
    async: E = "A"
    dyn: Big = 12345678901234567890
  } }
@http(method: "PUT", uri: "/client") operation Client { input := { @httpPayload none: U } }
map M { key: String value: String }
list Vec { member: Box }
@pattern("^(?=a)(\\w+)\\1$") string Box
float F
bigInteger Big
union U { str: String, Ok: Boolean, result: Unit, box: U2 }
structure U2 { u: U, @pattern("^[\\p{L}\\s-]*$") p: String, @range(min: 0.5) d: Double, v: Vec2 }
@uniqueItems list Vec2 { @length(min: 1) member: String }
enum E {
  A
  b
  _B = "b c"
  self = "s"
}
