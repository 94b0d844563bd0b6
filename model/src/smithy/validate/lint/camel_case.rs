//! Names in camel case, upper or lower.

use super::{Lint, Report, Settings, is_named, own_name};
use crate::{
    api::Value,
    diagnostic::Severity,
    smithy::{
        document::Kind,
        validate::graph::{Graph, Index, Node},
    },
};
use std::collections::{BTreeMap, HashSet};

/// How the first letter is written.
#[derive(Clone, Copy, PartialEq)]
enum Case {
    Upper,
    Lower,
}

impl Case {
    fn name(self) -> &'static str {
        match self {
            Self::Upper => "upper",
            Self::Lower => "lower",
        }
    }

    fn fits(self, name: &str) -> bool {
        let first = name.chars().next();
        name.chars().all(|letter| letter.is_ascii_alphanumeric())
            && first.is_some_and(|first| match self {
                Self::Upper => first.is_ascii_uppercase(),
                Self::Lower => first.is_ascii_lowercase(),
            })
    }
}

/// Shapes are in upper camel case, traits in lower, members as configured, or as most of them are.
pub(super) struct CamelCase {
    members: Option<Case>,
}

impl CamelCase {
    pub(super) fn read(settings: Settings<'_>) -> Result<Self, String> {
        let members = match settings.get("memberNames").and_then(Value::as_str) {
            None | Some("auto") => None,
            Some("upper") => Some(Case::Upper),
            Some("lower") => Some(Case::Lower),
            Some(other) => {
                return Err(format!(
                    "has `{other}` as `memberNames`, which can be `auto`, `upper` or `lower`"
                ));
            }
        };
        Ok(Self { members })
    }

    /// Reports the members that are not written as those of one service or namespace are.
    fn group(&self, members: &[(Index, Node<'_>)], whose: &str, report: &mut Report<'_, '_>) {
        let count =
            |case: Case| members.iter().filter(|(_, node)| case.fits(own_name(*node))).count();
        let most = if count(Case::Upper) > count(Case::Lower) { Case::Upper } else { Case::Lower };
        let case = self.members.unwrap_or(most);
        for &(index, node) in members.iter().filter(|(_, node)| !case.fits(own_name(*node))) {
            let message = format!(
                "`{}` is not in {} camel case, as members of {whose} are",
                node.name(),
                case.name()
            );
            report.add("", Severity::Danger, (index, node), &message);
        }
    }
}

impl Lint for CamelCase {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (index, node) in graph.own().filter(|(_, node)| node.member.is_none()) {
            if node.has("protocolDefinition") || node.has("authDefinition") {
                continue;
            }
            let case = if node.has("trait") { Case::Lower } else { Case::Upper };
            if !case.fits(own_name(node)) {
                let message =
                    format!("`{}` is not in {} camel case", node.shape.id.name, case.name());
                report.add("", Severity::Danger, (index, node), &message);
            }
        }
        let is_member = |(_, node): &(Index, Node<'_>)| node.member.is_some() && is_named(*node);
        let mut served = HashSet::new();
        for (service, shape) in graph.own_of(Kind::Service) {
            let closure = graph.closure(service, false, |edge| edge.relation.is_followed());
            let nodes = closure.iter().filter_map(|&index| Some((index, graph.node(index)?)));
            let mut members: Vec<_> =
                nodes.filter(is_member).filter(|(_, node)| node.is_own()).collect();
            members.sort_unstable_by_key(|(index, _)| *index);
            served.extend(members.iter().map(|(index, _)| *index));
            self.group(&members, &format!("`{}`", shape.id.name), report);
        }
        let mut others: BTreeMap<&str, Vec<(Index, Node<'_>)>> = BTreeMap::new();
        for member in graph.own().filter(is_member).filter(|it| !served.contains(&it.0)) {
            others.entry(&member.1.shape.id.namespace).or_default().push(member);
        }
        for (namespace, members) in others {
            self.group(&members, &format!("the namespace `{namespace}`"), report);
        }
    }
}
