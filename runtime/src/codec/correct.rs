//! What stands in where a service left out a required member.

use std::collections::BTreeMap;

use crate::value::{BigDecimal, BigInteger, Blob, ByteStream, Document, Timestamp};

/// What a client puts where a service left out a required member (Smithy 2.0, client error correction).
pub trait Correct {
    /// The value that says least: zero, empty, false, 1970.
    fn corrected() -> Self;
}

macro_rules! corrected_by_default {
    ($($type:ty),*) => {
        $(impl Correct for $type {
            fn corrected() -> Self {
                Self::default()
            }
        })*
    };
}

corrected_by_default!(
    bool, i8, i16, i32, i64, f32, f64, String, Blob, ByteStream, Document, Timestamp, BigInteger,
    BigDecimal
);

impl<T> Correct for Vec<T> {
    fn corrected() -> Self {
        Self::new()
    }
}

impl<K, T> Correct for BTreeMap<K, T> {
    fn corrected() -> Self {
        Self::new()
    }
}

impl<T> Correct for Option<T> {
    fn corrected() -> Self {
        None
    }
}

impl<T: Correct> Correct for Box<T> {
    fn corrected() -> Self {
        Self::new(T::corrected())
    }
}
