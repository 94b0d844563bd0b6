//! Methods, paths and host prefixes of operations, and the members that are part of them.

use super::{
    event::Events,
    graph::{Graph, Node, prelude_trait, text},
};
use crate::{
    api::{Number, Value},
    smithy::{document::Kind, model::Shape},
    suggestion::closest,
};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, operation) in graph.own_of(Kind::Operation) {
        let node = Node { shape: operation, member: None };
        if let Some(pattern) = Pattern::of(operation) {
            format(&pattern, node, events);
            labels(graph, &pattern, operation, events);
            queries(graph, &pattern, operation, events);
            method(graph, operation, events);
        }
        host_prefix(graph, operation, events);
    }
    for (index, _) in graph.own_of(Kind::Service) {
        let operations = graph.operations(index).into_iter();
        let operations = operations.filter_map(|index| Some(graph.node(index)?.shape));
        conflicts(graph, &operations.collect::<Vec<_>>(), events);
    }
}

/// The method and `uri` of the trait `http`.
struct Pattern<'m> {
    method: &'m str,
    uri: &'m str,
    segments: Vec<Segment<'m>>,
    query: Vec<(&'m str, &'m str)>,
}

/// One part of a path, or of a host prefix.
#[derive(PartialEq, Clone, Copy)]
enum Segment<'m> {
    Literal(&'m str),
    Label { name: &'m str, greedy: bool },
}

impl<'m> Pattern<'m> {
    fn of(operation: &'m Shape) -> Option<Self> {
        let http = prelude_trait(&operation.traits, "http")?;
        let (method, uri) = (text(http, "method")?, text(http, "uri")?);
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let parts = path.split('/').skip(1).filter(|part| !part.is_empty());
        let query = query.split('&').filter(|part| !part.is_empty());
        let mut query: Vec<(&str, &str)> =
            query.map(|part| part.split_once('=').unwrap_or((part, ""))).collect();
        query.sort_unstable();
        Some(Self { method, uri, segments: parts.map(segment).collect(), query })
    }

    fn labels(&self) -> impl Iterator<Item = (&'m str, bool)> + '_ {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Label { name, greedy } => Some((*name, *greedy)),
            Segment::Literal(_) => None,
        })
    }
}

fn segment(part: &str) -> Segment<'_> {
    match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => match name.strip_suffix('+') {
            Some(name) => Segment::Label { name, greedy: true },
            None => Segment::Label { name, greedy: false },
        },
        None => Segment::Literal(part),
    }
}

fn format(pattern: &Pattern<'_>, node: Node<'_>, events: &mut Events) {
    let uri = pattern.uri;
    let is_uri = |next: char| next.is_ascii_graphic() && !"\"<>\\^`|".contains(next);
    if let Some(bad) = uri.chars().find(|&next| !is_uri(next)) {
        let message = format!("the uri `{uri}` has {bad:?}, which no URI can have");
        events.error("HttpUriFormat", node, message);
    }
    let greedy = |segment: &Segment<'_>| matches!(segment, Segment::Label { greedy: true, .. });
    let label = |segment: &Segment<'_>| matches!(segment, Segment::Label { .. });
    if pattern.segments.iter().filter(|segment| greedy(segment)).count() > 1 {
        let message = format!("the uri `{uri}` has more than one greedy label");
        events.danger("HttpUriGreedyLabel.MultipleGreedyLabels", node, message);
    }
    let mut behind = pattern.segments.iter().skip_while(|segment| !greedy(segment)).skip(1);
    if behind.any(label) {
        let message = format!("the uri `{uri}` has a label behind a greedy one");
        events.danger("HttpUriGreedyLabel.GreedyLabelIsNotLastLabel", node, message);
    }
}

const LABEL: &str = "HttpLabelTrait";

fn labels(graph: &Graph<'_>, pattern: &Pattern<'_>, operation: &Shape, events: &mut Events) {
    let node = Node { shape: operation, member: None };
    let input = graph.input(operation);
    let bound = |name: &str| {
        let member = input.and_then(|input| input.members.get(name))?;
        prelude_trait(&member.traits, "httpLabel").is_some().then_some(member)
    };
    for (name, greedy) in pattern.labels() {
        let Some(member) = bound(name) else {
            let member = input.and_then(|input| input.members.get(name));
            let what = match member {
                Some(_) => format!("the member `{name}` is not bound to it"),
                None => "its input has no such member".to_owned(),
            };
            let message = format!(
                "the path of `{}` has the label `{{{name}}}`, and {what}",
                operation.id.name
            );
            let event = events.error(LABEL, node, message);
            let names = input.into_iter().flat_map(|input| input.members.keys());
            match (member, closest(name, names.map(String::as_str))) {
                (Some(member), _) => event
                    .related(&member.origin, "the member")
                    .help("give the member the trait `httpLabel`"),
                (None, Some(close)) => event.help(format!("did you mean `{close}`?")),
                (None, None) => {}
            }
            continue;
        };
        let target = graph.target(&member.target);
        if greedy
            && let (Some(target), Some(input)) = (target, input)
            && !matches!(target.kind, Kind::String | Kind::Enum)
        {
            let message = format!("`{name}` is a greedy label, and not a string");
            events.error(LABEL, Node { shape: input, member: Some(member) }, message);
        }
    }
    let Some(input) = input else { return };
    for member in input.members.values() {
        let is_bound = prelude_trait(&member.traits, "httpLabel").is_some();
        if is_bound && pattern.labels().all(|(name, _)| name != member.name) {
            let message = format!(
                "`{}` travels in the path, and the path of `{}` has no label `{{{}}}`",
                member.name, operation.id.name, member.name
            );
            events
                .error(LABEL, Node { shape: input, member: Some(member) }, message)
                .related(&operation.origin, "the operation");
        }
    }
}

