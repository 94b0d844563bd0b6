$version: "2.0"

namespace golden.enum

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Enums of strings and of integers.
@http(method: "POST", uri: "/send/{suit}")
operation Send {
    input := {
        @required
        @httpLabel
        suit: Suit

        rank: Rank

        ranks: Ranks
    }
    output := {
        @required
        suit: Suit

        @required
        rank: Rank
    }
}

/// What is on a card.
enum Suit {
    /// Black.
    CLUBS = "clubs"

    /// Red.
    @deprecated(message: "use hearts")
    DIAMONDS = "diamonds"

    @internal
    HIDDEN = "hidden"
}

intEnum Rank {
    ACE = 1
    JOKER = -1
}

list Ranks {
    member: Rank
}
