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
    Value(&'a Value),
    Text(Cow<'a, str>),
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
            let comparison = Comparison { evaluation, ignore_case: attribute.ignore_case };
            comparison.holds(&found, *comparator, &right)
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
        Found::Missing => return false,
        Found::Several(scopes) => scopes,
        scope => vec![scope],
    };
    scopes.into_iter().any(|scope| {
        conditions.iter().all(|condition| {
            let operand = |operand: &Operand| match operand {
                Operand::Text(text) => Found::Text(text.clone().into()),
                Operand::Path(path) => walk(evaluation, scope.clone(), path),
            };
            let right: Vec<Found<'_>> = condition.right.iter().map(operand).collect();
            let left = operand(&condition.left);
            let comparison = Comparison { evaluation, ignore_case: condition.ignore_case };
            comparison.holds(&left, condition.comparator, &right)
        })
    })
}

/// What a path gives for a node, as people read it: nothing where there is nothing.
pub(super) fn shown(evaluation: &Evaluation<'_, '_>, node: Node<'_>, path: &[Part]) -> String {
    match walk(evaluation, Found::Node(node), path) {
        Found::Several(all) => {
            let all: Vec<String> = all.iter().filter_map(Found::plain).collect();
            format!("[{}]", all.join(", "))
        }
        one => one.plain().unwrap_or_default(),
    }
}

fn walk<'a>(evaluation: &Evaluation<'_, 'a>, start: Found<'a>, path: &[Part]) -> Found<'a> {
    path.iter().fold(start, |found, part| step(evaluation, found, part))
}

fn step<'a>(evaluation: &Evaluation<'_, 'a>, found: Found<'a>, part: &Part) -> Found<'a> {
    // What is gone through is paid for.
    let count = match &found {
        Found::Several(all) => all.len(),
        Found::Traits(traits) => traits.0.len(),
        Found::Value(Value::Array(items)) => items.len(),
        Found::Value(Value::Object(members)) => members.len(),
        Found::Variables => match part {
            Part::Name(name) => evaluation.variables.get(name).map_or(0, |found| found.len()),
            _ => 0,
        },
        _ => 0,
    };
    if !evaluation.charge(count) {
        return Found::Missing;
    }
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
            "version" => {
                Found::Text(node.shape.links.version.as_deref().unwrap_or_default().into())
            }
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
        (Found::Value(value), part) => of_value(value, part),
        (Found::Text(text), Part::Length) => length(text.chars().count()),
        _ => Found::Missing,
    }
}

fn of_id<'a>(id: &str, part: &Part) -> Found<'a> {
    let (namespace, name) = id.split_once('#').unwrap_or((id, ""));
    let (shape, member) = name.split_once('$').unwrap_or((name, ""));
    match part {
        Part::Name(name) => match name.as_str() {
            "namespace" => Found::Text(namespace.to_owned().into()),
            "name" => Found::Text(shape.to_owned().into()),
            "member" if !member.is_empty() => Found::Text(member.to_owned().into()),
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
            traits.get(&id).map_or(Found::Missing, |applied| Found::Value(applied.value()))
        }
        Part::Keys => {
            Found::Several(traits.iter().map(|(id, _)| Found::Id(id.to_owned())).collect())
        }
        Part::Values => {
            let values = traits.iter().map(|(_, applied)| Found::Value(applied.value()));
            Found::Several(values.collect())
        }
        Part::Length => length(traits.0.len()),
        Part::First => Found::Missing,
    }
}

fn of_value<'a>(value: &'a Value, part: &Part) -> Found<'a> {
    match (value, part) {
        (Value::Object(members), Part::Name(name)) => {
            members.get(name).map_or(Found::Missing, Found::Value)
        }
        (Value::Object(members), Part::Keys) => {
            Found::Several(members.keys().map(|key| Found::text(key)).collect())
        }
        (Value::Object(members), Part::Values) => {
            Found::Several(members.values().map(Found::Value).collect())
        }
        (Value::Object(members), Part::Length) => length(members.len()),
        (Value::Array(items), Part::Values) => {
            Found::Several(items.iter().map(Found::Value).collect())
        }
        (Value::Array(items), Part::Length) => length(items.len()),
        (Value::String(text), Part::Length) => length(text.chars().count()),
        _ => Found::Missing,
    }
}

