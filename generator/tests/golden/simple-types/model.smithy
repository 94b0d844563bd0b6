$version: "2.0"

namespace golden.simple_types

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// One member of every simple type.
@http(method: "POST", uri: "/send")
operation Send {
    input: Simple
    output: Simple
}

structure Simple {
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
}
