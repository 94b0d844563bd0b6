$version: "2.0"

namespace golden.resources

use aws.protocols#restJson1
use golden.unknown#trait

@restJson1
@httpBasicAuth
@httpBearerAuth
service Cities {
    version: "1"
    operations: [GetMayor, StreamCity]
    resources: [City, Forecast]
}

resource City {
    identifiers: { cityId: String }
    properties: { size: Integer, cityId: String }
    read: GetCity
    list: ListCities
    delete: DeleteCity
    resources: [Forecast]
}

resource Forecast {
    identifiers: { id: String }
    create: CreateForecast
}

@http(method: "GET", uri: "/cities/{cityId}")
operation GetCity {
    input := {
        @required
        @httpLabel
        cityId: String

        @httpHeader("Host")
        host: String
    }
    output := {
        size: String
        name: String
    }
}

@readonly
@http(method: "GET", uri: "/cities")
@paginated(inputToken: "token", outputToken: "next", items: "cities")
operation ListCities {
    input := {
        @required
        @httpQuery("token")
        token: String
    }
    output := {
        cities: String
    }
}

@http(method: "DELETE", uri: "/cities/{id}")
operation DeleteCity {
    input := {
        @required
        @httpLabel
        id: String
    }
}

@trait
@http(method: "POST", uri: "/forecasts", code: 404)
@examples([
    { title: "Two", input: { days: 400 }, output: {}, error: { shapeId: NoCity, content: {} } }
    { title: "Unknown", input: { day: 1 } }
])
operation CreateForecast {
    input := {
        @range(min: 1, max: 14)
        days: Integer
    }
    errors: [NoCity]
}

@error("client")
@httpError(500)
structure NoCity {
    @httpQuery("x")
    message: String
}

@readonly
@http(method: "GET", uri: "/mayor")
@auth([httpDigestAuth])
operation GetMayor {
    input: Shared
    output: Shared
}

@input
structure Shared {
    @references([{ resource: City }])
    @httpHeader("X-City")
    cityId: String
}

@http(method: "POST", uri: "/stream/{cityId+}/{more}")
operation StreamCity {
    input := {
        @required
        @httpLabel
        cityId: Integer

        data: Stream
    }
}

@streaming
blob Stream
