$version: "2.0"

namespace example.paging

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service Shop {
    version: "1"
    operations: [ListOrders, ListNothing, ListAll, GetOrder]
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
@http(method: "GET", uri: "/order")
@waitable(
    Misspelt: {
        acceptors: [
            { state: "success", matcher: { output: { path: "Order.Sttae", comparator: "stringEquals", expected: "SHIPPED" } } }
        ]
    }
    WrongType: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(Order.Ready)", comparator: "booleanEquals", expected: "yes" } } }
            { state: "retry", matcher: { errorType: "Nope" } }
        ]
    }
    NoPath: {
        acceptors: [
            { state: "success", matcher: { output: { path: "Order..State", comparator: "stringEquals", expected: "SHIPPED" } } }
        ]
    }
    NoSuccess: {
        acceptors: [
            { state: "retry", matcher: { success: true } }
        ]
    }
    Slow: {
        acceptors: [
            { state: "success", matcher: { success: true } }
        ]
        minDelay: 200
    }
    NoMatcher: {
        acceptors: [
            { state: "success", matcher: {} }
            { state: "done", matcher: { success: true } }
        ]
    }
)
operation GetOrder {
    output := {
        Order: Order
    }
}
