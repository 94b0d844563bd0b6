$version: "2.0"

namespace example

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service Shop {
    operations: [SendPart, MakeOrder, MakeBill, MakeNote]
}

/// Its stream cannot be sent again: there is neither waiting nor turning pages.
@paginated(inputToken: "token", outputToken: "next", items: "parts")
@waitable(
    PartTaken: {
        acceptors: [
            { state: "success", matcher: { success: true } }
            { state: "retry", matcher: { success: false } }
        ]
    }
)
@idempotent
@http(method: "PUT", uri: "/parts")
operation SendPart {
    input := {
        @httpQuery("token")
        token: String

        @required
        @httpPayload
        body: Data
    }
    output := {
        next: String
        parts: Parts
    }
}

@streaming
blob Data

list Parts {
    member: String
}

/// Each call that is waited with has a token of its own.
@waitable(
    OrderMade: {
        acceptors: [
            { state: "success", matcher: { success: true } }
            { state: "retry", matcher: { success: false } }
        ]
    }
)
@http(method: "POST", uri: "/orders")
operation MakeOrder {
    input := {
        @idempotencyToken
        @httpHeader("X-Token")
        token: String

        note: String
    }
}

@http(method: "POST", uri: "/bills")
operation MakeBill {
    input := {
        @required
        @idempotencyToken
        @httpQuery("token")
        token: String
    }
}

@idempotent
@http(method: "PUT", uri: "/notes/{token}")
operation MakeNote {
    input := {
        @required
        @idempotencyToken
        @httpLabel
        token: String

        inner: Inner
    }
}

/// A token in here is the caller's own.
structure Inner {
    @idempotencyToken
    token: String
}
