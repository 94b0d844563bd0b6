$version: "2.0"

namespace golden.mixins

use aws.protocols#restJson1

@mixin
service Common {
    version: "1"
    errors: [Busy]
}

/// Has what its mixin has, and more.
@restJson1
service Mixins with [Common] {
    version: "2"
    operations: [Change]
}

@error("server")
structure Busy {}

@error("client")
structure Missing {}

@mixin
operation Fallible {
    errors: [Missing]
}

@http(method: "POST", uri: "/change/{id}")
operation Change with [Fallible] {
    input := for Thing with [Named, Dated] {
        /// The thing's own id.
        @required
        @httpLabel
        $id

        $size

        extra: Kind

        @length(max: 9)
        $name
    }
}

resource Thing {
    identifiers: { id: ThingId }
    properties: { size: Integer }
}

@pattern("^t-")
string ThingId

/// Kept to the mixin.
@mixin(localTraits: [documentation])
@sensitive
structure Named {
    /// A name.
    @required
    name: String

    nickname: String
}

/// Goes where the mixin goes.
@mixin
structure Dated with [Stamped] {
    until: Timestamp
}

@mixin
structure Stamped {
    @timestampFormat("date-time")
    at: Timestamp
}

// On a member that only a mixin has, here and one level up.
apply Dated$at @documentation("When.")

apply ChangeInput$at @timestampFormat("http-date")

@mixin
enum Basic {
    A
    B = "b"
}

enum Kind with [Basic] { C }

apply Kind$A @documentation("The first.")
