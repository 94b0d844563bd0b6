//! Says in Smithy 2.0 what a file in Smithy 1.0 leaves implied.

use super::Draft;
use crate::{
    api::{Number, ShapeId, Value},
    smithy::{
        document::{Kind, Node, Version},
        model::Applied,
    },
};
use indexmap::IndexMap;
use std::collections::HashMap;

const BOX: &str = "smithy.api#box";
const DEFAULT: &str = "smithy.api#default";

/// Numbers and booleans that are not boxed have the default 0 or false: of a structure's member
/// in a 1.0 file that becomes `@default`; where the member itself is boxed, `@default(null)`.
pub(super) fn upgrade(drafts: &mut IndexMap<ShapeId, Draft>) {
    if drafts.values().all(|draft| draft.version == Version::V2) {
        return;
    }
    let unboxed = drafts.iter().filter(|(id, draft)| is_unboxed(id, draft));
    let kinds: HashMap<ShapeId, Kind> =
        unboxed.map(|(id, draft)| (id.clone(), draft.kind)).collect();
    for draft in drafts.values_mut() {
        if draft.version == Version::V2 || draft.kind != Kind::Structure {
            continue;
        }
        for member in draft.members.values_mut() {
            let Some(target) = &member.target else { continue };
            let Some(zero) = kinds.get(&target.id).copied().and_then(zero) else { continue };
            if member.traits.has(DEFAULT) {
                continue;
            }
            let boxed = member.traits.has(BOX) || excludes_zero(member);
            let default = if boxed { Value::Null } else { zero };
            let origin = member.origin.clone();
            let applied = Applied::new(Node::new(default, origin.clone()), origin);
            member.traits.0.insert(DEFAULT.to_owned(), applied);
        }
    }
}

/// Whether what targets it in a 1.0 file is zero or false where nothing is said.
fn is_unboxed(id: &ShapeId, draft: &Draft) -> bool {
    let Some(zero) = zero(draft.kind) else { return false };
    if id.namespace == "smithy.api" {
        return id.name.starts_with("Primitive");
    }
    match draft.version {
        Version::V1 => !draft.traits.has(BOX),
        Version::V2 => draft.traits.get(DEFAULT).is_some_and(|applied| *applied.value() == zero),
    }
}

/// What a number or boolean is where nothing is said.
fn zero(kind: Kind) -> Option<Value> {
    Some(match kind {
        Kind::Boolean => Value::Bool(false),
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => {
            Value::Number(Number::Integer(0))
        }
        _ => return None,
    })
}

/// Whether the member's own range leaves zero out: a default of zero would be invalid then.
fn excludes_zero(member: &super::DraftMember) -> bool {
    let Some(range) = member.traits.get("smithy.api#range") else { return false };
    let bound = |name| range.value().get(name).and_then(Value::as_number).map(Number::as_f64);
    bound("min").is_some_and(|min| min > 0.0) || bound("max").is_some_and(|max| max < 0.0)
}
