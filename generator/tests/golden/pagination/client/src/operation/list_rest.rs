//! `ListRest`: `GET /rest`.

use farrier_runtime::client::{
    Operation, OperationMetadata, Paginated, Refused, RequestWriter, ResponseReader,
    ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`list_rest`](crate::Client::list_rest) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListRestInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
}

impl ListRestInput {
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

/// What [`list_rest`](crate::Client::list_rest) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListRestOutput {
    /// `token`.
    pub token: Option<String>,
}

static LIST_REST_OUTPUT: Structure = Structure::new(
    "ListRestOutput",
    &[Member::new("token")],
);

impl Decode for ListRestOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LIST_REST_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.token = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `ListRest` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListRestError {}

impl fmt::Display for ListRestError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for ListRestError {}

impl ServiceError for ListRestError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("ListRest", "GET", "/rest")
    .readonly();

static INPUT: Structure = Structure::new("ListRestInput", &[Member::new("token")]);

impl Operation for ListRestInput {
    type Output = ListRestOutput;
    type Error = ListRestError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/rest");
        if let Some(value) = &self.token {
            request.query(&INPUT, 0, "token", value);
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}

impl Paginated for ListRestInput {
    type Token = String;
    type Items = ();

    fn next_token(output: &Self::Output) -> Option<&Self::Token> {
        output.token.as_ref()
    }

    fn set_token(&mut self, token: Self::Token) {
        self.token = Some(token);
    }
}
