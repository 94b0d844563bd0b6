//! `Queries`: `GET /queries?kind=one`.

use crate::types::{Broken, Rank, Refused, Suit};
use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`queries`](crate::Client::queries) takes.
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

impl QueriesInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`boolean`](Self::boolean).
    #[must_use]
    pub fn with_boolean(mut self, boolean: bool) -> Self {
        self.boolean = Some(boolean);
        self
    }

    /// Sets [`byte`](Self::byte).
    #[must_use]
    pub fn with_byte(mut self, byte: i8) -> Self {
        self.byte = Some(byte);
        self
    }

    /// Sets [`short`](Self::short).
    #[must_use]
    pub fn with_short(mut self, short: i16) -> Self {
        self.short = Some(short);
        self
    }

    /// Sets [`integer`](Self::integer).
    #[must_use]
    pub fn with_integer(mut self, integer: i32) -> Self {
        self.integer = Some(integer);
        self
    }

    /// Sets [`long`](Self::long).
    #[must_use]
    pub fn with_long(mut self, long: i64) -> Self {
        self.long = Some(long);
        self
    }

    /// Sets [`float`](Self::float).
    #[must_use]
    pub fn with_float(mut self, float: f32) -> Self {
        self.float = Some(float);
        self
    }

    /// Sets [`double`](Self::double).
    #[must_use]
    pub fn with_double(mut self, double: f64) -> Self {
        self.double = Some(double);
        self
    }

    /// Sets [`string`](Self::string).
    #[must_use]
    pub fn with_string(mut self, string: impl Into<String>) -> Self {
        self.string = Some(string.into());
        self
    }

    /// Sets [`enum`](Self::enum).
    #[must_use]
    pub fn with_enum(mut self, r#enum: Suit) -> Self {
        self.r#enum = Some(r#enum);
        self
    }

    /// Sets [`int_enum`](Self::int_enum).
    #[must_use]
    pub fn with_int_enum(mut self, int_enum: Rank) -> Self {
        self.int_enum = Some(int_enum);
        self
    }

    /// Sets [`date_time`](Self::date_time).
    #[must_use]
    pub fn with_date_time(mut self, date_time: impl Into<Timestamp>) -> Self {
        self.date_time = Some(date_time.into());
        self
    }

    /// Sets [`epoch_seconds`](Self::epoch_seconds).
    #[must_use]
    pub fn with_epoch_seconds(mut self, epoch_seconds: impl Into<Timestamp>) -> Self {
        self.epoch_seconds = Some(epoch_seconds.into());
        self
    }

    /// Sets [`http_date`](Self::http_date).
    #[must_use]
    pub fn with_http_date(mut self, http_date: impl Into<Timestamp>) -> Self {
        self.http_date = Some(http_date.into());
        self
    }

    /// Sets [`strings`](Self::strings).
    #[must_use]
    pub fn with_strings(
        mut self,
        strings: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.strings = Some(strings.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`integers`](Self::integers).
    #[must_use]
    pub fn with_integers(mut self, integers: impl IntoIterator<Item = i32>) -> Self {
        self.integers = Some(integers.into_iter().collect());
        self
    }

    /// Sets [`booleans`](Self::booleans).
    #[must_use]
    pub fn with_booleans(mut self, booleans: impl IntoIterator<Item = bool>) -> Self {
        self.booleans = Some(booleans.into_iter().collect());
        self
    }

    /// Sets [`floats`](Self::floats).
    #[must_use]
    pub fn with_floats(mut self, floats: impl IntoIterator<Item = f32>) -> Self {
        self.floats = Some(floats.into_iter().collect());
        self
    }

    /// Sets [`suits`](Self::suits).
    #[must_use]
    pub fn with_suits(mut self, suits: impl IntoIterator<Item = Suit>) -> Self {
        self.suits = Some(suits.into_iter().collect());
        self
    }

    /// Sets [`ranks`](Self::ranks).
    #[must_use]
    pub fn with_ranks(mut self, ranks: impl IntoIterator<Item = Rank>) -> Self {
        self.ranks = Some(ranks.into_iter().collect());
        self
    }

    /// Sets [`times`](Self::times).
    #[must_use]
    pub fn with_times(mut self, times: impl IntoIterator<Item = Timestamp>) -> Self {
        self.times = Some(times.into_iter().collect());
        self
    }

    /// Sets [`date_times`](Self::date_times).
    #[must_use]
    pub fn with_date_times(
        mut self,
        date_times: impl IntoIterator<Item = Timestamp>,
    ) -> Self {
        self.date_times = Some(date_times.into_iter().collect());
        self
    }

    /// Sets [`epochs`](Self::epochs).
    #[must_use]
    pub fn with_epochs(mut self, epochs: impl IntoIterator<Item = Timestamp>) -> Self {
        self.epochs = Some(epochs.into_iter().collect());
        self
    }
}

