//! `Defaults`: `POST /defaults`.

use crate::types::{Broken, Rank, Refused, Suit};
use farrier_runtime::{Blob, Document, Timestamp, TimestampFormat};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `Defaults` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DefaultsInput {
    /// `header`.
    ///
    /// Sent as the header `X-Text`.
    pub header: String,
    /// `headerSuit`.
    ///
    /// Sent as the header `X-Suit`.
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
    pub optional: i32,
    /// `added`.
    pub added: i32,
    /// `query`.
    ///
    /// Sent as the query parameter `query`.
    pub query: String,
    /// `queryRank`.
    ///
    /// Sent as the query parameter `rank`.
    pub query_rank: Rank,
}

impl DefaultsInput {
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
            optional: 33,
            added: 34,
            query: String::from("asked"),
            query_rank: Rank::Ace,
        }
    }
}

impl Default for DefaultsInput {
    fn default() -> Self {
        Self::new()
    }
}

/// What `Defaults` answers.
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
    pub optional: i32,
    /// `added`.
    pub added: i32,
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
            optional: 33,
            added: 34,
        }
    }

    /// Sets [`header`](Self::header).
    #[must_use]
    pub fn with_header(mut self, header: impl Into<String>) -> Self {
        self.header = header.into();
        self
    }

    /// Sets [`header_suit`](Self::header_suit).
    #[must_use]
    pub fn with_header_suit(mut self, header_suit: Suit) -> Self {
        self.header_suit = header_suit;
        self
    }

    /// Sets [`boolean`](Self::boolean).
    #[must_use]
    pub fn with_boolean(mut self, boolean: bool) -> Self {
        self.boolean = boolean;
        self
    }

    /// Sets [`byte`](Self::byte).
    #[must_use]
    pub fn with_byte(mut self, byte: i8) -> Self {
        self.byte = byte;
        self
    }

    /// Sets [`short`](Self::short).
    #[must_use]
    pub fn with_short(mut self, short: i16) -> Self {
        self.short = short;
        self
    }

    /// Sets [`integer`](Self::integer).
    #[must_use]
    pub fn with_integer(mut self, integer: i32) -> Self {
        self.integer = integer;
        self
    }

    /// Sets [`long`](Self::long).
    #[must_use]
    pub fn with_long(mut self, long: i64) -> Self {
        self.long = long;
        self
    }

    /// Sets [`float`](Self::float).
    #[must_use]
    pub fn with_float(mut self, float: f32) -> Self {
        self.float = float;
        self
    }

    /// Sets [`double`](Self::double).
    #[must_use]
    pub fn with_double(mut self, double: f64) -> Self {
        self.double = double;
        self
    }

    /// Sets [`string`](Self::string).
    #[must_use]
    pub fn with_string(mut self, string: impl Into<String>) -> Self {
        self.string = string.into();
        self
    }

    /// Sets [`empty`](Self::empty).
    #[must_use]
    pub fn with_empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = empty.into();
        self
    }

    /// Sets [`enum`](Self::enum).
    #[must_use]
    pub fn with_enum(mut self, r#enum: Suit) -> Self {
        self.r#enum = r#enum;
        self
    }

    /// Sets [`int_enum`](Self::int_enum).
    #[must_use]
    pub fn with_int_enum(mut self, int_enum: Rank) -> Self {
        self.int_enum = int_enum;
        self
    }

    /// Sets [`blob`](Self::blob).
    #[must_use]
    pub fn with_blob(mut self, blob: impl Into<Blob>) -> Self {
        self.blob = blob.into();
        self
    }

    /// Sets [`document`](Self::document).
    #[must_use]
    pub fn with_document(mut self, document: impl Into<Document>) -> Self {
        self.document = document.into();
        self
    }

    /// Sets [`time`](Self::time).
    #[must_use]
    pub fn with_time(mut self, time: impl Into<Timestamp>) -> Self {
        self.time = time.into();
        self
    }

    /// Sets [`date_time`](Self::date_time).
    #[must_use]
    pub fn with_date_time(mut self, date_time: impl Into<Timestamp>) -> Self {
        self.date_time = date_time.into();
        self
    }

    /// Sets [`strings`](Self::strings).
    #[must_use]
    pub fn with_strings(
        mut self,
        strings: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.strings = strings.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`string_map`](Self::string_map).
    #[must_use]
    pub fn with_string_map(
        mut self,
        string_map: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.string_map = string_map
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`optional`](Self::optional).
    #[must_use]
    pub fn with_optional(mut self, optional: i32) -> Self {
        self.optional = optional;
        self
    }

    /// Sets [`added`](Self::added).
    #[must_use]
    pub fn with_added(mut self, added: i32) -> Self {
        self.added = added;
        self
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

impl IntoResponse for DefaultsOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&DEFAULTS_OUTPUT, 0, "X-Text", &self.header);
        response.header(&DEFAULTS_OUTPUT, 1, "X-Suit", &self.header_suit);
        let mut members = response.structure(&DEFAULTS_OUTPUT);
        members.member(2, &self.boolean);
        members.member(3, &self.byte);
        members.member(4, &self.short);
        members.member(5, &self.integer);
        members.member(6, &self.long);
        members.member(7, &self.float);
        members.member(8, &self.double);
        members.member(9, &self.string);
        members.member(10, &self.empty);
        members.member(11, &self.r#enum);
        members.member(12, &self.int_enum);
        members.member(13, &self.blob);
        members.member(14, &self.document);
        members.member(15, &self.time);
        members.member(16, &self.date_time);
        members.member(17, &self.strings);
        members.member(18, &self.string_map);
        members.member(19, &self.optional);
        members.member(20, &self.added);
        members.end();
    }
}

/// The errors that `Defaults` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for DefaultsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for DefaultsError {}

impl From<Refused> for DefaultsError {
    fn from(error: Refused) -> Self {
        Self::Refused(error)
    }
}

impl From<Broken> for DefaultsError {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Defaults")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

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

impl FromRequest for DefaultsInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let header = input.header(0, "X-Text")?;
        let header_suit = input.header(1, "X-Suit")?;
        let query = input.query(21, "query")?;
        let query_rank = input.query(22, "rank")?;
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
        while let Some(member) = input.next()? {
            match member {
                2 => boolean = input.value()?,
                3 => byte = input.value()?,
                4 => short = input.value()?,
                5 => integer = input.value()?,
                6 => long = input.value()?,
                7 => float = input.value()?,
                8 => double = input.value()?,
                9 => string = input.value()?,
                10 => empty = input.value()?,
                11 => r#enum = input.value()?,
                12 => int_enum = input.value()?,
                13 => blob = input.value()?,
                14 => document = input.value()?,
                15 => time = input.value()?,
                16 => date_time = input.value()?,
                17 => strings = input.value()?,
                18 => string_map = input.value()?,
                19 => optional = input.value()?,
                20 => added = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
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
            optional: optional.unwrap_or(33),
            added: added.unwrap_or(34),
            query: query.unwrap_or_else(|| String::from("asked")),
            query_rank: query_rank.unwrap_or(Rank::Ace),
        })
    }
}

impl Failure for DefaultsError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Refused(error) => response.error("Refused", 418, error),
            Self::Broken(error) => response.error("Broken", 500, error),
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for DefaultsError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
