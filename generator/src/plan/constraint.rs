//! Constraints of the model as what a server's tables hold.

use super::{Bound, Constraint, Pattern};
use crate::pattern::{Translation, translate};
use farrier_model::{
    Diagnostic,
    api::{Constraints, Number},
    source::Origin,
};

/// The entries for `constraints`; what a pattern is refused for goes to `diagnostics`.
pub(crate) fn constraints(
    constraints: &Constraints,
    origin: &Origin,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Constraint> {
    let mut entries = Vec::new();
    if let Some(length) = constraints.length {
        entries.push(Constraint::Length { min: length.min, max: length.max });
    }
    if let Some(range) = constraints.range {
        if let Some(min) = range.min {
            entries.push(Constraint::Min { bound: bound(min), exclusive: range.exclusive_min });
        }
        if let Some(max) = range.max {
            entries.push(Constraint::Max { bound: bound(max), exclusive: range.exclusive_max });
        }
    }
    if let Some(divisor) = constraints.multiple_of {
        entries.push(Constraint::MultipleOf(bound(divisor)));
    }
    if let Some(original) = &constraints.pattern {
        match translate(original) {
            Translation::Linear(translated) => entries.push(Constraint::Pattern(Pattern::Linear {
                original: original.clone(),
                translated,
            })),
            Translation::Backtracking(translated) => {
                entries.push(Constraint::Pattern(Pattern::Backtracking {
                    original: original.clone(),
                    translated,
                }))
            }
            Translation::Invalid(reason) => diagnostics.push(
                Diagnostic::invalid(
                    "pattern-invalid",
                    origin.clone(),
                    format!("the pattern `{original}` cannot be used: {reason}"),
                )
                .with_help("patterns are regular expressions as ECMA 262 writes them"),
            ),
        }
    }
    if constraints.unique_items {
        entries.push(Constraint::Unique);
    }
    entries
}

fn bound(number: Number) -> Bound {
    match number {
        Number::Integer(integer) => {
            i64::try_from(integer).map_or(Bound::Float(number.as_f64()), Bound::Integer)
        }
        Number::Float(_) | Number::Large { .. } => Bound::Float(number.as_f64()),
    }
}
