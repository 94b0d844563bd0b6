$version: "2.0"

namespace golden.elsewhere

@enum([{ value: "a" }])
string Kind
