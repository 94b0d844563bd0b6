$version: "2.0"

namespace golden.other

@readonly
@http(method: "GET", uri: "/other")
operation Run {}
