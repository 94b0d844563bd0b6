$version: "2.0"

namespace smithy.api

@trait(selector: "structure > member [trait|default]")
structure addedDefault {}

@trait(selector: ":is(service, operation)")
@uniqueItems
list auth { member: AuthTraitReference }

@trait(selector: "structure[trait|trait]")
structure authDefinition { traits: TraitShapeIdList }

@trait(selector: ":test(boolean, byte, short, integer, long, float, double, member > :test(boolean, byte, short, integer, long, float, double))")
structure box {}

@trait(selector: "structure > member")
structure clientOptional {}

@trait(selector: "service")
structure cors {
    origin: NonEmptyString = "*"
    origins: NonEmptyStringMap
    maxAge: Integer = 600
    additionalAllowedHeaders: NonEmptyStringList
    additionalExposedHeaders: NonEmptyStringList
}

@trait(selector: ":is(simpleType, list, map, structure > member :test(> :is(simpleType, list, map)))")
document default

@trait
structure deprecated { message: String, since: String }

@trait
string documentation

@trait(selector: "operation")
structure endpoint { @required hostPrefix: NonEmptyString }

@deprecated
@length(min: 1)
@trait(selector: "string :not(enum)")
list enum { member: EnumDefinition }

@trait(selector: ":is(enum, intEnum) > member")
document enumValue

@trait(selector: "structure", conflicts: ["smithy.api#trait"])
enum error {
    CLIENT = "client"
    SERVER = "server"
}

@trait(selector: "structure > :test(member > :test(boolean, byte, short, integer, long, blob, string, timestamp))", conflicts: ["smithy.api#eventPayload"])
structure eventHeader {}

@trait(selector: "structure > :test(member > :test(blob, string, structure, union))", conflicts: ["smithy.api#eventHeader"], structurallyExclusive: "member")
structure eventPayload {}

@trait(selector: "operation")
list examples { member: Example }

@length(min: 1)
@trait
map externalDocumentation { key: NonEmptyString, value: NonEmptyString }

@trait(selector: "structure > :test(member[trait|required] > string)")
structure hostLabel {}

@trait(selector: "operation")
structure http {
    @required method: NonEmptyString
    @required uri: NonEmptyString
    @range(min: 100, max: 999) code: Integer = 200
}

@authDefinition
@trait(selector: "service")
structure httpApiKeyAuth {
    @required name: NonEmptyString
    @required in: HttpApiKeyLocations
    scheme: NonEmptyString
}

@authDefinition
@trait(selector: "service")
structure httpBasicAuth {}

@authDefinition
@trait(selector: "service")
structure httpBearerAuth {}

@trait(selector: "operation")
@unstable
structure httpChecksumRequired {}

@authDefinition
@trait(selector: "service")
structure httpDigestAuth {}

@trait(selector: "structure[trait|error]")
integer httpError

@length(min: 1)
@trait(selector: "structure > :test(member > :test(boolean, number, string, timestamp, list > member > :test(boolean, number, string, timestamp)))", conflicts: ["smithy.api#httpLabel", "smithy.api#httpQuery", "smithy.api#httpPrefixHeaders", "smithy.api#httpPayload", "smithy.api#httpResponseCode", "smithy.api#httpQueryParams"])
string httpHeader

@trait(selector: "structure > member[trait|required] :test(> :test(string, number, boolean, timestamp))", conflicts: ["smithy.api#httpHeader", "smithy.api#httpQuery", "smithy.api#httpPrefixHeaders", "smithy.api#httpPayload", "smithy.api#httpResponseCode", "smithy.api#httpQueryParams"])
structure httpLabel {}

@trait(selector: "structure > member", conflicts: ["smithy.api#httpLabel", "smithy.api#httpQuery", "smithy.api#httpHeader", "smithy.api#httpPrefixHeaders", "smithy.api#httpResponseCode", "smithy.api#httpQueryParams"], structurallyExclusive: "member")
structure httpPayload {}

@trait(selector: "structure > member :test(> map :not([trait|sparse]) > member[id|member=value] > string)", structurallyExclusive: "member", conflicts: ["smithy.api#httpLabel", "smithy.api#httpQuery", "smithy.api#httpHeader", "smithy.api#httpPayload", "smithy.api#httpResponseCode", "smithy.api#httpQueryParams"])
string httpPrefixHeaders

@length(min: 1)
@trait(selector: "structure > member :test(> :test(string, number, boolean, timestamp), > list > member > :test(string, number, boolean, timestamp))", conflicts: ["smithy.api#httpLabel", "smithy.api#httpHeader", "smithy.api#httpPrefixHeaders", "smithy.api#httpPayload", "smithy.api#httpResponseCode", "smithy.api#httpQueryParams"])
string httpQuery

