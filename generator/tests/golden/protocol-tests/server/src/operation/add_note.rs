//! `AddNote`: `POST /notes`.

use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `AddNote` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct AddNoteInput {
    /// `text`.
    pub text: Option<String>,
    /// `copies`.
    pub copies: i32,
    /// `weight`.
    pub weight: f64,
}

impl AddNoteInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self {
            text: None,
            copies: 1,
            weight: f64::NAN,
        }
    }
}

impl Default for AddNoteInput {
    fn default() -> Self {
        Self::new()
    }
}

/// What `AddNote` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct AddNoteOutput {
    /// `number`.
    pub number: Option<i32>,
}

impl AddNoteOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`number`](Self::number).
    #[must_use]
    pub fn with_number(mut self, number: i32) -> Self {
        self.number = Some(number);
        self
    }
}

static ADD_NOTE_OUTPUT: Structure = Structure::new(
    "AddNoteOutput",
    &[Member::new("number")],
);

impl Encode for AddNoteOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&ADD_NOTE_OUTPUT);
        members.optional(0, &self.number);
        members.end();
    }
}

impl IntoResponse for AddNoteOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `AddNote` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum AddNoteError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for AddNoteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for AddNoteError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("AddNote")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "AddNoteInput",
    &[Member::new("text"), Member::new("copies"), Member::new("weight")],
);

impl FromRequest for AddNoteInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let mut text = None;
        let mut copies = None;
        let mut weight = None;
        while let Some(member) = input.next()? {
            match member {
                0 => text = input.value()?,
                1 => copies = input.value()?,
                2 => weight = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            text,
            copies: copies.unwrap_or(1),
            weight: weight.unwrap_or(f64::NAN),
        })
    }
}

impl Failure for AddNoteError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for AddNoteError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
