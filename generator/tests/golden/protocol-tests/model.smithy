$version: "2.0"

namespace golden.tests

use aws.protocols#restJson1
use smithy.framework#ValidationException
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// Keeps boxes.
@restJson1
service Store {
    version: "1"
    operations: [PutBox, GetPicture, AddNote, PutPicture]
}

/// Puts something into a box.
@http(method: "PUT", uri: "/boxes/{id}")
@idempotent
@httpRequestTests([
    {
        id: "PutBoxWithEverything"
        documentation: "Every member travels."
        protocol: restJson1
        method: "PUT"
        uri: "/boxes/a%20b"
        queryParams: ["dry=true"]
        headers: { "X-Sizes": "1, 2", "Content-Type": "application/json" }
        forbidHeaders: ["X-Other"]
        body: """
            {"weight": "NaN", "what": {"book": {"title": "Moby-Dick"}}, "tags": {"k": "v"}, "when": 1.5}"""
        bodyMediaType: "application/json"
        params: {
            id: "a b"
            dry: true
            sizes: [1, 2]
            weight: "NaN"
            what: { book: { title: "Moby-Dick" } }
            tags: { k: "v" }
            when: 1.5
        }
    }
    {
        id: "OnlyForClients"
        protocol: restJson1
        method: "PUT"
        uri: "/boxes/x"
        params: { id: "x" }
        appliesTo: "client"
    }
])
@httpResponseTests([
    {
        id: "BoxIsThere"
        protocol: restJson1
        code: 200
        body: "{\"kind\": \"small\"}"
        bodyMediaType: "application/json"
        params: { kind: "small" }
    }
])
@httpMalformedRequestTests([
    {
        id: "NoSuchSize"
        documentation: "A size of $size:L is none."
        protocol: restJson1
        request: { method: "PUT", uri: "/boxes/x", headers: { "X-Sizes": "$size:L" } }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
        testParameters: { size: ["one", "1.5"] }
    }
    {
        id: "EmptyTitle"
        protocol: restJson1
        request: {
            method: "PUT"
            uri: "/boxes/x"
            headers: { "Content-Type": "application/json" }
            body: "{\"what\": {\"book\": {\"title\": \"\"}}}"
        }
        response: {
            code: 400
            body: { mediaType: "application/json", assertion: { messageRegex: "length 0 at '\\/what\\/book[^]title'" } }
        }
    }
    {
        id: "MessageBehindAnother"
        protocol: restJson1
        request: { method: "PUT", uri: "/boxes/x", headers: { "X-Sizes": "one" } }
        response: {
            code: 400
            body: { mediaType: "application/json", assertion: { messageRegex: "(?<=no) number" } }
        }
    }
    {
        id: "NoMethod"
        protocol: restJson1
        request: { method: "PO ST", uri: "/boxes/x" }
        response: { code: 400 }
    }
    {
        id: "NoPath"
        protocol: restJson1
        request: { method: "PUT", uri: "/boxes/x y" }
        response: { code: 400 }
    }
    {
        id: "NoHeader"
        protocol: restJson1
        request: { method: "PUT", uri: "/boxes/x", headers: { "a b": "c" } }
        response: { code: 400 }
    }
])
operation PutBox {
    input := {
        @required
        @httpLabel
        id: String

        @httpQuery("dry")
        dry: Boolean

        @httpHeader("X-Sizes")
        sizes: Sizes

        weight: Float

        what: What

        tags: Tags

        when: Timestamp
    }

    output := {
        kind: Kind
    }

    errors: [Full, ValidationException]
}

list Sizes {
    member: Integer
}

map Tags {
    key: String
    value: String
}

union What {
    book: Book
    nothing: Unit
}

structure Book {
    @length(min: 1)
    title: String
}

enum Kind {
    SMALL = "small"
}

/// There is no more room.
@error("client")
@httpError(409)
@httpResponseTests([
    {
        id: "BoxIsFull"
        protocol: restJson1
        code: 409
        headers: { "X-Amzn-Errortype": "Full" }
        body: "{\"room\": 0}"
        bodyMediaType: "application/json"
        params: { room: 0 }
    }
])
structure Full {
    room: Integer
}

/// A picture of a box.
@http(method: "GET", uri: "/picture")
@readonly
@httpResponseTests([
    {
        id: "Picture"
        protocol: restJson1
        code: 200
        headers: { "X-Width": "8" }
        body: "pixels"
        params: { width: 8, pixels: "pixels" }
    }
])
operation GetPicture {
    output := {
        @httpHeader("X-Width")
        width: Integer

        @httpPayload
        @default("")
        pixels: Pixels
    }
}

@streaming
blob Pixels

/// Writes a note down.
@http(method: "POST", uri: "/notes")
@httpRequestTests([
    {
        id: "NoteAndNothingOfItsBody"
        protocol: restJson1
        method: "POST"
        uri: "/notes"
        params: { text: "later" }
    }
])
@httpResponseTests([
    {
        id: "NumberAndNothingOfItsBody"
        protocol: restJson1
        code: 200
        params: { number: 1 }
    }
])
operation AddNote {
    input := {
        text: String
        copies: Integer = 1
        weight: Double = "NaN"
    }

    output := {
        number: Integer
    }
}

/// Hangs a picture up.
@http(method: "POST", uri: "/picture")
@httpRequestTests([
    {
        id: "PictureUp"
        protocol: restJson1
        method: "POST"
        uri: "/picture"
        body: "pixels"
        params: { pixels: "pixels" }
    }
])
operation PutPicture {
    input := {
        @httpPayload
        @default("")
        pixels: Pixels
    }
}
