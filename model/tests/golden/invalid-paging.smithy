$version: "2.0"

namespace example.paging

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service Shop {
    version: "1"
    operations: [ListOrders, ListNothing, ListAll, GetAny]
}

@readonly
@paginated(inputToken: "Tokn", outputToken: "Next.State.Token", items: "Next", pageSize: "Token")
@http(method: "GET", uri: "/orders")
operation ListOrders {
    input := {
        @httpQuery("token")
        Token: String
    }
    output := {
        Next: Order
    }
}

@readonly
@paginated(inputToken: "token")
@http(method: "GET", uri: "/nothing")
operation ListNothing {}

@readonly
@paginated(inputToken: "token", outputToken: "token", items: 1)
@http(method: "GET", uri: "/all")
operation ListAll {
    input := {
        @httpQuery("token")
        @required
        token: Long
    }
    output := {
        token: Order
    }
}

structure Order {
    State: String
    Ready: Boolean
}

@readonly
@http(method: "GET", uri: "/any")
@waitable(
    NoMatcher: {
        acceptors: [
            { state: "success", matcher: {} }
            { state: "done", matcher: { success: true } }
        ]
    }
)
operation GetAny {}
