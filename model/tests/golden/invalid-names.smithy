$version: "2.0"

namespace golden.invalid

use aws.protocols#restJson1
use golden.elsewhere#Gone

@restJson1
service Names {
    version: "1"
    operations: [Do, Dont, NotAnOperation]
    resources: [NotAResource]
    errors: [NotAnError]
}

@http(method: "POST", uri: "/")
operation Do {
    input: DoInput
    output: NotAStructure
    errors: [Strnig]
}

structure DoInput {
    gone: Gone
    misspelt: Strign
    cased: timestamp
    service: Names
    unit: Unit

    @requird
    untrue: Boolean

    @golden.invalid#nothing
    nothing: String

    values: NotText
}

structure NotAnOperation {}
structure NotAResource {}
structure NotAnError {}
string NotAStructure

map NotText {
    key: Integer
    value: String
}

apply DoInput$misspellt @required

apply Nowhere @required

structure Elided {
    $absent
}

structure ElidedFor for NotAResource {
    $absent
}
