$version: "2.0"

namespace golden.files

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1
use aws.protocols#restXml

@trait(selector: "service")
@authDefinition
structure handshake {}

@restXml
@restJson1
@service(sdkId: "Auth Things", arnNamespace: "things")
@sigv4(name: "sign")
@httpBasicAuth
@httpBearerAuth
@httpApiKeyAuth(name: "X-Key", in: "header", scheme: "Token")
@handshake
@auth([httpBearerAuth, sigv4])
service Files {
    version: "1"
    operations: [Usual, Other, Open, Either]
    rename: {
        "golden.files.other#Thing": "OtherThing"
        "golden.files.other#String": "OtherString"
    }
}

@http(method: "GET", uri: "/usual")
operation Usual {
    output: Thing
}

@http(method: "GET", uri: "/other")
@auth([httpApiKeyAuth, handshake])
operation Other {
    output: golden.files.other#Thing
}

@http(method: "GET", uri: "/open")
@auth([])
operation Open {}

@http(method: "GET", uri: "/either")
@optionalAuth
operation Either {}

structure Thing {
    name: String
}
