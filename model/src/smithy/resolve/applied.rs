//! What happens when a trait is applied to the same shape more than once.

use crate::{
    api::Value,
    diagnostic::Diagnostic,
    smithy::model::{Applied, Traits},
};
use indexmap::map::Entry;

/// Applies a trait to the shape or member `path`: an equal value is taken once, lists are
/// concatenated, anything else is a conflict.
pub(super) fn add(
    traits: &mut Traits,
    id: String,
    applied: Applied,
    path: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut entry = match traits.0.entry(id) {
        Entry::Vacant(entry) => {
            entry.insert(applied);
            return;
        }
        Entry::Occupied(entry) => entry,
    };
    if entry.get().value.value == applied.value.value {
        return;
    }
    let first_origin = entry.get().origin.clone();
    if let (Value::Array(items), Value::Array(more)) =
        (&mut entry.get_mut().value.value, &applied.value.value)
    {
        items.extend(more.iter().cloned());
        // The parts now come from several places; that of the first value is near enough.
        entry.get_mut().value.parts = Vec::new();
        return;
    }
    let id = entry.key();
    let message = format!("the trait `{id}` is applied to `{path}` twice, with different values");
    diagnostics.push(
        Diagnostic::invalid("trait-conflict", applied.origin, message)
            .with_related(first_origin, "first here"),
    );
}
