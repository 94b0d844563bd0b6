$version: "2.0"

namespace example.aws

use aws.api#clientDiscoveredEndpoint
use aws.api#clientEndpointDiscovery
use aws.api#service
use aws.auth#sigv4
use aws.protocols#httpChecksum
use aws.protocols#restJson1

@service(sdkId: "Cloud", arnNamespace: "cloud", cloudWatchNamespace: "cloud")
@sigv4(name: "sky")
@clientEndpointDiscovery(operation: WhereAreYou)
@restJson1(http: ["h2"], eventStreamHttp: ["h2", "http/1.1"])
service Cloud {
    version: "1"
    operations: [Rain, Snow]
    rename: { "example.aws#Drought": "NoRain" }
}

@clientDiscoveredEndpoint(required: false)
@http(method: "POST", uri: "/rain")
@httpChecksum(requestAlgorithmMember: "algorithm", responseAlgorithms: ["SHA1"])
operation Rain {
    input := {
        @httpHeader("x-algorithm")
        algorithm: Algorithm

        @httpPayload
        drops: Drops
    }
    errors: [Drought]
}

@http(method: "POST", uri: "/snow")
@httpChecksum
operation Snow {
    input := {}
}

@http(method: "POST", uri: "/where")
operation WhereAreYou {
    input := {
        Operation: Integer
        Hint: String
    }
    output := {
        Endpoints: Drops
    }
}

list Drops {
    member: Integer
}

enum Algorithm {
    SHA1
    GUESS
}

@error("client")
structure Drought {}
