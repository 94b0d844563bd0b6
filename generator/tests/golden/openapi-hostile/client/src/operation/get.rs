//! `get */ "#{} `: `GET /a"b/{x y}`.

use crate::types::OddName1;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`get`](crate::Client::get) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetInput {
    /// `x y`.
    ///
    /// Sent in the path.
    pub x_y: String,
}

impl GetInput {
    /// One with all that it needs.
    pub fn new(x_y: impl Into<String>) -> Self {
        Self { x_y: x_y.into() }
    }
}

/// The errors that `get */ "#{} ` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetError {}

impl fmt::Display for GetError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for GetError {}

impl ServiceError for GetError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
        "get */ \"#{} \u{202e}",
        "GET",
        "/a\"b/{x y}",
    )
    .readonly();

static INPUT: Structure = Structure::new("GetInput", &[Member::new("x y")]);

impl Operation for GetInput {
    type Output = OddName1;
    type Error = GetError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/a\"b/");
        request.label(&INPUT, 0, &self.x_y)?;
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
