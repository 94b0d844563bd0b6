//! The operations of the sample.

use std::collections::BTreeMap;
use std::fmt;

use farrier_runtime::codec::{self, Bound, Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use farrier_runtime::{Blob, ByteStream};

use super::types::{Location, Runtime, ServiceException, TooManyRequestsException};

pub(crate) static PUBLISH_VERSION: OperationMetadata = OperationMetadata::new("PublishVersion")
    .status(201)
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

/// What `publish_version` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PublishVersionInput {
    /// The function's name.
    pub function_name: String,
    /// A description.
    pub description: Option<String>,
    /// What it runs in.
    pub runtimes: Option<Vec<Runtime>>,
    /// Where the code is.
    pub location: Option<Location>,
    /// How much of it.
    pub size: Option<i32>,
}

static FUNCTION_NAME_PATTERN: Pattern = Pattern::new("^[a-z-]+$", "^[a-z-]+$");

static PUBLISH_VERSION_INPUT: Structure = Structure::new(
    "PublishVersionInput",
    &[
        Member::new("FunctionName").required().length(1, 20).pattern(&FUNCTION_NAME_PATTERN),
        Member::new("Description").max_length(10),
        Member::new("Runtimes").max_length(2).unique(),
        Member::new("Location"),
        Member::new("Size").min(Bound::Integer(1)).max(Bound::Integer(10)),
    ],
);

impl FromRequest for PublishVersionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&PUBLISH_VERSION_INPUT)?;
        let function_name = input.label(0, 0)?;
        let mut description = None;
        let mut runtimes = None;
        let mut location = None;
        let mut size = None;
        while let Some(member) = input.next()? {
            match member {
                1 => description = input.value()?,
                2 => runtimes = input.value()?,
                3 => location = input.value()?,
                4 => size = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            function_name: codec::required(function_name)?,
            description,
            runtimes,
            location,
            size,
        })
    }
}

/// What `publish_version` can fail with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PublishVersionError {
    /// The service failed.
    ServiceException(ServiceException),
    /// Too many requests.
    TooManyRequestsException(TooManyRequestsException),
    /// An error that the model does not name.
    Unmodelled(Fault),
}

impl Failure for PublishVersionError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::ServiceException(error) => response.error("ServiceException", 500, error),
            Self::TooManyRequestsException(error) => {
                response.error("TooManyRequestsException", 429, error);
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl fmt::Display for PublishVersionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ServiceException(_) => f.write_str("ServiceException"),
            Self::TooManyRequestsException(_) => f.write_str("TooManyRequestsException"),
            Self::Unmodelled(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for PublishVersionError {}

impl From<Fault> for PublishVersionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}

pub(crate) static GET_LAYER_VERSION: OperationMetadata =
    OperationMetadata::new("GetLayerVersion").output(OutputBody::Structure);

/// What `get_layer_version` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetLayerVersionInput {
    /// The layer's name.
    pub layer_name: String,
    /// The version's number.
    pub version_number: i64,
    /// Parts to show.
    pub parts: Option<Vec<String>>,
    /// Runtimes to show.
    pub runtimes: Option<Vec<Runtime>>,
    /// Every parameter.
    pub everything: Option<BTreeMap<String, Vec<String>>>,
}

static GET_LAYER_VERSION_INPUT: Structure = Structure::new(
    "GetLayerVersionInput",
    &[
        Member::new("LayerName").required().max_length(5),
        Member::new("VersionNumber").required().min(Bound::Integer(1)),
        Member::new("Parts").items(&Member::new("member").max_length(3)),
        Member::new("Runtimes"),
        Member::new("Everything"),
    ],
);

impl FromRequest for GetLayerVersionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&GET_LAYER_VERSION_INPUT)?;
        let layer_name = input.label(0, 0)?;
        let version_number = input.label(1, 1)?;
        let parts = input.query(2, "part")?;
        let runtimes = input.header(3, "X-Runtimes")?;
        let everything = input.query_params(4)?;
        input.end()?;
        Ok(Self {
            layer_name: codec::required(layer_name)?,
            version_number: codec::required(version_number)?,
            parts,
            runtimes,
            everything,
        })
    }
}

