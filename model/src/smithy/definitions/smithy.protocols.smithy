$version: "2.0"

namespace smithy.protocols

@protocolDefinition(traits: ["smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel", "smithy.api#httpError", "smithy.api#requestCompression"])
@trait(selector: "service")
@traitValidators("rpcv2Cbor.NoDocuments": {selector: "service ~> member :test(> document)", severity: "DANGER", message: "the protocol has no way to write a document"})
structure rpcv2Cbor { http: StringList, eventStreamHttp: StringList }

@protocolDefinition(traits: ["smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel", "smithy.api#httpError", "smithy.api#requestCompression"])
@trait(selector: "service")
structure rpcv2Json { http: StringList, eventStreamHttp: StringList }

@private
list StringList { member: String }
