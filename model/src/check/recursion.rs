//! Types that contain themselves so that no value of them can ever be finished.

use crate::{
    api::{Api, Member, Shape, ShapeId, ShapeKind, Target},
    diagnostic::Diagnostic,
};
use std::collections::{HashMap, HashSet};

/// Reports structures and unions that have no finite value: every way to make one needs another
/// one of them first. Optional members, lists and maps end a value; so does a union's member that
/// does not lead back.
pub(super) fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    let endless = endless(api);
    let mut seen: HashSet<&ShapeId> = HashSet::new();
    for start in api.shapes.keys().filter(|id| endless.contains(id)) {
        // Whatever is endless needs something endless, so this walk ends on a cycle.
        let mut path: Vec<(&ShapeId, &Member)> = Vec::new();
        let mut places: HashMap<&ShapeId, usize> = HashMap::new();
        let mut at = start;
        while seen.insert(at) {
            let Some(shape) = api.shape(at) else { break };
            let needed = shape.members().filter(|member| needs(shape, member));
            let next = needed
                .filter_map(|member| Some((member, member.target.shape()?)))
                .find(|(_, target)| endless.contains(target));
            let Some((member, target)) = next else { break };
            places.insert(at, path.len());
            path.push((at, member));
            at = target;
        }
        let Some(&first) = places.get(at) else { continue };
        let cycle = path.get(first..).unwrap_or_default();
        let Some((id, member)) = cycle.first() else { continue };
        let way: Vec<String> = cycle
            .iter()
            .take(8)
            .map(|(id, member)| format!("`{}${}`", id.name, member.name))
            .collect();
        let more = if cycle.len() > way.len() { " → …" } else { "" };
        let message = format!(
            "no value of `{}` can be finished, since it must contain another one: {}{more}",
            id.name,
            way.join(" → ")
        );
        diagnostics.push(
            Diagnostic::invalid("endless-recursion", member.origin.clone(), message)
                .with_help("make one of the members optional"),
        );
    }
}

/// Whether a value of `shape` cannot be there without this member.
fn needs(shape: &Shape, member: &Member) -> bool {
    match shape.kind {
        ShapeKind::Structure(_) => member.required && !member.nullable && member.default.is_none(),
        ShapeKind::Union(_) => true,
        _ => false,
    }
}

/// The structures and unions without finite values: what is left when, again and again, those are
/// taken away that need none of the others.
fn endless(api: &Api) -> HashSet<&ShapeId> {
    let mut open: HashMap<&ShapeId, usize> = HashMap::new();
    let mut dependents: HashMap<&ShapeId, Vec<&ShapeId>> = HashMap::new();
    let mut finite: Vec<&ShapeId> = Vec::new();
    for (id, shape) in &api.shapes {
        let mut count = 0;
        let mut other = false;
        for member in shape.members().filter(|member| needs(shape, member)) {
            match &member.target {
                Target::Shape(target) if has_parts(api, target) => {
                    count += 1;
                    dependents.entry(target).or_default().push(id);
                }
                _ => other = true,
            }
        }
        // A union needs only one of its members.
        if count == 0 || (other && matches!(shape.kind, ShapeKind::Union(_))) {
            finite.push(id);
        }
        open.insert(id, count);
    }
    while let Some(id) = finite.pop() {
        if open.remove(id).is_none() {
            continue;
        }
        for dependent in dependents.remove(id).unwrap_or_default() {
            let Some(count) = open.get_mut(dependent) else { continue };
            *count = count.saturating_sub(1);
            let is_union =
                api.shape(dependent).is_some_and(|shape| matches!(shape.kind, ShapeKind::Union(_)));
            if *count == 0 || is_union {
                finite.push(dependent);
            }
        }
    }
    open.into_keys().collect()
}

fn has_parts(api: &Api, id: &ShapeId) -> bool {
    let shape = api.shape(id);
    shape.is_some_and(|shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)))
}
