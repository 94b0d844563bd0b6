//! The main rules of functions, versions and layers, by way of the generated client, without a socket.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

use std::fmt::Debug;
use std::time::Duration;

use lambda_client::farrier_runtime::auth::StaticCredentials;
use lambda_client::farrier_runtime::client::ServiceError;
use lambda_client::operation::{
    CreateFunctionInput, DeleteFunctionInput, DeleteLayerVersionInput, GetFunctionInput,
    GetLayerVersionInput, ListLayerVersionsInput, ListVersionsByFunctionInput,
    PublishLayerVersionInput, PublishVersionInput, UpdateFunctionCodeInput,
};
use lambda_client::types::{
    Architecture, Environment, FunctionCode, LayerVersionContentInput, Runtime,
};
use lambda_client::{Client, Config, Error};
use local_lambda::Home;

const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:resize";

/// An archive of one empty file; archives with different names differ.
fn archive(name: u8) -> Vec<u8> {
    let mut bytes = b"PK\x01\x02".to_vec();
    bytes.extend_from_slice(&[0; 24]);
    bytes.extend_from_slice(&[1, 0]);
    bytes.extend_from_slice(&[0; 16]);
    bytes.push(name);
    bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2f\0\0\0\0\0\0\0\0\0");
    bytes
}

fn client() -> Client {
    let home = Home { region: "us-east-1".to_owned(), account: "123456789012".to_owned() };
    let config = Config::new()
        .with_region("us-east-1")
        .with_credentials(StaticCredentials::new("test", "test"))
        .with_service(local_lambda::service(home));
    Client::new(config)
}

fn creation(name: &str) -> CreateFunctionInput {
    let code = FunctionCode::new().with_zip_file(archive(b'a'));
    CreateFunctionInput::new(name, "arn:aws:iam::123456789012:role/lambda-role", code)
        .with_runtime(Runtime::Python3_12)
        .with_handler("index.handler")
}

/// Checks status, code and text of a refusal.
fn refused<T: Debug, E: ServiceError + Debug>(
    answer: Result<T, Error<E>>,
    expected: (u16, &str, &str),
) {
    let error = answer.expect_err("a refusal");
    let (status, code, message) = match &error {
        Error::Service(failure) => {
            (failure.status(), Some(failure.error().code()), failure.message())
        }
        Error::Unmodelled(failure) => (failure.status(), failure.code(), failure.message()),
        other => panic!("{other:?}"),
    };
    let found = (status.as_u16(), code.unwrap_or_default(), message.unwrap_or_default());
    assert_eq!(found, expected);
}

#[tokio::test]
async fn versions_are_frozen() {
    let client = client();
    let created = client
        .create_function(creation("resize").with_description("mine"))
        .await
        .expect("a function");
    assert_eq!(
        (created.version.as_deref(), created.function_arn.as_deref()),
        (Some("$LATEST"), Some(ARN))
    );
    let publish = || PublishVersionInput::new("resize");
    let first = client.publish_version(publish().with_description("one")).await.expect("a version");
    assert_eq!(first.function_arn, Some(format!("{ARN}:1")));
    let again =
        client.publish_version(publish().with_description("two")).await.expect("the same version");
    assert_eq!(again, first);
    let update =
        UpdateFunctionCodeInput::new("resize").with_zip_file(archive(b'b')).with_publish(true);
    let second = client.update_function_code(update).await.expect("a version");
    assert_eq!(
        (second.version.as_deref(), second.description.as_deref()),
        (Some("2"), Some("mine"))
    );
    let kept =
        client.get_function(GetFunctionInput::new("resize:1")).await.expect("the first version");
    assert_eq!(kept.configuration, Some(first));
    let list = client
        .list_versions_by_function(ListVersionsByFunctionInput::new(ARN))
        .await
        .expect("a list");
    let arns: Vec<_> = list
        .versions
        .iter()
        .flatten()
        .filter_map(|version| version.function_arn.as_deref())
        .collect();
    assert_eq!(arns, [format!("{ARN}:$LATEST"), format!("{ARN}:1"), format!("{ARN}:2")]);
}

#[tokio::test]
async fn preconditions() {
    let client = client();
    let created = client.create_function(creation("resize")).await.expect("a function");
    let outdated = "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API \
                    to retrieve the latest Revision Id";
    let update = || UpdateFunctionCodeInput::new("resize").with_zip_file(archive(b'b'));
    let revision = created.revision_id.expect("a revision");
    let updated = client
        .update_function_code(update().with_revision_id(&revision))
        .await
        .expect("the current revision");
    assert_ne!(updated.revision_id.as_ref(), Some(&revision));
    let late = client.update_function_code(update().with_revision_id(&revision)).await;
    refused(late, (412, "PreconditionFailedException", outdated));
    let publish = || PublishVersionInput::new("resize");
    let late = client.publish_version(publish().with_revision_id(revision)).await;
    refused(late, (412, "PreconditionFailedException", outdated));
    let current = updated.code_sha256.expect("a digest");
    let message = format!(
        "CodeSHA256 (other) is different from current CodeSHA256 in $LATEST ({current}). Please try again with the \
         CodeSHA256 in $LATEST."
    );
    let other = client.publish_version(publish().with_code_sha256("other")).await;
    refused(other, (400, "InvalidParameterValueException", &message));
    client.publish_version(publish().with_code_sha256(current)).await.expect("the current digest");
}

