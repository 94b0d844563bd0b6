$version: "2.0"

namespace farrier.kinds

use aws.protocols#restJson1

/// Values of every kind in bodies, payloads, headers, queries and labels, one in the host's name, and defaults: what the tests send
/// to and fro. In headers and queries, lists are of booleans, integers, floats, texts, enums and times. Streams are the depot's.
@restJson1
@title("Kinds")
service Kinds {
    version: "1"
    operations: [
        Bodies
        Headers
        Queries
        QueryMaps
        QueryStrings
        Labels
        Hosts
        Defaults
        BlobPayload
        TextPayload
        EnumPayload
        StructurePayload
        UnionPayload
        DocumentPayload
        Statuses
    ]
    errors: [
        Refused
        Broken
    ]
}

/// Values in a body.
@http(method: "POST", uri: "/bodies")
operation Bodies {
    input := with [Everything] {}
    output := with [Everything] {}
}

/// Values in headers.
@idempotent
@http(method: "PUT", uri: "/headers")
operation Headers {
    input := with [HeaderValues] {}
    output := with [HeaderValues] {}
}

/// Values in the query.
@readonly
@http(method: "GET", uri: "/queries?kind=one")
operation Queries {
    input := {
        @httpQuery("boolean")
        boolean: Boolean

        @httpQuery("byte")
        byte: Byte

        @httpQuery("short")
        short: Short

        @httpQuery("integer")
        integer: Integer

        @httpQuery("long")
        long: Long

        @httpQuery("float")
        float: Float

        @httpQuery("double")
        double: Double

        @httpQuery("string")
        string: String

        @httpQuery("enum")
        enum: Suit

        @httpQuery("int-enum")
        intEnum: Rank

        @httpQuery("date time")
        dateTime: Timestamp

        @httpQuery("epoch&seconds")
        epochSeconds: EpochSeconds

        @httpQuery("http=date")
        httpDate: HttpDate

        @httpQuery("strings")
        strings: Strings

        @httpQuery("integers")
        integers: Integers

        @httpQuery("booleans")
        booleans: Booleans

        @httpQuery("floats")
        floats: Floats

        @httpQuery("suits")
        suits: Suits

        @httpQuery("ranks")
        ranks: Ranks

        @httpQuery("times")
        times: HttpDates

        @httpQuery("date-times")
        dateTimes: DateTimes

        @httpQuery("epochs")
        epochs: Epochs
    }
}

/// Parameters that no member has.
@readonly
@http(method: "GET", uri: "/query-maps")
operation QueryMaps {
    input := {
        @httpQuery("own")
        own: String

        @httpQueryParams
        others: StringLists
    }
}

/// Parameters of one value each that no member has.
@readonly
@http(method: "GET", uri: "/query-strings")
operation QueryStrings {
    input := {
        @httpQuery("own")
        own: String

        @httpQueryParams
        others: StringMap
    }
}

/// Values in the path.
@idempotent
@http(method: "DELETE", uri: "/labels/{boolean}/{byte}/{short}/{integer}/{long}/{float}/{double}/{string}/{enum}/{intEnum}/{time}/{epochSeconds}/{httpDate}/{rest+}/end")
operation Labels {
    input := {
        @required
        @httpLabel
        boolean: Boolean

        @required
        @httpLabel
        byte: Byte

        @required
        @httpLabel
        short: Short

        @required
        @httpLabel
        integer: Integer

        @required
        @httpLabel
        long: Long

        @required
        @httpLabel
        float: Float

        @required
        @httpLabel
        double: Double

        @required
        @httpLabel
        string: String

        @required
        @httpLabel
        enum: Suit

        @required
        @httpLabel
        intEnum: Rank

        @required
        @httpLabel
        time: Timestamp

        @required
        @httpLabel
        epochSeconds: EpochSeconds

        @required
        @httpLabel
        httpDate: HttpDate

        @required
        @httpLabel
        rest: String
    }
}

/// A value in the name of the host.
@http(method: "POST", uri: "/hosts")
@endpoint(hostPrefix: "kinds-{host}.")
operation Hosts {
    input := {
        @required
        @hostLabel
        host: String

        name: String
    }
}

/// Values that are taken for said where nobody says them.
@http(method: "POST", uri: "/defaults")
operation Defaults {
    input := with [DefaultValues] {
        @httpQuery("query")
        query: String = "asked"

        @httpQuery("rank")
        queryRank: Rank = 1
    }

    output := with [DefaultValues] {}
}

/// Bytes as the body.
@http(method: "POST", uri: "/payload/blob")
operation BlobPayload {
    input := with [BlobBody] {}
    output := with [BlobBody] {}
}

/// Text as the body.
@http(method: "POST", uri: "/payload/text")
operation TextPayload {
    input := with [TextBody] {}
    output := with [TextBody] {}
}

/// An enum's value as the body.
@http(method: "POST", uri: "/payload/enum")
operation EnumPayload {
    input := with [EnumBody] {}
    output := with [EnumBody] {}
}

/// A structure as the body.
@http(method: "POST", uri: "/payload/structure")
operation StructurePayload {
    input := with [StructureBody] {}
    output := with [StructureBody] {}
}

/// A union as the body.
@http(method: "POST", uri: "/payload/union")
operation UnionPayload {
    input := with [UnionBody] {}
    output := with [UnionBody] {}
}

/// Anything as the body.
@http(method: "POST", uri: "/payload/document")
operation DocumentPayload {
    input := with [DocumentBody] {}
    output := with [DocumentBody] {}
}

/// A status that the service chooses.
@http(method: "POST", uri: "/statuses")
operation Statuses {
    input := {
        name: String
    }

    output := {
        @required
        @httpResponseCode
        status: Integer

        name: String
    }
}
