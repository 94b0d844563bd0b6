$version: "2.0"

namespace golden.request_body

use aws.protocols#httpChecksum
use aws.protocols#restJson1

@restJson1
service Records {
    version: "1"
    operations: [Send, Stream, Sum, Offer]
}

/// Takes members in gzip, and what else the caller says it is in.
@http(method: "POST", uri: "/send")
@requestCompression(encodings: ["gzip"])
operation Send {
    input := {
        @httpHeader("Content-Encoding")
        encoding: String

        data: String
    }
}

/// Must be told how much there is.
@http(method: "POST", uri: "/stream")
operation Stream {
    input := {
        @required
        @httpPayload
        body: Finite
    }
}

/// Must carry a checksum.
@httpChecksumRequired
@httpChecksum(requestChecksumRequired: true, requestAlgorithmMember: "algorithm")
@http(method: "POST", uri: "/sum")
operation Sum {
    input := {
        @httpHeader("x-amz-sdk-checksum-algorithm")
        algorithm: Algorithm

        data: String
    }
}

/// May carry a checksum.
@httpChecksum(requestAlgorithmMember: "sum")
@http(method: "POST", uri: "/offer")
operation Offer {
    input := {
        @httpHeader("X-Sum")
        sum: Algorithm

        data: String
    }
}

enum Algorithm {
    CRC32
    SHA256
}

@requiresLength
@streaming
blob Finite
