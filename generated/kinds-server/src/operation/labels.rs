//! `Labels`: `DELETE /labels/{boolean}/{byte}/{short}/{integer}/{long}/{float}/{double}/{string}/{enum}/{intEnum}/{time}/{epochSeconds}/{httpDate}/{rest+}/end`.

use crate::types::{Broken, Rank, Refused, Suit};
use farrier_runtime::{Timestamp, TimestampFormat, codec};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Labels` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LabelsInput {
    /// `boolean`.
    ///
    /// Sent in the path.
    pub boolean: bool,
    /// `byte`.
    ///
    /// Sent in the path.
    pub byte: i8,
    /// `short`.
    ///
    /// Sent in the path.
    pub short: i16,
    /// `integer`.
    ///
    /// Sent in the path.
    pub integer: i32,
    /// `long`.
    ///
    /// Sent in the path.
    pub long: i64,
    /// `float`.
    ///
    /// Sent in the path.
    pub float: f32,
    /// `double`.
    ///
    /// Sent in the path.
    pub double: f64,
    /// `string`.
    ///
    /// Sent in the path.
    pub string: String,
    /// `enum`.
    ///
    /// Sent in the path.
    pub r#enum: Suit,
    /// `intEnum`.
    ///
    /// Sent in the path.
    pub int_enum: Rank,
    /// `time`.
    ///
    /// Sent in the path.
    pub time: Timestamp,
    /// `epochSeconds`.
    ///
    /// Sent in the path.
    pub epoch_seconds: Timestamp,
    /// `httpDate`.
    ///
    /// Sent in the path.
    pub http_date: Timestamp,
    /// `rest`.
    ///
    /// Sent in the path.
    pub rest: String,
}

impl LabelsInput {
    /// One with all that it needs.
    #[expect(clippy::too_many_arguments, reason = "the model requires them all")]
    pub fn new(
        boolean: bool,
        byte: i8,
        short: i16,
        integer: i32,
        long: i64,
        float: f32,
        double: f64,
        string: impl Into<String>,
        r#enum: Suit,
        int_enum: Rank,
        time: impl Into<Timestamp>,
        epoch_seconds: impl Into<Timestamp>,
        http_date: impl Into<Timestamp>,
        rest: impl Into<String>,
    ) -> Self {
        Self {
            boolean,
            byte,
            short,
            integer,
            long,
            float,
            double,
            string: string.into(),
            r#enum,
            int_enum,
            time: time.into(),
            epoch_seconds: epoch_seconds.into(),
            http_date: http_date.into(),
            rest: rest.into(),
        }
    }
}

/// The errors that `Labels` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum LabelsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for LabelsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for LabelsError {}

impl From<Refused> for LabelsError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for LabelsError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Labels");

static INPUT: Structure = Structure::new(
    "LabelsInput",
    &[
        Member::new("boolean").required(),
        Member::new("byte").required(),
        Member::new("short").required(),
        Member::new("integer").required(),
        Member::new("long").required(),
        Member::new("float").required(),
        Member::new("double").required(),
        Member::new("string").required(),
        Member::new("enum").required(),
        Member::new("intEnum").required(),
        Member::new("time").required(),
        Member::new("epochSeconds").timestamp(TimestampFormat::EpochSeconds).required(),
        Member::new("httpDate").timestamp(TimestampFormat::HttpDate).required(),
        Member::new("rest").required(),
    ],
);

impl FromRequest for LabelsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let boolean = input.label(0, 0)?;
        let byte = input.label(1, 1)?;
        let short = input.label(2, 2)?;
        let integer = input.label(3, 3)?;
        let long = input.label(4, 4)?;
        let float = input.label(5, 5)?;
        let double = input.label(6, 6)?;
        let string = input.label(7, 7)?;
        let r#enum = input.label(8, 8)?;
        let int_enum = input.label(9, 9)?;
        let time = input.label(10, 10)?;
        let epoch_seconds = input.label(11, 11)?;
        let http_date = input.label(12, 12)?;
        let rest = input.label(13, 13)?;
        input.end()?;
        Ok(Self {
            boolean: codec::required(boolean)?,
            byte: codec::required(byte)?,
            short: codec::required(short)?,
            integer: codec::required(integer)?,
            long: codec::required(long)?,
            float: codec::required(float)?,
            double: codec::required(double)?,
            string: codec::required(string)?,
            r#enum: codec::required(r#enum)?,
            int_enum: codec::required(int_enum)?,
            time: codec::required(time)?,
            epoch_seconds: codec::required(epoch_seconds)?,
            http_date: codec::required(http_date)?,
            rest: codec::required(rest)?,
        })
    }
}

impl Failure for LabelsError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for LabelsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
