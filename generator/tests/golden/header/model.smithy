$version: "2.0"

namespace golden.header

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [PutThing]
}

/// Puts a thing.
@idempotent
@http(method: "PUT", uri: "/things", code: 204)
operation PutThing {
    input := {
        @httpHeader("If-Match")
        ifMatch: String

        @required
        @httpHeader("X-Count")
        count: Long

        @httpHeader("X-Date")
        date: Timestamp

        @httpHeader("X-Labels")
        labels: Labels

        @httpHeader("X-Json")
        json: Json

        @httpPrefixHeaders("X-Meta-")
        metadata: Metadata
    }
    output := {
        @httpHeader("ETag")
        etag: String

        @httpPrefixHeaders("X-Meta-")
        metadata: Metadata

        @httpResponseCode
        status: Integer
    }
}

list Labels {
    member: String
}

@mediaType("application/json")
string Json

map Metadata {
    key: String
    value: String
}
