//! `PutPart`: `PUT /objects/{key}/parts/{number}`.

use crate::types::ValidationException;
use farrier_runtime::{ByteStream, codec};
use farrier_runtime::codec::{Bound, Encode, Halt, Member, Pattern, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `PutPart` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct PutPartInput {
    /// What the object is called.
    ///
    /// 1 to 200 characters; sent in the path.
    pub key: String,
    /// `number`.
    ///
    /// 1 to 10000; sent in the path.
    pub number: i32,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: ByteStream,
}

impl PutPartInput {
    /// One with all that it needs.
    pub fn new(
        key: impl Into<String>,
        number: i32,
        body: impl Into<ByteStream>,
    ) -> Self {
        Self {
            key: key.into(),
            number,
            body: body.into(),
        }
    }
}

/// What `PutPart` answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutPartOutput {
    /// How many bytes there are.
    pub size: i64,
}

impl PutPartOutput {
    /// One with all that it needs.
    pub fn new(size: i64) -> Self {
        Self { size }
    }
}

static PUT_PART_OUTPUT: Structure = Structure::new(
    "PutPartOutput",
    &[Member::new("size")],
);

impl Encode for PutPartOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PUT_PART_OUTPUT);
        members.member(0, &self.size);
        members.end();
    }
}

impl IntoResponse for PutPartOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `PutPart` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum PutPartError {
    /// Status 400.
    ValidationException(ValidationException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for PutPartError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValidationException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for PutPartError {}

impl From<ValidationException> for PutPartError {
    fn from(error: ValidationException) -> Self {
        Self::ValidationException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("PutPart")
    .input(InputBody::Stream)
    .requires_length()
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "PutPartInput",
    &[
        Member::new("key").required().length(1, 200).pattern(&INPUT_PATTERN_1),
        Member::new("number")
            .required()
            .min(Bound::Integer(1))
            .max(Bound::Integer(10000)),
        Member::new("body"),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^[A-Za-z0-9_-][A-Za-z0-9._-]*$",
    "^[A-Za-z0-9_\\-][A-Za-z0-9\\._\\-]*$",
);

impl FromRequest for PutPartInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let key = input.label(0, 0)?;
        let number = input.label(1, 1)?;
        let body_member = input.stream()?;
        input.end()?;
        Ok(Self {
            key: codec::required(key)?,
            number: codec::required(number)?,
            body: body_member,
        })
    }
}

impl Failure for PutPartError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::ValidationException(error) => {
                response.error("ValidationException", 400, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for PutPartError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
