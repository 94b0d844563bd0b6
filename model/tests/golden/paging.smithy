$version: "2.0"

namespace example.paging

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
@paginated(inputToken: "Token", outputToken: "Next.Token", pageSize: "Size")
service Shop {
    version: "1"
    operations: [ListOrders, ListTags, GetOrder]
}

@readonly
@paginated(items: "Next.Orders")
@http(method: "GET", uri: "/orders")
operation ListOrders {
    input := {
        @httpQuery("token")
        Token: String

        @httpQuery("size")
        Size: Integer
    }
    output := {
        Next: Page
    }
}

structure Page {
    Token: String
    Orders: Orders
}

list Orders {
    member: Order
}

structure Order {
    @required
    Id: String
    Total: Long
    State: State
}

enum State {
    OPEN
    SHIPPED
}

@readonly
@paginated(inputToken: "From", outputToken: "To", items: "Tags")
@http(method: "POST", uri: "/tags")
operation ListTags {
    input := {
        From: Tags
        Size: Integer
    }
    output := {
        To: Tags
        Tags: Tags
    }
}

map Tags {
    key: String
    value: String
}

@readonly
@http(method: "GET", uri: "/orders/{Id}")
@waitable(
    OrderShipped: {
        documentation: "The order is on its way."
        acceptors: [
            { state: "success", matcher: { output: { path: "Order.State", comparator: "stringEquals", expected: "SHIPPED" } } }
            { state: "failure", matcher: { errorType: "OrderGone" }, message: "Order.Id" }
            { state: "retry", matcher: { success: false } }
        ]
        minDelay: 3
        tags: ["orders"]
    }
    OrderKnown: {
        acceptors: [
            { state: "success", matcher: { inputOutput: { path: "input.Id == output.Order.Id", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { output: { path: "[Order.Id, Order.State]", comparator: "anyStringEquals", expected: "gone" } } }
        ]
        deprecated: true
    }
)
operation GetOrder {
    input := {
        @required
        @httpLabel
        Id: String
    }
    output := {
        Order: Order
    }
    errors: [OrderGone]
}

@error("client")
structure OrderGone {}
