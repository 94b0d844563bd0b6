$version: "2.0"

namespace golden.names

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [type, Self_, Send]
}

@http(method: "POST", uri: "/type")
operation type {
    input := {
        type: String
        type_: String
        _type: String
        self: String
        self_: String
        crate: String
        reader: String
        members: String
        value: String
        input: String
    }
    output: Option
}

@http(method: "POST", uri: "/self")
operation Self_ {
    input: String_
    output: Result
    errors: [Error]
}

@http(method: "POST", uri: "/new")
operation Send {
    input := {
        box: Box
        vec: Vec
    }
}

structure Option {
    some: Result
    none: Vec
}

structure Result {
    ok: String
}

structure Box {
    box: Box
}

structure String_ {
    string: String
}

structure Vec {
    member: Client
    required: Halt
}

structure Client {
    async: String
    fn: String
    r: String
}

union Halt {
    Err: String
    Self: String
    unknown: String
}

@error("client")
structure Error {
    error: String
}
