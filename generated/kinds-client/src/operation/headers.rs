//! `Headers`: `PUT /headers`.

use crate::types::{Broken, Rank, Refused, Suit};
use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`headers`](crate::Client::headers) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct HeadersInput {
    /// `boolean`.
    ///
    /// Sent as the header `X-Boolean`.
    pub boolean: Option<bool>,
    /// `byte`.
    ///
    /// Sent as the header `X-Byte`.
    pub byte: Option<i8>,
    /// `short`.
    ///
    /// Sent as the header `X-Short`.
    pub short: Option<i16>,
    /// `integer`.
    ///
    /// Sent as the header `X-Integer`.
    pub integer: Option<i32>,
    /// `long`.
    ///
    /// Sent as the header `X-Long`.
    pub long: Option<i64>,
    /// `float`.
    ///
    /// Sent as the header `X-Float`.
    pub float: Option<f32>,
    /// `double`.
    ///
    /// Sent as the header `X-Double`.
    pub double: Option<f64>,
    /// `string`.
    ///
    /// Sent as the header `X-String`.
    pub string: Option<String>,
    /// `enum`.
    ///
    /// Sent as the header `X-Enum`.
    pub r#enum: Option<Suit>,
    /// `intEnum`.
    ///
    /// Sent as the header `X-Int-Enum`.
    pub int_enum: Option<Rank>,
    /// `media`.
    ///
    /// Sent as the header `X-Media`.
    pub media: Option<String>,
    /// `time`.
    ///
    /// Sent as the header `X-Time`.
    pub time: Option<Timestamp>,
    /// `dateTime`.
    ///
    /// Sent as the header `X-Date-Time`.
    pub date_time: Option<Timestamp>,
    /// `epochSeconds`.
    ///
    /// Sent as the header `X-Epoch-Seconds`.
    pub epoch_seconds: Option<Timestamp>,
    /// `booleans`.
    ///
    /// Sent as the header `X-Booleans`.
    pub booleans: Option<Vec<bool>>,
    /// `integers`.
    ///
    /// Sent as the header `X-Integers`.
    pub integers: Option<Vec<i32>>,
    /// `strings`.
    ///
    /// Sent as the header `X-Strings`.
    pub strings: Option<Vec<String>>,
    /// `suits`.
    ///
    /// Sent as the header `X-Suits`.
    pub suits: Option<Vec<Suit>>,
    /// `ranks`.
    ///
    /// Sent as the header `X-Ranks`.
    pub ranks: Option<Vec<Rank>>,
    /// `floats`.
    ///
    /// Sent as the header `X-Floats`.
    pub floats: Option<Vec<f32>>,
    /// `httpDates`.
    ///
    /// Sent as the header `X-Http-Dates`.
    pub http_dates: Option<Vec<Timestamp>>,
    /// `dateTimes`.
    ///
    /// Sent as the header `X-Date-Times`.
    pub date_times: Option<Vec<Timestamp>>,
    /// `epochs`.
    ///
    /// Sent as the header `X-Epochs`.
    pub epochs: Option<Vec<Timestamp>>,
    /// `prefixed`.
    ///
    /// Sent as headers that start with `X-Prefix-`.
    pub prefixed: Option<BTreeMap<String, String>>,
}

impl HeadersInput {
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

    /// Sets [`media`](Self::media).
    #[must_use]
    pub fn with_media(mut self, media: impl Into<String>) -> Self {
        self.media = Some(media.into());
        self
    }

