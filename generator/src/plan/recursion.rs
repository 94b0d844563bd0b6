//! Shapes in shapes: which members must be boxed because their shape holds itself, and how deep types nest.

use farrier_model::api::{Api, ShapeId, ShapeKind, Target};
use std::collections::{HashMap, HashSet};

/// The members, by shape and name, that lead from a structure or union back to itself without a list
/// or map in between: those whose two ends are in one strongly connected component.
pub(crate) fn boxed(api: &Api) -> HashSet<(&ShapeId, &str)> {
    let components = components(api);
    let mut boxed = HashSet::new();
    for (id, shape) in &api.shapes {
        if !holds_by_value(&shape.kind) {
            continue;
        }
        for member in shape.members() {
            if let Target::Shape(target) = &member.target
                && api.shape(target).is_some_and(|shape| holds_by_value(&shape.kind))
                && components.get(id) == components.get(target)
            {
                boxed.insert((id, member.name.as_str()));
            }
        }
    }
    boxed
}

/// How many types the compiler looks through to see what the deepest shape is made of, and that
/// shape. `Option` and a list's or map's own parts count; what leads back to itself does not.
pub(super) fn deepest(api: &Api) -> (usize, Option<&ShapeId>) {
    let mut depths: HashMap<&ShapeId, Option<usize>> = HashMap::new();
    for root in api.shapes.keys() {
        if depths.contains_key(root) {
            continue;
        }
        depths.insert(root, None);
        let mut calls = vec![(root, all_targets(api, root), 0_usize, 0_usize)];
        while let Some((id, targets, position, below)) = calls.last_mut() {
            if let Some(&target) = targets.get(*position) {
                match depths.get(target) {
                    None => {
                        depths.insert(target, None);
                        calls.push((target, all_targets(api, target), 0, 0));
                    }
                    Some(depth) => {
                        *below = (*below).max(depth.unwrap_or(0));
                        *position += 1;
                    }
                }
                continue;
            }
            let own = match api.shape(id).map(|shape| &shape.kind) {
                Some(ShapeKind::List(_)) => 3,
                Some(ShapeKind::Map(_)) => 6,
                _ => 2,
            };
            depths.insert(id, Some(*below + own));
            calls.pop();
        }
    }
    let deepest = depths.into_iter().max_by_key(|&(id, depth)| (depth, std::cmp::Reverse(id)));
    deepest.map_or((0, None), |(id, depth)| (depth.unwrap_or(0), Some(id)))
}

/// A list or map of each circle that consists of nothing else, for which Rust has no type, and those
/// with more than `most` lists and maps directly in each other, the outermost of each.
pub(super) fn collections(api: &Api, most: usize) -> (Vec<&ShapeId>, Vec<&ShapeId>) {
    let item = |id: &ShapeId| match &api.shape(id)?.kind {
        ShapeKind::List(list) => list.member.target.shape(),
        ShapeKind::Map(map) => map.value.target.shape(),
        _ => None,
    };
    let is_collection = |id: &ShapeId| {
        let kind = api.shape(id).map(|shape| &shape.kind);
        matches!(kind, Some(ShapeKind::List(_) | ShapeKind::Map(_)))
    };
    let inner: HashSet<&ShapeId> = api.shapes.keys().filter_map(item).collect();
    let (mut endless, mut deep) = (Vec::new(), Vec::new());
    let mut seen: HashMap<&ShapeId, &ShapeId> = HashMap::new();
    // Every list and map leads to one shape: a walk ends, or comes back to where it has been.
    for root in api.shapes.keys() {
        let mut next = Some(root);
        while let Some(id) = next {
            if let Some(from) = seen.get(id) {
                if *from == root {
                    endless.push(id);
                }
                break;
            }
            seen.insert(id, root);
            next = item(id);
        }
        let walk =
            std::iter::successors(Some(root), |id| item(id)).take_while(|id| is_collection(id));
        if !inner.contains(root) && walk.take(most + 1).count() > most {
            deep.push(root);
        }
    }
    (endless, deep)
}

fn all_targets<'a>(api: &'a Api, id: &ShapeId) -> Vec<&'a ShapeId> {
    api.shape(id).map_or(Vec::new(), |shape| {
        shape.members().filter_map(|member| member.target.shape()).collect()
    })
}

fn holds_by_value(kind: &ShapeKind) -> bool {
    matches!(kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

/// Tarjan's algorithm, with a stack of its own: a model may nest deeper than a thread's stack.
fn components(api: &Api) -> HashMap<&ShapeId, usize> {
    let mut state: HashMap<&ShapeId, Node> = HashMap::new();
    let mut component = HashMap::new();
    let mut path: Vec<&ShapeId> = Vec::new();
    let mut next = 0;
    for root in api.shapes.keys() {
        if state.contains_key(root) {
            continue;
        }
        let mut calls = vec![(root, targets(api, root), 0_usize)];
        state.insert(root, Node { index: next, low: next, on_path: true });
        path.push(root);
        next += 1;
        while let Some((id, targets, position)) = calls.last_mut() {
            let id: &ShapeId = id;
            if let Some(&target) = targets.get(*position) {
                *position += 1;
                match state.get(target).copied() {
                    None => {
                        state.insert(target, Node { index: next, low: next, on_path: true });
                        path.push(target);
                        next += 1;
                        calls.push((target, self::targets(api, target), 0));
                    }
                    Some(seen) if seen.on_path => lower(&mut state, id, seen.index),
                    Some(_) => {}
                }
                continue;
            }
            calls.pop();
            let Some(node) = state.get(id).copied() else { continue };
            if let Some((caller, ..)) = calls.last() {
                lower(&mut state, caller, node.low);
            }
            if node.low == node.index {
                while let Some(member) = path.pop() {
                    if let Some(entry) = state.get_mut(member) {
                        entry.on_path = false;
                    }
                    component.insert(member, node.index);
                    if member == id {
                        break;
                    }
                }
            }
        }
    }
    component
}

#[derive(Clone, Copy)]
struct Node {
    index: usize,
    low: usize,
    on_path: bool,
}

fn lower(state: &mut HashMap<&ShapeId, Node>, id: &ShapeId, low: usize) {
    if let Some(node) = state.get_mut(id) {
        node.low = node.low.min(low);
    }
}

fn targets<'a>(api: &'a Api, id: &ShapeId) -> Vec<&'a ShapeId> {
    let Some(shape) = api.shape(id).filter(|shape| holds_by_value(&shape.kind)) else {
        return Vec::new();
    };
    shape
        .members()
        .filter_map(|member| member.target.shape())
        .filter(|target| api.shape(target).is_some_and(|shape| holds_by_value(&shape.kind)))
        .collect()
}
