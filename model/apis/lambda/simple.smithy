$version: "2.0"

namespace com.amazonaws.lambda

// The simple shapes that several files use: names, ARNs and the like.

@length(min: 1, max: 140)
@pattern("^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$")
string FunctionName

@length(min: 1, max: 170)
@pattern("^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$")
string NamespacedFunctionName

@pattern("^arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}(-gov)?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?$")
string FunctionArn

@pattern("^arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}(-gov)?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_\\.]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?$")
string NameSpacedFunctionArn

@length(min: 1, max: 1024)
@pattern("^(\\$LATEST|[0-9]+)$")
string Version

@length(min: 1, max: 128)
@pattern("^(|[a-zA-Z0-9$_-]+)$")
string Qualifier

@length(min: 0, max: 256)
string Description

@pattern("^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$")
string RoleArn

@pattern("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$")
string KMSKeyArn

@pattern("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$")
string ResourceArn

@pattern("^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)$")
string Arn

@length(min: 0, max: 200)
@pattern("^arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}$")
string CodeSigningConfigArn

@length(min: 0, max: 128)
@pattern("^[^\\s]+$")
string Handler

@range(min: 1)
integer Timeout

@range(min: 128, max: 10240)
integer MemorySize

// Lambda sends and takes dates as text that no timestamp format of Smithy describes: the offset has
// no colon.
string IsoDateTime

@sensitive
blob ZipArchive

@sensitive
string SensitiveString

@length(min: 3, max: 63)
@pattern("^[0-9A-Za-z\\.\\-_]*(?<!\\.)$")
string S3Bucket

@length(min: 1, max: 1024)
string S3Key

@length(min: 1, max: 1024)
string S3ObjectVersion
