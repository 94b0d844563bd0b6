$version: "2.0"

namespace golden.invalid

use aws.protocols#restJson1

@restJson1
service Values {
    version: "1"
    operations: [Do]
}

@http(method: "POST", uri: "/")
operation Do {
    input := {
        @length(min: 3, max: 2)
        a: String

        @length(min: -1)
        b: String

        @length(least: 1)
        c: String

        @range(min: "1", max: 5)
        d: Integer

        @range(min: 6, max: 5)
        e: Integer

        @timestampFormat("unix")
        f: Timestamp

        @pattern(5)
        g: String

        h: Integer = "x"
        i: Strings = ["x"]
        j: Inner = {}
        k: Three = 4
        l: Three
        m: Boolean = 1
        n: Same
        o: Numbers
        p: Empty
        q: Endless
        r: Hall
    }
    errors: [Odd]
}

list Strings {
    member: String
}

structure Inner {}

@default(3)
integer Three

enum Same {
    A = "x"
    B = "x"
}

intEnum Numbers {
    ONE = 1
    NONE
    BIG = 3000000000
    TEXT = "x"
}

union Empty {}

structure Endless {
    @required
    again: Choice
}

union Choice {
    one: Endless
    other: Choice
}

structure Hall {
    @required
    left: Mirror

    @required
    fine: Maybe
}

structure Mirror {
    @required
    right: Hall
}

union Maybe {
    one: Hall
    other: String
}

@error("both")
@httpError(200)
structure Odd {}