/// A literal of the path's query and a member must not be one parameter.
fn queries(graph: &Graph<'_>, pattern: &Pattern<'_>, operation: &Shape, events: &mut Events) {
    let Some(input) = graph.input(operation) else { return };
    for member in input.members.values() {
        let name = prelude_trait(&member.traits, "httpQuery");
        let Some(name) = name.and_then(|applied| applied.value().as_str()) else { continue };
        if pattern.query.iter().any(|(literal, _)| *literal == name) {
            let message = format!(
                "`{}` travels as the query parameter `{name}`, which the path of `{}` has as a \
                 literal",
                member.name, operation.id.name
            );
            events
                .error("HttpQueryTrait", Node { shape: input, member: None }, message)
                .at(&member.origin)
                .related(&operation.origin, "the operation");
        }
    }
}

/// What RFC 9110 says of methods.
fn method(graph: &Graph<'_>, operation: &Shape, events: &mut Events) {
    const ID: &str = "HttpMethodSemantics";
    let node = Node { shape: operation, member: None };
    let Some(http) = node.get("http") else { return };
    let Some(method) = text(http, "method") else { return };
    let upper = method.to_uppercase();
    let (readonly, idempotent, body) = match upper.as_str() {
        "GET" | "HEAD" | "TRACE" => (Some(true), None, false),
        "OPTIONS" => (Some(true), None, true),
        "DELETE" => (Some(false), Some(true), false),
        "PUT" => (Some(false), Some(true), true),
        "POST" => (Some(false), None, true),
        "PATCH" => (Some(false), None, true),
        _ => return,
    };
    let at = &http.origin;
    let name = &operation.id.name;
    if upper != method {
        let message = format!("`{name}` has the method `{method}`, which is written `{upper}`");
        events.warning(ID, node, message).at(at);
    }
    if upper == "OPTIONS" {
        let message = format!(
            "`{name}` has the method OPTIONS, which is for CORS: the service's trait `cors` says \
             how that works"
        );
        events.warning(&format!("{ID}.OPTIONS"), node, message).at(at);
    }
    let is_readonly = node.has("readonly");
    if readonly == Some(true) && !is_readonly && upper != "OPTIONS" {
        let message = format!("`{name}` has the method {upper}, and is not `readonly`");
        events.warning(&format!("{ID}.MissingReadonlyTrait"), node, message).at(at);
    }
    if readonly == Some(false) && is_readonly {
        let message = format!("`{name}` has the method {upper}, and is `readonly`");
        events.warning(&format!("{ID}.UnnecessaryReadonlyTrait"), node, message).at(at);
    }
    if idempotent == Some(true) && !node.has("idempotent") {
        let message = format!("`{name}` has the method {upper}, and is not `idempotent`");
        events.warning(&format!("{ID}.MissingIdempotentTrait"), node, message).at(at);
    }
    let Some(input) = graph.input(operation) else { return };
    let elsewhere =
        ["httpLabel", "httpQuery", "httpQueryParams", "httpHeader", "httpPrefixHeaders"];
    let in_body = |name: &&crate::smithy::model::Member| {
        let traits = &name.traits;
        elsewhere.iter().all(|binding| prelude_trait(traits, binding).is_none())
    };
    let mut members = input.members.values().filter(in_body);
    if let Some(member) = members.next().filter(|_| !body) {
        let message = format!(
            "`{}` of `{name}`'s input travels in the body, which many clients and servers drop \
             from {upper} requests",
            member.name
        );
        events
            .danger(&format!("{ID}.UnexpectedPayload"), node, message)
            .at(at)
            .related(&member.origin, "this member");
    }
}

/// No two operations of a service may match one request.
fn conflicts(graph: &Graph<'_>, operations: &[&Shape], events: &mut Events) {
    let patterns: Vec<(&Shape, Pattern<'_>)> = operations
        .iter()
        .filter_map(|operation| Some((*operation, Pattern::of(operation)?)))
        .collect();
    // By what two that conflict have in common, so that not all are compared with all.
    let mut alike: std::collections::BTreeMap<_, Vec<&(&Shape, Pattern<'_>)>> =
        std::collections::BTreeMap::new();
    for entry in &patterns {
        let key = (entry.1.method, shape_of(&entry.1.segments), &entry.1.query);
        alike.entry(key).or_default().push(entry);
    }
    for group in alike.values() {
        for (operation, pattern) in group {
            let others = group.iter().filter(|(other, _)| other.id != operation.id);
            let mut others = others.filter(|(other, _)| hosts_conflict(graph, operation, other));
            let Some((other, _)) = others.next() else { continue };
            let message = format!(
                "`{}` and `{}` both match `{} {}`",
                operation.id.name, other.id.name, pattern.method, pattern.uri
            );
            events
                .error("HttpUriConflict", Node { shape: operation, member: None }, message)
                .related(&other.origin, "the other one");
        }
    }
}

/// The segments without the names of labels.
fn shape_of<'m>(segments: &[Segment<'m>]) -> Vec<&'m str> {
    let plain = segments.iter().map(|segment| match segment {
        Segment::Literal(text) => *text,
        Segment::Label { greedy: false, .. } => "{}",
        Segment::Label { greedy: true, .. } => "{+}",
    });
    plain.collect()
}

