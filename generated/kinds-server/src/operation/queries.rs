//! `Queries`: `GET /queries?kind=one`.

use crate::types::{Broken, Rank, Refused, Suit};
use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, OperationMetadata, RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Queries` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct QueriesInput {
    /// `boolean`.
    ///
    /// Sent as the query parameter `boolean`.
    pub boolean: Option<bool>,
    /// `byte`.
    ///
    /// Sent as the query parameter `byte`.
    pub byte: Option<i8>,
    /// `short`.
    ///
    /// Sent as the query parameter `short`.
    pub short: Option<i16>,
    /// `integer`.
    ///
    /// Sent as the query parameter `integer`.
    pub integer: Option<i32>,
    /// `long`.
    ///
    /// Sent as the query parameter `long`.
    pub long: Option<i64>,
    /// `float`.
    ///
    /// Sent as the query parameter `float`.
    pub float: Option<f32>,
    /// `double`.
    ///
    /// Sent as the query parameter `double`.
    pub double: Option<f64>,
    /// `string`.
    ///
    /// Sent as the query parameter `string`.
    pub string: Option<String>,
    /// `enum`.
    ///
    /// Sent as the query parameter `enum`.
    pub r#enum: Option<Suit>,
    /// `intEnum`.
    ///
    /// Sent as the query parameter `int-enum`.
    pub int_enum: Option<Rank>,
    /// `dateTime`.
    ///
    /// Sent as the query parameter `date time`.
    pub date_time: Option<Timestamp>,
    /// `epochSeconds`.
    ///
    /// Sent as the query parameter `epoch&seconds`.
    pub epoch_seconds: Option<Timestamp>,
    /// `httpDate`.
    ///
    /// Sent as the query parameter `http=date`.
    pub http_date: Option<Timestamp>,
    /// `strings`.
    ///
    /// Sent as the query parameter `strings`.
    pub strings: Option<Vec<String>>,
    /// `integers`.
    ///
    /// Sent as the query parameter `integers`.
    pub integers: Option<Vec<i32>>,
    /// `booleans`.
    ///
    /// Sent as the query parameter `booleans`.
    pub booleans: Option<Vec<bool>>,
    /// `floats`.
    ///
    /// Sent as the query parameter `floats`.
    pub floats: Option<Vec<f32>>,
    /// `suits`.
    ///
    /// Sent as the query parameter `suits`.
    pub suits: Option<Vec<Suit>>,
    /// `ranks`.
    ///
    /// Sent as the query parameter `ranks`.
    pub ranks: Option<Vec<Rank>>,
    /// `times`.
    ///
    /// Sent as the query parameter `times`.
    pub times: Option<Vec<Timestamp>>,
    /// `dateTimes`.
    ///
    /// Sent as the query parameter `date-times`.
    pub date_times: Option<Vec<Timestamp>>,
    /// `epochs`.
    ///
    /// Sent as the query parameter `epochs`.
    pub epochs: Option<Vec<Timestamp>>,
}

/// The errors that `Queries` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum QueriesError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for QueriesError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for QueriesError {}

impl From<Refused> for QueriesError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for QueriesError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Queries");

static INPUT: Structure = Structure::new(
    "QueriesInput",
    &[
        Member::new("boolean"),
        Member::new("byte"),
        Member::new("short"),
        Member::new("integer"),
        Member::new("long"),
        Member::new("float"),
        Member::new("double"),
        Member::new("string"),
        Member::new("enum"),
        Member::new("intEnum"),
        Member::new("dateTime"),
        Member::new("epochSeconds").timestamp(TimestampFormat::EpochSeconds),
        Member::new("httpDate").timestamp(TimestampFormat::HttpDate),
        Member::new("strings"),
        Member::new("integers"),
        Member::new("booleans"),
        Member::new("floats"),
        Member::new("suits"),
        Member::new("ranks"),
        Member::new("times")
            .items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("dateTimes")
            .items(&Member::new("member").timestamp(TimestampFormat::DateTime)),
        Member::new("epochs")
            .items(&Member::new("member").timestamp(TimestampFormat::EpochSeconds)),
    ],
);

impl FromRequest for QueriesInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let boolean = input.query(0, "boolean")?;
        let byte = input.query(1, "byte")?;
        let short = input.query(2, "short")?;
        let integer = input.query(3, "integer")?;
        let long = input.query(4, "long")?;
        let float = input.query(5, "float")?;
        let double = input.query(6, "double")?;
        let string = input.query(7, "string")?;
        let r#enum = input.query(8, "enum")?;
        let int_enum = input.query(9, "int-enum")?;
        let date_time = input.query(10, "date time")?;
        let epoch_seconds = input.query(11, "epoch&seconds")?;
        let http_date = input.query(12, "http=date")?;
        let strings = input.query(13, "strings")?;
        let integers = input.query(14, "integers")?;
        let booleans = input.query(15, "booleans")?;
        let floats = input.query(16, "floats")?;
        let suits = input.query(17, "suits")?;
        let ranks = input.query(18, "ranks")?;
        let times = input.query(19, "times")?;
        let date_times = input.query(20, "date-times")?;
        let epochs = input.query(21, "epochs")?;
        input.end()?;
        Ok(Self {
            boolean,
            byte,
            short,
            integer,
            long,
            float,
            double,
            string,
            r#enum,
            int_enum,
            date_time,
            epoch_seconds,
            http_date,
            strings,
            integers,
            booleans,
            floats,
            suits,
            ranks,
            times,
            date_times,
            epochs,
        })
    }
}

impl Failure for QueriesError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for QueriesError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
