//! The six operations on functions and their versions.

use lambda_client::Client;
use lambda_client::operation::{
    CreateFunctionInput, DeleteFunctionInput, GetFunctionInput, ListVersionsByFunctionInput,
    PublishVersionInput, UpdateFunctionCodeInput,
};
use lambda_client::types::{
    Architecture, Environment, FunctionCode, FunctionConfiguration, Runtime,
};

use crate::archive::{archive, sha256};
use crate::checks::Checks;

const NAME: &str = "probe-function";

/// Creates a function, publishes two versions, deletes it bit by bit.
pub(crate) async fn probe(client: &Client, role: &str, checks: &mut Checks) {
    let first = archive("index.py", "def handler(event, context):\n    return 1\n");
    let second = archive("index.py", "def handler(event, context):\n    return 22\n");
    let code = FunctionCode::new().with_zip_file(first.clone());
    let input = CreateFunctionInput::new(NAME, role, code)
        .with_runtime(Runtime::Python3_12)
        .with_handler("index.handler")
        .with_description("what it does")
        .with_timeout(7)
        .with_memory_size(256)
        .with_environment(Environment::new().with_variables([("KEY", "ü \"\\\n")]))
        .with_tags([("team", "tools")])
        .with_architectures([Architecture::Arm64]);
    let answer = client.create_function(input.clone()).await;
    let Some(created) = checks.output("CreateFunction", answer) else { return };
    described(checks, &created, role, &first);
    checks.equal("Version", created.version.as_deref(), Some("$LATEST"));
    let answer = client.create_function(input).await;
    checks.error("CreateFunction, again", answer, "ResourceConflictException");

    let answer = client.get_function(GetFunctionInput::new(NAME)).await;
    if let Some(function) = checks.output("GetFunction", answer) {
        described(checks, &function.configuration.unwrap_or_default(), role, &first);
        let tag = function.tags.unwrap_or_default().get("team").cloned();
        checks.equal("Tags", tag.as_deref(), Some("tools"));
        let location = function.code.and_then(|code| code.location);
        checks.that("Code.Location", location.is_some(), || "none".to_owned());
    }

    let answer =
        client.publish_version(PublishVersionInput::new(NAME).with_description("the first")).await;
    if let Some(version) = checks.output("PublishVersion", answer) {
        checks.equal("Version", version.version.as_deref(), Some("1"));
        checks.equal("Description", version.description.as_deref(), Some("the first"));
    }
    let input = UpdateFunctionCodeInput::new(NAME).with_zip_file(second.clone()).with_publish(true);
    if let Some(updated) =
        checks.output("UpdateFunctionCode", client.update_function_code(input).await)
    {
        checks.equal("CodeSha256", updated.code_sha256.as_deref(), Some(sha256(&second).as_str()));
    }
    let answer = client.get_function(GetFunctionInput::new(NAME).with_qualifier("1")).await;
    if let Some(function) = checks.output("GetFunction, a version", answer) {
        let configuration = function.configuration.unwrap_or_default();
        checks.equal("Version", configuration.version.as_deref(), Some("1"));
        checks.equal(
            "CodeSha256",
            configuration.code_sha256.as_deref(),
            Some(sha256(&first).as_str()),
        );
    }
    listed(client, checks, &["$LATEST", "1", "2"]).await;

    let answer = client.delete_function(DeleteFunctionInput::new(NAME).with_qualifier("1")).await;
    checks.output("DeleteFunction, a version", answer);
    listed(client, checks, &["$LATEST", "2"]).await;
    checks.output("DeleteFunction", client.delete_function(DeleteFunctionInput::new(NAME)).await);
    let answer = client.get_function(GetFunctionInput::new(NAME)).await;
    checks.error("GetFunction, deleted", answer, "ResourceNotFoundException");
    let answer = client.delete_function(DeleteFunctionInput::new(NAME)).await;
    checks.error("DeleteFunction, deleted", answer, "ResourceNotFoundException");
}

fn described(checks: &mut Checks, found: &FunctionConfiguration, role: &str, archive: &[u8]) {
    checks.equal("FunctionName", found.function_name.as_deref(), Some(NAME));
    let arn = found.function_arn.as_deref().unwrap_or_default();
    checks.that("FunctionArn", arn.contains(":function:probe-function"), || arn.to_owned());
    checks.equal("Runtime", found.runtime.as_ref(), Some(&Runtime::Python3_12));
    checks.equal("Role", found.role.as_deref(), Some(role));
    checks.equal("Handler", found.handler.as_deref(), Some("index.handler"));
    checks.equal("CodeSize", usize::try_from(found.code_size).ok(), Some(archive.len()));
    checks.equal("CodeSha256", found.code_sha256.as_deref(), Some(sha256(archive).as_str()));
    checks.equal("Description", found.description.as_deref(), Some("what it does"));
    checks.equal("Timeout", found.timeout, Some(7));
    checks.equal("MemorySize", found.memory_size, Some(256));
    checks.equal("Architectures", found.architectures.as_deref(), Some(&[Architecture::Arm64][..]));
    let variables =
        found.environment.as_ref().and_then(|environment| environment.variables.as_ref());
    let value = variables.and_then(|variables| variables.get("KEY"));
    checks.equal("Environment", value.map(String::as_str), Some("ü \"\\\n"));
    checks.that("LastModified", found.last_modified.is_some(), || "none".to_owned());
}

async fn listed(client: &Client, checks: &mut Checks, expected: &[&str]) {
    let answer = client.list_versions_by_function(ListVersionsByFunctionInput::new(NAME)).await;
    if let Some(answer) = checks.output("ListVersionsByFunction", answer) {
        let versions = answer.versions.unwrap_or_default();
        let mut found: Vec<&str> =
            versions.iter().filter_map(|version| version.version.as_deref()).collect();
        found.sort_unstable();
        checks.equal("Versions", found, expected);
    }
}
