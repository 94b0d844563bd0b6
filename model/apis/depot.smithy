$version: "2.0"

namespace depot

use aws.protocols#restJson1
use smithy.framework#ValidationException

/// Keeps objects of any size, which travel as streams.
@restJson1
@title("Depot")
service Depot {
    version: "2026-11-26"
    operations: [PutObject, GetObject, PutPart, Convert, ImportRecords, ImportLog]
    errors: [ValidationException]
}

/// Stores an object, in place of the one that has its key.
@idempotent
@http(method: "PUT", uri: "/objects/{key}", code: 200)
operation PutObject {
    input := with [Keyed] {
        @httpHeader("Content-Type")
        contentType: String

        @required
        @httpPayload
        body: ObjectBody
    }
    output := {
        @required
        size: Size
    }
}

/// Gives an object back.
@readonly
@http(method: "GET", uri: "/objects/{key}", code: 200)
operation GetObject {
    input := with [Keyed] {}
    output := {
        @httpHeader("Content-Type")
        contentType: String

        @required
        @httpPayload
        body: ObjectBody
    }
    errors: [NoSuchObject]
}

/// Stores part of an object. How long it is must be known before it is sent.
@idempotent
@http(method: "PUT", uri: "/objects/{key}/parts/{number}", code: 200)
operation PutPart {
    input := with [Keyed] {
        @required
        @httpLabel
        @range(min: 1, max: 10000)
        number: Integer

        @required
        @httpPayload
        body: PartBody
    }
    output := {
        @required
        size: Size
    }
}

/// Converts what it is sent, and answers while it is still being sent.
@http(method: "POST", uri: "/convert", code: 200)
operation Convert {
    input := {
        @required
        @httpPayload
        body: ObjectBody
    }
    output := {
        @required
        @httpPayload
        body: ObjectBody
    }
}

/// Takes many records at once, compressed if they are many.
@http(method: "POST", uri: "/records", code: 200)
@requestCompression(encodings: ["gzip"])
operation ImportRecords {
    input := {
        @required
        records: Records
    }
    output := {
        @required
        count: Integer
    }
}

/// Takes a log as it is written, compressed.
@http(method: "POST", uri: "/log", code: 200)
@requestCompression(encodings: ["gzip"])
operation ImportLog {
    input := {
        @required
        @httpPayload
        body: LogBody
    }
    output := {
        @required
        size: Size
    }
}

@mixin
structure Keyed {
    /// What the object is called.
    @required
    @httpLabel
    key: Key
}

@length(min: 1, max: 200)
@pattern("^[A-Za-z0-9_-][A-Za-z0-9._-]*$")
string Key

/// How many bytes there are.
@range(min: 0)
long Size

@streaming
blob ObjectBody

@mediaType("text/plain")
@streaming
blob LogBody

@requiresLength
@streaming
blob PartBody

list Records {
    member: Record
}

structure Record {
    @required
    name: String

    value: Double
}

/// There is no object of that name.
@error("client")
@httpError(404)
structure NoSuchObject {
    @required
    message: String
}