/// What `get_layer_version` gives.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetLayerVersionOutput {
    /// The status.
    pub status: Option<i32>,
    /// A tag.
    pub tag: Option<String>,
    /// What it runs in.
    pub runtimes: Option<Vec<Runtime>>,
    /// The version.
    pub version: Option<i64>,
    /// More.
    pub description: Option<String>,
}

static GET_LAYER_VERSION_OUTPUT: Structure = Structure::new(
    "GetLayerVersionOutput",
    &[
        Member::new("Status"),
        Member::new("Tag"),
        Member::new("Runtimes"),
        Member::new("Version"),
        Member::new("Description"),
    ],
);

impl IntoResponse for GetLayerVersionOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.status_code(&self.status);
        response.header(&GET_LAYER_VERSION_OUTPUT, 1, "X-Tag", &self.tag);
        response.header(&GET_LAYER_VERSION_OUTPUT, 2, "X-Runtimes", &self.runtimes);
        let mut body = response.structure(&GET_LAYER_VERSION_OUTPUT);
        body.optional(3, &self.version);
        body.optional(4, &self.description);
        body.end();
    }
}

pub(crate) static FIND_LAYER_VERSION: OperationMetadata =
    OperationMetadata::new("FindLayerVersion").status(204);

/// What `find_layer_version` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FindLayerVersionInput {
    /// The layer's ARN.
    pub arn: String,
}

static FIND_LAYER_VERSION_INPUT: Structure =
    Structure::new("FindLayerVersionInput", &[Member::new("Arn").required().min_length(1)]);

impl FromRequest for FindLayerVersionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&FIND_LAYER_VERSION_INPUT)?;
        let arn = input.query(0, "Arn")?;
        input.end()?;
        Ok(Self { arn: codec::required(arn)? })
    }
}

pub(crate) static PUT_FILE: OperationMetadata = OperationMetadata::new("PutFile")
    .input(InputBody::Blob)
    .input_media_type("image/png")
    .output(OutputBody::Blob)
    .output_media_type("image/jpeg");

/// What `put_file` takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutFileInput {
    /// The path.
    pub key: String,
    /// Facts about it.
    pub metadata: Option<BTreeMap<String, String>>,
    /// The bytes.
    pub content: Blob,
}

static PUT_FILE_INPUT: Structure = Structure::new(
    "PutFileInput",
    &[
        Member::new("Key").required(),
        Member::new("Metadata").max_length(2).items(&Member::new("value").max_length(4)),
        Member::new("Content").required().length(1, 8),
    ],
);

impl FromRequest for PutFileInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&PUT_FILE_INPUT)?;
        let key = input.label(0, 0)?;
        let metadata = input.prefix_headers(1, "X-Meta-")?;
        let content = input.blob_payload(2)?;
        input.end()?;
        Ok(Self { key: codec::required(key)?, metadata, content: codec::required(content)? })
    }
}

/// What `put_file` gives.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PutFileOutput {
    /// Facts about it.
    pub metadata: Option<BTreeMap<String, String>>,
    /// The bytes.
    pub content: Option<Blob>,
}

impl IntoResponse for PutFileOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.prefix_headers("X-Meta-", &self.metadata);
        if let Some(content) = self.content {
            response.blob_payload(content);
        }
    }
}

pub(crate) static TRANSFORM: OperationMetadata =
    OperationMetadata::new("Transform").input(InputBody::Stream).output(OutputBody::Stream);

/// What `transform` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct TransformInput {
    /// What to do.
    pub name: String,
    /// The bytes.
    pub content: ByteStream,
}

static TRANSFORM_INPUT: Structure =
    Structure::new("TransformInput", &[Member::new("Name").required(), Member::new("Content")]);

impl FromRequest for TransformInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&TRANSFORM_INPUT)?;
        let name = input.label(0, 0)?;
        let content = input.stream()?;
        input.end()?;
        Ok(Self { name: codec::required(name)?, content })
    }
}

/// What `transform` gives.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct TransformOutput {
    /// What was done.
    pub name: Option<String>,
    /// The bytes.
    pub content: ByteStream,
}

static TRANSFORM_OUTPUT: Structure =
    Structure::new("TransformOutput", &[Member::new("Name"), Member::new("Content")]);

impl IntoResponse for TransformOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&TRANSFORM_OUTPUT, 0, "X-Name", &self.name);
        response.stream(self.content);
    }
}
