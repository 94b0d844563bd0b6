$version: "2.0"

namespace example.units

use aws.protocols#restJson1

@restJson1
service Measures {
    version: "1"
    operations: [Measure, Forget]
}

@http(method: "POST", uri: "/measure")
operation Measure {
    input := {
        unit: Unit
    }
}

/// Takes and gives the prelude's `Unit`, which is another shape than the one below.
@http(method: "POST", uri: "/forget")
operation Forget {
    input: smithy.api#Unit
    output: smithy.api#Unit
}

structure Unit {
    name: String
}
