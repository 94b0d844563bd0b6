$version: "2.0"

namespace golden.unsupported

@trait(selector: "service")
@protocolDefinition
structure pigeonPost {}

@pigeonPost
service Loft { version: "1" }
