$version: "2.0"

namespace aws.protocols

@protocolDefinition(traits: ["smithy.api#timestampFormat", "smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel"])
@trait(selector: "service")
structure awsJson1_0 with [HttpConfiguration] {}

@protocolDefinition(traits: ["smithy.api#timestampFormat", "smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel"])
@trait(selector: "service")
structure awsJson1_1 with [HttpConfiguration] {}

@deprecated
@protocolDefinition(traits: ["smithy.api#timestampFormat", "smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel", "aws.protocols#awsQueryError", "smithy.api#xmlAttribute", "smithy.api#xmlFlattened", "smithy.api#xmlName", "smithy.api#xmlNamespace"])
@trait(selector: "service [trait|xmlNamespace]")
@traitValidators(UnsupportedProtocolDocument: {selector: "~> member :test(> document)", message: "the protocol has no way to write a document"})
structure awsQuery {}

@trait(selector: "service :test([trait|aws.protocols#awsJson1_0], [trait|smithy.protocols#rpcv2Cbor], [trait|smithy.protocols#rpcv2Json])")
structure awsQueryCompatible {}

@trait(selector: "structure [trait|error]")
structure awsQueryError { @required code: String, @required httpResponseCode: Integer }

@deprecated
@protocolDefinition(traits: ["smithy.api#timestampFormat", "smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel", "aws.protocols#ec2QueryName", "smithy.api#xmlAttribute", "smithy.api#xmlFlattened", "smithy.api#xmlName", "smithy.api#xmlNamespace"])
@trait(selector: "service [trait|xmlNamespace]")
@traitValidators(UnsupportedProtocolDocument: {selector: "~> member :test(> document)", message: "the protocol has no way to write a document"})
structure ec2Query {}

@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
@trait(selector: "structure > member")
string ec2QueryName

@trait(selector: "operation")
@unstable
structure httpChecksum {
    requestAlgorithmMember: String
    requestChecksumRequired: Boolean
    requestValidationModeMember: String
    responseAlgorithms: ChecksumAlgorithmSet
}

@protocolDefinition(traits: ["smithy.api#timestampFormat", "smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel", "smithy.api#http", "smithy.api#httpError", "smithy.api#httpHeader", "smithy.api#httpLabel", "smithy.api#httpPayload", "smithy.api#httpPrefixHeaders", "smithy.api#httpQuery", "smithy.api#httpQueryParams", "smithy.api#httpResponseCode", "aws.protocols#httpChecksum", "smithy.api#httpChecksumRequired", "smithy.api#jsonName"])
@trait(selector: "service")
structure restJson1 with [HttpConfiguration] {}

@deprecated
@protocolDefinition(traits: ["smithy.api#timestampFormat", "smithy.api#cors", "smithy.api#endpoint", "smithy.api#hostLabel", "smithy.api#http", "smithy.api#httpError", "smithy.api#httpHeader", "smithy.api#httpLabel", "smithy.api#httpPayload", "smithy.api#httpPrefixHeaders", "smithy.api#httpQuery", "smithy.api#httpQueryParams", "smithy.api#httpResponseCode", "aws.protocols#httpChecksum", "smithy.api#httpChecksumRequired", "smithy.api#xmlAttribute", "smithy.api#xmlFlattened", "smithy.api#xmlName", "smithy.api#xmlNamespace"])
@trait(selector: "service")
@traitValidators(UnsupportedProtocolDocument: {selector: "~> member :test(> document)", message: "the protocol has no way to write a document"})
structure restXml with [HttpConfiguration] { @deprecated noErrorWrapping: Boolean }

@private
enum ChecksumAlgorithm { CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, SHA512, XXHASH64, XXHASH3, XXHASH128 }

@length(min: 1)
@private
@uniqueItems
list ChecksumAlgorithmSet { member: ChecksumAlgorithm }

@mixin(localTraits: ["smithy.api#private"])
@private
structure HttpConfiguration { http: StringList, eventStreamHttp: StringList }

@private
list StringList { member: String }
