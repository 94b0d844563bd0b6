//! What a model says a value must satisfy.

use super::Number;

/// What a value must satisfy besides having its type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// How long: Unicode scalars of a string, bytes of a blob, items of a list, entries of a map.
    pub length: Option<Length>,
    /// How large a number.
    pub range: Option<Range>,
    /// What a number must be a multiple of (OpenAPI's `multipleOf`).
    pub multiple_of: Option<Number>,
    /// An ECMA 262 pattern, unanchored, that must match somewhere in a string.
    pub pattern: Option<String>,
    /// Whether no two items of a list may be equal.
    pub unique_items: bool,
}

impl Constraints {
    /// Whether every value satisfies them.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// These, and where they say nothing, those of `target`: a member's constraint overrides its
    /// target's.
    #[must_use]
    pub fn or(self, target: &Self) -> Self {
        Self {
            length: self.length.or(target.length),
            range: self.range.or(target.range),
            multiple_of: self.multiple_of.or(target.multiple_of),
            pattern: self.pattern.or_else(|| target.pattern.clone()),
            unique_items: self.unique_items || target.unique_items,
        }
    }
}

/// Bounds of a length, both inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
}

/// Bounds of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Range {
    /// At least, or with [`exclusive_min`](Self::exclusive_min) more than.
    pub min: Option<Number>,
    /// At most, or with [`exclusive_max`](Self::exclusive_max) less than.
    pub max: Option<Number>,
    /// Whether `min` itself is refused (OpenAPI).
    pub exclusive_min: bool,
    /// Whether `max` itself is refused (OpenAPI).
    pub exclusive_max: bool,
}
