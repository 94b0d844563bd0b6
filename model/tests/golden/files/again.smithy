$version: "2.0"

namespace golden.files.other

// The same shapes again, which is allowed, and traits for a shape of another file.

@range(min: 1)
integer Number

string String

structure Thing {
    number: Number
    string: String
}

apply Thing @documentation("Not the service's `Thing`.")

apply Thing {
    @sensitive
}

apply Thing$string @documentation("This namespace's `String`, not the prelude's.")

apply String @tags(["b"])
apply String @length(min: 2)
apply String @length(min: 2)
