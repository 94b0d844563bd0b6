//! Untyped data: anything that JSON can say.

use std::collections::BTreeMap;
use std::fmt;

/// Data whose type the model leaves open.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Document {
    /// No value.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// Values in order.
    Array(Vec<Document>),
    /// Values by name.
    Object(BTreeMap<String, Document>),
}

/// A number of a [`Document`]: exact where it is whole and fits 64 bits.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// A whole number from 0 up.
    PosInt(u64),
    /// A whole number below 0.
    NegInt(i64),
    /// Any other number.
    Float(f64),
}

impl Document {
    /// Whether it is null.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The boolean that it is, if it is one.
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number that it is, if it is one.
    pub const fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(value) => Some(*value),
            _ => None,
        }
    }

    /// The whole number that it is, if it is one in range.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.as_i64()
    }

    /// The whole number that it is, if it is one in range.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.as_u64()
    }

    /// The number that it is, if it is one, as near as a float comes to it.
    pub fn as_f64(&self) -> Option<f64> {
        Some(self.as_number()?.as_f64())
    }

    /// The text that it is, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(value) => Some(value),
            _ => None,
        }
    }

    /// The values that it holds, if it is an array.
    pub fn as_array(&self) -> Option<&[Document]> {
        match self {
            Self::Array(values) => Some(values),
            _ => None,
        }
    }

    /// The values that it holds, if it is an object.
    pub const fn as_object(&self) -> Option<&BTreeMap<String, Document>> {
        match self {
            Self::Object(values) => Some(values),
            _ => None,
        }
    }

    /// The value named `name`, if it is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Document> {
        self.as_object()?.get(name)
    }

    /// The value at `index`, if it is an array that long.
    pub fn at(&self, index: usize) -> Option<&Document> {
        self.as_array()?.get(index)
    }
}

impl Number {
    /// Its value, if it is whole and in range.
    pub fn as_i64(self) -> Option<i64> {
        match self {
            Self::PosInt(value) => i64::try_from(value).ok(),
            Self::NegInt(value) => Some(value),
            Self::Float(_) => None,
        }
    }

    /// Its value, if it is whole and in range.
    pub fn as_u64(self) -> Option<u64> {
        match self {
            Self::PosInt(value) => Some(value),
            Self::NegInt(value) => u64::try_from(value).ok(),
            Self::Float(_) => None,
        }
    }

    /// Its value, as near as a float comes to it.
    #[expect(clippy::cast_precision_loss, reason = "documented")]
    pub const fn as_f64(self) -> f64 {
        match self {
            Self::PosInt(value) => value as f64,
            Self::NegInt(value) => value as f64,
            Self::Float(value) => value,
        }
    }
}

/// Whole numbers compare exactly among themselves; against a float, all compare as floats.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Self::PosInt(left), Self::PosInt(right)) => left == right,
            (Self::NegInt(left), Self::NegInt(right)) => left == right,
            (Self::Float(_), _) | (_, Self::Float(_)) => self.as_f64() == other.as_f64(),
            // `NegInt` of a number that is not negative can be built by hand.
            (Self::PosInt(_), Self::NegInt(_)) | (Self::NegInt(_), Self::PosInt(_)) => {
                self.as_u64().is_some() && self.as_u64() == other.as_u64()
            }
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PosInt(value) => write!(f, "{value}"),
            Self::NegInt(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value}"),
        }
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        u64::try_from(value).map_or(Self::NegInt(value), Self::PosInt)
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Self {
        Self::PosInt(value)
    }
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl From<bool> for Document {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Document {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}

impl From<i32> for Document {
    fn from(value: i32) -> Self {
        Self::Number(Number::from(i64::from(value)))
    }
}

impl From<i64> for Document {
    fn from(value: i64) -> Self {
        Self::Number(Number::from(value))
    }
}

impl From<u64> for Document {
    fn from(value: u64) -> Self {
        Self::Number(Number::from(value))
    }
}

impl From<f64> for Document {
    fn from(value: f64) -> Self {
        Self::Number(Number::from(value))
    }
}

impl From<&str> for Document {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<String> for Document {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl<T: Into<Document>> From<Vec<T>> for Document {
    fn from(values: Vec<T>) -> Self {
        Self::Array(values.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<Document>> From<Option<T>> for Document {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Document>> From<BTreeMap<String, T>> for Document {
    fn from(values: BTreeMap<String, T>) -> Self {
        values.into_iter().collect()
    }
}

impl<T: Into<Document>> FromIterator<T> for Document {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::Array(values.into_iter().map(Into::into).collect())
    }
}

impl<K: Into<String>, T: Into<Document>> FromIterator<(K, T)> for Document {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(values: I) -> Self {
        Self::Object(values.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}
