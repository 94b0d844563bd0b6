$version: "2.0"

namespace golden.collections

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Lists and maps, in each other and with nulls.
@http(method: "POST", uri: "/send")
operation Send {
    input: Collections
    output: Collections
}

structure Collections {
    list: Names
    nested: NamesList
    map: NameMap
    byColor: ColorMap
    sparseList: SparseNames
    sparseMap: SparseNameMap
    items: Items
}

list Names {
    member: String
}

list NamesList {
    member: Names
}

map NameMap {
    key: String
    value: Names
}

map ColorMap {
    key: Color
    value: Integer
}

enum Color {
    RED
    GREEN
}

@sparse
list SparseNames {
    member: String
}

@sparse
map SparseNameMap {
    key: String
    value: String
}

list Items {
    member: Item
}

structure Item {
    name: String
}
