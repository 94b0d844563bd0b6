$version: "2.0"

namespace golden.bindings

use aws.auth#unsignedPayload
use aws.protocols#restJson1
use smithy.framework#ValidationException

@restJson1
service Bindings {
    version: "1"
    errors: [Overloaded, ValidationException]
    operations: [PutObject, Find, FindSpecial, Root, Chat, Watch]
}

/// Everything about requests and responses.
@http(method: "PUT", uri: "/buckets/{bucket}/{key+}/content?x=1&y")
@idempotent
@endpoint(hostPrefix: "{account}.data.")
@httpChecksumRequired
@unsignedPayload
operation PutObject {
    input := {
        @required
        @httpLabel
        bucket: String

        @required
        @httpLabel
        key: String

        @required
        @hostLabel
        account: String

        @httpQuery("list-type")
        listType: Integer

        @httpQueryParams
        others: Strings

        @httpHeader("X-Colours")
        colours: Colours

        @httpPrefixHeaders("x-meta-")
        meta: Metadata

        @httpPayload
        @required
        content: Content
    }

    output := {
        @httpResponseCode
        status: Integer

        @httpHeader("ETag")
        tag: String

        @httpPayload
        body: Body
    }

    errors: [NoSuchBucket]
}

@streaming
@requiresLength
blob Content

structure Body {
    size: Long
}

map Strings {
    key: String
    value: StringList
}

list StringList {
    member: String
}

enum Colour { RED, GREEN }

list Colours {
    member: Colour
}

map Metadata {
    key: String
    value: String
}

@readonly
@http(method: "GET", uri: "/find")
operation Find {}

@readonly
@http(method: "GET", uri: "/find?find=Special")
operation FindSpecial {
    output: Download
}

structure Download {
    @httpPayload
    @default("")
    data: Data
}

@streaming
blob Data

@idempotent
@http(method: "DELETE", uri: "/")
@deprecated(since: "3")
operation Root {}

@http(method: "POST", uri: "/chat/")
@requestCompression(encodings: ["gzip"])
operation Chat {
    input := {
        @httpPayload
        words: Words
    }
}

@http(method: "POST", uri: "/watch")
operation Watch {
    output := {
        @httpPayload
        events: Words
    }
}

@streaming
union Words {
    word: Word
    end: End
}

structure Word {
    @eventHeader
    language: String

    @eventPayload
    text: String
}

structure End {}

@error("client")
@httpError(404)
structure NoSuchBucket {
    message: String
}

@error("server")
@retryable(throttling: true)
structure Overloaded {
    @httpHeader("Retry-After")
    retryAfter: Integer
}
