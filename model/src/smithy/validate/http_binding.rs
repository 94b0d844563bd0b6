//! Where members travel in HTTP messages.

use super::{
    event::Events,
    graph::{Graph, Index, Node, Relation, knows, prelude_trait},
    http_uri,
};
use crate::{
    api::Number,
    diagnostic::Severity,
    smithy::{
        document::Kind,
        model::{Member, Shape},
    },
};
use std::collections::{BTreeMap, HashSet};

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (index, structure) in graph.own_of(Kind::Structure) {
        let node = Node { shape: structure, member: None };
        headers(structure, events);
        prefix_headers(structure, events);
        duplicates(structure, "httpQuery", "HttpQueryTrait", "the query parameter", false, events);
        query_params(structure, events);
        ignored(graph, index, structure, events);
        error_status(node, events);
    }
    let mut errors = HashSet::new();
    for (_, operation) in graph.own_of(Kind::Operation) {
        let node = Node { shape: operation, member: None };
        let Some(status) = http_uri::status(node) else { continue };
        if let Some(input) = graph.input(operation) {
            payload(input, &REQUEST, events);
        }
        if let Some(output) = graph.output(operation) {
            payload(output, &RESPONSE, events);
        }
        for error in graph.errors(operation) {
            if errors.insert(&error.id) {
                payload(error, &RESPONSE, events);
            }
        }
        operation_status(graph, operation, status, events);
    }
    for (index, service) in graph.own_of(Kind::Service) {
        missing(graph, index, service, events);
    }
}

/// What puts a member elsewhere than into the body of a request, or of a response.
const REQUEST: [&str; 7] = [
    "httpLabel",
    "httpQuery",
    "httpQueryParams",
    "httpHeader",
    "httpPrefixHeaders",
    "httpPayload",
    "hostLabel",
];
const RESPONSE: [&str; 4] = ["httpHeader", "httpPrefixHeaders", "httpPayload", "httpResponseCode"];

/// Headers that belong to HTTP itself, to whoever forwards, or to authentication.
const RESERVED: [&str; 15] = [
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "max-forwards",
    "proxy-authenticate",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "www-authenticate",
    "x-forwarded-for",
];

/// Whether a text is a token of RFC 9110.
pub(super) fn is_token(text: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(part)
}

fn value_of<'m>(member: &'m Member, name: &str) -> Option<&'m str> {
    prelude_trait(&member.traits, name)?.value().as_str()
}

fn headers(structure: &Shape, events: &mut Events) {
    const ID: &str = "HttpHeaderTrait";
    duplicates(structure, "httpHeader", ID, "the header", true, events);
    for member in structure.members.values() {
        let Some(name) = value_of(member, "httpHeader") else { continue };
        let node = Node { shape: structure, member: Some(member) };
        if !is_token(name) {
            let message = format!("`{name}` cannot be the name of a header");
            events.danger(ID, node, message);
        } else if RESERVED.contains(&name.to_lowercase().as_str()) {
            let message = format!("the header `{name}` is not for members to be bound to");
            events.danger(ID, node, message);
        }
    }
}

/// Two members must not travel in one place.
fn duplicates(
    structure: &Shape,
    binding: &str,
    id: &str,
    what: &str,
    ignore_case: bool,
    events: &mut Events,
) {
    let mut seen: BTreeMap<String, Vec<&Member>> = BTreeMap::new();
    for member in structure.members.values() {
        if let Some(name) = value_of(member, binding) {
            let key = if ignore_case { name.to_lowercase() } else { name.to_owned() };
            seen.entry(key).or_default().push(member);
        }
    }
    for (name, members) in seen {
        let [first, second, ..] = members.as_slice() else { continue };
        let message = format!(
            "`{}` and `{}` of `{}` both travel as {what} `{name}`",
            first.name, second.name, structure.id.name
        );
        events
            .error(id, Node { shape: structure, member: None }, message)
            .at(&second.origin)
            .related(&first.origin, "first here");
    }
}

