//! Shapes that are defined more than once.

use super::{Draft, applied};
use crate::{api::ShapeId, diagnostic::Diagnostic, source::Origin};

/// Takes a second definition of a shape: an equal one is allowed, and its traits join the first's.
pub(super) fn merge(
    id: &ShapeId,
    first: &mut Draft,
    second: Draft,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let conflict = |origin: &Origin, message: String, first_origin: &Origin| {
        Diagnostic::invalid("shape-conflict", origin.clone(), message)
            .with_related(first_origin.clone(), "first here")
    };
    let targets = |draft: &Draft| -> Vec<(String, Option<ShapeId>)> {
        let members = draft.members.iter();
        members
            .map(|(name, member)| (name.clone(), member.target.as_ref().map(|to| to.id.clone())))
            .collect()
    };
    if first.kind != second.kind {
        let message = format!(
            "`{id}` is defined twice, with different types: {} and {}",
            first.kind.name(),
            second.kind.name()
        );
        diagnostics.push(conflict(&second.origin, message, &first.origin));
        return;
    }
    if targets(first) != targets(&second)
        || first.mixins != second.mixins
        || first.links != second.links
    {
        let message = format!("`{id}` is defined twice, and the definitions differ");
        diagnostics.push(conflict(&second.origin, message, &first.origin));
        return;
    }
    for (trait_id, applied) in second.traits.0 {
        applied::add(&mut first.traits, trait_id, applied, &id.name, diagnostics);
    }
    for (name, member) in second.members {
        let Some(known) = first.members.get_mut(&name) else { continue };
        for (trait_id, applied) in member.traits.0 {
            let path = format!("{}${name}", id.name);
            applied::add(&mut known.traits, trait_id, applied, &path, diagnostics);
        }
    }
}