#[tokio::test]
async fn numbers_go_on() {
    let client = client();
    client.create_function(creation("resize").with_publish(true)).await.expect("a function");
    client
        .delete_function(DeleteFunctionInput::new("resize").with_qualifier("1"))
        .await
        .expect("deleted");
    client
        .delete_function(DeleteFunctionInput::new("resize").with_qualifier("1"))
        .await
        .expect("deleted before");
    let second =
        client.publish_version(PublishVersionInput::new("resize")).await.expect("a version");
    assert_eq!(second.version.as_deref(), Some("2"));
    client.delete_function(DeleteFunctionInput::new("resize")).await.expect("deleted");
    let third =
        client.create_function(creation("resize").with_publish(true)).await.expect("a function");
    assert_eq!(third.version.as_deref(), Some("3"));
}

#[tokio::test]
async fn functions_are_refused() {
    let client = client();
    client.create_function(creation("resize")).await.expect("a function");
    let taken = client.create_function(creation(ARN)).await;
    refused(taken, (409, "ResourceConflictException", "Function already exist: resize"));
    let missing = format!("Function not found: {ARN}:7");
    let version = client.get_function(GetFunctionInput::new("resize").with_qualifier("7")).await;
    refused(version, (404, "ResourceNotFoundException", &missing));
    let latest = client.delete_function(DeleteFunctionInput::new("resize:$LATEST")).await;
    let message = "$LATEST version cannot be deleted without deleting the function.";
    refused(latest, (400, "InvalidParameterValueException", message));
    let far = client.get_function(GetFunctionInput::new("eu-west-1:resize")).await;
    let message = "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')";
    refused(far, (404, "ResourceNotFoundException", message));
    let environment = Environment::new().with_variables([("LARGE", "x".repeat(4085))]);
    let large = client.create_function(creation("other").with_environment(environment)).await;
    assert!(
        large
            .expect_err("too large")
            .to_string()
            .contains("exceeded the 4KB limit. String measured: {\"LARGE\":")
    );
    let code = FunctionCode::new().with_zip_file("no archive");
    let role = "arn:aws:iam::123456789012:role/lambda-role";
    let bare = client.create_function(CreateFunctionInput::new("other", role, code)).await;
    let message = "Runtime and Handler are mandatory parameters for functions created with deployment packages.";
    refused(bare, (400, "InvalidParameterValueException", message));
}

#[tokio::test]
async fn layers() {
    let client = client();
    let content = || LayerVersionContentInput::new().with_zip_file(archive(b'a'));
    let publish = |runtime| {
        PublishLayerVersionInput::new("libs", content()).with_compatible_runtimes([runtime])
    };
    let first =
        client.publish_layer_version(publish(Runtime::Python3_12)).await.expect("a version");
    client.publish_layer_version(publish(Runtime::Java21)).await.expect("a version");
    let list = async |input| {
        let list = client.list_layer_versions(input).await.expect("a list");
        let numbers =
            list.layer_versions.iter().flatten().map(|version| version.version).collect::<Vec<_>>();
        (numbers, list.next_marker)
    };
    let all = || ListLayerVersionsInput::new("libs");
    assert_eq!(list(all()).await, (vec![2, 1], None));
    assert_eq!(list(all().with_compatible_runtime(Runtime::Python3_12)).await, (vec![1], None));
    let (newest, next) = list(all().with_max_items(1)).await;
    assert_eq!(newest, [2]);
    assert_eq!(list(all().with_marker(next.expect("a marker"))).await, (vec![1], None));

    let arn = first.layer_version_arn.expect("an ARN");
    let function =
        client.create_function(creation("resize").with_layers([&arn])).await.expect("a function");
    let attached =
        function.layers.iter().flatten().map(|layer| layer.arn.clone()).collect::<Vec<_>>();
    assert_eq!(attached, [Some(arn.clone())]);
    let twice = client.create_function(creation("other").with_layers([&arn, &arn])).await;
    assert!(
        twice
            .expect_err("refused")
            .to_string()
            .contains("Two different versions of the same layer")
    );

    client.delete_layer_version(DeleteLayerVersionInput::new("libs", 1)).await.expect("deleted");
    let gone = client.get_layer_version(GetLayerVersionInput::new("libs", 1)).await;
    refused(gone, (404, "ResourceNotFoundException", "The resource you requested does not exist."));
    let zero = client.get_layer_version(GetLayerVersionInput::new("libs", 0)).await;
    refused(zero, (400, "InvalidParameterValueException", "Layer Version Cannot be less than 1"));
    let third =
        client.publish_layer_version(PublishLayerVersionInput::new("libs", content())).await;
    assert_eq!(third.expect("a version").version, 3);
}

