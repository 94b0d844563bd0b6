//! What a schema says about a value besides its type: constraints and defaults.

use super::{
    Reader,
    schema::{Limits, Schema, unchecked},
};
use crate::{
    api::{Constraints, Length, Number, Range, Simple, Target, Value},
    node::Node,
};

impl<'a> Reader<'a> {
    /// The constraints of a schema, as far as they concern values of what it targets.
    pub(super) fn constraints(&mut self, schema: &Schema<'a>, target: &Target) -> Constraints {
        let limits = &schema.limits;
        let mut constraints = Constraints::default();
        match target {
            Target::Simple(Simple::String) => {
                constraints.length = some_length(limits.characters);
                constraints.pattern.clone_from(&limits.pattern);
            }
            Target::Simple(simple) if is_number(*simple) => {
                constraints.range = range(limits, *simple);
                constraints.multiple_of = limits.multiple_of;
            }
            Target::Simple(Simple::Blob(_) | Simple::Timestamp) => {
                if limits.characters != Length::default() || limits.pattern.is_some() {
                    let what = "how a value that is not kept as text is written";
                    unchecked(&mut self.document, &schema.place, what);
                }
            }
            Target::Simple(_) => {}
            Target::Shape(_) => {
                constraints.length =
                    some_length(limits.items).or_else(|| some_length(limits.properties));
                constraints.unique_items = limits.unique_items;
            }
        }
        constraints
    }

    /// The default of a schema, if it is one of what it targets.
    pub(super) fn default(&mut self, schema: &Schema<'a>, target: &Target) -> Option<Value> {
        let default = schema.default.as_ref()?;
        if *default.node == Node::Null {
            return None;
        }
        let fits = match target {
            Target::Simple(Simple::Boolean) => default.node.as_bool().is_some(),
            Target::Simple(Simple::String | Simple::Blob(_) | Simple::Timestamp) => {
                default.node.as_str().is_some()
            }
            Target::Simple(Simple::Float | Simple::Double) => default.node.as_number().is_some(),
            Target::Simple(simple) if is_number(*simple) => {
                default.node.as_number().is_some_and(|number| number.as_integer().is_some())
            }
            Target::Simple(_) => true,
            Target::Shape(_) => match &schema.values {
                Some(values) => values.iter().any(|value| value.place.node == default.node),
                None => {
                    schema.reference.is_some()
                        || default.node.as_object().is_some()
                        || default.node.as_array().is_some()
                }
            },
        };
        if !fits {
            let message = "the default is not a value of the schema, and left out";
            let origin = default.origin();
            let diagnostic = crate::Diagnostic::warning("openapi-default", origin, message);
            self.document.diagnostics.push(diagnostic);
            return None;
        }
        Some(default.node.to_value())
    }
}

fn some_length(length: Length) -> Option<Length> {
    (length != Length::default()).then_some(length)
}

fn is_number(simple: Simple) -> bool {
    integer_bounds(simple).is_some() || matches!(simple, Simple::Float | Simple::Double)
}

fn integer_bounds(simple: Simple) -> Option<(i128, i128)> {
    match simple {
        Simple::Byte => Some((i8::MIN.into(), i8::MAX.into())),
        Simple::Short => Some((i16::MIN.into(), i16::MAX.into())),
        Simple::Integer => Some((i32::MIN.into(), i32::MAX.into())),
        Simple::Long => Some((i64::MIN.into(), i64::MAX.into())),
        _ => None,
    }
}

/// The range of a number, without bounds that every value of its type is within: documents say
/// `minimum: -9223372036854776000` for the smallest integer of 64 bits, rounded.
fn range(limits: &Limits, simple: Simple) -> Option<Range> {
    let mut range = limits.range;
    if let Some((smallest, largest)) = integer_bounds(simple) {
        let whole = |number: Number| number.as_integer().map_or(number, Number::Integer);
        range.min = range.min.map(whole);
        range.max = range.max.map(whole);
        if let Some(Number::Integer(min)) = range.min
            && (min < smallest || (min == smallest && !range.exclusive_min))
        {
            (range.min, range.exclusive_min) = (None, false);
        }
        if let Some(Number::Integer(max)) = range.max
            && (max > largest || (max == largest && !range.exclusive_max))
        {
            (range.max, range.exclusive_max) = (None, false);
        }
    }
    (range != Range::default()).then_some(range)
}