@trait(selector: "structure > member :test(> map > member[id|member=value] > :test(string, list > member > string))", structurallyExclusive: "member", conflicts: ["smithy.api#httpLabel", "smithy.api#httpQuery", "smithy.api#httpHeader", "smithy.api#httpPayload", "smithy.api#httpResponseCode", "smithy.api#httpPrefixHeaders"])
structure httpQueryParams {}

@trait(selector: "structure :not([trait|input]) > member :test(> integer)", structurallyExclusive: "member", conflicts: ["smithy.api#httpLabel", "smithy.api#httpQuery", "smithy.api#httpHeader", "smithy.api#httpPrefixHeaders", "smithy.api#httpPayload", "smithy.api#httpQueryParams"])
structure httpResponseCode {}

@trait(selector: ":test(string, member > string)")
structure idRef {
    selector: String = "*"
    failWhenMissing: Boolean
    errorMessage: String
}

@notProperty
@trait(selector: "structure > :test(member > string)", structurallyExclusive: "member")
structure idempotencyToken {}

@trait(selector: "operation", conflicts: ["smithy.api#readonly"])
structure idempotent { exists: IdempotentErrors, notFound: IdempotentErrors }

@trait(selector: "structure", conflicts: ["smithy.api#output", "smithy.api#error"])
structure input {}

@trait
structure internal {}

@trait(selector: ":is(structure, union) > member")
string jsonName

@trait(selector: ":test(list, map, string, blob, member > :is(list, map, string, blob))")
structure length { min: Long, max: Long }

@trait(selector: "operation")
@unstable
structure longPoll { @range(min: 1) @required timeoutMillis: Integer }

@trait(selector: ":is(blob, string)")
string mediaType

@trait(selector: "dataType :not([trait|input]) :not([trait|output])")
structure metadata { @length(min: 1) @required key: String }

@trait(selector: ":not(member)")
structure mixin { localTraits: LocalMixinTraitList }

@notProperty
@trait(selector: "operation -[input, output]-> structure > member :test(> structure)", structurallyExclusive: "member")
structure nestedProperties {}

@trait(selector: "resource:test(-[put]->)")
structure noReplace {}

@notProperty
@trait(selector: ":is(operation -[input, output]-> structure > member, [trait|trait])")
structure notProperty {}

@trait(selector: "operation")
structure optionalAuth {}

@trait(selector: "structure", conflicts: ["smithy.api#input", "smithy.api#error"])
structure output {}

@trait(selector: ":is(service, operation)")
structure paginated {
    inputToken: NonEmptyString
    outputToken: NonEmptyString
    items: NonEmptyString
    pageSize: NonEmptyString
}

@trait(selector: ":test(string, member > string)")
string pattern

@trait
structure private {}

@trait(selector: "structure > member", conflicts: ["smithy.api#resourceIdentifier"])
structure property { name: String }

@trait(selector: "structure[trait|trait]")
structure protocolDefinition { traits: TraitShapeIdList, @deprecated noInlineDocumentSupport: Boolean }

@trait(selector: ":test(number, member > number)")
structure range { min: BigDecimal, max: BigDecimal }

@trait(selector: "operation", conflicts: ["smithy.api#idempotent"])
structure readonly {}

@trait(selector: "structure > member", conflicts: ["smithy.api#required"])
structure recommended { reason: String }

@trait(selector: ":is(structure, string)")
list references { member: Reference }

@trait(selector: "operation")
structure requestCompression { @required encodings: RequestCompressionEncodingsList }

@trait(selector: "structure > member")
structure required {}

@trait(selector: "blob[trait|streaming]")
structure requiresLength {}

@length(min: 1)
@notProperty
@trait(selector: "structure > :test(member[trait|required] > string)")
string resourceIdentifier

@trait(selector: "structure[trait|error]")
structure retryable { throttling: Boolean }

@trait(selector: ":not(:test(service, operation, resource, member))")
structure sensitive {}

@trait
string since

@trait(selector: ":is(list, map)")
structure sparse {}

@trait(selector: ":is(blob, union)", structurallyExclusive: "target")
structure streaming {}

@trait
list suppress { @length(min: 1) member: String }

@trait
list tags { member: String }

@trait(selector: ":test(timestamp, member > timestamp)")
enum timestampFormat {
    DATE_TIME = "date-time"
    EPOCH_SECONDS = "epoch-seconds"
    HTTP_DATE = "http-date"
}

@trait
string title

@trait(selector: ":is(simpleType, list, map, structure, union)")
structure trait {
    selector: String
    structurallyExclusive: StructurallyExclusive
    conflicts: NonEmptyStringList
    breakingChanges: TraitDiffRules
}

