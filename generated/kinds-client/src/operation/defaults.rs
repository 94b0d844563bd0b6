//! `Defaults`: `POST /defaults`.

use crate::types::{Broken, Rank, Refused, Suit};
use farrier_runtime::{Blob, Document, Timestamp, TimestampFormat};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`defaults`](crate::Client::defaults) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DefaultsInput {
    /// `header`.
    ///
    /// Sent as the header `X-Text`.
    pub header: Option<String>,
    /// `headerSuit`.
    ///
    /// Sent as the header `X-Suit`.
    pub header_suit: Option<Suit>,
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
    /// `empty`.
    pub empty: Option<String>,
    /// `enum`.
    pub r#enum: Option<Suit>,
    /// `intEnum`.
    pub int_enum: Option<Rank>,
    /// `blob`.
    pub blob: Option<Blob>,
    /// `document`.
    pub document: Option<Document>,
    /// `time`.
    pub time: Option<Timestamp>,
    /// `dateTime`.
    pub date_time: Option<Timestamp>,
    /// `strings`.
    pub strings: Option<Vec<String>>,
    /// `stringMap`.
    pub string_map: Option<BTreeMap<String, String>>,
    /// `optional`.
    pub optional: Option<i32>,
    /// `added`.
    pub added: Option<i32>,
    /// `query`.
    ///
    /// Sent as the query parameter `query`.
    pub query: Option<String>,
    /// `queryRank`.
    ///
    /// Sent as the query parameter `rank`.
    pub query_rank: Option<Rank>,
}

impl DefaultsInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`header`](Self::header).
    #[must_use]
    pub fn with_header(mut self, header: impl Into<String>) -> Self {
        self.header = Some(header.into());
        self
    }

    /// Sets [`header_suit`](Self::header_suit).
    #[must_use]
    pub fn with_header_suit(mut self, header_suit: Suit) -> Self {
        self.header_suit = Some(header_suit);
        self
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

    /// Sets [`empty`](Self::empty).
    #[must_use]
    pub fn with_empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
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

    /// Sets [`blob`](Self::blob).
    #[must_use]
    pub fn with_blob(mut self, blob: impl Into<Blob>) -> Self {
        self.blob = Some(blob.into());
        self
    }

    /// Sets [`document`](Self::document).
    #[must_use]
    pub fn with_document(mut self, document: impl Into<Document>) -> Self {
        self.document = Some(document.into());
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

    /// Sets [`strings`](Self::strings).
    #[must_use]
    pub fn with_strings(
        mut self,
        strings: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.strings = Some(strings.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`string_map`](Self::string_map).
    #[must_use]
    pub fn with_string_map(
        mut self,
        string_map: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.string_map = Some(
            string_map
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        );
        self
    }

    /// Sets [`optional`](Self::optional).
    #[must_use]
    pub fn with_optional(mut self, optional: i32) -> Self {
        self.optional = Some(optional);
        self
    }

    /// Sets [`added`](Self::added).
    #[must_use]
    pub fn with_added(mut self, added: i32) -> Self {
        self.added = Some(added);
        self
    }

    /// Sets [`query`](Self::query).
    #[must_use]
    pub fn with_query(mut self, query: impl Into<String>) -> Self {
        self.query = Some(query.into());
        self
    }

    /// Sets [`query_rank`](Self::query_rank).
    #[must_use]
    pub fn with_query_rank(mut self, query_rank: Rank) -> Self {
        self.query_rank = Some(query_rank);
        self
    }
}

/// What [`defaults`](crate::Client::defaults) answers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DefaultsOutput {
    /// `header`.
    pub header: String,
    /// `headerSuit`.
    pub header_suit: Suit,
    /// `boolean`.
    pub boolean: bool,
    /// `byte`.
    pub byte: i8,
    /// `short`.
    pub short: i16,
    /// `integer`.
    pub integer: i32,
    /// `long`.
    pub long: i64,
    /// `float`.
    pub float: f32,
    /// `double`.
    pub double: f64,
    /// `string`.
    pub string: String,
    /// `empty`.
    pub empty: String,
    /// `enum`.
    pub r#enum: Suit,
    /// `intEnum`.
    pub int_enum: Rank,
    /// `blob`.
    pub blob: Blob,
    /// `document`.
    pub document: Document,
    /// `time`.
    pub time: Timestamp,
    /// `dateTime`.
    pub date_time: Timestamp,
    /// `strings`.
    pub strings: Vec<String>,
    /// `stringMap`.
    pub string_map: BTreeMap<String, String>,
    /// `optional`.
    pub optional: Option<i32>,
    /// `added`.
    pub added: Option<i32>,
}

impl DefaultsOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self {
            header: String::from("headed"),
            header_suit: Suit::Club,
            boolean: true,
            byte: 8,
            short: 16,
            integer: 32,
            long: 64,
            float: 0.5,
            double: -1.5,
            string: String::from("said"),
            empty: String::new(),
            r#enum: Suit::Heart,
            int_enum: Rank::Joker,
            blob: Blob::from_static(b"hi"),
            document: Document::from("anything"),
            time: Timestamp::from_unix_seconds(1),
            date_time: Timestamp::from_unix_seconds(2),
            strings: Vec::new(),
            string_map: BTreeMap::new(),
            optional: None,
            added: None,
        }
    }
}

impl Default for DefaultsOutput {
    fn default() -> Self {
        Self::new()
    }
}

