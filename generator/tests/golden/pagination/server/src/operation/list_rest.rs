//! `ListRest`: `GET /rest`.

use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `ListRest` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListRestInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
}

/// What `ListRest` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListRestOutput {
    /// `token`.
    pub token: Option<String>,
}

impl ListRestOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }
}

static LIST_REST_OUTPUT: Structure = Structure::new(
    "ListRestOutput",
    &[Member::new("token")],
);

impl Encode for ListRestOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LIST_REST_OUTPUT);
        members.optional(0, &self.token);
        members.end();
    }
}

impl IntoResponse for ListRestOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `ListRest` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ListRestError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ListRestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ListRestError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("ListRest")
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new("ListRestInput", &[Member::new("token")]);

impl FromRequest for ListRestInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let token = input.query(0, "token")?;
        input.end()?;
        Ok(Self { token })
    }
}

impl Failure for ListRestError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ListRestError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
