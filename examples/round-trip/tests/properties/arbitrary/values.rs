//! Values of any type, from choices.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use farrier_model::api::{Shape, ShapeKind, Simple, TimestampFormat};
use kinds_client::farrier_runtime::Timestamp;
use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::Choices;
use super::collections::{Any, Fields, Items, Variant};
use super::hint::{Hint, Place, What};
use super::texts::text;

/// A value of `T`, which is what `hint` says.
pub(crate) fn value<'a, T: DeserializeOwned>(choices: &'a Choices, hint: Hint<'a>) -> T {
    let value = Value { choices, hint, depth: 0 };
    T::deserialize(value).expect("the type is what the model says")
}

/// What a value is deserialised from.
#[derive(Clone, Debug)]
pub(super) struct Value<'a> {
    pub(super) choices: &'a Choices,
    pub(super) hint: Hint<'a>,
    pub(super) depth: usize,
}

/// From here on, what need not be there is not.
pub(super) const DEEP: usize = 6;

impl<'a> Value<'a> {
    /// A part of this value.
    pub(super) fn part(&self, hint: Hint<'a>) -> Self {
        Self { choices: self.choices, hint, depth: self.depth + 1 }
    }

    /// How many parts a list or map has.
    pub(super) fn count(&self) -> usize {
        let length = self.hint.constraints.length.unwrap_or_default();
        let least = usize::from(self.hint.must_not_be_empty());
        let least =
            length.min.map_or(least, |min| usize::try_from(min).expect("a length").max(least));
        let most = length.max.map_or(4, |max| usize::try_from(max).unwrap_or(4).min(4)).max(least);
        if self.depth > DEEP { least } else { least + self.choices.below(most - least + 1) }
    }

    fn integer(&self, min: i64, max: i64) -> i64 {
        let range = self.hint.constraints.range.unwrap_or_default();
        let bound = |bound: Option<farrier_model::api::Number>, otherwise: i64| {
            let bound = bound.and_then(farrier_model::api::Number::as_integer);
            bound.and_then(|bound| i64::try_from(bound).ok()).unwrap_or(otherwise)
        };
        let (min, max) = (bound(range.min, min).max(min), bound(range.max, max).min(max));
        let (min, max) = if self.hint.place == Place::Status { (200, 299) } else { (min, max) };
        let any = match self.choices.below(6) {
            0 => 0,
            1 => min,
            2 => max,
            3 => i64::from(self.choices.next() as u8) - 128,
            _ => i64::from_ne_bytes(self.choices.next().to_ne_bytes()),
        };
        if (min..=max).contains(&any) {
            any
        } else {
            min.saturating_add(any.rem_euclid((max - min).max(0).saturating_add(1)))
        }
    }

    fn float(&self) -> f64 {
        match self.choices.below(8) {
            0 => 0.0,
            1 => -0.0,
            2 => f64::INFINITY,
            3 => f64::NEG_INFINITY,
            4 => f64::from(self.choices.next() as u32) / 64.0,
            5 => f64::MIN_POSITIVE / 3.0,
            6 => f64::MAX,
            _ => Some(f64::from_bits(self.choices.next()))
                .filter(|value| !value.is_nan())
                .unwrap_or(f64::NAN),
        }
    }

    fn digits(&self) -> String {
        let count = 1 + self.choices.below(30);
        let digits: String =
            (0..count).map(|_| char::from(b'0' + (self.choices.next() % 10) as u8)).collect();
        let digits = digits.trim_start_matches('0');
        let sign = if self.choices.once_in(2) && !digits.is_empty() { "-" } else { "" };
        format!("{sign}{}", if digits.is_empty() { "0" } else { digits })
    }

    /// What a value is that serde has for a text.
    fn as_text(&self) -> String {
        match self.hint.what {
            What::Simple(Simple::BigInteger) => self.digits(),
            What::Simple(Simple::BigDecimal) => {
                let whole = self.digits();
                if self.choices.once_in(2) {
                    format!("{whole}.{}", self.choices.next())
                } else {
                    whole
                }
            }
            What::Simple(Simple::Timestamp) => self.time(),
            _ if self.hint.is_blob() => {
                let least = usize::from(self.hint.must_not_be_empty());
                let count = least + self.choices.below(20);
                let bytes: Vec<u8> = (0..count).map(|_| self.choices.next() as u8).collect();
                STANDARD.encode(bytes)
            }
            What::Shape(Shape { kind: ShapeKind::Enum(shape), .. }) => {
                let mut text = text(self.choices, &self.hint);
                while shape.values.iter().any(|known| known.value == text) {
                    text.push('x');
                }
                text
            }
            _ => text(self.choices, &self.hint),
        }
    }

