$version: "2.0"

namespace example

use aws.protocols#restJson1

@restJson1
@paginated(inputToken: "token", outputToken: "token")
service Shop {
    operations: [ListOrders, ListTags, ListRest]
}

/// Lists orders.
@readonly
@paginated(items: "page.orders", outputToken: "page.next")
@http(method: "GET", uri: "/orders")
operation ListOrders {
    input := {
        @httpQuery("token")
        token: String
    }
    output := {
        page: Page
    }
}

structure Page {
    next: String

    @required
    orders: Orders
}

list Orders {
    member: String
}

@readonly
@paginated(items: "tags")
@http(method: "POST", uri: "/tags")
operation ListTags {
    input := {
        token: Tags
    }
    output := {
        token: Tags
        tags: Tags
    }
}

map Tags {
    key: String
    value: String
}

@readonly
@paginated
@http(method: "GET", uri: "/rest")
operation ListRest {
    input := {
        @httpQuery("token")
        token: String
    }
    output := {
        token: String
    }
}