/// The errors that `Queries` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum QueriesError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for QueriesError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for QueriesError {}

impl ServiceError for QueriesError {
    fn code(&self) -> &str {
        match self {
            Self::Refused(..) => "Refused",
            Self::Broken(..) => "Broken",
        }
    }
}

static ERRORS: [ErrorMetadata; 2] = [
    ErrorMetadata::new("Refused", 418),
    ErrorMetadata::new("Broken", 500),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "Queries",
        "GET",
        "/queries?kind=one",
    )
    .readonly()
    .errors(&ERRORS);

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

impl Operation for QueriesInput {
    type Output = ();
    type Error = QueriesError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/queries");
        request.query_literal("kind", Some("one"));
        if let Some(value) = &self.boolean {
            request.query(&INPUT, 0, "boolean", value);
        }
        if let Some(value) = &self.byte {
            request.query(&INPUT, 1, "byte", value);
        }
        if let Some(value) = &self.short {
            request.query(&INPUT, 2, "short", value);
        }
        if let Some(value) = &self.integer {
            request.query(&INPUT, 3, "integer", value);
        }
        if let Some(value) = &self.long {
            request.query(&INPUT, 4, "long", value);
        }
        if let Some(value) = &self.float {
            request.query(&INPUT, 5, "float", value);
        }
        if let Some(value) = &self.double {
            request.query(&INPUT, 6, "double", value);
        }
        if let Some(value) = &self.string {
            request.query(&INPUT, 7, "string", value);
        }
        if let Some(value) = &self.r#enum {
            request.query(&INPUT, 8, "enum", value);
        }
        if let Some(value) = &self.int_enum {
            request.query(&INPUT, 9, "int-enum", value);
        }
        if let Some(value) = &self.date_time {
            request.query(&INPUT, 10, "date time", value);
        }
        if let Some(value) = &self.epoch_seconds {
            request.query(&INPUT, 11, "epoch&seconds", value);
        }
        if let Some(value) = &self.http_date {
            request.query(&INPUT, 12, "http=date", value);
        }
        if let Some(value) = &self.strings {
            request.query(&INPUT, 13, "strings", value);
        }
        if let Some(value) = &self.integers {
            request.query(&INPUT, 14, "integers", value);
        }
        if let Some(value) = &self.booleans {
            request.query(&INPUT, 15, "booleans", value);
        }
        if let Some(value) = &self.floats {
            request.query(&INPUT, 16, "floats", value);
        }
        if let Some(value) = &self.suits {
            request.query(&INPUT, 17, "suits", value);
        }
        if let Some(value) = &self.ranks {
            request.query(&INPUT, 18, "ranks", value);
        }
        if let Some(value) = &self.times {
            request.query(&INPUT, 19, "times", value);
        }
        if let Some(value) = &self.date_times {
            request.query(&INPUT, 20, "date-times", value);
        }
        if let Some(value) = &self.epochs {
            request.query(&INPUT, 21, "epochs", value);
        }
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => QueriesError::Refused(response.read()?),
            "Broken" => QueriesError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
