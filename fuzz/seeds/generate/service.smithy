$version: "2.0"
$operationInputSuffix: "In"

metadata suppressions = [{ id: "A", namespace: "*" }]

namespace cities

use aws.protocols#restJson1

/// Cities.
@restJson1
@title("Cities")
service Cities {
    version: "1"
    operations: [Get]
    resources: [City]
    errors: [Gone]
    rename: { "cities#Gone": "Away" }
}

resource City {
    identifiers: { name: String }
    read: Read
}

@readonly
@http(method: "GET", uri: "/cities/{name}?full")
operation Read {
    input := with [Named] {
        @httpQuery("lang")
        @length(min: 1, max: 2)
        lang: String = "en"
    }
    output := { @httpPayload body: Blob }
}

@mixin
structure Named { @required @httpLabel name: String }

@http(method: "POST", uri: "/{rest+}", code: 202)
operation Get {
    input: GetIn
    errors: [Gone]
}

structure GetIn {
    @required @httpLabel rest: String
    @httpHeader("x-when") when: Timestamp
    choice: Choice
    tree: Tree
}

union Choice { a: Unit, b: Kind, c: Level }
enum Kind {
    A = "a"
    B
}
intEnum Level {
    LOW = 1
    HIGH = -2
}
list Trees { member: Tree }
map Table { key: String, value: Trees }
structure Tree { children: Trees, table: Table }

@error("client") @httpError(410)
structure Gone { message: String }

apply GetIn$choice @documentation("""
    Which.
      Or "not".
    """)
