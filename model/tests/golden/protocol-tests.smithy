$version: "2.0"

namespace golden.tests

use aws.protocols#awsJson1_1
use aws.protocols#restJson1
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

@restJson1
service Shop {
    version: "1"
    operations: [Buy]
}

@http(method: "POST", uri: "/buy/{item}", code: 201)
@endpoint(hostPrefix: "shop.")
@httpRequestTests([
    {
        id: "BuysTwo"
        documentation: "Two of one item."
        protocol: restJson1
        method: "POST"
        uri: "/buy/tea"
        host: "example.com"
        resolvedHost: "shop.example.com"
        queryParams: ["gift=true"]
        forbidQueryParams: ["note"]
        requireQueryParams: ["gift"]
        headers: { "Content-Type": "application/json" }
        forbidHeaders: ["X-Note"]
        requireHeaders: ["Content-Length"]
        body: "{\"count\": 2}"
        bodyMediaType: "application/json"
        params: { item: "tea", gift: true, count: 2 }
        appliesTo: "client"
    }
    {
        // Nobody here speaks it in this service, but it is a protocol that is known.
        id: "BuysElsewhere"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
    }
])
@httpResponseTests([
    {
        id: "Bought"
        protocol: restJson1
        code: 201
        body: "{\"price\": 1.5}"
        bodyMediaType: "application/json"
        params: { price: 1.5 }
    }
])
@httpMalformedRequestTests([
    {
        id: "CountIsNoNumber"
        documentation: "The count is $value:L."
        protocol: restJson1
        request: {
            method: "POST"
            uri: "/buy/tea"
            queryParams: ["gift=$value:L"]
            headers: { "Content-Type": "application/json" }
            body: "{\"count\": $value:L}"
        }
        response: {
            code: 400
            headers: { "X-Amzn-Errortype": "SerializationException" }
            body: {
                mediaType: "application/json"
                assertion: { contents: "{\"given\": $value:S}" }
            }
        }
        testParameters: { value: ["true", "\"two\""], tag: ["boolean", "string"] }
    }
    {
        id: "CountIsTooSmall"
        protocol: restJson1
        request: { method: "POST", uri: "/buy/tea", body: "{\"count\": 0}" }
        response: {
            code: 400
            body: {
                mediaType: "application/json"
                assertion: { messageRegex: "^1 validation error.*$" }
            }
        }
    }
])
operation Buy {
    input := {
        @required
        @httpLabel
        item: String

        @httpQuery("gift")
        gift: Boolean

        @range(min: 1)
        count: Integer
    }

    output := {
        price: Double
    }

    errors: [SoldOut]
}

@error("client")
@httpError(409)
@httpResponseTests([
    {
        id: "SoldOut"
        protocol: restJson1
        code: 409
        headers: { "X-Amzn-Errortype": "SoldOut" }
        params: { until: 1422172800.123456789 }
        appliesTo: "server"
    }
])
structure SoldOut {
    until: Timestamp
}