    /// Sets [`time`](Self::time).
    #[must_use]
    pub fn with_time(mut self, time: impl Into<Timestamp>) -> Self {
        self.time = Some(time.into());
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

    /// Sets [`booleans`](Self::booleans).
    #[must_use]
    pub fn with_booleans(mut self, booleans: impl IntoIterator<Item = bool>) -> Self {
        self.booleans = Some(booleans.into_iter().collect());
        self
    }

    /// Sets [`integers`](Self::integers).
    #[must_use]
    pub fn with_integers(mut self, integers: impl IntoIterator<Item = i32>) -> Self {
        self.integers = Some(integers.into_iter().collect());
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

    /// Sets [`floats`](Self::floats).
    #[must_use]
    pub fn with_floats(mut self, floats: impl IntoIterator<Item = f32>) -> Self {
        self.floats = Some(floats.into_iter().collect());
        self
    }

    /// Sets [`http_dates`](Self::http_dates).
    #[must_use]
    pub fn with_http_dates(
        mut self,
        http_dates: impl IntoIterator<Item = Timestamp>,
    ) -> Self {
        self.http_dates = Some(http_dates.into_iter().collect());
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

    /// Sets [`prefixed`](Self::prefixed).
    #[must_use]
    pub fn with_prefixed(
        mut self,
        prefixed: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.prefixed = Some(
            prefixed.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }
}

/// What [`headers`](crate::Client::headers) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct HeadersOutput {
    /// `boolean`.
    pub boolean: Option<bool>,
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
    /// `string`.
    pub string: Option<String>,
    /// `enum`.
    pub r#enum: Option<Suit>,
    /// `intEnum`.
    pub int_enum: Option<Rank>,
    /// `media`.
    pub media: Option<String>,
    /// `time`.
    pub time: Option<Timestamp>,
    /// `dateTime`.
    pub date_time: Option<Timestamp>,
    /// `epochSeconds`.
    pub epoch_seconds: Option<Timestamp>,
    /// `booleans`.
    pub booleans: Option<Vec<bool>>,
    /// `integers`.
    pub integers: Option<Vec<i32>>,
    /// `strings`.
    pub strings: Option<Vec<String>>,
    /// `suits`.
    pub suits: Option<Vec<Suit>>,
    /// `ranks`.
    pub ranks: Option<Vec<Rank>>,
    /// `floats`.
    pub floats: Option<Vec<f32>>,
    /// `httpDates`.
    pub http_dates: Option<Vec<Timestamp>>,
    /// `dateTimes`.
    pub date_times: Option<Vec<Timestamp>>,
    /// `epochs`.
    pub epochs: Option<Vec<Timestamp>>,
    /// `prefixed`.
    pub prefixed: Option<BTreeMap<String, String>>,
}

static HEADERS_OUTPUT: Structure = Structure::new(
    "HeadersOutput",
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
        Member::new("media").media_type(),
        Member::new("time"),
        Member::new("dateTime").timestamp(TimestampFormat::DateTime),
        Member::new("epochSeconds").timestamp(TimestampFormat::EpochSeconds),
        Member::new("booleans"),
        Member::new("integers"),
        Member::new("strings"),
        Member::new("suits"),
        Member::new("ranks"),
        Member::new("floats"),
        Member::new("httpDates")
            .items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("dateTimes")
            .items(&Member::new("member").timestamp(TimestampFormat::DateTime)),
        Member::new("epochs")
            .items(&Member::new("member").timestamp(TimestampFormat::EpochSeconds)),
        Member::new("prefixed"),
    ],
);

impl FromResponse for HeadersOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let boolean = response.header(&HEADERS_OUTPUT, 0, "X-Boolean")?;
        let byte = response.header(&HEADERS_OUTPUT, 1, "X-Byte")?;
        let short = response.header(&HEADERS_OUTPUT, 2, "X-Short")?;
        let integer = response.header(&HEADERS_OUTPUT, 3, "X-Integer")?;
        let long = response.header(&HEADERS_OUTPUT, 4, "X-Long")?;
        let float = response.header(&HEADERS_OUTPUT, 5, "X-Float")?;
        let double = response.header(&HEADERS_OUTPUT, 6, "X-Double")?;
        let string = response.header(&HEADERS_OUTPUT, 7, "X-String")?;
        let r#enum = response.header(&HEADERS_OUTPUT, 8, "X-Enum")?;
        let int_enum = response.header(&HEADERS_OUTPUT, 9, "X-Int-Enum")?;
        let media = response.header(&HEADERS_OUTPUT, 10, "X-Media")?;
        let time = response.header(&HEADERS_OUTPUT, 11, "X-Time")?;
        let date_time = response.header(&HEADERS_OUTPUT, 12, "X-Date-Time")?;
        let epoch_seconds = response.header(&HEADERS_OUTPUT, 13, "X-Epoch-Seconds")?;
        let booleans = response.header(&HEADERS_OUTPUT, 14, "X-Booleans")?;
        let integers = response.header(&HEADERS_OUTPUT, 15, "X-Integers")?;
        let strings = response.header(&HEADERS_OUTPUT, 16, "X-Strings")?;
        let suits = response.header(&HEADERS_OUTPUT, 17, "X-Suits")?;
        let ranks = response.header(&HEADERS_OUTPUT, 18, "X-Ranks")?;
        let floats = response.header(&HEADERS_OUTPUT, 19, "X-Floats")?;
        let http_dates = response.header(&HEADERS_OUTPUT, 20, "X-Http-Dates")?;
        let date_times = response.header(&HEADERS_OUTPUT, 21, "X-Date-Times")?;
        let epochs = response.header(&HEADERS_OUTPUT, 22, "X-Epochs")?;
        let prefixed = response.prefix_headers(&HEADERS_OUTPUT, 23, "X-Prefix-")?;
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
            media,
            time,
            date_time,
            epoch_seconds,
            booleans,
            integers,
            strings,
            suits,
            ranks,
            floats,
            http_dates,
            date_times,
            epochs,
            prefixed,
        })
    }
}

