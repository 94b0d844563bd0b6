$version: "2.0"

namespace example.tests

use aws.protocols#restJson1
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests
use smithy.test#smokeTests

@restJson1
service Shop {
    version: "1"
    operations: [Buy]
}

@http(method: "POST", uri: "/buy")
@httpRequestTests([
    {
        id: "BuysOne"
        protocol: restJson1
        method: "POST"
        uri: "/buy"
        params: { count: "one", when: 5 }
    }
    {
        id: "BuysOne"
        protocol: restJson1
        method: "POST"
        uri: "/buy"
        params: { count: 1, when: "2020-01-01T00:00:00Z", color: "red" }
        bodyMediaType: "application/json"
        body: "{\"count\": }"
    }
])
@httpResponseTests([
    {
        id: "Bought"
        protocol: restJson1
        code: 200
        params: {}
        vendorParamsShape: Vendor
        bodyMediaType: "application/xml"
        body: "<!DOCTYPE a []><a/>"
    }
])
@smokeTests([
    { id: "Smoke", expect: { success: {} } }
    { id: "Smoke", params: { count: 1 }, vendorParams: { region: 1 }, vendorParamsShape: Vendor, expect: { success: {} } }
])
operation Buy {
    input := {
        @required
        count: Integer

        @timestampFormat("date-time")
        when: Timestamp
    }
    output := {
        price: Integer
    }
    errors: [SoldOut]
}

@error("client")
@httpResponseTests([
    { id: "Bought", protocol: restJson1, code: 400, params: { left: true } }
])
structure SoldOut {
    left: Integer
}

structure Vendor {
    region: String
}
