$version: "2.0"

namespace golden.auth

use aws.protocols#restJson1
use aws.auth#sigv4

@restJson1
@sigv4(name: "things")
@httpBearerAuth
@auth([httpBearerAuth, sigv4])
@title("A Service of Things")
service Things {
    version: "1"
    operations: [Send, SendOpenly]
}

/// Sends with what the service asks for.
@http(method: "POST", uri: "/send")
operation Send {}

/// Sends without any proof.
@http(method: "POST", uri: "/openly")
@auth([])
operation SendOpenly {}