/// The errors that `Headers` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum HeadersError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for HeadersError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for HeadersError {}

impl ServiceError for HeadersError {
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

static METADATA: OperationMetadata = OperationMetadata::new("Headers", "PUT", "/headers")
    .idempotent()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "HeadersInput",
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
        Member::new("media").media_type(),
        Member::new("time"),
        Member::new("dateTime").timestamp(TimestampFormat::DateTime),
        Member::new("epochSeconds").timestamp(TimestampFormat::EpochSeconds),
        Member::new("booleans"),
        Member::new("integers"),
        Member::new("strings"),
        Member::new("suits"),
        Member::new("ranks"),
        Member::new("floats"),
        Member::new("httpDates")
            .items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("dateTimes")
            .items(&Member::new("member").timestamp(TimestampFormat::DateTime)),
        Member::new("epochs")
            .items(&Member::new("member").timestamp(TimestampFormat::EpochSeconds)),
        Member::new("prefixed"),
    ],
);

impl Operation for HeadersInput {
    type Output = HeadersOutput;
    type Error = HeadersError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/headers");
        if let Some(value) = &self.boolean {
            request.header(&INPUT, 0, "X-Boolean", value)?;
        }
        if let Some(value) = &self.byte {
            request.header(&INPUT, 1, "X-Byte", value)?;
        }
        if let Some(value) = &self.short {
            request.header(&INPUT, 2, "X-Short", value)?;
        }
        if let Some(value) = &self.integer {
            request.header(&INPUT, 3, "X-Integer", value)?;
        }
        if let Some(value) = &self.long {
            request.header(&INPUT, 4, "X-Long", value)?;
        }
        if let Some(value) = &self.float {
            request.header(&INPUT, 5, "X-Float", value)?;
        }
        if let Some(value) = &self.double {
            request.header(&INPUT, 6, "X-Double", value)?;
        }
        if let Some(value) = &self.string {
            request.header(&INPUT, 7, "X-String", value)?;
        }
        if let Some(value) = &self.r#enum {
            request.header(&INPUT, 8, "X-Enum", value)?;
        }
        if let Some(value) = &self.int_enum {
            request.header(&INPUT, 9, "X-Int-Enum", value)?;
        }
        if let Some(value) = &self.media {
            request.header(&INPUT, 10, "X-Media", value)?;
        }
        if let Some(value) = &self.time {
            request.header(&INPUT, 11, "X-Time", value)?;
        }
        if let Some(value) = &self.date_time {
            request.header(&INPUT, 12, "X-Date-Time", value)?;
        }
        if let Some(value) = &self.epoch_seconds {
            request.header(&INPUT, 13, "X-Epoch-Seconds", value)?;
        }
        if let Some(value) = &self.booleans {
            request.header(&INPUT, 14, "X-Booleans", value)?;
        }
        if let Some(value) = &self.integers {
            request.header(&INPUT, 15, "X-Integers", value)?;
        }
        if let Some(value) = &self.strings {
            request.header(&INPUT, 16, "X-Strings", value)?;
        }
        if let Some(value) = &self.suits {
            request.header(&INPUT, 17, "X-Suits", value)?;
        }
        if let Some(value) = &self.ranks {
            request.header(&INPUT, 18, "X-Ranks", value)?;
        }
        if let Some(value) = &self.floats {
            request.header(&INPUT, 19, "X-Floats", value)?;
        }
        if let Some(value) = &self.http_dates {
            request.header(&INPUT, 20, "X-Http-Dates", value)?;
        }
        if let Some(value) = &self.date_times {
            request.header(&INPUT, 21, "X-Date-Times", value)?;
        }
        if let Some(value) = &self.epochs {
            request.header(&INPUT, 22, "X-Epochs", value)?;
        }
        if let Some(value) = &self.prefixed {
            request.prefix_headers("X-Prefix-", value)?;
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.read()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => HeadersError::Refused(response.read()?),
            "Broken" => HeadersError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
