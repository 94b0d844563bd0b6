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

/// The caller's fault, in headers and in the body.
@error("client")
@httpError(418)
structure Refused {
    @required
    message: String

    @httpHeader("X-Times")
    times: HttpDates

    @httpPrefixHeaders("X-Reason-")
    reasons: StringMap

    tree: Tree
}

/// The service's fault.
@error("server")
structure Broken {
    suit: Suit
    document: Document
}

@mixin
structure Everything {
    boolean: Boolean
    byte: Byte
    short: Short
    integer: Integer
    long: Long
    float: Float
    double: Double
    bigInteger: BigInteger
    bigDecimal: BigDecimal

    @jsonName("a \"string\"")
    string: String

    enum: Suit
    intEnum: Rank
    blob: Blob
    document: Document
    time: Timestamp
    dateTime: DateTime
    epochSeconds: EpochSeconds
    httpDate: HttpDate
    strings: Strings
    sparseStrings: SparseStrings
    booleans: Booleans
    integers: Integers
    floats: Floats
    suits: Suits
    ranks: Ranks
    blobs: Blobs
    times: HttpDates
    dateTimes: DateTimes
    lists: StringListList
    documents: Documents
    stringMap: StringMap
    sparseMap: SparseMap
    suitMap: SuitMap
    rankMap: RankMap
    timeMap: TimeMap
    lists2: StringLists
    tree: Tree
    choice: Choice
    choices: Choices
}

@mixin
structure HeaderValues {
    @httpHeader("X-Boolean")
    boolean: Boolean

    @httpHeader("X-Byte")
    byte: Byte

    @httpHeader("X-Short")
    short: Short

    @httpHeader("X-Integer")
    integer: Integer

    @httpHeader("X-Long")
    long: Long

    @httpHeader("X-Float")
    float: Float

    @httpHeader("X-Double")
    double: Double

    @httpHeader("X-String")
    string: String

    @httpHeader("X-Enum")
    enum: Suit

    @httpHeader("X-Int-Enum")
    intEnum: Rank

    @httpHeader("X-Media")
    media: Json

    @httpHeader("X-Time")
    time: Timestamp

    @httpHeader("X-Date-Time")
    dateTime: DateTime

    @httpHeader("X-Epoch-Seconds")
    epochSeconds: EpochSeconds

    @httpHeader("X-Booleans")
    booleans: Booleans

    @httpHeader("X-Integers")
    integers: Integers

    @httpHeader("X-Strings")
    strings: Strings

    @httpHeader("X-Suits")
    suits: Suits

    @httpHeader("X-Ranks")
    ranks: Ranks

    @httpHeader("X-Floats")
    floats: Floats

    @httpHeader("X-Http-Dates")
    httpDates: HttpDates

    @httpHeader("X-Date-Times")
    dateTimes: DateTimes

    @httpHeader("X-Epochs")
    epochs: Epochs

    @httpPrefixHeaders("X-Prefix-")
    prefixed: StringMap
}

@mixin
structure BlobBody {
    @httpHeader("X-Name")
    name: String

    @httpPayload
    payload: Blob
}

@mixin
structure TextBody {
    @httpPayload
    payload: String
}

@mixin
structure EnumBody {
    @httpPayload
    payload: Suit
}

@mixin
structure StructureBody {
    @httpPayload
    payload: Tree
}

@mixin
structure UnionBody {
    @httpPayload
    payload: Choice
}

@mixin
structure DocumentBody {
    @httpPayload
    payload: Document
}

@mixin
structure DefaultValues {
    @httpHeader("X-Text")
    header: String = "headed"

    @httpHeader("X-Suit")
    headerSuit: Suit = "club"

    boolean: Boolean = true
    byte: Byte = 8
    short: Short = 16
    integer: Integer = 32
    long: Long = 64
    float: Float = 0.5
    double: Double = -1.5
    string: String = "said"
    empty: String = ""
    enum: Suit = "♥"
    intEnum: Rank = -1
    blob: Blob = "aGk="
    document: Document = "anything"
    time: Timestamp = 1
    dateTime: DateTime = "1970-01-01T00:00:02Z"
    strings: Strings = []
    stringMap: StringMap = {}

    @clientOptional
    optional: Integer = 33

    @addedDefault
    added: Integer = 34
}

/// A shape that holds itself in every way.
structure Tree {
    name: String
    left: Tree
    children: Trees
    named: TreeMap
    choice: Choice
}

/// One of several.
union Choice {
    string: String
    number: Double
    bytes: Blob
    suit: Suit
    rank: Rank
    time: HttpDate
    strings: Strings
    entries: SuitMap
    document: Document
    nothing: Unit
    again: Choice
    tree: Tree
}

enum Suit {
    CLUB = "club"
    DIAMOND = "a diamond, \"cut\""
    HEART = "♥"
}

intEnum Rank {
    ACE = 1
    JOKER = -1
}

@mediaType("application/json")
string Json

@timestampFormat("date-time")
timestamp DateTime

@timestampFormat("epoch-seconds")
timestamp EpochSeconds

@timestampFormat("http-date")
timestamp HttpDate

list Booleans {
    member: Boolean
}

list Integers {
    member: Integer
}

list Floats {
    member: Float
}

list Strings {
    member: String
}

@sparse
list SparseStrings {
    member: String
}

list Suits {
    member: Suit
}

list Ranks {
    member: Rank
}

list Blobs {
    member: Blob
}

list HttpDates {
    member: HttpDate
}

list DateTimes {
    member: DateTime
}

list Epochs {
    member: EpochSeconds
}

list Documents {
    member: Document
}

list StringListList {
    member: Strings
}

list Choices {
    member: Choice
}

list Trees {
    member: Tree
}

map TreeMap {
    key: String
    value: Tree
}

map StringMap {
    key: String
    value: String
}

@sparse
map SparseMap {
    key: String
    value: Integer
}

map SuitMap {
    key: Suit
    value: Suits
}

map RankMap {
    key: String
    value: Rank
}

map TimeMap {
    key: String
    value: DateTime
}

map StringLists {
    key: String
    value: Strings
}
