$version: "1.0"
namespace old
set S { member: String }
@enum([{ value: "a", name: "A" }]) string E
structure X { @box b: Integer, p: PrimitiveBoolean, @idRef(failWhenMissing: true) e: E }
@aws.protocols#restJson1 service V { version: "1" }
bigDecimal D
apply V @suppress(["X"])
