$version: "2.0"

metadata suppressions = [
    {
        id: "HttpMethodSemantics"
        namespace: "com.amazonaws.lambda"
        reason: """
            UpdateFunctionCode is a PUT, yet each call gives the function a new revision and may publish
            a version, so nothing here promises that sending it twice is like sending it once."""
    }
]

namespace com.amazonaws.lambda

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Lambda runs functions in answer to events, on machines that nobody has to look after. This is
/// the part of its API that deals in code: functions, the versions frozen from them, and the layers
/// that they share.
///
/// - A **function** has one working copy, `$LATEST`, which can be changed at will.
/// - A **version** is the working copy as it was at one moment, code and settings alike. It has a
///   number, counted from 1 for each function, and never changes again.
/// - A **layer** is an archive of libraries or data that is unpacked under `/opt` beside a function's
///   own code. Layers come in numbered versions only, and a function names the version it wants.
@title("AWS Lambda")
@service(
    sdkId: "Lambda"
    arnNamespace: "lambda"
    cloudFormationName: "Lambda"
    cloudTrailEventSource: "lambda.amazonaws.com"
    endpointPrefix: "lambda"
)
@sigv4(name: "lambda")
@restJson1
service Lambda {
    version: "2015-03-31"
    resources: [
        Function
    ]
    // A layer is no resource here: what tells its versions apart is a number, and Smithy wants
    // identifiers to be strings.
    operations: [
        PublishLayerVersion
        GetLayerVersion
        GetLayerVersionByArn
        ListLayerVersions
        DeleteLayerVersion
    ]
}
