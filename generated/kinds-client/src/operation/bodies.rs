//! `Bodies`: `POST /bodies`.

use crate::types::{Broken, Choice, Rank, Refused, Suit, Tree};
use farrier_runtime::{
    BigDecimal, BigInteger, Blob, Document, Timestamp, TimestampFormat,
};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`bodies`](crate::Client::bodies) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BodiesInput {
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
    /// `bigInteger`.
    pub big_integer: Option<BigInteger>,
    /// `bigDecimal`.
    pub big_decimal: Option<BigDecimal>,
    /// `string`.
    pub string: Option<String>,
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
    /// `epochSeconds`.
    pub epoch_seconds: Option<Timestamp>,
    /// `httpDate`.
    pub http_date: Option<Timestamp>,
    /// `strings`.
    pub strings: Option<Vec<String>>,
    /// `sparseStrings`.
    pub sparse_strings: Option<Vec<Option<String>>>,
    /// `booleans`.
    pub booleans: Option<Vec<bool>>,
    /// `integers`.
    pub integers: Option<Vec<i32>>,
    /// `floats`.
    pub floats: Option<Vec<f32>>,
    /// `suits`.
    pub suits: Option<Vec<Suit>>,
    /// `ranks`.
    pub ranks: Option<Vec<Rank>>,
    /// `blobs`.
    pub blobs: Option<Vec<Blob>>,
    /// `times`.
    pub times: Option<Vec<Timestamp>>,
    /// `dateTimes`.
    pub date_times: Option<Vec<Timestamp>>,
    /// `lists`.
    pub lists: Option<Vec<Vec<String>>>,
    /// `documents`.
    pub documents: Option<Vec<Document>>,
    /// `stringMap`.
    pub string_map: Option<BTreeMap<String, String>>,
    /// `sparseMap`.
    pub sparse_map: Option<BTreeMap<String, Option<i32>>>,
    /// `suitMap`.
    pub suit_map: Option<BTreeMap<Suit, Vec<Suit>>>,
    /// `rankMap`.
    pub rank_map: Option<BTreeMap<String, Rank>>,
    /// `timeMap`.
    pub time_map: Option<BTreeMap<String, Timestamp>>,
    /// `lists2`.
    pub lists2: Option<BTreeMap<String, Vec<String>>>,
    /// `tree`.
    pub tree: Option<Tree>,
    /// `choice`.
    pub choice: Option<Choice>,
    /// `choices`.
    pub choices: Option<Vec<Choice>>,
}

impl BodiesInput {
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

    /// Sets [`big_integer`](Self::big_integer).
    #[must_use]
    pub fn with_big_integer(mut self, big_integer: BigInteger) -> Self {
        self.big_integer = Some(big_integer);
        self
    }

