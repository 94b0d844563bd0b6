//! The keywords that bound a value.

use super::{Document, unchecked};
use crate::{
    api::{Length, Number, Range},
    node::Place,
};

/// What a schema says about how long, how large and of which form a value is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::openapi) struct Limits {
    pub(in crate::openapi) characters: Length,
    pub(in crate::openapi) items: Length,
    pub(in crate::openapi) properties: Length,
    pub(in crate::openapi) unique_items: bool,
    pub(in crate::openapi) pattern: Option<String>,
    pub(in crate::openapi) range: Range,
    pub(in crate::openapi) multiple_of: Option<Number>,
}

impl Limits {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn read<'a>(document: &mut Document<'a>, place: &Place<'a>) -> Self {
        let mut length = |min, max| Length {
            min: count(document, place, min),
            max: count(document, place, max),
        };
        Self {
            characters: length("minLength", "maxLength"),
            items: length("minItems", "maxItems"),
            properties: length("minProperties", "maxProperties"),
            unique_items: document.boolean(place, "uniqueItems"),
            pattern: document.string(place, "pattern").map(str::to_owned),
            range: range(document, place),
            multiple_of: multiple_of(document, place),
        }
    }

    /// What satisfies both. `place` is where the other is.
    pub(super) fn and<'a>(
        self,
        other: &Self,
        document: &mut Document<'a>,
        place: &Place<'a>,
    ) -> Self {
        let pattern = either(self.pattern, other.pattern.clone(), |a, b| {
            if a != b {
                unchecked(document, place, "one of two patterns for the same value");
            }
            a
        });
        let multiple_of = either(self.multiple_of, other.multiple_of, |a, b| {
            if a != b {
                unchecked(document, place, "one of two `multipleOf` for the same value");
            }
            a
        });
        Self {
            characters: both(self.characters, other.characters),
            items: both(self.items, other.items),
            properties: both(self.properties, other.properties),
            unique_items: self.unique_items || other.unique_items,
            pattern,
            range: narrower(self.range, other.range),
            multiple_of,
        }
    }
}

fn either<T>(a: Option<T>, b: Option<T>, choose: impl FnOnce(T, T) -> T) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(choose(a, b)),
        (a, b) => a.or(b),
    }
}

fn both(a: Length, b: Length) -> Length {
    Length { min: either(a.min, b.min, u64::max), max: either(a.max, b.max, u64::min) }
}

fn narrower(a: Range, b: Range) -> Range {
    let mut range = a;
    if let Some(min) = b.min {
        let exceeds = a.min.is_none_or(|other| min.as_f64() > other.as_f64());
        let equals = a.min.is_some_and(|other| min.as_f64() == other.as_f64());
        if exceeds || (equals && b.exclusive_min) {
            (range.min, range.exclusive_min) = (b.min, b.exclusive_min);
        }
    }
    if let Some(max) = b.max {
        let undercuts = a.max.is_none_or(|other| max.as_f64() < other.as_f64());
        let equals = a.max.is_some_and(|other| max.as_f64() == other.as_f64());
        if undercuts || (equals && b.exclusive_max) {
            (range.max, range.exclusive_max) = (b.max, b.exclusive_max);
        }
    }
    range
}

/// A keyword whose value is a whole number from 0.
fn count<'a>(document: &mut Document<'a>, place: &Place<'a>, name: &str) -> Option<u64> {
    let member = place.get(name)?;
    let integer = member.node.as_number().and_then(Number::as_integer);
    match integer {
        Some(integer) if integer >= 0 => Some(u64::try_from(integer).unwrap_or(u64::MAX)),
        _ => {
            let message = format!("`{name}` must be a whole number from 0");
            document.invalid("openapi-structure", &member, message);
            None
        }
    }
}

fn number<'a>(document: &mut Document<'a>, place: &Place<'a>, name: &str) -> Option<Number> {
    let member = place.get(name)?;
    let number = member.node.as_number();
    if number.is_none() {
        let message = format!("`{name}` must be a number, not {}", member.node.kind());
        document.invalid("openapi-structure", &member, message);
    }
    number
}

fn multiple_of<'a>(document: &mut Document<'a>, place: &Place<'a>) -> Option<Number> {
    let number = number(document, place, "multipleOf")?;
    if number.as_f64() > 0.0 {
        return Some(number);
    }
    if let Some(member) = place.get("multipleOf") {
        document.invalid("openapi-structure", &member, "`multipleOf` must be more than 0");
    }
    None
}

/// `exclusiveMinimum` is a boolean beside `minimum` in 3.0, and a bound of its own in 3.1. Documents
/// mix them up, and nothing speaks against reading both everywhere.
fn range<'a>(document: &mut Document<'a>, place: &Place<'a>) -> Range {
    let mut range = Range {
        min: number(document, place, "minimum"),
        max: number(document, place, "maximum"),
        ..Range::default()
    };
    match exclusive(document, place, "exclusiveMinimum") {
        Exclusive::No => {}
        Exclusive::Yes => range.exclusive_min = range.min.is_some(),
        Exclusive::Bound(min) => {
            range =
                narrower(range, Range { min: Some(min), exclusive_min: true, ..Range::default() });
        }
    }
    match exclusive(document, place, "exclusiveMaximum") {
        Exclusive::No => {}
        Exclusive::Yes => range.exclusive_max = range.max.is_some(),
        Exclusive::Bound(max) => {
            range =
                narrower(range, Range { max: Some(max), exclusive_max: true, ..Range::default() });
        }
    }
    range
}

enum Exclusive {
    No,
    Yes,
    Bound(Number),
}

fn exclusive<'a>(document: &mut Document<'a>, place: &Place<'a>, name: &str) -> Exclusive {
    let Some(member) = place.get(name) else { return Exclusive::No };
    if let Some(number) = member.node.as_number() {
        return Exclusive::Bound(number);
    }
    match document.boolean(place, name) {
        true => Exclusive::Yes,
        false => Exclusive::No,
    }
}
