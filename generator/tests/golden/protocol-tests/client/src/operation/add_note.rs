//! `AddNote`: `POST /notes`.

use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`add_note`](crate::Client::add_note) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct AddNoteInput {
    /// `text`.
    pub text: Option<String>,
    /// `copies`.
    pub copies: Option<i32>,
    /// `weight`.
    pub weight: Option<f64>,
}

impl AddNoteInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`text`](Self::text).
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`copies`](Self::copies).
    #[must_use]
    pub fn with_copies(mut self, copies: i32) -> Self {
        self.copies = Some(copies);
        self
    }

    /// Sets [`weight`](Self::weight).
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }
}

/// What [`add_note`](crate::Client::add_note) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct AddNoteOutput {
    /// `number`.
    pub number: Option<i32>,
}

static ADD_NOTE_OUTPUT: Structure = Structure::new(
    "AddNoteOutput",
    &[Member::new("number")],
);

impl Decode for AddNoteOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ADD_NOTE_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.number = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `AddNote` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AddNoteError {}

impl fmt::Display for AddNoteError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for AddNoteError {}

impl ServiceError for AddNoteError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("AddNote", "POST", "/notes");

static INPUT: Structure = Structure::new(
    "AddNoteInput",
    &[Member::new("text"), Member::new("copies"), Member::new("weight")],
);

impl Operation for AddNoteInput {
    type Output = AddNoteOutput;
    type Error = AddNoteError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/notes");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.text);
        members.optional(1, &self.copies);
        members.optional(2, &self.weight);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
