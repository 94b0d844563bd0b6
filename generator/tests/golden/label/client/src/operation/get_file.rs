//! `GetFile`: `GET /drives/{drive}/files/{path+}`.

use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`get_file`](crate::Client::get_file) takes.
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

/// What [`get_file`](crate::Client::get_file) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetFileOutput {
    /// `size`.
    pub size: Option<i64>,
}

static GET_FILE_OUTPUT: Structure = Structure::new(
    "GetFileOutput",
    &[Member::new("size")],
);

impl Decode for GetFileOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&GET_FILE_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.size = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `GetFile` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetFileError {}

impl fmt::Display for GetFileError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for GetFileError {}

impl ServiceError for GetFileError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "GetFile",
        "GET",
        "/drives/{drive}/files/{path+}",
    )
    .readonly();

static INPUT: Structure = Structure::new(
    "GetFileInput",
    &[Member::new("drive"), Member::new("path")],
);

impl Operation for GetFileInput {
    type Output = GetFileOutput;
    type Error = GetFileError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/drives/");
        request.label(&INPUT, 0, &self.drive)?;
        request.literal("/files/");
        request.greedy_label(&INPUT, 1, &self.path)?;
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
