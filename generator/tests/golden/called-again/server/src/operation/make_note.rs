//! `MakeNote`: `PUT /notes/{token}`.

use crate::types::Inner;
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `MakeNote` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct MakeNoteInput {
    /// `token`.
    ///
    /// Sent in the path.
    pub token: String,
    /// `inner`.
    pub inner: Option<Inner>,
}

impl MakeNoteInput {
    /// One with what is required, and nothing else.
    pub fn new(token: impl Into<String>) -> Self {
        Self {
            token: token.into(),
            inner: None,
        }
    }
}

/// The errors that `MakeNote` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum MakeNoteError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for MakeNoteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for MakeNoteError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("MakeNote")
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "MakeNoteInput",
    &[Member::new("token").required(), Member::new("inner")],
);

impl FromRequest for MakeNoteInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let token = input.label(0, 0)?;
        let mut inner = None;
        while let Some(member) = input.next()? {
            match member {
                1 => inner = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            token: codec::required(token)?,
            inner,
        })
    }
}

impl Failure for MakeNoteError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for MakeNoteError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
