$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Reply"
$unknown: [1, 2]

metadata authors = ["someone", { name: "else" }]

namespace example.weather

use aws.protocols#restJson1
use smithy.api#String

/// Weather,
/// by city.
@restJson1
@title("Weather")
service Weather {
    version: "2024-01-01"
    resources: [City]
    operations: [Report], errors: [Overload]
}

resource City {
    identifiers: { cityId: CityId }
    properties: { name: String, climate: Climate }
    read: GetCity
    collectionOperations: [FindCity]
}

@length(min: 1, max: 40), @pattern("^[a-z]+$")
string CityId

/// How much it rains.
enum Climate {
    /// A lot.
    WET

    DRY = "dry" // hardly

    @enumValue("very-dry")
    DESERT
}

intEnum Trend { FALLING = 1
    RISING = 2
}

@mixin
structure Named {
    /// The name.
    name: String
}

@readonly
@http(method: "GET", uri: "/cities/{cityId}")
operation GetCity {
    input := for City {
        @required
        @httpLabel
        $cityId
    }

    output :=
        /// One city.
        for City with [Named] {
            @required
            $name

            $climate
            @notProperty
            trend: Trend = 1
            @notProperty
            people: Long = 0 // comment
            @notProperty
            area: Float = 1.5e2,
            @notProperty
            tags: Tags = []
            @notProperty
            sizes: Sizes
        }

    errors: [NoSuchCity]
}

@http(method: "GET", uri: "/cities"), @readonly
operation FindCity { input: FindCityInput }

structure FindCityInput with [Named] {}

apply FindCityInput$name @httpQuery("name")
apply FindCityInput {
    @input
    @documentation("""
        What to look for:

          - a \"name\"
          - \
        nothing else
        """)
}

@http(method: "POST", uri: "/reports", code: 202)
operation Report {
    input := {
        @required
        reading: Reading
    }
}

union Reading {
    rain: Float
    sun: Unit
    at: Timestamp
}

@uniqueItems
list Tags {
    @length(max: 5)
    member: String
}

@sparse
map Sizes {
    key: String
    value: smithy.api#Double
}

@error("client")
@httpError(404)
structure NoSuchCity {
    @required
    message: String
}

@error("server"), @retryable(throttling: true)
structure Overload {}
/// Documents nothing.