@trait(selector: "[trait|trait]")
map traitValidators { @length(min: 1) key: String, value: TraitValidator }

@trait(selector: "list :not(> member ~> :is(float, double, document))", conflicts: ["smithy.api#sparse"])
structure uniqueItems {}

@trait(selector: "[id=smithy.api#Unit]")
structure unitType {}

@trait
structure unstable {}

@trait(selector: "structure > :test(member > :test(boolean, number, string, timestamp))", conflicts: ["smithy.api#xmlNamespace"])
structure xmlAttribute {}

@trait(selector: ":is(structure, union) > :test(member > :test(list, map))")
structure xmlFlattened {}

@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*(:[a-zA-Z_][a-zA-Z_0-9-]*)?$")
@trait(selector: ":is(structure, union, member)")
string xmlName

@trait(selector: ":is(service, member, simpleType, list, map, structure, union)", conflicts: ["smithy.api#xmlAttribute"])
structure xmlNamespace {
    @required uri: NonEmptyString
    @pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$") prefix: NonEmptyString
}

@idRef(selector: "[trait|authDefinition]")
@private
string AuthTraitReference

bigDecimal BigDecimal

bigInteger BigInteger

blob Blob

boolean Boolean

byte Byte

@idRef(failWhenMissing: false)
@private
string ClosureId

@mediaType("text/markdown; charset=UTF-8; variant=CommonMark")
@private
string CommonMark

document Document

double Double

@pattern("^[a-zA-Z_]+[a-zA-Z_0-9]*$")
@private
string EnumConstantBodyName

@private
structure EnumDefinition {
    @required value: NonEmptyString
    name: EnumConstantBodyName
    documentation: String
    tags: NonEmptyStringList
    deprecated: Boolean
}

@private
structure Example {
    @required title: String
    documentation: String
    input: Document
    output: Document
    error: ExampleError
    allowConstraintErrors: Boolean
}

@private
structure ExampleError { @idRef(selector: "structure[trait|error]") shapeId: String, content: Document }

float Float

@private
enum HttpApiKeyLocations {
    HEADER = "header"
    QUERY = "query"
}

@private
list IdempotentErrors { @idRef(selector: "[trait|error]") member: String }

@pattern("^(_+[a-zA-Z0-9]|[a-zA-Z])\\w*$")
@private
string Identifier

integer Integer

@idRef(selector: "[trait|trait]", failWhenMissing: true)
@private
string LocalMixinTrait

@private
list LocalMixinTraitList { member: LocalMixinTrait }

long Long

@private
@uniqueItems
list Namespaces { member: String }

@length(min: 1)
@private
string NonEmptyString

@private
list NonEmptyStringList { member: NonEmptyString }

@private
map NonEmptyStringMap { key: NonEmptyString, value: NonEmptyString }

@default(false)
boolean PrimitiveBoolean

@default(0)
byte PrimitiveByte

@default(0)
double PrimitiveDouble

@default(0)
float PrimitiveFloat

@default(0)
integer PrimitiveInteger

@default(0)
long PrimitiveLong

@default(0)
short PrimitiveShort

@private
structure Reference {
    @required resource: NonEmptyString
    ids: NonEmptyStringMap
    service: NonEmptyString
    rel: NonEmptyString
}

@private
map Renames {
    @idRef(failWhenMissing: true, selector: ":not(:is(member, service, resource, operation))") key: String
    value: Identifier
}

@private
list RequestCompressionEncodingsList { member: String }

@private
enum Severity { NOTE, WARNING, DANGER, ERROR }

@private
structure ShapeClosure {
    @required id: ClosureId
    includeNamespaces: Namespaces = []
    @length(min: 1) includeBySelector: String
    rename: Renames = {}
    documentation: CommonMark
}

@metadata(key: "shapeClosures")
@private
list ShapeClosures { member: ShapeClosure }

short Short

string String

@private
enum StructurallyExclusive {
    MEMBER = "member"
    TARGET = "target"
}

timestamp Timestamp

@private
enum TraitChangeType {
    UPDATE = "update"
    ADD = "add"
    REMOVE = "remove"
    PRESENCE = "presence"
    ANY = "any"
}

@private
structure TraitDiffRule {
    path: String
    @required change: TraitChangeType
    severity: Severity = "ERROR"
    message: String
}

@length(min: 1)
@private
list TraitDiffRules { member: TraitDiffRule }

@idRef(failWhenMissing: true, selector: "[trait|trait]")
@private
string TraitShapeId

@private
list TraitShapeIdList { member: TraitShapeId }

@private
structure TraitValidator {
    @required selector: String
    message: String
    severity: Severity = "ERROR"
}

@unitType
structure Unit {}
