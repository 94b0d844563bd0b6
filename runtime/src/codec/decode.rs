//! What can be read, and the types of this crate and the standard library that can.

use std::collections::BTreeMap;

use super::{Halt, Reader};
use crate::value::{BigDecimal, BigInteger, Blob, Document, Timestamp};

/// A value that can be read from any format.
pub trait Decode: Sized {
    /// Whether null is one of its values.
    const NULLABLE: bool = false;

    /// Reads the whole value.
    ///
    /// # Errors
    /// [`Halt::Violated`] if the value was read but violates a constraint, [`Halt::Malformed`] if it cannot be read. The
    /// reader's [`Problems`](super::Problems) say what is wrong.
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt>;
}

/// The key of a map.
pub trait MapKey: Ord + Sized {
    /// The key whose text is `text`, if it is one.
    fn from_key(text: String) -> Option<Self>;

    /// Its text.
    fn as_key(&self) -> &str;

    /// The keys that may be shown to who sent another one.
    fn shown() -> &'static [&'static str] {
        &[]
    }
}

/// The value of a required member. Where it is missing, [`StructureReader::end`](super::StructureReader::end) has said
/// so before.
///
/// # Errors
/// If it is missing.
pub fn required<T>(value: Option<T>) -> Result<T, Halt> {
    value.ok_or(Halt::Violated)
}

impl Decode for bool {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.boolean()
    }
}

macro_rules! decoded_from_integer {
    ($($type:ty),*) => {
        $(impl Decode for $type {
            fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
                let value = reader.integer(i64::from(Self::MIN), i64::from(Self::MAX))?;
                Self::try_from(value).map_err(|_| Halt::Malformed)
            }
        })*
    };
}

decoded_from_integer!(i8, i16, i32);

impl Decode for i64 {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.integer(Self::MIN, Self::MAX)
    }
}

impl Decode for f32 {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.float32()
    }
}

impl Decode for f64 {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.float64()
    }
}

impl Decode for String {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.string()
    }
}

impl Decode for Blob {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.blob()
    }
}

impl Decode for Timestamp {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.timestamp()
    }
}

impl Decode for BigInteger {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.big_integer()
    }
}

impl Decode for BigDecimal {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.big_decimal()
    }
}

impl Decode for Document {
    const NULLABLE: bool = true;

    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.document()
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut items = reader.list()?;
        let mut values = Self::new();
        while items.next(T::NULLABLE)? {
            if let Some(value) = items.value()? {
                values.push(value);
            }
        }
        items.end()?;
        Ok(values)
    }
}

impl<K: MapKey, T: Decode> Decode for BTreeMap<K, T> {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut entries = reader.map()?;
        let mut values = Self::new();
        while let Some(key) = entries.next(T::NULLABLE)? {
            let value = entries.value(&key)?;
            let key = entries.key(key);
            if let (Some(key), Some(value)) = (key, value) {
                values.insert(key, value);
            }
        }
        entries.end()?;
        Ok(values)
    }
}

/// Null where there is no value: an item of a sparse list, say.
impl<T: Decode> Decode for Option<T> {
    const NULLABLE: bool = true;

    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        if reader.null()? { Ok(None) } else { T::decode(reader).map(Some) }
    }
}

impl<T: Decode> Decode for Box<T> {
    const NULLABLE: bool = T::NULLABLE;

    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        T::decode(reader).map(Self::new)
    }
}

impl MapKey for String {
    fn from_key(text: String) -> Option<Self> {
        Some(text)
    }

    fn as_key(&self) -> &str {
        self
    }
}
