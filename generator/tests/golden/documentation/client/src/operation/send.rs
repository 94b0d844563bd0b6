//! `Send`: `POST /send`.

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
    /// A \[link\] that leads nowhere, and Vec\<T>.
    pub one: Option<String>,
    /// Line one
    ///
    /// - item *one* more of it
    /// - item two
    pub two: Option<String>,
    /// ```text
    /// let x = 1;
    /// ```
    pub three: Option<String>,
}

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`one`](Self::one).
    #[must_use]
    pub fn with_one(mut self, one: impl Into<String>) -> Self {
        self.one = Some(one.into());
        self
    }

    /// Sets [`two`](Self::two).
    #[must_use]
    pub fn with_two(mut self, two: impl Into<String>) -> Self {
        self.two = Some(two.into());
        self
    }

    /// Sets [`three`](Self::three).
    #[must_use]
    pub fn with_three(mut self, three: impl Into<String>) -> Self {
        self.three = Some(three.into());
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

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/send");

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("one"), Member::new("two"), Member::new("three")],
);

impl Operation for SendInput {
    type Output = ();
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.one);
        members.optional(1, &self.two);
        members.optional(2, &self.three);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
