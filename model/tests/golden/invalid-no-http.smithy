$version: "2.0"

// Validators take it that bindings are forgotten only where other operations have them.
namespace golden.http

use aws.protocols#restJson1

@restJson1
service S {
    version: "1"
    operations: [Forgotten]
}

operation Forgotten {
    output := {
        text: String
    }
}
