$version: "2.0"

namespace example.waiting

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service Shop {
    version: "1"
    operations: [GetOrder]
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
)
operation GetOrder {
    output := {
        Order: Order
    }
}
