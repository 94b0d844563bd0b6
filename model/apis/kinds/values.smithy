$version: "2.0"

namespace farrier.kinds

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