fn prefix_headers(structure: &Shape, events: &mut Events) {
    const ID: &str = "HttpPrefixHeadersTrait";
    let members = || structure.members.values();
    let prefixes: Vec<(&Member, &str, String)> = members()
        .filter_map(|member| {
            let prefix = value_of(member, "httpPrefixHeaders")?;
            Some((member, prefix, prefix.to_lowercase()))
        })
        .collect();
    for member in members() {
        let Some(header) = value_of(member, "httpHeader") else { continue };
        let lower = header.to_lowercase();
        // There should be one at most, which is said elsewhere.
        let clash = prefixes.iter().find(|(_, _, prefix)| lower.starts_with(prefix));
        let Some((prefixed, prefix, _)) = clash else { continue };
        let node = Node { shape: structure, member: Some(member) };
        let (name, other) = (&member.name, &prefixed.name);
        let (severity, message) = if prefix.is_empty() {
            let message = format!("the header `{header}` of `{name}` is among `{other}` too");
            (Severity::Note, message)
        } else {
            let message = format!(
                "the header `{header}` of `{name}` starts with `{prefix}`, which is the prefix of \
                 `{other}`"
            );
            (Severity::Error, message)
        };
        events.add(ID, severity, node, message).related(&prefixed.origin, "the prefix");
    }
}

fn query_params(structure: &Shape, events: &mut Events) {
    let find = |binding: &str| {
        structure.members.values().find(|it| prelude_trait(&it.traits, binding).is_some())
    };
    if let (Some(all), Some(named)) = (find("httpQueryParams"), find("httpQuery")) {
        let message = format!(
            "`{}` holds all query parameters, that of `{}` among them",
            all.name, named.name
        );
        events.note("HttpQueryParamsTrait", Node { shape: structure, member: None }, message);
    }
}

/// Bindings of members of shapes that are not, or not only, messages of the kind that they are for.
fn ignored(graph: &Graph<'_>, index: Index, structure: &Shape, events: &mut Events) {
    if prelude_trait(&structure.traits, "mixin").is_some() {
        return;
    }
    let uses: Vec<Relation> = graph
        .to(index)
        .iter()
        .map(|edge| edge.relation)
        .filter(|relation| !matches!(relation, Relation::MemberContainer | Relation::Trait))
        .collect();
    for member in structure.members.values() {
        let bound = |binding: &&&str| prelude_trait(&member.traits, binding).is_some();
        let all = [
            ("httpLabel", "Input"),
            ("httpQueryParams", "Input"),
            ("httpQuery", "Input"),
            ("httpResponseCode", "Output"),
            ("httpHeader", "TopLevel"),
            ("httpPayload", "TopLevel"),
            ("httpPrefixHeaders", "TopLevel"),
        ];
        let found = all.iter().find(|(binding, _)| bound(&binding));
        let Some((binding, kind)) = found else { continue };
        let means = |relation: &Relation| match *kind {
            "Input" => *relation == Relation::Input,
            "Output" => *relation == Relation::Output,
            _ => matches!(relation, Relation::Input | Relation::Output | Relation::Error),
        };
        if uses.iter().all(means) {
            continue;
        }
        let at = prelude_trait(&member.traits, binding).map(|applied| &applied.origin);
        let node = Node { shape: structure, member: Some(member) };
        let message = format!(
            "`{binding}` of `{}` means nothing where `{}` is not the {} of an operation",
            member.name,
            structure.id.name,
            match *kind {
                "Input" => "input",
                "Output" => "output",
                _ => "input or output",
            }
        );
        events
            .warning(&format!("HttpBindingTraitIgnored.{kind}"), node, message)
            .at(at.unwrap_or(node.origin()));
    }
}

