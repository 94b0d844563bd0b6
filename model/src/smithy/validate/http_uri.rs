//! Methods, paths and host prefixes of operations, and the members that are part of them.

use super::{
    event::Events,
    graph::{Graph, Node, prelude_trait, text},
    pattern,
};
use crate::{
    api::{Number, Segment, UriPattern, Value},
    smithy::{document::Kind, lower::uri, model::Shape},
    suggestion::closest,
};
use std::collections::{BTreeMap, HashMap};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, operation) in graph.own_of(Kind::Operation) {
        let node = Node { shape: operation, member: None };
        let route = Route::of(operation);
        if route.is_some() {
            method(graph, operation, events);
        }
        match route {
            Some(Ok(route)) => {
                format(&route, node, events);
                labels(graph, &route, operation, events);
                queries(graph, &route, operation, events);
            }
            Some(Err(problem)) => {
                let Some(http) = node.get("http") else { continue };
                let uri = text(http, "uri").unwrap_or_default();
                let message = format!("the uri `{uri}` of `{}` {problem}", node.name());
                let at = http.value.origin_at("/uri");
                events.error("HttpUriFormat", node, message).at(&http.origin).at(&at);
            }
            None => {}
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
struct Route<'m> {
    method: &'m str,
    uri: &'m str,
    pattern: UriPattern,
}

impl<'m> Route<'m> {
    /// `None` if the operation says none; what is wrong with the uri is told as a sentence's end.
    fn of(operation: &'m Shape) -> Option<Result<Self, String>> {
        let http = prelude_trait(&operation.traits, "http")?;
        let (method, uri) = (text(http, "method")?, text(http, "uri")?);
        let pattern = uri::parse_in_any_order(uri);
        Some(pattern.map(|mut pattern| {
            // Whether a slash ends the path does not tell one from another.
            if pattern.segments.last() == Some(&Segment::Literal(String::new())) {
                pattern.segments.pop();
            }
            pattern.query.sort_unstable();
            Self { method, uri, pattern }
        }))
    }

    /// The labels, and whether they are greedy.
    fn labels(&self) -> impl Iterator<Item = (&str, bool)> + '_ {
        self.pattern.segments.iter().filter_map(|segment| match segment {
            Segment::Label(name) => Some((name.as_str(), false)),
            Segment::GreedyLabel(name) => Some((name.as_str(), true)),
            Segment::Literal(_) | Segment::Mixed(_) => None,
        })
    }

    /// What two that conflict have in common.
    fn key(&self) -> (&str, Vec<&str>, Vec<(&str, &str)>) {
        let segments = self.pattern.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => text.as_str(),
            Segment::Label(_) => "{}",
            Segment::GreedyLabel(_) | Segment::Mixed(_) => "{+}",
        });
        let query = self.pattern.query.iter();
        let query =
            query.map(|(name, value)| (name.as_str(), value.as_deref().unwrap_or_default()));
        (self.method, segments.collect(), query.collect())
    }
}

fn format(route: &Route<'_>, node: Node<'_>, events: &mut Events) {
    let uri = route.uri;
    let is_uri = |next: char| next.is_ascii_graphic() && !"\"<>\\^`|".contains(next);
    if let Some(bad) = uri.chars().find(|&next| !is_uri(next)) {
        let message = format!("the uri `{uri}` has {bad:?}, which no URI can have");
        events.error("HttpUriFormat", node, message);
    }
    if route.labels().filter(|(_, greedy)| *greedy).count() > 1 {
        let message = format!("the uri `{uri}` has more than one greedy label");
        events.danger("HttpUriGreedyLabel.MultipleGreedyLabels", node, message);
    }
    if route.labels().skip_while(|(_, greedy)| !greedy).nth(1).is_some() {
        let message = format!("the uri `{uri}` has a label behind a greedy one");
        events.danger("HttpUriGreedyLabel.GreedyLabelIsNotLastLabel", node, message);
    }
}

const LABEL: &str = "HttpLabelTrait";

