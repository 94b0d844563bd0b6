//! `Send`: `POST /send`.

use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `account`.
    pub account: String,
    /// `old`.
    ///
    /// **Deprecated:** nobody reads it
    pub old: Option<String>,
    /// `token`.
    pub token: Option<String>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(account: impl Into<String>) -> Self {
        Self {
            account: account.into(),
            old: None,
            token: None,
        }
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
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[Member::new("account").required(), Member::new("old"), Member::new("token")],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let mut account = None;
        let mut old = None;
        let mut token = None;
        while let Some(member) = input.next()? {
            match member {
                0 => account = input.value()?,
                1 => old = input.value()?,
                2 => token = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            account: codec::required(account)?,
            old,
            token,
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