#[tokio::test]
async fn violations_in_lambdas_words() {
    let client = client();
    let input = creation("no name!")
        .with_memory_size(1)
        .with_timeout(0)
        .with_architectures([Architecture::from("vax")])
        .with_layers(["libs"]);
    let error = client.create_function(input).await.expect_err("violations");
    let Error::Unmodelled(failure) = error else { panic!("{error}") };
    assert_eq!((failure.status().as_u16(), failure.code()), (400, Some("ValidationException")));
    let message = failure.message().expect("a message");
    let sentences: Vec<&str> = message.split("; ").collect();
    let [name, timeout, memory, layers, architectures] = sentences[..] else { panic!("{message}") };
    let start = "5 validation errors detected: Value 'no name!' at 'functionName' failed to satisfy constraint: Member \
                 must satisfy regular expression pattern: ";
    assert!(name.starts_with(start), "{name}");
    let rule = "failed to satisfy constraint: Member must";
    assert_eq!(
        timeout,
        format!("Value '0' at 'timeout' {rule} have value greater than or equal to 1")
    );
    assert_eq!(
        memory,
        format!("Value '1' at 'memorySize' {rule} have value greater than or equal to 128")
    );
    let items = "satisfy constraint: [Member must have length less than or equal to 140, Member must have length greater \
                 than or equal to 1, Member must satisfy regular expression pattern: ";
    assert!(layers.starts_with(&format!("Value '[libs]' at 'layers' {rule} {items}")), "{layers}");
    let items = "satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]";
    assert_eq!(architectures, format!("Value '[vax]' at 'architectures' {rule} {items}"));

    let runtime =
        client.create_function(creation("resize").with_runtime(Runtime::from("cobol"))).await;
    let error = runtime.expect_err("an unknown runtime");
    assert_eq!(error.code(), Some("InvalidParameterValueException"));
    let message = "Value cobol at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [nodejs,";
    assert!(error.to_string().contains(message), "{error}");
}

#[tokio::test]
async fn more_versions_than_one_page_holds() {
    let client = client();
    client.create_function(creation("resize")).await.expect("a function");
    for number in 0..60 {
        let update = UpdateFunctionCodeInput::new("resize")
            .with_zip_file(archive(b'A' + number))
            .with_publish(true);
        client.update_function_code(update).await.expect("a version");
    }
    let list = || ListVersionsByFunctionInput::new("resize");
    let pages = client.list_versions_by_function(list()).pages().try_collect().await;
    assert_eq!(pages.expect("all pages").len(), 2);
    let versions = client.list_versions_by_function(list()).items().try_collect().await;
    let versions: Vec<String> =
        versions.expect("all items").into_iter().filter_map(|item| item.version).collect();
    let expected: Vec<String> = std::iter::once("$LATEST".to_owned())
        .chain((1..=60).map(|number: u32| number.to_string()))
        .collect();
    assert_eq!(versions, expected);
}

#[tokio::test]
async fn the_versions_of_a_layer_a_few_at_a_time() {
    let client = client();
    for number in 0..10 {
        let content = LayerVersionContentInput::new().with_zip_file(archive(b'A' + number));
        let input = PublishLayerVersionInput::new("tools", content);
        client.publish_layer_version(input).await.expect("a version");
    }
    let input = ListLayerVersionsInput::new("tools").with_max_items(3);
    let mut pages = client.list_layer_versions(input).pages();
    let mut lengths = Vec::new();
    while let Some(page) = pages.try_next().await.expect("all pages") {
        lengths.push(page.layer_versions.map_or(0, |versions| versions.len()));
    }
    assert_eq!(lengths, [3, 3, 3, 1]);
}

#[tokio::test(start_paused = true)]
async fn a_function_comes_and_is_active() {
    let client = client();
    let waiting = {
        let client = client.clone();
        let minute = Duration::from_secs(60);
        let input = GetFunctionInput::new("resize");
        tokio::spawn(async move { client.wait_until_function_exists(input, minute).await })
    };
    tokio::time::sleep(Duration::from_secs(5)).await;
    client.create_function(creation("resize")).await.expect("a function");
    let waited = waiting.await.expect("no panic").expect("a function");
    assert!(waited.attempts() > 1);
    let waited = client
        .wait_until_function_active_v2(GetFunctionInput::new("resize"), Duration::from_secs(60))
        .await
        .expect("an active function");
    let output = waited.into_output().expect("a description");
    let name = output.configuration.and_then(|configuration| configuration.function_name);
    assert_eq!(name.as_deref(), Some("resize"));
}
