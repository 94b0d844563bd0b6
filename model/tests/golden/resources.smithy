$version: "2.0"

namespace golden.resources

use aws.protocols#awsJson1_0
use aws.protocols#restJson1

// The order of operations: the service's, then each resource's lifecycle, its other operations,
// its collection operations, and the resources below it.
@restJson1
@awsJson1_0
service Resources {
    version: "1"
    resources: [City, Weather]
    operations: [Ping]
}

resource City {
    identifiers: { cityId: String }
    list: ListCities
    read: GetCity
    create: CreateCity
    put: PutCity
    delete: DeleteCity
    update: UpdateCity
    collectionOperations: [ImportCities]
    operations: [PaintCity]
    resources: [Forecast]
}

resource Forecast {
    identifiers: { cityId: String }
    read: GetForecast
}

resource Weather {
    operations: [Blow]
}

@http(method: "GET", uri: "/ping")
operation Ping {}

@http(method: "POST", uri: "/blow")
operation Blow {}

@mixin
structure CityInput for City {
    @required
    @httpLabel
    $cityId
}

@http(method: "GET", uri: "/cities")
@readonly
operation ListCities {}

@http(method: "POST", uri: "/cities")
operation CreateCity {}

@http(method: "GET", uri: "/cities/{cityId}")
@readonly
operation GetCity { input := with [CityInput] {} }

@http(method: "PUT", uri: "/cities/{cityId}")
@idempotent
operation PutCity { input := with [CityInput] {} }

@http(method: "PATCH", uri: "/cities/{cityId}")
operation UpdateCity { input := with [CityInput] {} }

@http(method: "DELETE", uri: "/cities/{cityId}")
@idempotent
operation DeleteCity { input := with [CityInput] {} }

@http(method: "POST", uri: "/cities/{cityId}/paint")
operation PaintCity { input := with [CityInput] {} }

@http(method: "POST", uri: "/cities?import")
operation ImportCities {}

@http(method: "GET", uri: "/cities/{cityId}/forecast")
@readonly
operation GetForecast { input := with [CityInput] {} }
