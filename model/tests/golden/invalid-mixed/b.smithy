$version: "2.0"

namespace golden.invalid