/// A member that is the whole body leaves no place for others in it.
fn payload(structure: &Shape, bindings: &[&str], events: &mut Events) {
    let mut members = structure.members.values();
    let whole = members.find(|member| prelude_trait(&member.traits, "httpPayload").is_some());
    let Some(whole) = whole else { return };
    let is_bound = |member: &Member| {
        bindings.iter().any(|binding| prelude_trait(&member.traits, binding).is_some())
    };
    for member in structure.members.values().filter(|member| !is_bound(member)) {
        let message = format!(
            "`{}` is the whole body of `{}`, and `{}` would have to travel in it too",
            whole.name, structure.id.name, member.name
        );
        events
            .error("HttpPayload", Node { shape: structure, member: None }, message)
            .at(&member.origin)
            .related(&whole.origin, "the whole body");
    }
}

const STATUS: &str = "HttpResponseCodeSemantics";

fn operation_status(graph: &Graph<'_>, operation: &Shape, status: i128, events: &mut Events) {
    let node = Node { shape: operation, member: None };
    let Some(http) = node.get("http") else { return };
    let name = &operation.id.name;
    if !(200..300).contains(&status) {
        let message = format!("`{name}` answers with the status {status}, not one of the 2xx");
        events.danger(STATUS, node, message).at(&http.origin);
    }
    let Some(output) = graph.output(operation).filter(|_| matches!(status, 204 | 205)) else {
        return;
    };
    let in_body = |member: &&Member| {
        let elsewhere = ["httpHeader", "httpPrefixHeaders", "httpResponseCode"];
        elsewhere.iter().all(|binding| prelude_trait(&member.traits, binding).is_none())
    };
    let has_code = output
        .members
        .values()
        .any(|member| prelude_trait(&member.traits, "httpResponseCode").is_some());
    if let Some(member) = output.members.values().find(in_body).filter(|_| !has_code) {
        let message = format!(
            "`{name}` answers with the status {status}, which has no body for `{}` to travel in",
            member.name
        );
        events.warning(STATUS, node, message).at(&http.origin);
    }
}

fn error_status(node: Node<'_>, events: &mut Events) {
    let (Some(error), Some(code)) = (node.get("error"), node.get("httpError")) else { return };
    let status = code.value().as_number().and_then(Number::as_integer).unwrap_or_default();
    let (range, whose) = match error.value().as_str() {
        Some("client") => (400..500, "client"),
        Some("server") => (500..600, "server"),
        _ => return,
    };
    if !range.contains(&status) {
        let message = format!(
            "`{}` is an error of the {whose} and has the status {status}, not one of the {}xx",
            node.name(),
            range.start / 100
        );
        events.danger(STATUS, node, message).at(&code.origin);
    }
}

/// Where one operation says how it is called over HTTP, all must.
fn missing(graph: &Graph<'_>, index: Index, service: &Shape, events: &mut Events) {
    let nodes = graph.operations(index).into_iter().filter_map(|index| graph.node(index));
    let (with, without): (Vec<_>, Vec<_>) = nodes.partition(|node| node.has("http"));
    // Where none has it, the service may have another protocol; a generator says what it needs.
    if with.is_empty() {
        return;
    }
    let protocols = graph.protocols(service);
    let needs = protocols.iter().find(|(protocol, _)| knows(protocol, "smithy.api#http"));
    let (severity, why) = match needs {
        Some((protocol, _)) => (Severity::Error, format!("`{}` needs it", protocol.id.name)),
        None if protocols.is_empty() => {
            (Severity::Warning, "others of the service have it".to_owned())
        }
        None => return,
    };
    for node in without {
        let message = format!("`{}` lacks the trait `http`, and {why}", node.name());
        events.add("HttpBindingsMissing", severity, node, message).help("give it the trait `http`");
    }
}

/// The text of a member's name in JSON.
pub(super) fn json_name(member: &Member) -> &str {
    prelude_trait(&member.traits, "jsonName")
        .and_then(|applied| applied.value().as_str())
        .unwrap_or(&member.name)
}
