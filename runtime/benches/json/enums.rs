//! The enums of that answer, in the form of generated code.

use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Runtime {
    Nodejs18X,
    Nodejs20X,
    Nodejs22X,
    Java17,
    Java21,
    Python311,
    Python312,
    Python313,
    Dotnet8,
    Ruby33,
    ProvidedAl2,
    ProvidedAl2023,
    Unknown(String),
}

impl Runtime {
    fn as_str(&self) -> &str {
        match self {
            Self::Nodejs18X => "nodejs18.x",
            Self::Nodejs20X => "nodejs20.x",
            Self::Nodejs22X => "nodejs22.x",
            Self::Java17 => "java17",
            Self::Java21 => "java21",
            Self::Python311 => "python3.11",
            Self::Python312 => "python3.12",
            Self::Python313 => "python3.13",
            Self::Dotnet8 => "dotnet8",
            Self::Ruby33 => "ruby3.3",
            Self::ProvidedAl2 => "provided.al2",
            Self::ProvidedAl2023 => "provided.al2023",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for Runtime {
    fn from(text: &str) -> Self {
        match text {
            "nodejs18.x" => Self::Nodejs18X,
            "nodejs20.x" => Self::Nodejs20X,
            "nodejs22.x" => Self::Nodejs22X,
            "java17" => Self::Java17,
            "java21" => Self::Java21,
            "python3.11" => Self::Python311,
            "python3.12" => Self::Python312,
            "python3.13" => Self::Python313,
            "dotnet8" => Self::Dotnet8,
            "ruby3.3" => Self::Ruby33,
            "provided.al2" => Self::ProvidedAl2,
            "provided.al2023" => Self::ProvidedAl2023,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for Runtime {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for Runtime {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Architecture {
    X8664,
    Arm64,
    Unknown(String),
}

impl Architecture {
    fn as_str(&self) -> &str {
        match self {
            Self::X8664 => "x86_64",
            Self::Arm64 => "arm64",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for Architecture {
    fn from(text: &str) -> Self {
        match text {
            "x86_64" => Self::X8664,
            "arm64" => Self::Arm64,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for Architecture {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for Architecture {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Pending,
    Active,
    Inactive,
    Failed,
    Unknown(String),
}

impl State {
    fn as_str(&self) -> &str {
        match self {
            Self::Pending => "Pending",
            Self::Active => "Active",
            Self::Inactive => "Inactive",
            Self::Failed => "Failed",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for State {
    fn from(text: &str) -> Self {
        match text {
            "Pending" => Self::Pending,
            "Active" => Self::Active,
            "Inactive" => Self::Inactive,
            "Failed" => Self::Failed,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for State {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for State {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LastUpdateStatus {
    Successful,
    Failed,
    InProgress,
    Unknown(String),
}

impl LastUpdateStatus {
    fn as_str(&self) -> &str {
        match self {
            Self::Successful => "Successful",
            Self::Failed => "Failed",
            Self::InProgress => "InProgress",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for LastUpdateStatus {
    fn from(text: &str) -> Self {
        match text {
            "Successful" => Self::Successful,
            "Failed" => Self::Failed,
            "InProgress" => Self::InProgress,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for LastUpdateStatus {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for LastUpdateStatus {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PackageType {
    Zip,
    Image,
    Unknown(String),
}

impl PackageType {
    fn as_str(&self) -> &str {
        match self {
            Self::Zip => "Zip",
            Self::Image => "Image",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for PackageType {
    fn from(text: &str) -> Self {
        match text {
            "Zip" => Self::Zip,
            "Image" => Self::Image,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for PackageType {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for PackageType {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TracingMode {
    Active,
    PassThrough,
    Unknown(String),
}

impl TracingMode {
    fn as_str(&self) -> &str {
        match self {
            Self::Active => "Active",
            Self::PassThrough => "PassThrough",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for TracingMode {
    fn from(text: &str) -> Self {
        match text {
            "Active" => Self::Active,
            "PassThrough" => Self::PassThrough,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for TracingMode {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for TracingMode {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ApplyOn {
    PublishedVersions,
    None,
    Unknown(String),
}

impl ApplyOn {
    fn as_str(&self) -> &str {
        match self {
            Self::PublishedVersions => "PublishedVersions",
            Self::None => "None",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for ApplyOn {
    fn from(text: &str) -> Self {
        match text {
            "PublishedVersions" => Self::PublishedVersions,
            "None" => Self::None,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for ApplyOn {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for ApplyOn {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OptimizationStatus {
    On,
    Off,
    Unknown(String),
}

impl OptimizationStatus {
    fn as_str(&self) -> &str {
        match self {
            Self::On => "On",
            Self::Off => "Off",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for OptimizationStatus {
    fn from(text: &str) -> Self {
        match text {
            "On" => Self::On,
            "Off" => Self::Off,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for OptimizationStatus {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for OptimizationStatus {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LogFormat {
    Json,
    Text,
    Unknown(String),
}

impl LogFormat {
    fn as_str(&self) -> &str {
        match self {
            Self::Json => "JSON",
            Self::Text => "Text",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for LogFormat {
    fn from(text: &str) -> Self {
        match text {
            "JSON" => Self::Json,
            "Text" => Self::Text,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Decode for LogFormat {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.text(|text| Self::from(text))
    }
}

impl Encode for LogFormat {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}
