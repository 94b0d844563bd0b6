$version: "2.0"

namespace golden.invalid

service One { version: "1" }

service Two { version: "1" }
