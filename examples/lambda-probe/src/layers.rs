//! The five operations on layers.

use lambda_client::operation::{
    DeleteLayerVersionInput, GetLayerVersionByArnInput, GetLayerVersionInput,
    ListLayerVersionsInput, PublishLayerVersionInput,
};
use lambda_client::types::{Architecture, LayerVersion, LayerVersionContentInput, Runtime};
use lambda_client::{Client, Error};

use crate::archive::{archive, sha256};
use crate::checks::Checks;

const NAME: &str = "probe-layer";

/// Publishes two versions, reads them back, deletes one.
pub(crate) async fn probe(client: &Client, checks: &mut Checks) {
    let archive = archive("python/shared.py", "VALUE = 1\n");
    let content = LayerVersionContentInput::new().with_zip_file(archive.clone());
    let input = PublishLayerVersionInput::new(NAME, content)
        .with_description("shared code")
        .with_compatible_runtimes([Runtime::Python3_12, Runtime::Python3_13])
        .with_license_info("MIT")
        .with_compatible_architectures([Architecture::Arm64]);
    let answer = client.publish_layer_version(input.clone()).await;
    let Some(published) = checks.output("PublishLayerVersion", answer) else { return };
    checks.equal("Version", published.version, 1);
    checks.that(
        "LayerArn",
        ends_with(published.layer_arn.as_deref(), ":layer:probe-layer"),
        || format!("{:?}", published.layer_arn),
    );
    let answer = client.publish_layer_version(input).await;
    if let Some(again) = checks.output("PublishLayerVersion, again", answer) {
        checks.equal("Version", again.version, 2);
    }

    let answer = client.get_layer_version(GetLayerVersionInput::new(NAME, 1)).await;
    if let Some(version) = checks.output("GetLayerVersion", answer) {
        checks.equal("LayerVersionArn", &version.layer_version_arn, &published.layer_version_arn);
        described(checks, &version, &archive);
    }
    let answer = client.get_layer_version(GetLayerVersionInput::new(NAME, 9)).await;
    checks.error("GetLayerVersion, unknown", answer, "ResourceNotFoundException");

    let arn = published.layer_version_arn.unwrap_or_default();
    match client.get_layer_version_by_arn(GetLayerVersionByArnInput::new(&arn)).await {
        // What a stand-in answers that has never heard of the operation.
        Err(Error::Unmodelled(failure)) if failure.code().is_none() => {
            checks.skip("GetLayerVersionByArn", &failure.to_string());
        }
        answer => {
            if let Some(version) = checks.output("GetLayerVersionByArn", answer) {
                checks.equal(
                    "LayerVersionArn",
                    version.layer_version_arn.as_deref(),
                    Some(arn.as_str()),
                );
                described(checks, &version, &archive);
            }
        }
    }

    listed(client, checks, &[1, 2]).await;
    let answer = client.delete_layer_version(DeleteLayerVersionInput::new(NAME, 1)).await;
    checks.output("DeleteLayerVersion", answer);
    listed(client, checks, &[2]).await;
}

fn described(checks: &mut Checks, version: &LayerVersion, archive: &[u8]) {
    checks.equal("Description", version.description.as_deref(), Some("shared code"));
    checks.equal("LicenseInfo", version.license_info.as_deref(), Some("MIT"));
    let runtimes = [Runtime::Python3_12, Runtime::Python3_13];
    checks.equal("CompatibleRuntimes", version.compatible_runtimes.as_deref(), Some(&runtimes[..]));
    checks.equal(
        "CompatibleArchitectures",
        version.compatible_architectures.as_deref(),
        Some(&[Architecture::Arm64][..]),
    );
    checks.that("CreatedDate", version.created_date.is_some(), || "none".to_owned());
    let content = version.content.as_ref();
    let digest = content.and_then(|content| content.code_sha256.as_deref());
    checks.equal("CodeSha256", digest, Some(sha256(archive).as_str()));
    let size = content.and_then(|content| usize::try_from(content.code_size).ok());
    checks.equal("CodeSize", size, Some(archive.len()));
    checks.that("Location", content.is_some_and(|content| content.location.is_some()), || {
        "none".to_owned()
    });
}

async fn listed(client: &Client, checks: &mut Checks, expected: &[i64]) {
    let answer = client.list_layer_versions(ListLayerVersionsInput::new(NAME)).await;
    if let Some(answer) = checks.output("ListLayerVersions", answer) {
        let mut found: Vec<i64> = answer
            .layer_versions
            .unwrap_or_default()
            .iter()
            .map(|version| version.version)
            .collect();
        found.sort_unstable();
        checks.equal("LayerVersions", found, expected);
    }
}

fn ends_with(text: Option<&str>, end: &str) -> bool {
    text.is_some_and(|text| text.ends_with(end))
}
