//! `GetFile`: `GET /drives/{drive}/files/{path+}`.

use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `GetFile` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetFileInput {
    /// Which drive.
    ///
    /// Sent in the path.
    pub drive: i32,
    /// `path`.
    ///
    /// Sent in the path.
    pub path: String,
}

impl GetFileInput {
    /// One with all that it needs.
    pub fn new(drive: i32, path: impl Into<String>) -> Self {
        Self { drive, path: path.into() }
    }
}

/// What `GetFile` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetFileOutput {
    /// `size`.
    pub size: Option<i64>,
}

impl GetFileOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`size`](Self::size).
    #[must_use]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

static GET_FILE_OUTPUT: Structure = Structure::new(
    "GetFileOutput",
    &[Member::new("size")],
);

impl Encode for GetFileOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&GET_FILE_OUTPUT);
        members.optional(0, &self.size);
        members.end();
    }
}

impl IntoResponse for GetFileOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `GetFile` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetFileError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for GetFileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for GetFileError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("GetFile")
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "GetFileInput",
    &[Member::new("drive").required(), Member::new("path").required()],
);

impl FromRequest for GetFileInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let drive = input.label(0, 0)?;
        let path = input.label(1, 1)?;
        input.end()?;
        Ok(Self {
            drive: codec::required(drive)?,
            path: codec::required(path)?,
        })
    }
}

impl Failure for GetFileError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for GetFileError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
