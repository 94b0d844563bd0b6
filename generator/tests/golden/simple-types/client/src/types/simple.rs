use farrier_runtime::{BigDecimal, BigInteger, Blob, Document, Timestamp};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

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

impl Decode for Simple {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SIMPLE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.blob = members.value()?,
                1 => value.boolean = members.value()?,
                2 => value.string = members.value()?,
                3 => value.byte = members.value()?,
                4 => value.short = members.value()?,
                5 => value.integer = members.value()?,
                6 => value.long = members.value()?,
                7 => value.float = members.value()?,
                8 => value.double = members.value()?,
                9 => value.big_integer = members.value()?,
                10 => value.big_decimal = members.value()?,
                11 => value.timestamp = members.value()?,
                12 => value.document = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