/// Whether requests for two operations may go to one host.
fn hosts_conflict(graph: &Graph<'_>, one: &Shape, other: &Shape) -> bool {
    let (Some(first), Some(second)) = (host_prefix_of(one), host_prefix_of(other)) else {
        return host_prefix_of(one).is_none() && host_prefix_of(other).is_none();
    };
    let first: Vec<&str> = first.split('.').collect();
    let second: Vec<&str> = second.split('.').collect();
    if first.len() != second.len() {
        return false;
    }
    let excludes = |operation: &Shape, label: &str, literal: &str| {
        let input = graph.input(operation);
        let member = input.and_then(|input| input.members.get(label));
        let pattern = member.and_then(|member| prelude_trait(&member.traits, "pattern"));
        let pattern = pattern.and_then(|applied| applied.value().as_str());
        pattern
            .and_then(|pattern| regex::Regex::new(pattern).ok())
            .is_some_and(|pattern| !pattern.is_match(literal))
    };
    first.iter().zip(&second).all(|(left, right)| match (segment(left), segment(right)) {
        (Segment::Literal(left), Segment::Literal(right)) => left == right,
        (Segment::Label { .. }, Segment::Label { .. }) => true,
        (Segment::Label { name, .. }, Segment::Literal(text)) => !excludes(one, name, text),
        (Segment::Literal(text), Segment::Label { name, .. }) => !excludes(other, name, text),
    })
}

fn host_prefix_of(operation: &Shape) -> Option<&str> {
    text(prelude_trait(&operation.traits, "endpoint")?, "hostPrefix")
}

const HOST: &str = "HostLabelTrait";

fn host_prefix(graph: &Graph<'_>, operation: &Shape, events: &mut Events) {
    let node = Node { shape: operation, member: None };
    let Some(endpoint) = node.get("endpoint") else { return };
    let Some(prefix) = text(endpoint, "hostPrefix") else { return };
    let input = graph.input(operation);
    let names: Vec<&str> = prefix
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    for name in &names {
        let member = input.and_then(|input| input.members.get(*name));
        if member.is_none_or(|member| prelude_trait(&member.traits, "hostLabel").is_none()) {
            let message = format!(
                "the host prefix of `{}` has the label `{{{name}}}`, and its input has no member \
                 of that name with the trait `hostLabel`",
                operation.id.name
            );
            events.error(HOST, node, message).at(&endpoint.origin);
        }
    }
    for member in input.into_iter().flat_map(|input| input.members.values()) {
        let is_label = prelude_trait(&member.traits, "hostLabel").is_some();
        if is_label
            && !names.contains(&member.name.as_str())
            && let Some(shape) = input
        {
            let message = format!(
                "`{}` has the trait `hostLabel`, and the host prefix of `{}` has no such label",
                member.name, operation.id.name
            );
            events.error(HOST, Node { shape, member: Some(member) }, message);
        }
    }
    let expanded: String =
        prefix.split('{').enumerate().fold(String::new(), |text, (place, part)| {
            let literal =
                if place == 0 { part } else { part.split_once('}').map_or("", |it| it.1) };
            text + if place == 0 { "" } else { "a" } + literal
        });
    let is_host = expanded.trim_end_matches('.').split('.').all(|label| {
        let edge = |next: Option<char>| next.is_some_and(|next| next.is_ascii_alphanumeric());
        let inner = |next: char| next.is_ascii_alphanumeric() || next == '-';
        let ends =
            edge(label.chars().next()) && (edge(label.chars().last()) || expanded.ends_with(label));
        label.len() <= 63 && ends && label.chars().all(inner)
    });
    if !is_host {
        let message = format!("the host prefix `{prefix}` cannot be the start of a host's name");
        events.error(HOST, node, message).at(&endpoint.origin);
    }
    if !names.is_empty() && !prefix.ends_with('.') {
        let message = format!(
            "the host prefix `{prefix}` has labels and does not end in `.`: a value may lead \
             requests to hosts of somebody else"
        );
        events.danger(HOST, node, message).at(&endpoint.origin);
    }
}

/// The status of the trait `http`, 200 if it says none.
pub(super) fn status(operation: Node<'_>) -> Option<i128> {
    let http = operation.get("http")?;
    let code = http.value().get("code").and_then(Value::as_number).and_then(Number::as_integer);
    Some(code.unwrap_or(200))
}