    /// A number that is none of the model's, if this is one of an enum.
    fn unknown(&self, number: i64) -> i64 {
        let What::Shape(Shape { kind: ShapeKind::IntEnum(shape), .. }) = self.hint.what else {
            return number;
        };
        let is_known = |number| shape.values.iter().any(|known| i64::from(known.value) == number);
        (number..).find(|number| !is_known(*number)).expect("a number that is none of the model's")
    }

    fn time(&self) -> String {
        const FIRST: i64 = -62_135_596_800;
        const LAST: i64 = 253_402_300_799;
        let seconds = match self.choices.below(4) {
            0 => 0,
            1 => FIRST,
            2 => LAST,
            _ => {
                FIRST + i64::try_from(self.choices.next() % (LAST - FIRST) as u64).expect("a time")
            }
        };
        let nanos = match self.choices.below(4) {
            0 => 0,
            1 => 999_999_999,
            2 => 500_000_000,
            _ => (self.choices.next() % 1_000_000_000) as u32,
        };
        let nanos = if self.hint.timestamp() == TimestampFormat::HttpDate { 0 } else { nanos };
        Timestamp::new(seconds, nanos).expect("a time").to_string()
    }
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // Only documents ask for that.
        let deepest = if self.depth > DEEP { 4 } else { 6 };
        let null_is_nothing = self.depth == 0 || !matches!(self.hint.what, What::Nothing);
        let any = Self { hint: Hint::nothing(self.hint.model), ..self.clone() };
        match self.choices.below(deepest) {
            0 if !null_is_nothing => visitor.visit_unit(),
            0 | 1 => visitor.visit_bool(self.choices.once_in(2)),
            2 if self.choices.once_in(2) => visitor.visit_u64(self.choices.next()),
            2 => visitor.visit_i64(any.integer(i64::MIN, -1)),
            3 if self.choices.once_in(2) => {
                let float = any.float();
                visitor.visit_f64(if float.is_finite() { float } else { 0.5 })
            }
            3 => visitor.visit_string(text(self.choices, &any.hint)),
            4 => visitor.visit_seq(Any::new(any)),
            _ => visitor.visit_map(Any::new(any)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.choices.once_in(2))
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.integer(i8::MIN.into(), i8::MAX.into()))
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.integer(i16::MIN.into(), i16::MAX.into()))
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.unknown(self.integer(i32::MIN.into(), i32::MAX.into())))
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_i64(self.integer(i64::MIN, i64::MAX))
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = match self.choices.below(2) {
            0 => self.float() as f32,
            _ => f32::from_bits(self.choices.next() as u32),
        };
        visitor.visit_f32(if value.is_nan() { f32::NAN } else { value })
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_f64(self.float())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.as_text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.as_text())
    }

    fn deserialize_option<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        let is_there = self.hint.required || (self.depth <= DEEP && self.choices.below(4) > 0);
        if !is_there {
            return visitor.visit_none();
        }
        // Of an item that may be null.
        self.hint.required = true;
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Items::new(self))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(Items::new(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(Fields::new(self, fields))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let What::Shape(shape) = self.hint.what else { panic!("{name} is {:?}", self.hint.what) };
        // What a client does not know comes behind what the model names.
        let known = match &shape.kind {
            ShapeKind::Enum(shape) => shape.values.len(),
            ShapeKind::IntEnum(shape) => shape.values.len(),
            ShapeKind::Union(union) => union.members.len(),
            _ => panic!("{name} is {shape:?}"),
        };
        let is_enum = matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        let index = match self.depth > DEEP {
            true => 0,
            false if is_enum && self.choices.is_unknown() => known,
            false => self.choices.below(known),
        };
        visitor.visit_enum(Variant::new(self, index, variants[index]))
    }

    forward_to_deserialize_any! {
        i128 u8 u16 u32 u64 u128 char bytes byte_buf unit_struct tuple tuple_struct identifier ignored_any
    }
}
