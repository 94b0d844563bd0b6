//! Says in Smithy 2.0 what a file in Smithy 1.0 leaves implied.

use super::Draft;
use crate::{
    api::{Number, ShapeId, Value},
    smithy::{
        document::{Kind, Node, Version},
        model::{Applied, Traits},
    },
    source::Origin,
};
use indexmap::IndexMap;
use std::collections::HashMap;

const BOX: &str = "smithy.api#box";
const DEFAULT: &str = "smithy.api#default";
const REQUIRED: &str = "smithy.api#required";
const STREAMING: &str = "smithy.api#streaming";
const UNIQUE_ITEMS: &str = "smithy.api#uniqueItems";

/// Upgrades every shape of a 1.0 file. Sets become lists of unique items. Numbers and booleans that are not
/// boxed have the default zero or false, which their members in structures say too; streaming blobs have an
/// empty one. Where a member is boxed, it has `@default(null)`.
pub(super) fn upgrade(drafts: &mut IndexMap<ShapeId, Draft>) {
    if drafts.values().all(|draft| draft.version == Version::V2) {
        return;
    }
    for draft in drafts.values_mut().filter(|draft| draft.version == Version::V1) {
        upgrade_shape(draft);
    }
    let defaults: HashMap<ShapeId, Implied> =
        drafts.iter().filter_map(|(id, draft)| Some((id.clone(), implied(draft)?))).collect();
    let structures = drafts.values_mut().filter(|draft| draft.kind == Kind::Structure);
    for draft in structures.filter(|draft| draft.version == Version::V1) {
        for member in draft.members.values_mut() {
            let target = member.target.as_ref().and_then(|target| defaults.get(&target.id));
            let boxed = member.traits.has(BOX);
            let default = match target {
                Some(target) if !boxed => {
                    let needed = !(target.unless_required && member.traits.has(REQUIRED));
                    needed.then(|| target.value.clone())
                }
                _ => boxed.then_some(Value::Null),
            };
            if let Some(default) = default {
                imply(&mut member.traits, DEFAULT, default, &member.origin);
            }
        }
    }
}

fn upgrade_shape(draft: &mut Draft) {
    if draft.kind == Kind::Set {
        draft.kind = Kind::List;
        imply(&mut draft.traits, UNIQUE_ITEMS, Value::Object(IndexMap::new()), &draft.origin);
    }
    if let Some(zero) = zero(draft.kind).filter(|_| !draft.traits.has(BOX)) {
        imply(&mut draft.traits, DEFAULT, zero, &draft.origin);
    }
}

/// Adds a trait, unless it is there.
fn imply(traits: &mut Traits, id: &str, value: Value, origin: &Origin) {
    traits
        .0
        .entry(id.to_owned())
        .or_insert_with(|| Applied::new(Node::new(value, origin.clone()), origin.clone()));
}

/// The default that a shape gives to members that target it.
struct Implied {
    value: Value,
    /// Whether a required member needs none.
    unless_required: bool,
}

fn implied(draft: &Draft) -> Option<Implied> {
    if draft.kind == Kind::Blob {
        let is_streaming = draft.traits.has(STREAMING);
        let value = Value::String(String::new());
        return is_streaming.then_some(Implied { value, unless_required: true });
    }
    // What is not boxed in 1.0 has a default by now; in 2.0, it is what has that default.
    let zero = zero(draft.kind)?;
    let default = draft.traits.get(DEFAULT)?.value();
    is_zero(default).then_some(Implied { value: zero, unless_required: false })
}

/// What a number or boolean is where nothing is said.
fn zero(kind: Kind) -> Option<Value> {
    Some(match kind {
        Kind::Boolean => Value::Bool(false),
        Kind::Byte
        | Kind::Short
        | Kind::Integer
        | Kind::IntEnum
        | Kind::Long
        | Kind::Float
        | Kind::Double => Value::Number(Number::Integer(0)),
        _ => return None,
    })
}

fn is_zero(value: &Value) -> bool {
    match value {
        Value::Bool(value) => !value,
        Value::Number(number) => number.as_integer() == Some(0),
        _ => false,
    }
}
