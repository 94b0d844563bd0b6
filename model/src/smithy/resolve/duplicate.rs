//! Shapes that are defined more than once.

use super::{Draft, DraftMember, applied};
use crate::{
    api::ShapeId,
    diagnostic::{Diagnostic, Severity},
};

/// Takes a second definition of a shape: an equal one is allowed, and its traits join the first's.
pub(super) fn merge(
    id: &ShapeId,
    first: &mut Draft,
    second: Draft,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let message = if first.kind != second.kind {
        let (one, other) = (first.kind.name(), second.kind.name());
        format!("`{id}` is defined twice, with different types: {one} and {other}")
    } else if !agree(first, &second) {
        format!("`{id}` is defined twice, and the definitions differ")
    } else {
        let message = format!("`{id}` is defined twice, and both definitions are the same");
        diagnostics.push(
            Diagnostic::warning("shape-conflict", second.origin.clone(), message)
                .with_severity(Severity::Note)
                .with_related(first.origin.clone(), "first here")
                .with_event("Model.IgnoredDuplicateDefinition", Some(id.to_string())),
        );
        join(id, first, second, diagnostics);
        return;
    };
    diagnostics.push(
        Diagnostic::invalid("shape-conflict", second.origin, message)
            .with_related(first.origin.clone(), "first here"),
    );
}

/// Whether both say the same, traits aside. A member without a target of its own, `$member`, agrees with
/// whatever the other has, and with nothing: the mixin or the resource that it is from says what it is.
fn agree(first: &Draft, second: &Draft) -> bool {
    let elided = |draft: &Draft, name: &str| {
        draft.members.get(name).is_some_and(|member| member.target.is_none())
    };
    let says = |(name, member): &(&String, &DraftMember), other: &Draft| {
        member.target.is_some() && !elided(other, name)
    };
    let one = first.members.iter().filter(|member| says(member, second));
    let other = second.members.iter().filter(|member| says(member, first));
    let target = |(name, member): (&String, &DraftMember)| {
        (name.clone(), member.target.as_ref().map(|target| target.id.clone()))
    };
    first.mixins == second.mixins
        && first.links == second.links
        && one.map(target).eq(other.map(target))
}

fn join(id: &ShapeId, first: &mut Draft, second: Draft, diagnostics: &mut Vec<Diagnostic>) {
    for (trait_id, applied) in second.traits.0 {
        applied::add(&mut first.traits, trait_id, applied, &id.name, diagnostics);
    }
    first.for_resource = first.for_resource.take().or(second.for_resource);
    for (name, member) in second.members {
        let Some(known) = first.members.get_mut(&name) else {
            first.members.insert(name, member);
            continue;
        };
        known.target = known.target.take().or(member.target);
        let path = format!("{}${name}", id.name);
        for (trait_id, applied) in member.traits.0 {
            applied::add(&mut known.traits, trait_id, applied, &path, diagnostics);
        }
    }
}
