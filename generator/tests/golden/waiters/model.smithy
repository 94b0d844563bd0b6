$version: "2.0"

namespace example

use aws.protocols#restJson1
use smithy.waiters#waitable

@restJson1
service Shop {
    operations: [GetOrder]
}

@readonly
@http(method: "GET", uri: "/orders/{id}")
@waitable(
    OrderShipped: {
        documentation: "The order is on its way."
        acceptors: [
            { state: "success", matcher: { output: { path: "order.state", comparator: "stringEquals", expected: "SHIPPED" } } }
            { state: "failure", matcher: { output: { path: "order.state", comparator: "stringEquals", expected: "LOST" } }, message: "order.notes" }
            { state: "retry", matcher: { errorType: "OrderUnknown" } }
            { state: "failure", matcher: { success: false } }
        ]
        minDelay: 5
        maxDelay: 60
    }
    AllLinesReady: {
        acceptors: [
            { state: "success", matcher: { output: { path: "order.lines[].state", comparator: "allStringEquals", expected: "READY" } } }
            { state: "failure", matcher: { output: { path: "order.lines[?amount > `0`].parts[][].name", comparator: "anyStringEquals", expected: "broken" } } }
            { state: "failure", matcher: { output: { path: "[order.state, order.note]", comparator: "anyStringEquals", expected: "gone" } } }
            { state: "retry", matcher: { output: { path: "order.notes", comparator: "anyStringEquals", expected: "wait" } } }
        ]
    }
    OrderComplete: {
        acceptors: [
            { state: "success", matcher: { output: { path: "length(order.lines[?state == 'READY']) >= order.wanted", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { output: { path: "!order || order.cancelled && starts_with(order.note, 'no')", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { output: { path: "order.lines | [@[?length(parts) != `1`], @[?amount == wanted]][] | length(@) == `0`", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { output: { path: "contains(order.lines[].[length(parts) >= wanted][], `false`)", comparator: "booleanEquals", expected: "true" } } }
            { state: "failure", matcher: { output: { path: "contains(keys(order.tags), 'dead') && order.tags.dead != `null`", comparator: "booleanEquals", expected: "true" } } }
            { state: "retry", matcher: { output: { path: "order.lines[0].amount < order.lines[-1].wanted", comparator: "booleanEquals", expected: "false" } } }
        ]
    }
    SameOrder: {
        acceptors: [
            { state: "success", matcher: { inputOutput: { path: "input.id == output.order.id", comparator: "booleanEquals", expected: "true" } } }
            { state: "retry", matcher: { success: true } }
        ]
        deprecated: true
    }
    OrderSorted: {
        acceptors: [
            { state: "success", matcher: { output: { path: "sort(order.notes)[0]", comparator: "stringEquals", expected: "a" } } }
        ]
    }
)
operation GetOrder {
    input := {
        @required
        @httpLabel
        id: String
    }
    output := {
        order: Order
    }
    errors: [OrderUnknown]
}

structure Order {
    @required
    id: String

    state: OrderState
    note: String
    notes: Notes
    cancelled: Boolean
    wanted: Integer
    lines: Lines
    tags: Tags
}

enum OrderState {
    SHIPPED
    LOST
}

list Notes {
    member: String
}

map Tags {
    key: String
    value: String
}

list Lines {
    member: Line
}

structure Line {
    @required
    state: String

    amount: Long
    wanted: Integer
    parts: PartLists
}

list PartLists {
    member: Parts
}

list Parts {
    member: Part
}

structure Part {
    name: String
}

@error("client")
structure OrderUnknown {}