fn labels(graph: &Graph<'_>, route: &Route<'_>, operation: &Shape, events: &mut Events) {
    let node = Node { shape: operation, member: None };
    let input = graph.input(operation);
    let bound = |name: &str| {
        let member = input.and_then(|input| input.members.get(name))?;
        prelude_trait(&member.traits, "httpLabel").is_some().then_some(member)
    };
    for (name, greedy) in route.labels() {
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
        if is_bound && route.labels().all(|(name, _)| name != member.name) {
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
fn queries(graph: &Graph<'_>, route: &Route<'_>, operation: &Shape, events: &mut Events) {
    let Some(input) = graph.input(operation) else { return };
    for member in input.members.values() {
        let name = prelude_trait(&member.traits, "httpQuery");
        let Some(name) = name.and_then(|applied| applied.value().as_str()) else { continue };
        if route.pattern.query.iter().any(|(literal, _)| *literal == name) {
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
    let routes: Vec<(&Shape, Route<'_>, Host<'_>)> = operations
        .iter()
        .filter_map(|operation| {
            Some((*operation, Route::of(operation)?.ok()?, Host::of(graph, operation)))
        })
        .collect();
    // By what two that conflict have in common, so that not all are compared with all.
    let mut alike: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for entry in &routes {
        alike.entry(entry.1.key()).or_default().push(entry);
    }
    let mut patterns = Patterns::default();
    for group in alike.values() {
        for (operation, route, host) in group {
            let mut others = group.iter().filter(|(other, ..)| other.id != operation.id);
            let conflict = others.find(|(_, _, other)| host.conflicts(other, &mut patterns));
            let Some((other, ..)) = conflict else { continue };
            let message = format!(
                "`{}` and `{}` both match `{} {}`",
                operation.id.name, other.id.name, route.method, route.uri
            );
            events
                .error("HttpUriConflict", Node { shape: operation, member: None }, message)
                .related(&other.origin, "the other one");
        }
    }
}

/// Patterns of members, each compiled once.
type Patterns<'m> = HashMap<&'m str, Option<regex::Regex>>;

/// To which hosts requests for an operation may go, a label of the prefix each; `None` without a prefix.
struct Host<'m>(Option<Vec<HostLabel<'m>>>);

enum HostLabel<'m> {
    Literal(&'m str),
    /// All of it is what a member says, which may have a pattern.
    Member(Option<&'m str>),
}

impl<'m> Host<'m> {
    fn of(graph: &Graph<'m>, operation: &'m Shape) -> Self {
        let input = graph.input(operation);
        let pattern = |name: &str| {
            let member = input.and_then(|input| input.members.get(name))?;
            prelude_trait(&member.traits, "pattern")?.value().as_str()
        };
        let label =
            |text: &'m str| match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
                Some(name) => HostLabel::Member(pattern(name)),
                None => HostLabel::Literal(text),
            };
        Self(host_prefix_of(operation).map(|prefix| prefix.split('.').map(label).collect()))
    }

    /// Whether requests for two operations may go to one host.
    fn conflicts(&self, other: &Self, patterns: &mut Patterns<'m>) -> bool {
        let (Some(first), Some(second)) = (&self.0, &other.0) else {
            return self.0.is_none() && other.0.is_none();
        };
        let mut excludes = |pattern: &Option<&'m str>, literal: &str| {
            let Some(pattern) = *pattern else { return false };
            let compiled = patterns.entry(pattern).or_insert_with(|| pattern::compile(pattern));
            compiled.as_ref().is_some_and(|pattern| !pattern.is_match(literal))
        };
        first.len() == second.len()
            && first.iter().zip(second).all(|pair| match pair {
                (HostLabel::Literal(left), HostLabel::Literal(right)) => left == right,
                (HostLabel::Member(_), HostLabel::Member(_)) => true,
                (HostLabel::Member(pattern), HostLabel::Literal(text))
                | (HostLabel::Literal(text), HostLabel::Member(pattern)) => {
                    !excludes(pattern, text)
                }
            })
    }
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
    let parts = match host_parts(prefix) {
        Ok(parts) => parts,
        Err(problem) => {
            let message =
                format!("the host prefix `{prefix}` of `{}` {problem}", operation.id.name);
            let at = endpoint.value.origin_at("/hostPrefix");
            events.error(HOST, node, message).at(&endpoint.origin).at(&at);
            return;
        }
    };
    let label = |part: &HostPart<'_>| matches!(part, HostPart::Member(_));
    for part in &parts {
        let HostPart::Member(name) = *part else { continue };
        let member = input.and_then(|input| input.members.get(name));
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
            && !parts.contains(&HostPart::Member(&member.name))
            && let Some(shape) = input
        {
            let message = format!(
                "`{}` has the trait `hostLabel`, and the host prefix of `{}` has no such label",
                member.name, operation.id.name
            );
            events.error(HOST, Node { shape, member: Some(member) }, message);
        }
    }
    if !is_host(&parts) {
        let message = format!("the host prefix `{prefix}` cannot be the start of a host's name");
        events.error(HOST, node, message).at(&endpoint.origin);
    }
    if parts.iter().any(label) && !prefix.ends_with('.') {
        let message = format!(
            "the host prefix `{prefix}` has labels and does not end in `.`: a value may lead \
             requests to hosts of somebody else"
        );
        events.danger(HOST, node, message).at(&endpoint.origin);
    }
}

/// A part of a host prefix.
#[derive(PartialEq, Clone, Copy)]
enum HostPart<'m> {
    Literal(&'m str),
    Member(&'m str),
}

/// The parts of a host prefix; what is wrong with it is told as a sentence's end.
fn host_parts(prefix: &str) -> Result<Vec<HostPart<'_>>, String> {
    let mut parts = Vec::new();
    let mut rest = prefix;
    loop {
        let (literal, behind) = match rest.split_once('{') {
            Some((literal, behind)) => (literal, Some(behind)),
            None => (rest, None),
        };
        if literal.contains('}') {
            return Err("has a `}` without a `{`".to_owned());
        }
        if !literal.is_empty() {
            parts.push(HostPart::Literal(literal));
        }
        let Some(behind) = behind else { return Ok(parts) };
        let Some((name, behind)) = behind.split_once('}') else {
            return Err("has a `{` without a `}`".to_owned());
        };
        if !crate::smithy::document::is_identifier(name) {
            return Err(format!("has the label `{{{name}}}`, which does not name a member"));
        }
        parts.push(HostPart::Member(name));
        rest = behind;
    }
}

/// Whether a host's name can start so, with something in the place of each label.
fn is_host(parts: &[HostPart<'_>]) -> bool {
    let text = |part: &HostPart<'_>| match *part {
        HostPart::Literal(text) => text.to_owned(),
        HostPart::Member(_) => "a".to_owned(),
    };
    let name: String = parts.iter().map(text).collect();
    // What the prefix does not end goes on in the rest of the name.
    let (labels, is_open) = match name.strip_suffix('.') {
        Some(labels) => (labels, false),
        None => (name.as_str(), true),
    };
    let labels: Vec<&str> = labels.split('.').collect();
    labels.iter().enumerate().all(|(place, label)| {
        let edge = |next: Option<char>| next.is_some_and(|next| next.is_ascii_alphanumeric());
        let inner = |next: char| next.is_ascii_alphanumeric() || next == '-';
        let goes_on = is_open && place + 1 == labels.len();
        let ends = edge(label.chars().next()) && (goes_on || edge(label.chars().last()));
        label.len() <= 63 && ends && label.chars().all(inner)
    })
}

/// The status of the trait `http`, 200 if it says none.
pub(super) fn status(operation: Node<'_>) -> Option<i128> {
    let http = operation.get("http")?;
    let code = http.value().get("code").and_then(Value::as_number).and_then(Number::as_integer);
    Some(code.unwrap_or(200))
}
