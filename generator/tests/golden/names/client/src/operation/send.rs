//! `Send`: `POST /new`.

use crate::types::{BoxValue, VecValue};
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `box`.
    pub r#box: Option<BoxValue>,
    /// `vec`.
    pub vec: Option<VecValue>,
}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`box`](Self::box).
    #[must_use]
    pub fn with_box(mut self, r#box: BoxValue) -> Self {
        self.r#box = Some(r#box);
        self
    }

    /// Sets [`vec`](Self::vec).
    #[must_use]
    pub fn with_vec(mut self, vec: VecValue) -> Self {
        self.vec = Some(vec);
        self
    }
}

/// The errors that `Send` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendError {}

impl fmt::Display for SendError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for SendError {}

impl ServiceError for SendError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/new");

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("box"), Member::new("vec")],
);

impl Operation for SendInput {
    type Output = ();
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/new");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.r#box);
        members.optional(1, &self.vec);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
