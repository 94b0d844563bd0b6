//! What selectors compare: ids, traits and their values, variables.

use super::{Attribute, Comparator, Condition, Evaluation, Index, Operand, Part, plain};
use crate::{
    api::Value,
    smithy::{model::Traits, validate::graph::Node},
};
use std::{borrow::Cow, collections::BTreeSet};

/// The value of an attribute.
#[derive(Clone)]
enum Found<'a> {
    /// There is none.
    Missing,
    /// All of a shape: what a path starts from.
    Node(Node<'a>),
    Id(String),
    Traits(&'a Traits),
    Value(Cow<'a, Value>),
    Service(Node<'a>),
    Variables,
    /// Several, each on its own.
    Several(Vec<Found<'a>>),
}

/// Whether `[…]` holds of a node.
pub(super) fn holds(
    evaluation: &Evaluation<'_, '_>,
    node: Node<'_>,
    attribute: &Attribute,
) -> bool {
    let found = walk(evaluation, Found::Node(node), &attribute.path);
    match &attribute.comparison {
        None => found.exists(),
        Some((comparator, texts)) => {
            let right: Vec<Found<'_>> = texts.iter().map(|text| Found::text(text)).collect();
            compare(&found, *comparator, &right, attribute.ignore_case)
        }
    }
}

/// Whether `[@…: …]` holds of a node: for any one value of the scope all conditions do.
pub(super) fn scoped(
    evaluation: &Evaluation<'_, '_>,
    node: Node<'_>,
    path: &[Part],
    conditions: &[Condition],
) -> bool {
    let scopes = match walk(evaluation, Found::Node(node), path) {
        Found::Several(scopes) => scopes,
        scope => vec![scope],
    };
    scopes.into_iter().any(|scope| {
        conditions.iter().all(|condition| {
            let operand = |operand: &Operand| match operand {
                Operand::Text(text) => Found::text(text),
                Operand::Path(path) => walk(evaluation, scope.clone(), path),
            };
            let right: Vec<Found<'_>> = condition.right.iter().map(operand).collect();
            let left = operand(&condition.left);
            compare(&left, condition.comparator, &right, condition.ignore_case)
        })
    })
}

fn walk<'a>(evaluation: &Evaluation<'_, 'a>, start: Found<'a>, path: &[Part]) -> Found<'a> {
    path.iter().fold(start, |found, part| step(evaluation, found, part))
}

fn step<'a>(evaluation: &Evaluation<'_, 'a>, found: Found<'a>, part: &Part) -> Found<'a> {
    match (found, part) {
        (Found::Several(all), Part::First) => all.into_iter().next().unwrap_or(Found::Missing),
        (Found::Several(all), Part::Length) => length(all.len()),
        (Found::Several(all), part) => {
            let mut next = Vec::new();
            for found in all {
                match step(evaluation, found, part) {
                    Found::Missing => {}
                    Found::Several(more) => next.extend(more),
                    one => next.push(one),
                }
            }
            Found::Several(next)
        }
        (Found::Node(node), Part::Name(name)) => match name.as_str() {
            "id" => Found::Id(node.id()),
            "trait" => Found::Traits(node.traits()),
            "service" if node.is(crate::smithy::document::Kind::Service) => Found::Service(node),
            "var" => Found::Variables,
            _ => Found::Missing,
        },
        (Found::Service(node), Part::Name(name)) => match name.as_str() {
            "id" => Found::Id(node.id()),
            "version" => Found::text(node.shape.links.version.as_deref().unwrap_or_default()),
            _ => Found::Missing,
        },
        (Found::Variables, Part::Name(name)) => match evaluation.variables.get(name) {
            None => Found::Missing,
            Some(found) => {
                let node = |&index: &Index| evaluation.graph.node(index).map(Found::Node);
                Found::Several(found.iter().filter_map(node).collect())
            }
        },
        (Found::Id(id), part) => of_id(&id, part),
        (Found::Traits(traits), part) => of_traits(traits, part),
        (Found::Value(value), part) => of_value(&value, part),
        _ => Found::Missing,
    }
}

fn of_id<'a>(id: &str, part: &Part) -> Found<'a> {
    let (namespace, name) = id.split_once('#').unwrap_or((id, ""));
    let (shape, member) = name.split_once('$').unwrap_or((name, ""));
    match part {
        Part::Name(name) => match name.as_str() {
            "namespace" => Found::text(namespace),
            "name" => Found::text(shape),
            "member" if !member.is_empty() => Found::text(member),
            _ => Found::Missing,
        },
        Part::Length => length(id.chars().count()),
        _ => Found::Missing,
    }
}

