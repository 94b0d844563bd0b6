$version: "2.0"

namespace golden.invalid

use aws.auth#sigv4
use aws.protocols#restJson1

@restJson1
@httpBasicAuth
@auth([httpBasicAuth, httpBearerAuth])
service Auth {
    version: "1"
    operations: [Do]
}

@http(method: "GET", uri: "/")
@auth([sigv4])
operation Do {}
