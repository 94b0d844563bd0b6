//! `Send`: `POST /send`.

use crate::types::Inner;
use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `name`.
    pub name: String,
    /// `inner`.
    pub inner: Inner,
    /// `optional`.
    pub optional: String,
    /// `token`.
    pub token: String,
}

impl SendInput {
    /// One with all that it needs.
    pub fn new(
        name: impl Into<String>,
        inner: Inner,
        optional: impl Into<String>,
        token: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            inner,
            optional: optional.into(),
            token: token.into(),
        }
    }
}

/// What `Send` answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `name`.
    pub name: String,
    /// `inner`.
    pub inner: Inner,
    /// `optional`.
    pub optional: String,
}

impl SendOutput {
    /// One with all that it needs.
    pub fn new(
        name: impl Into<String>,
        inner: Inner,
        optional: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            inner,
            optional: optional.into(),
        }
    }
}

static SEND_OUTPUT: Structure = Structure::new(
    "SendOutput",
    &[Member::new("name"), Member::new("inner"), Member::new("optional")],
);

impl Encode for SendOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SEND_OUTPUT);
        members.member(0, &self.name);
        members.member(1, &self.inner);
        members.member(2, &self.optional);
        members.end();
    }
}

impl IntoResponse for SendOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `Send` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SendError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Send")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("name").required(),
        Member::new("inner").required(),
        Member::new("optional").required(),
        Member::new("token").required(),
    ],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let mut name = None;
        let mut inner = None;
        let mut optional = None;
        let mut token = None;
        while let Some(member) = input.next()? {
            match member {
                0 => name = input.value()?,
                1 => inner = input.value()?,
                2 => optional = input.value()?,
                3 => token = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            name: codec::required(name)?,
            inner: codec::required(inner)?,
            optional: codec::required(optional)?,
            token: codec::required(token)?,
        })
    }
}

impl Failure for SendError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