fn of_traits<'a>(traits: &'a Traits, part: &Part) -> Found<'a> {
    match part {
        Part::Name(name) => {
            let id = if name.contains('#') {
                Cow::Borrowed(name.as_str())
            } else {
                Cow::Owned(format!("smithy.api#{name}"))
            };
            traits
                .get(&id)
                .map_or(Found::Missing, |applied| Found::Value(Cow::Borrowed(applied.value())))
        }
        Part::Keys => {
            Found::Several(traits.iter().map(|(id, _)| Found::Id(id.to_owned())).collect())
        }
        Part::Values => {
            let values = traits.iter().map(|(_, applied)| Cow::Borrowed(applied.value()));
            Found::Several(values.map(Found::Value).collect())
        }
        Part::Length => length(traits.0.len()),
        Part::First => Found::Missing,
    }
}

fn of_value<'a>(value: &Value, part: &Part) -> Found<'a> {
    let owned = |value: &Value| Found::Value(Cow::Owned(value.clone()));
    match (value, part) {
        (Value::Object(members), Part::Name(name)) => {
            members.get(name).map_or(Found::Missing, owned)
        }
        (Value::Object(members), Part::Keys) => {
            Found::Several(members.keys().map(|key| Found::text(key)).collect())
        }
        (Value::Object(members), Part::Values) => {
            Found::Several(members.values().map(owned).collect())
        }
        (Value::Object(members), Part::Length) => length(members.len()),
        (Value::Array(items), Part::Values) => Found::Several(items.iter().map(owned).collect()),
        (Value::Array(items), Part::Length) => length(items.len()),
        (Value::String(text), Part::Length) => length(text.chars().count()),
        _ => Found::Missing,
    }
}

fn length<'a>(length: usize) -> Found<'a> {
    Found::text(&length.to_string())
}

impl Found<'_> {
    fn text(text: &str) -> Self {
        Self::Value(Cow::Owned(Value::String(text.to_owned())))
    }

    fn exists(&self) -> bool {
        match self {
            Self::Missing => false,
            Self::Several(all) => all.iter().any(Self::exists),
            _ => true,
        }
    }

    /// As text, if it is something that has one.
    fn plain(&self) -> Option<String> {
        match self {
            Self::Id(id) => Some(id.clone()),
            Self::Node(node) | Self::Service(node) => Some(node.id()),
            Self::Value(value) => plain(value),
            Self::Missing | Self::Traits(_) | Self::Variables | Self::Several(_) => None,
        }
    }

    /// All that it is as text.
    fn texts(&self, ignore_case: bool) -> BTreeSet<String> {
        let all: Vec<&Self> = match self {
            Self::Several(all) => all.iter().collect(),
            one => vec![one],
        };
        let texts = all.into_iter().filter_map(Self::plain);
        texts.map(|text| if ignore_case { text.to_lowercase() } else { text }).collect()
    }
}

fn compare(
    left: &Found<'_>,
    comparator: Comparator,
    right: &[Found<'_>],
    ignore_case: bool,
) -> bool {
    if comparator == Comparator::Exists {
        let wanted = |right: &Found<'_>| right.plain().as_deref() == Some("true");
        return right.iter().any(|right| left.exists() == wanted(right));
    }
    let set = matches!(
        comparator,
        Comparator::SetEqual
            | Comparator::SetNotEqual
            | Comparator::Subset
            | Comparator::ProperSubset
    );
    if set {
        let Found::Several(_) = left else { return false };
        let left = left.texts(ignore_case);
        return right.iter().filter(|right| matches!(right, Found::Several(_))).any(|right| {
            let right = right.texts(ignore_case);
            match comparator {
                Comparator::SetEqual => left == right,
                Comparator::SetNotEqual => left != right,
                Comparator::Subset => left.is_subset(&right),
                _ => left.is_subset(&right) && left != right,
            }
        });
    }
    let left = left.texts(ignore_case);
    let right: Vec<BTreeSet<String>> = right.iter().map(|right| right.texts(ignore_case)).collect();
    left.iter().any(|left| right.iter().flatten().any(|right| one(left, comparator, right)))
}

fn one(left: &str, comparator: Comparator, right: &str) -> bool {
    let numbers = || Some((left.parse::<f64>().ok()?, right.parse::<f64>().ok()?));
    match comparator {
        Comparator::Equal => left == right,
        Comparator::NotEqual => left != right,
        Comparator::StartsWith => left.starts_with(right),
        Comparator::EndsWith => left.ends_with(right),
        Comparator::Contains => left.contains(right),
        Comparator::Greater => numbers().is_some_and(|(left, right)| left > right),
        Comparator::GreaterOrEqual => numbers().is_some_and(|(left, right)| left >= right),
        Comparator::Less => numbers().is_some_and(|(left, right)| left < right),
        Comparator::LessOrEqual => numbers().is_some_and(|(left, right)| left <= right),
        Comparator::Exists
        | Comparator::SetEqual
        | Comparator::SetNotEqual
        | Comparator::Subset
        | Comparator::ProperSubset => false,
    }
}
