//! What can be written, and the types of this crate and the standard library that can.

use std::collections::BTreeMap;

use super::{MapKey, Writer};
use crate::value::{BigDecimal, BigInteger, Blob, Document, Number, Timestamp};

/// A value that can be written in any format.
pub trait Encode {
    /// Writes the whole value.
    fn encode(&self, writer: &mut dyn Writer);
}

impl Encode for bool {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.boolean(*self);
    }
}

macro_rules! encoded_as_integer {
    ($($type:ty),*) => {
        $(impl Encode for $type {
            fn encode(&self, writer: &mut dyn Writer) {
                writer.integer(i64::from(*self));
            }
        })*
    };
}

encoded_as_integer!(i8, i16, i32, i64);

impl Encode for f32 {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.float32(*self);
    }
}

impl Encode for f64 {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.float64(*self);
    }
}

impl Encode for str {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self);
    }
}

impl Encode for String {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self);
    }
}

impl Encode for Blob {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.blob(self);
    }
}

impl Encode for Timestamp {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.timestamp(*self);
    }
}

impl Encode for BigInteger {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.number(self.as_str());
    }
}

impl Encode for BigDecimal {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.number(self.as_str());
    }
}

impl Encode for Document {
    fn encode(&self, writer: &mut dyn Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Bool(value) => writer.boolean(*value),
            Self::Number(Number::PosInt(value)) => writer.unsigned(*value),
            Self::Number(Number::NegInt(value)) => writer.integer(*value),
            Self::Number(Number::Float(value)) => writer.float64(*value),
            Self::String(value) => writer.string(value),
            Self::Array(values) => values.as_slice().encode(writer),
            Self::Object(values) => values.encode(writer),
        }
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self, writer: &mut dyn Writer) {
        let member = writer.open_list(self.len());
        for item in self {
            writer.item(member);
            item.encode(writer);
        }
        writer.close_list();
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, writer: &mut dyn Writer) {
        self.as_slice().encode(writer);
    }
}

impl<K: MapKey, T: Encode> Encode for BTreeMap<K, T> {
    fn encode(&self, writer: &mut dyn Writer) {
        let member = writer.open_map(self.len());
        for (key, value) in self {
            writer.key(key.as_key(), member);
            value.encode(writer);
        }
        writer.close_map();
    }
}

/// Null where there is no value: an item of a sparse list, say.
impl<T: Encode> Encode for Option<T> {
    fn encode(&self, writer: &mut dyn Writer) {
        match self {
            Some(value) => value.encode(writer),
            None => writer.null(),
        }
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    fn encode(&self, writer: &mut dyn Writer) {
        T::encode(self, writer);
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self, writer: &mut dyn Writer) {
        T::encode(self, writer);
    }
}