fn length<'a>(length: usize) -> Found<'a> {
    Found::Text(length.to_string().into())
}

impl<'a> Found<'a> {
    fn text(text: &'a str) -> Self {
        Self::Text(text.into())
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
            Self::Text(text) => Some(text.clone().into_owned()),
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

/// How values are compared.
struct Comparison<'e, 'g, 'm> {
    evaluation: &'e Evaluation<'g, 'm>,
    ignore_case: bool,
}

impl Comparison<'_, '_, '_> {
    /// Whether any of what is on the left is so to any of what is on the right; sets as wholes.
    fn holds(&self, left: &Found<'_>, comparator: Comparator, right: &[Found<'_>]) -> bool {
        let count = |found: &Found<'_>| match found {
            Found::Several(all) => all.len(),
            _ => 1,
        };
        // Texts are made and sorted.
        let texts: usize = right.iter().chain([left]).map(count).sum();
        if !self.evaluation.charge(texts.saturating_mul(8)) {
            return false;
        }
        match comparator {
            Comparator::Exists => {
                let wanted = |right: &Found<'_>| right.plain().as_deref() == Some("true");
                right.iter().any(|right| left.exists() == wanted(right))
            }
            Comparator::SetEqual => self.sets(left, right, |left, right| left == right),
            Comparator::SetNotEqual => right.iter().any(|right| {
                let right = std::slice::from_ref(right);
                !self.sets(left, right, |left, right| left == right)
            }),
            Comparator::Subset => self.sets(left, right, BTreeSet::is_subset),
            Comparator::ProperSubset => {
                self.sets(left, right, |left, right| left.is_subset(right) && left != right)
            }
            _ => {
                let left = left.texts(self.ignore_case);
                let mut all = BTreeSet::new();
                right.iter().for_each(|right| all.extend(right.texts(self.ignore_case)));
                self.any(&left, comparator, &all)
            }
        }
    }

    /// Whether something holds of two sets; of what is none it does not.
    fn sets(
        &self,
        left: &Found<'_>,
        right: &[Found<'_>],
        holds: impl Fn(&BTreeSet<String>, &BTreeSet<String>) -> bool,
    ) -> bool {
        let Found::Several(_) = left else { return false };
        let left = left.texts(self.ignore_case);
        let mut right = right.iter().filter(|right| matches!(right, Found::Several(_)));
        right.any(|right| holds(&left, &right.texts(self.ignore_case)))
    }

    /// Whether any text is so to any other.
    fn any(
        &self,
        left: &BTreeSet<String>,
        comparator: Comparator,
        right: &BTreeSet<String>,
    ) -> bool {
        let numbers = |texts: &BTreeSet<String>| {
            let numbers = texts.iter().filter_map(|text| text.parse::<f64>().ok());
            numbers.filter(|number| !number.is_nan()).collect::<Vec<_>>()
        };
        let least = |texts| numbers(texts).into_iter().reduce(f64::min);
        let most = |texts| numbers(texts).into_iter().reduce(f64::max);
        let ordered = |less: Option<f64>, more: Option<f64>, or_equal: bool| match (less, more) {
            (Some(less), Some(more)) => less < more || or_equal && less <= more,
            _ => false,
        };
        let pairs = |holds: fn(&str, &str) -> bool| {
            self.evaluation.charge(left.len().saturating_mul(right.len()))
                && left.iter().any(|left| right.iter().any(|right| holds(left, right)))
        };
        match comparator {
            Comparator::Equal => !left.is_disjoint(right),
            // Two sets of one text each may be the same; any others hold two that differ.
            Comparator::NotEqual => {
                !left.is_empty() && !right.is_empty() && (left.len() > 1 || left != right)
            }
            Comparator::Greater => ordered(least(right), most(left), false),
            Comparator::GreaterOrEqual => ordered(least(right), most(left), true),
            Comparator::Less => ordered(least(left), most(right), false),
            Comparator::LessOrEqual => ordered(least(left), most(right), true),
            Comparator::StartsWith => pairs(|left, right| left.starts_with(right)),
            Comparator::EndsWith => pairs(|left, right| left.ends_with(right)),
            Comparator::Contains => pairs(|left, right| left.contains(right)),
            Comparator::Exists
            | Comparator::SetEqual
            | Comparator::SetNotEqual
            | Comparator::Subset
            | Comparator::ProperSubset => false,
        }
    }
}
