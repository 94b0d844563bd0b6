$version: "2.0"

namespace golden.invalid

service Silent { version: "1" }
