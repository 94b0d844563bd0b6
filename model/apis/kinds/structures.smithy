$version: "2.0"

namespace farrier.kinds

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