static DEFAULTS_OUTPUT: Structure = Structure::new(
    "DefaultsOutput",
    &[
        Member::new("header"),
        Member::new("headerSuit"),
        Member::new("boolean"),
        Member::new("byte"),
        Member::new("short"),
        Member::new("integer"),
        Member::new("long"),
        Member::new("float"),
        Member::new("double"),
        Member::new("string"),
        Member::new("empty"),
        Member::new("enum"),
        Member::new("intEnum"),
        Member::new("blob"),
        Member::new("document"),
        Member::new("time"),
        Member::new("dateTime").timestamp(TimestampFormat::DateTime),
        Member::new("strings"),
        Member::new("stringMap"),
        Member::new("optional"),
        Member::new("added"),
    ],
);

impl FromResponse for DefaultsOutput {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let header = response.header(&DEFAULTS_OUTPUT, 0, "X-Text")?;
        let header_suit = response.header(&DEFAULTS_OUTPUT, 1, "X-Suit")?;
        let mut members = response.structure(&DEFAULTS_OUTPUT)?;
        let mut boolean = None;
        let mut byte = None;
        let mut short = None;
        let mut integer = None;
        let mut long = None;
        let mut float = None;
        let mut double = None;
        let mut string = None;
        let mut empty = None;
        let mut r#enum = None;
        let mut int_enum = None;
        let mut blob = None;
        let mut document = None;
        let mut time = None;
        let mut date_time = None;
        let mut strings = None;
        let mut string_map = None;
        let mut optional = None;
        let mut added = None;
        while let Some(member) = members.next()? {
            match member {
                2 => boolean = members.value()?,
                3 => byte = members.value()?,
                4 => short = members.value()?,
                5 => integer = members.value()?,
                6 => long = members.value()?,
                7 => float = members.value()?,
                8 => double = members.value()?,
                9 => string = members.value()?,
                10 => empty = members.value()?,
                11 => r#enum = members.value()?,
                12 => int_enum = members.value()?,
                13 => blob = members.value()?,
                14 => document = members.value()?,
                15 => time = members.value()?,
                16 => date_time = members.value()?,
                17 => strings = members.value()?,
                18 => string_map = members.value()?,
                19 => optional = members.value()?,
                20 => added = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            header: header.unwrap_or_else(|| String::from("headed")),
            header_suit: header_suit.unwrap_or(Suit::Club),
            boolean: boolean.unwrap_or(true),
            byte: byte.unwrap_or(8),
            short: short.unwrap_or(16),
            integer: integer.unwrap_or(32),
            long: long.unwrap_or(64),
            float: float.unwrap_or(0.5),
            double: double.unwrap_or(-1.5),
            string: string.unwrap_or_else(|| String::from("said")),
            empty: empty.unwrap_or_default(),
            r#enum: r#enum.unwrap_or(Suit::Heart),
            int_enum: int_enum.unwrap_or(Rank::Joker),
            blob: blob.unwrap_or_else(|| Blob::from_static(b"hi")),
            document: document.unwrap_or_else(|| Document::from("anything")),
            time: time.unwrap_or_else(|| Timestamp::from_unix_seconds(1)),
            date_time: date_time.unwrap_or_else(|| Timestamp::from_unix_seconds(2)),
            strings: strings.unwrap_or_default(),
            string_map: string_map.unwrap_or_default(),
            optional,
            added,
        })
    }
}

/// The errors that `Defaults` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DefaultsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for DefaultsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for DefaultsError {}

impl ServiceError for DefaultsError {
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
        "Defaults",
        "POST",
        "/defaults",
    )
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "DefaultsInput",
    &[
        Member::new("header"),
        Member::new("headerSuit"),
        Member::new("boolean"),
        Member::new("byte"),
        Member::new("short"),
        Member::new("integer"),
        Member::new("long"),
        Member::new("float"),
        Member::new("double"),
        Member::new("string"),
        Member::new("empty"),
        Member::new("enum"),
        Member::new("intEnum"),
        Member::new("blob"),
        Member::new("document"),
        Member::new("time"),
        Member::new("dateTime").timestamp(TimestampFormat::DateTime),
        Member::new("strings"),
        Member::new("stringMap"),
        Member::new("optional"),
        Member::new("added"),
        Member::new("query"),
        Member::new("queryRank"),
    ],
);

impl Operation for DefaultsInput {
    type Output = DefaultsOutput;
    type Error = DefaultsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/defaults");
        if let Some(value) = &self.header {
            request.header(&INPUT, 0, "X-Text", value)?;
        }
        if let Some(value) = &self.header_suit {
            request.header(&INPUT, 1, "X-Suit", value)?;
        }
        if let Some(value) = &self.query {
            request.query(&INPUT, 21, "query", value);
        }
        if let Some(value) = &self.query_rank {
            request.query(&INPUT, 22, "rank", value);
        }
        let mut members = request.structure(&INPUT);
        members.optional(2, &self.boolean);
        members.optional(3, &self.byte);
        members.optional(4, &self.short);
        members.optional(5, &self.integer);
        members.optional(6, &self.long);
        members.optional(7, &self.float);
        members.optional(8, &self.double);
        members.optional(9, &self.string);
        members.optional(10, &self.empty);
        members.optional(11, &self.r#enum);
        members.optional(12, &self.int_enum);
        members.optional(13, &self.blob);
        members.optional(14, &self.document);
        members.optional(15, &self.time);
        members.optional(16, &self.date_time);
        members.optional(17, &self.strings);
        members.optional(18, &self.string_map);
        members.optional(19, &self.optional);
        members.optional(20, &self.added);
        members.end();
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
            "Refused" => DefaultsError::Refused(response.read()?),
            "Broken" => DefaultsError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
