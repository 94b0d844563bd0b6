$version: "2.0"

namespace example.broken

use example.other#

/// The name is mistyped.
strutcure City {
    name: String
}

structure Forecast {
    chanceOfRain Float

    @range(min: 0, max: 1
    humidity: Float
}

@documentation("\q")
string Text

resource Cities {
    identifiers: { id: String }
    raed: GetCity
}

operation GetCity {
    input := {
        @required
        id: String

        id: String
    }
    output: City,
    output: Forecast
}

structure Unclosed {
    a: String

list Names {
    member: String
}

@pattern("never closed)
string Last
