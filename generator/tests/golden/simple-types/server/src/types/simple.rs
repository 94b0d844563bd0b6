use farrier_runtime::{BigDecimal, BigInteger, Blob, Document, Timestamp};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

/// `Simple`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Simple {
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

impl Simple {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`blob`](Self::blob).
    #[must_use]
    pub fn with_blob(mut self, blob: impl Into<Blob>) -> Self {
        self.blob = Some(blob.into());
        self
    }

    /// Sets [`boolean`](Self::boolean).
    #[must_use]
    pub fn with_boolean(mut self, boolean: bool) -> Self {
        self.boolean = Some(boolean);
        self
    }

    /// Sets [`string`](Self::string).
    #[must_use]
    pub fn with_string(mut self, string: impl Into<String>) -> Self {
        self.string = Some(string.into());
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

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn with_timestamp(mut self, timestamp: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(timestamp.into());
        self
    }

    /// Sets [`document`](Self::document).
    #[must_use]
    pub fn with_document(mut self, document: impl Into<Document>) -> Self {
        self.document = Some(document.into());
        self
    }
}

static SIMPLE: Structure = Structure::new(
    "Simple",
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

impl Encode for Simple {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SIMPLE);
        members.optional(0, &self.blob);
        members.optional(1, &self.boolean);
        members.optional(2, &self.string);
        members.optional(3, &self.byte);
        members.optional(4, &self.short);
        members.optional(5, &self.integer);
        members.optional(6, &self.long);
        members.optional(7, &self.float);
        members.optional(8, &self.double);
        members.optional(9, &self.big_integer);
        members.optional(10, &self.big_decimal);
        members.optional(11, &self.timestamp);
        members.optional(12, &self.document);
        members.end();
    }
}

impl IntoResponse for Simple {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
