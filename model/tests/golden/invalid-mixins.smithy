$version: "2.0"

namespace golden.invalid

structure Plain {
    member: String
}

@mixin
structure First {
    shared: String
}

@mixin
structure Second {
    shared: Integer
}

structure NotMixed with [Plain] {}

union OtherType with [First] {
    a: String
}

structure Conflict with [First, Second] {}

structure Redefined with [First] {
    shared: Boolean
}

structure Absent with [First] {
    $missing
}

apply Redefined$another @required

@mixin
structure Ouroboros with [Ouroboros] {}

@mixin
structure A with [B] {}

@mixin
structure B with [First, C] {}

@mixin
structure C with [A] {}

structure BehindTheCycle with [A] {}

@mixin
operation MixedOperation {
    input: Plain
}

@mixin
resource MixedResource {
    identifiers: { id: String }
}
