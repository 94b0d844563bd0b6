//! `Send`: `POST /send`.

use farrier_runtime::{BigDecimal, BigInteger, Blob, Document, Timestamp};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `blob`.
    pub blob: Option<Blob>,
    /// `boolean`.
    pub boolean: Option<bool>,
    /// `string`.
    pub string: Option<String>,
    /// `byte`.
    pub byte: Option<i8>,
    /// `short`.
    pub short: Option<i16>,
    /// `integer`.
    pub integer: Option<i32>,
    /// `long`.
    pub long: Option<i64>,
    /// `float`.
    pub float: Option<f32>,
    /// `double`.
    pub double: Option<f64>,
    /// `bigInteger`.
    pub big_integer: Option<BigInteger>,
    /// `bigDecimal`.
    pub big_decimal: Option<BigDecimal>,
    /// `timestamp`.
    pub timestamp: Option<Timestamp>,
    /// `document`.
    pub document: Option<Document>,
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
        Member::new("blob"),
        Member::new("boolean"),
        Member::new("string"),
        Member::new("byte"),
        Member::new("short"),
        Member::new("integer"),
        Member::new("long"),
        Member::new("float"),
        Member::new("double"),
        Member::new("bigInteger"),
        Member::new("bigDecimal"),
        Member::new("timestamp"),
        Member::new("document"),
    ],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut input = request.structure(&INPUT)?;
        while let Some(member) = input.next()? {
            match member {
                0 => value.blob = input.value()?,
                1 => value.boolean = input.value()?,
                2 => value.string = input.value()?,
                3 => value.byte = input.value()?,
                4 => value.short = input.value()?,
                5 => value.integer = input.value()?,
                6 => value.long = input.value()?,
                7 => value.float = input.value()?,
                8 => value.double = input.value()?,
                9 => value.big_integer = input.value()?,
                10 => value.big_decimal = input.value()?,
                11 => value.timestamp = input.value()?,
                12 => value.document = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(value)
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
