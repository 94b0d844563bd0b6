//! `Send`: `POST /a%22b/{label}`.

use crate::types::{Failure, Nested, Odd};
use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Pattern, Structure, Writer};
use farrier_runtime::server::{
    Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `label`.
    ///
    /// Sent in the path.
    pub label: String,
    /// \*/ "# \]\] {} \\ `x` /// #!\[x\] \<T> \[y\] $crate #{z}
    ///
    /// Sent as the query parameter ``*/ "# ]] {} \u{202e} \u{2066} \ `x` \u{d}\u{a} /// #![x] <T> [y] \u{7} $crate #{z}``.
    pub query: Option<String>,
    /// `named`.
    pub named: Option<String>,
    /// `odd`.
    pub odd: Option<Odd>,
    /// `nested`.
    pub nested: Option<Nested>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            query: None,
            named: None,
            odd: None,
            nested: None,
        }
    }
}

/// What `Send` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `nested`.
    pub nested: Option<Nested>,
    /// `odd`.
    pub odd: Option<Odd>,
}

impl SendOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`nested`](Self::nested).
    #[must_use]
    pub fn with_nested(mut self, nested: Nested) -> Self {
        self.nested = Some(nested);
        self
    }

    /// Sets [`odd`](Self::odd).
    #[must_use]
    pub fn with_odd(mut self, odd: Odd) -> Self {
        self.odd = Some(odd);
        self
    }
}

static SEND_OUTPUT: Structure = Structure::new(
    "SendOutput",
    &[Member::new("nested"), Member::new("odd")],
);

impl Encode for SendOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SEND_OUTPUT);
        members.optional(0, &self.nested);
        members.optional(1, &self.odd);
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
    /// Status 400.
    Failure(Failure),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failure(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendError {}

impl From<Failure> for SendError {
    fn from(error: Failure) -> Self {
        Self::Failure(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Send")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("label").required().pattern(&INPUT_PATTERN_1),
        Member::new("query"),
        Member::new("named")
            .json(
                "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}",
            ),
        Member::new("odd"),
        Member::new("nested"),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "\"#\\*/[\\]{}]\n",
    "\"\\#\\*/[\\]\\{\\}]\\u{A}",
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let label = input.label(0, 0)?;
        let query = input
            .query(
                1,
                "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}",
            )?;
        let mut named = None;
        let mut odd = None;
        let mut nested = None;
        while let Some(member) = input.next()? {
            match member {
                2 => named = input.value()?,
                3 => odd = input.value()?,
                4 => nested = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            label: codec::required(label)?,
            query,
            named,
            odd,
            nested,
        })
    }
}

impl farrier_runtime::server::Failure for SendError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Failure(error) => response.error("Failure", 400, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