    /// Sets [`big_decimal`](Self::big_decimal).
    #[must_use]
    pub fn with_big_decimal(mut self, big_decimal: BigDecimal) -> Self {
        self.big_decimal = Some(big_decimal);
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

    /// Sets [`sparse_strings`](Self::sparse_strings).
    #[must_use]
    pub fn with_sparse_strings(
        mut self,
        sparse_strings: impl IntoIterator<Item = Option<String>>,
    ) -> Self {
        self.sparse_strings = Some(sparse_strings.into_iter().collect());
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

    /// Sets [`blobs`](Self::blobs).
    #[must_use]
    pub fn with_blobs(mut self, blobs: impl IntoIterator<Item = Blob>) -> Self {
        self.blobs = Some(blobs.into_iter().collect());
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

    /// Sets [`lists`](Self::lists).
    #[must_use]
    pub fn with_lists(mut self, lists: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.lists = Some(lists.into_iter().collect());
        self
    }

    /// Sets [`documents`](Self::documents).
    #[must_use]
    pub fn with_documents(
        mut self,
        documents: impl IntoIterator<Item = Document>,
    ) -> Self {
        self.documents = Some(documents.into_iter().collect());
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

    /// Sets [`sparse_map`](Self::sparse_map).
    #[must_use]
    pub fn with_sparse_map(
        mut self,
        sparse_map: impl IntoIterator<Item = (impl Into<String>, Option<i32>)>,
    ) -> Self {
        self.sparse_map = Some(
            sparse_map.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`suit_map`](Self::suit_map).
    #[must_use]
    pub fn with_suit_map(
        mut self,
        suit_map: impl IntoIterator<Item = (Suit, Vec<Suit>)>,
    ) -> Self {
        self.suit_map = Some(suit_map.into_iter().collect());
        self
    }

    /// Sets [`rank_map`](Self::rank_map).
    #[must_use]
    pub fn with_rank_map(
        mut self,
        rank_map: impl IntoIterator<Item = (impl Into<String>, Rank)>,
    ) -> Self {
        self.rank_map = Some(
            rank_map.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`time_map`](Self::time_map).
    #[must_use]
    pub fn with_time_map(
        mut self,
        time_map: impl IntoIterator<Item = (impl Into<String>, Timestamp)>,
    ) -> Self {
        self.time_map = Some(
            time_map.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`lists2`](Self::lists2).
    #[must_use]
    pub fn with_lists2(
        mut self,
        lists2: impl IntoIterator<Item = (impl Into<String>, Vec<String>)>,
    ) -> Self {
        self.lists2 = Some(
            lists2.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`tree`](Self::tree).
    #[must_use]
    pub fn with_tree(mut self, tree: Tree) -> Self {
        self.tree = Some(tree);
        self
    }

    /// Sets [`choice`](Self::choice).
    #[must_use]
    pub fn with_choice(mut self, choice: Choice) -> Self {
        self.choice = Some(choice);
        self
    }

    /// Sets [`choices`](Self::choices).
    #[must_use]
    pub fn with_choices(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        self.choices = Some(choices.into_iter().collect());
        self
    }
}

/// What [`bodies`](crate::Client::bodies) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BodiesOutput {
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
    /// `bigInteger`.
    pub big_integer: Option<BigInteger>,
    /// `bigDecimal`.
    pub big_decimal: Option<BigDecimal>,
    /// `string`.
    pub string: Option<String>,
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
    /// `epochSeconds`.
    pub epoch_seconds: Option<Timestamp>,
    /// `httpDate`.
    pub http_date: Option<Timestamp>,
    /// `strings`.
    pub strings: Option<Vec<String>>,
    /// `sparseStrings`.
    pub sparse_strings: Option<Vec<Option<String>>>,
    /// `booleans`.
    pub booleans: Option<Vec<bool>>,
    /// `integers`.
    pub integers: Option<Vec<i32>>,
    /// `floats`.
    pub floats: Option<Vec<f32>>,
    /// `suits`.
    pub suits: Option<Vec<Suit>>,
    /// `ranks`.
    pub ranks: Option<Vec<Rank>>,
    /// `blobs`.
    pub blobs: Option<Vec<Blob>>,
    /// `times`.
    pub times: Option<Vec<Timestamp>>,
    /// `dateTimes`.
    pub date_times: Option<Vec<Timestamp>>,
    /// `lists`.
    pub lists: Option<Vec<Vec<String>>>,
    /// `documents`.
    pub documents: Option<Vec<Document>>,
    /// `stringMap`.
    pub string_map: Option<BTreeMap<String, String>>,
    /// `sparseMap`.
    pub sparse_map: Option<BTreeMap<String, Option<i32>>>,
    /// `suitMap`.
    pub suit_map: Option<BTreeMap<Suit, Vec<Suit>>>,
    /// `rankMap`.
    pub rank_map: Option<BTreeMap<String, Rank>>,
    /// `timeMap`.
    pub time_map: Option<BTreeMap<String, Timestamp>>,
    /// `lists2`.
    pub lists2: Option<BTreeMap<String, Vec<String>>>,
    /// `tree`.
    pub tree: Option<Tree>,
    /// `choice`.
    pub choice: Option<Choice>,
    /// `choices`.
    pub choices: Option<Vec<Choice>>,
}

static BODIES_OUTPUT: Structure = Structure::new(
    "BodiesOutput",
    &[
        Member::new("boolean"),
        Member::new("byte"),
        Member::new("short"),
        Member::new("integer"),
        Member::new("long"),
        Member::new("float"),
        Member::new("double"),
        Member::new("bigInteger"),
        Member::new("bigDecimal"),
        Member::new("string").json("a \"string\""),
        Member::new("enum"),
        Member::new("intEnum"),
        Member::new("blob"),
        Member::new("document"),
        Member::new("time"),
        Member::new("dateTime").timestamp(TimestampFormat::DateTime),
        Member::new("epochSeconds").timestamp(TimestampFormat::EpochSeconds),
        Member::new("httpDate").timestamp(TimestampFormat::HttpDate),
        Member::new("strings"),
        Member::new("sparseStrings"),
        Member::new("booleans"),
        Member::new("integers"),
        Member::new("floats"),
        Member::new("suits"),
        Member::new("ranks"),
        Member::new("blobs"),
        Member::new("times")
            .items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("dateTimes")
            .items(&Member::new("member").timestamp(TimestampFormat::DateTime)),
        Member::new("lists"),
        Member::new("documents"),
        Member::new("stringMap"),
        Member::new("sparseMap"),
        Member::new("suitMap"),
        Member::new("rankMap"),
        Member::new("timeMap")
            .items(&Member::new("value").timestamp(TimestampFormat::DateTime)),
        Member::new("lists2"),
        Member::new("tree"),
        Member::new("choice"),
        Member::new("choices"),
    ],
);

impl Decode for BodiesOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&BODIES_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.boolean = members.value()?,
                1 => value.byte = members.value()?,
                2 => value.short = members.value()?,
                3 => value.integer = members.value()?,
                4 => value.long = members.value()?,
                5 => value.float = members.value()?,
                6 => value.double = members.value()?,
                7 => value.big_integer = members.value()?,
                8 => value.big_decimal = members.value()?,
                9 => value.string = members.value()?,
                10 => value.r#enum = members.value()?,
                11 => value.int_enum = members.value()?,
                12 => value.blob = members.value()?,
                13 => value.document = members.value()?,
                14 => value.time = members.value()?,
                15 => value.date_time = members.value()?,
                16 => value.epoch_seconds = members.value()?,
                17 => value.http_date = members.value()?,
                18 => value.strings = members.value()?,
                19 => value.sparse_strings = members.value()?,
                20 => value.booleans = members.value()?,
                21 => value.integers = members.value()?,
                22 => value.floats = members.value()?,
                23 => value.suits = members.value()?,
                24 => value.ranks = members.value()?,
                25 => value.blobs = members.value()?,
                26 => value.times = members.value()?,
                27 => value.date_times = members.value()?,
                28 => value.lists = members.value()?,
                29 => value.documents = members.value()?,
                30 => value.string_map = members.value()?,
                31 => value.sparse_map = members.value()?,
                32 => value.suit_map = members.value()?,
                33 => value.rank_map = members.value()?,
                34 => value.time_map = members.value()?,
                35 => value.lists2 = members.value()?,
                36 => value.tree = members.value()?,
                37 => value.choice = members.value()?,
                38 => value.choices = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `Bodies` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BodiesError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for BodiesError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for BodiesError {}

impl ServiceError for BodiesError {
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

static METADATA: OperationMetadata = OperationMetadata::new("Bodies", "POST", "/bodies")
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "BodiesInput",
    &[
        Member::new("boolean"),
        Member::new("byte"),
        Member::new("short"),
        Member::new("integer"),
        Member::new("long"),
        Member::new("float"),
        Member::new("double"),
        Member::new("bigInteger"),
        Member::new("bigDecimal"),
        Member::new("string").json("a \"string\""),
        Member::new("enum"),
        Member::new("intEnum"),
        Member::new("blob"),
        Member::new("document"),
        Member::new("time"),
        Member::new("dateTime").timestamp(TimestampFormat::DateTime),
        Member::new("epochSeconds").timestamp(TimestampFormat::EpochSeconds),
        Member::new("httpDate").timestamp(TimestampFormat::HttpDate),
        Member::new("strings"),
        Member::new("sparseStrings"),
        Member::new("booleans"),
        Member::new("integers"),
        Member::new("floats"),
        Member::new("suits"),
        Member::new("ranks"),
        Member::new("blobs"),
        Member::new("times")
            .items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("dateTimes")
            .items(&Member::new("member").timestamp(TimestampFormat::DateTime)),
        Member::new("lists"),
        Member::new("documents"),
        Member::new("stringMap"),
        Member::new("sparseMap"),
        Member::new("suitMap"),
        Member::new("rankMap"),
        Member::new("timeMap")
            .items(&Member::new("value").timestamp(TimestampFormat::DateTime)),
        Member::new("lists2"),
        Member::new("tree"),
        Member::new("choice"),
        Member::new("choices"),
    ],
);

impl Operation for BodiesInput {
    type Output = BodiesOutput;
    type Error = BodiesError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/bodies");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.boolean);
        members.optional(1, &self.byte);
        members.optional(2, &self.short);
        members.optional(3, &self.integer);
        members.optional(4, &self.long);
        members.optional(5, &self.float);
        members.optional(6, &self.double);
        members.optional(7, &self.big_integer);
        members.optional(8, &self.big_decimal);
        members.optional(9, &self.string);
        members.optional(10, &self.r#enum);
        members.optional(11, &self.int_enum);
        members.optional(12, &self.blob);
        members.optional(13, &self.document);
        members.optional(14, &self.time);
        members.optional(15, &self.date_time);
        members.optional(16, &self.epoch_seconds);
        members.optional(17, &self.http_date);
        members.optional(18, &self.strings);
        members.optional(19, &self.sparse_strings);
        members.optional(20, &self.booleans);
        members.optional(21, &self.integers);
        members.optional(22, &self.floats);
        members.optional(23, &self.suits);
        members.optional(24, &self.ranks);
        members.optional(25, &self.blobs);
        members.optional(26, &self.times);
        members.optional(27, &self.date_times);
        members.optional(28, &self.lists);
        members.optional(29, &self.documents);
        members.optional(30, &self.string_map);
        members.optional(31, &self.sparse_map);
        members.optional(32, &self.suit_map);
        members.optional(33, &self.rank_map);
        members.optional(34, &self.time_map);
        members.optional(35, &self.lists2);
        members.optional(36, &self.tree);
        members.optional(37, &self.choice);
        members.optional(38, &self.choices);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => BodiesError::Refused(response.read()?),
            "Broken" => BodiesError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
