//! Layers: archives in numbered versions.

use std::collections::BTreeMap;
use std::sync::Arc;

use lambda_server::operation::{
    ListLayerVersionsInput, PublishLayerVersionInput, PublishLayerVersionOutput,
};
use lambda_server::types::{
    self, Architecture, LayerVersion, LayerVersionContentOutput, LayerVersionsListItem, Runtime,
};

use crate::archive::{Archive, LARGEST_UNPACKED};
use crate::home::Home;
use crate::layer_name::read_layer_version_arn;
use crate::refusal::Refusal;
use crate::stamp;

/// A layer: its versions, and how many it has ever had.
#[derive(Debug, Default)]
pub(crate) struct Layer {
    versions: BTreeMap<u64, Version>,
    published: u64,
}

/// A version of a layer.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) archive: Arc<Archive>,
    /// The layer's ARN, without the number.
    layer_arn: String,
    number: u64,
    created: String,
    description: Option<String>,
    license: Option<String>,
    runtimes: Option<Vec<Runtime>>,
    architectures: Option<Vec<Architecture>>,
}

impl Layer {
    /// Makes the next version. Numbers are never given out twice.
    pub(crate) fn publish(
        &mut self,
        layer_arn: String,
        archive: Arc<Archive>,
        input: PublishLayerVersionInput,
    ) -> Version {
        self.published += 1;
        let version = Version {
            archive,
            layer_arn,
            number: self.published,
            created: stamp::now(),
            description: input.description,
            license: input.license_info,
            runtimes: input.compatible_runtimes,
            architectures: input.compatible_architectures,
        };
        self.versions.insert(version.number, version.clone());
        version
    }

    pub(crate) fn version(&self, number: u64) -> Option<&Version> {
        self.versions.get(&number)
    }

    pub(crate) fn delete(&mut self, number: u64) {
        self.versions.remove(&number);
    }

    /// The versions that pass the request's filters, newest first, from number `first` on.
    pub(crate) fn list<'l>(
        &'l self,
        first: Option<u64>,
        input: &'l ListLayerVersionsInput,
    ) -> impl Iterator<Item = (u64, LayerVersionsListItem)> + 'l {
        let versions = self.versions.range(..=first.unwrap_or(u64::MAX)).rev();
        let suitable = versions.filter(|(_, version)| {
            is_among(input.compatible_runtime, version.runtimes.as_deref())
                && is_among(input.compatible_architecture, version.architectures.as_deref())
        });
        suitable.map(|(number, version)| (*number, version.item()))
    }
}

impl Version {
    pub(crate) fn arn(&self) -> String {
        format!("{}:{}", self.layer_arn, self.number)
    }

    /// As it is described to whoever asks for it; `location` is the link to its archive.
    pub(crate) fn described(&self, location: String) -> LayerVersion {
        let mut described = LayerVersion::new()
            .with_content(self.content(location))
            .with_layer_arn(&self.layer_arn)
            .with_layer_version_arn(self.arn())
            .with_description(self.description.as_deref().unwrap_or_default())
            .with_created_date(&self.created)
            .with_version(api_number(self.number));
        described.license_info.clone_from(&self.license);
        described.compatible_runtimes.clone_from(&self.runtimes);
        described.compatible_architectures.clone_from(&self.architectures);
        described
    }

    /// As it is described to whoever has just published it.
    pub(crate) fn published(&self, location: String) -> PublishLayerVersionOutput {
        let described = self.described(location);
        let mut published = PublishLayerVersionOutput::new();
        published.content = described.content;
        published.layer_arn = described.layer_arn;
        published.layer_version_arn = described.layer_version_arn;
        published.description = described.description;
        published.created_date = described.created_date;
        published.version = described.version;
        published.license_info = described.license_info;
        published.compatible_runtimes = described.compatible_runtimes;
        published.compatible_architectures = described.compatible_architectures;
        published
    }

    fn item(&self) -> LayerVersionsListItem {
        let mut item = LayerVersionsListItem::new()
            .with_layer_version_arn(self.arn())
            .with_version(api_number(self.number))
            .with_created_date(&self.created);
        item.description.clone_from(&self.description);
        item.license_info.clone_from(&self.license);
        item.compatible_runtimes.clone_from(&self.runtimes);
        item.compatible_architectures.clone_from(&self.architectures);
        item
    }

    fn content(&self, location: String) -> LayerVersionContentOutput {
        LayerVersionContentOutput::new()
            .with_location(location)
            .with_code_sha256(&self.archive.sha256)
            .with_code_size(self.archive.size())
    }
}

/// The most layers that a function may have.
const MOST_LAYERS: usize = 5;

/// The layer versions that a function with this code asks for by their ARNs, if it may have them.
pub(crate) fn attach(
    home: &Home,
    layers: &BTreeMap<String, Layer>,
    arns: &[String],
    code: &Archive,
) -> Result<Vec<types::Layer>, Refusal> {
    if arns.len() > MOST_LAYERS {
        return Err(Refusal::invalid(format!("Cannot reference more than {MOST_LAYERS} layers.")));
    }
    let mut attached = Vec::new();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut unpacked = code.unpacked;
    for arn in arns {
        let (name, number) = read_layer_version_arn(home, arn)?;
        let Some(version) = layers.get(name).and_then(|layer| layer.version(number)) else {
            return Err(Refusal::invalid(format!("Layer version {arn} does not exist.")));
        };
        if let Some(other) = seen.insert(name, arn) {
            return Err(Refusal::invalid(format!(
                "Two different versions of the same layer are not allowed to be referenced in the same function. \
                 {other} and {arn} are versions of the same layer."
            )));
        }
        unpacked += version.archive.unpacked;
        attached.push(types::Layer::new().with_arn(arn).with_code_size(version.archive.size()));
    }
    if unpacked >= LARGEST_UNPACKED {
        return Err(Refusal::invalid(format!(
            "Function code combined with layers exceeds the maximum allowed size of {LARGEST_UNPACKED} bytes. The \
             actual size is {unpacked} bytes."
        )));
    }
    Ok(attached)
}

/// The number of a version, as a request says it.
pub(crate) fn read_number(number: i64) -> Result<u64, Refusal> {
    match u64::try_from(number) {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(Refusal::invalid("Layer Version Cannot be less than 1")),
    }
}

fn api_number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn is_among<T: PartialEq>(wanted: Option<T>, offered: Option<&[T]>) -> bool {
    match wanted {
        None => true,
        Some(wanted) => offered.unwrap_or_default().contains(&wanted),
    }
}
