$version: "2.0"

namespace golden.invalid

use aws.protocols#restJson1

@restJson1
service Http {
    version: "1"
    operations: [
        NoHttp, NoMethod, BadUri, BadCode, GetCity, FindCity, WithLiteral, WithOtherLiteral
        SameLiteral, Labels, Bodies, Places, Hosts, Types
    ]
}

operation NoHttp {}

@http(uri: "/no-method")
operation NoMethod {}

@http(method: "GET", uri: "/bad-uri/x{label}")
operation BadUri {}

@http(method: "GET", uri: "/bad-code", code: 99)
operation BadCode {}

@http(method: "GET", uri: "/cities/{name}")
operation GetCity {
    input := {
        @required
        @httpLabel
        name: String
    }
}

@http(method: "GET", uri: "/cities/{id}")
operation FindCity {
    input := {
        @required
        @httpLabel
        id: String
    }
}

@http(method: "GET", uri: "/literal?a=1&b")
operation WithLiteral {}

@http(method: "GET", uri: "/literal?a=2&b")
operation WithOtherLiteral {}

@http(method: "GET", uri: "/literal?b=&a=1")
operation SameLiteral {
    input := {
        @httpQuery("a")
        a: String
    }
}

@http(method: "GET", uri: "/labels/{absent}/{unbound}/{optional}/{naem}/{greedy+}")
operation Labels {
    input := {
        @required
        unbound: String

        @httpLabel
        optional: String

        @required
        @httpLabel
        name: String

        @required
        @httpLabel
        greedy: Integer
    }
}

@http(method: "POST", uri: "/bodies")
operation Bodies {
    input := {
        @httpPayload
        one: String

        @httpPayload
        two: String

        three: String
    }

    output := {
        @jsonName("same")
        first: String

        @jsonName("same")
        second: String

        data: Stream
    }
}

@streaming
blob Stream

@http(method: "POST", uri: "/places")
operation Places {
    input := {
        @httpQuery("q")
        one: String

        @httpQuery("q")
        two: String

        @httpHeader("X-A")
        three: String

        @httpHeader("x-a")
        four: String

        @httpHeader("X-B")
        @httpQuery("b")
        five: String

        @httpHeader("not a token")
        six: String

        @httpQuery("")
        seven: String
    }
}

@http(method: "POST", uri: "/hosts")
@endpoint(hostPrefix: "{absent}.{given}.")
operation Hosts {
    input := {
        @required
        given: String

        @required
        @hostLabel
        unused: String
    }
}

@http(method: "POST", uri: "/types/{label}")
operation Types {
    input := {
        @required
        @httpLabel
        label: Strings

        @httpQuery("nested")
        nested: Nested

        @httpHeader("x-document")
        document: Document

        @httpQueryParams
        parameters: Strings

        @httpPrefixHeaders("x-")
        prefixed: Nested
    }

    output := {
        @httpResponseCode
        status: String
    }
}

list Strings {
    member: String
}

list Nested {
    member: Strings
}
