//! `for Resource`: the members that take their targets from a resource.

use super::Draft;
use crate::{
    api::ShapeId,
    diagnostic::{Diagnostic, Severity},
    smithy::{
        document::Kind,
        model::{Link, Links},
    },
};
use indexmap::IndexMap;
use std::collections::HashMap;

/// Gives `$member`s the targets that the resource behind `for` has for them.
pub(super) fn fill(drafts: &mut IndexMap<ShapeId, Draft>, diagnostics: &mut Vec<Diagnostic>) {
    let mut found: Vec<(ShapeId, String, Link)> = Vec::new();
    let mut broken: Vec<ShapeId> = Vec::new();
    let mut bindings: HashMap<&ShapeId, HashMap<&str, &Link>> = HashMap::new();
    for (id, draft) in drafts.iter() {
        let Some(link) = &draft.for_resource else { continue };
        let resource = drafts.get(&link.id);
        let Some(resource) = resource.filter(|it| check(id, link, it, diagnostics)) else {
            broken.push(id.clone());
            continue;
        };
        let targets = bindings.entry(&link.id).or_insert_with(|| targets(&resource.links));
        for (name, _) in draft.members.iter().filter(|(_, member)| member.target.is_none()) {
            if let Some(target) = targets.get(name.as_str()) {
                found.push((id.clone(), name.clone(), Link::clone(target)));
            }
        }
    }
    for (id, name, target) in found {
        let member = drafts.get_mut(&id).and_then(|draft| draft.members.get_mut(&name));
        if let Some(member) = member {
            member.target = Some(target);
        }
    }
    // That these have no targets need not be said as well.
    for id in broken {
        if let Some(draft) = drafts.get_mut(&id).filter(|draft| draft.mixins.is_empty()) {
            draft.members.retain(|_, member| member.target.is_some());
        }
    }
}

/// Whether `for` of the shape `id` names something that members can be taken from.
fn check(id: &ShapeId, link: &Link, resource: &Draft, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let origin = || link.origin.clone();
    if resource.kind != Kind::Resource {
        let message = format!("`for` names `{}`, which is not a resource", link.id.name);
        diagnostics.push(
            Diagnostic::invalid("not-a-resource", origin(), message)
                .with_related(resource.origin.clone(), "defined here"),
        );
        return false;
    }
    if resource.traits.has("smithy.api#private") && id.namespace != link.id.namespace {
        let message = format!("`for` names `{}`, which is private to its namespace", link.id);
        diagnostics.push(
            Diagnostic::invalid("private-access", origin(), message)
                .with_severity(Severity::Danger)
                .with_related(resource.origin.clone(), "defined here"),
        );
    }
    true
}

/// What the resource has, by name.
fn targets(links: &Links) -> HashMap<&str, &Link> {
    // Identifiers, which come first, count where both have a name.
    let bindings = links.properties.iter().rev().chain(links.identifiers.iter().rev());
    bindings.map(|(name, target)| (name.as_str(), target)).collect()
}
