$version: "2.0"

namespace golden.one

@aws.protocols#restJson1
service S {
    version: "1"
    operations: [Run, golden.other#Run]
}

@readonly
@http(method: "GET", uri: "/one")
operation Run {}
