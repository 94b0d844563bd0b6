//! Values of single traits that say more than their shapes can.

use super::{
    event::Events,
    graph::{Graph, Node, text},
    http_binding::is_token,
    value::can_hold,
};
use crate::{
    api::Value,
    smithy::{document::Kind, model::Applied},
};
use std::collections::HashSet;

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, node) in graph.own() {
        for (id, applied) in node.traits().iter() {
            match id.strip_prefix("smithy.api#").unwrap_or_default() {
                "range" => range(graph, node, applied, events),
                "pattern" => pattern(node, applied, events),
                "mediaType" => media_type(node, applied, events),
                "cors" => cors(node, applied, events),
                "enum" => enumeration(node, applied, events),
                "xmlNamespace" => namespace(node, applied, events),
                "externalDocumentation" => links(node, applied, events),
                "httpApiKeyAuth" => api_key(node, applied, events),
                "trait" => breaking_changes(graph, node, applied, events),
                _ => {}
            }
        }
    }
}

/// Bounds of whole numbers must be whole, and should be such as the type can hold.
fn range(graph: &Graph<'_>, node: Node<'_>, applied: &Applied, events: &mut Events) {
    let target = node.member.map_or(Some(node.shape), |member| graph.target(&member.target));
    let Some(target) = target else { return };
    let is_whole = matches!(
        target.kind,
        Kind::Byte | Kind::Short | Kind::Integer | Kind::IntEnum | Kind::Long | Kind::BigInteger
    );
    for name in ["min", "max"] {
        let Some(bound) = applied.value().get(name).and_then(Value::as_number) else { continue };
        let at = applied.value.origin_at(&format!("/{name}"));
        if is_whole && bound.as_f64().fract() != 0.0 {
            let message =
                format!("`{}` holds whole numbers, and its `{name}` is {bound}", node.name());
            events.error("RangeTrait", node, message).at(&applied.origin).at(&at);
            continue;
        }
        let fits = match bound.as_integer() {
            Some(integer) if is_whole => can_hold(target.kind, integer),
            None if is_whole => target.kind == Kind::BigInteger,
            _ => target.kind != Kind::Float || bound.as_f64().abs() <= f64::from(f32::MAX),
        };
        if !fits {
            let message = format!(
                "`{}` has the `{name}` {bound}, which no {} can hold",
                node.name(),
                target.kind.name()
            );
            events.warning("RangeTrait", node, message).at(&applied.origin).at(&at);
        }
    }
}

fn pattern(node: Node<'_>, applied: &Applied, events: &mut Events) {
    const ID: &str = "PatternTrait";
    let Some(pattern) = applied.value().as_str() else { return };
    if let Err(problem) =
        regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern))
        && regex::Regex::new(pattern).is_err()
    {
        let message = format!("the pattern `{pattern}` is no regular expression: {problem}");
        events.error("TraitValue", node, message).at(&applied.value.origin);
        return;
    }
    let missing = match (pattern.starts_with('^'), pattern.ends_with('$')) {
        (true, true) => return,
        (false, true) => "does not start with `^`",
        (true, false) => "does not end with `$`",
        (false, false) => "neither starts with `^` nor ends with `$`",
    };
    let message = format!("the pattern `{pattern}` {missing}, and so is content with a part");
    events.warning(ID, node, message).at(&applied.value.origin);
}

/// `type/subtype; name=value`, as RFC 9110 has it.
fn media_type(node: Node<'_>, applied: &Applied, events: &mut Events) {
    let Some(text) = applied.value().as_str() else { return };
    if !is_media_type(text) {
        let message = format!("{text:?} is no media type");
        events.error("MediaType", node, message).at(&applied.value.origin);
    }
}

fn is_media_type(text: &str) -> bool {
    let mut rest = text;
    let mut parts = Vec::new();
    // A `;` may stand in a quoted value.
    let mut quoted = false;
    let mut escaped = false;
    let mut start = 0;
    for (place, next) in text.char_indices() {
        match next {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(text.get(start..place).unwrap_or_default());
                start = place + 1;
                rest = text.get(start..).unwrap_or_default();
            }
            _ => {}
        }
    }
    parts.push(rest);
    let mut parts = parts.into_iter();
    let kind = parts.next().unwrap_or_default();
    let Some((kind, subtype)) = kind.split_once('/') else { return false };
    !quoted
        && is_token(kind.trim_start())
        && is_token(subtype.trim_end())
        && parts.all(|parameter| {
            let Some((name, value)) = parameter.split_once('=') else { return false };
            let value = value.trim_end();
            let inner = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            is_token(name.trim_start()) && (is_token(value) || inner.is_some())
        })
}

/// Names and values of the trait `enum` are told apart, and all values have names or none has.
fn enumeration(node: Node<'_>, applied: &Applied, events: &mut Events) {
    const ID: &str = "EnumTrait";
    let entries = applied.value().as_array().unwrap_or_default();
    let name_of = |entry: &Value| entry.get("name").and_then(Value::as_str).map(str::to_owned);
    let has_names = entries.iter().any(|entry| name_of(entry).is_some());
    if !has_names {
        let message = format!(
            "the values of `{}` have no names, from which generated code takes its own",
            node.name()
        );
        events.warning(ID, node, message).at(&applied.origin);
    }
    let (mut names, mut values) = (HashSet::new(), HashSet::new());
    for (place, entry) in entries.iter().enumerate() {
        let at = applied.value.origin_at(&format!("/{place}"));
        let mut error = |message: String| {
            events.error(ID, node, message).at(&applied.origin).at(&at);
        };
        let value = entry.get("value").and_then(Value::as_str).unwrap_or_default();
        if !values.insert(value) {
            error(format!("`{}` has the value `{value}` twice", node.name()));
        }
        let Some(name) = name_of(entry) else {
            if has_names {
                let why = "others of it have names, and either all have or none";
                error(format!("the value `{value}` of `{}` has no name: {why}", node.name()));
            }
            continue;
        };
        let rest = |next: char| next.is_ascii_uppercase() || next.is_ascii_digit() || next == '_';
        if !name.starts_with(|first: char| first.is_ascii_uppercase()) || !name.chars().all(rest) {
            let message = format!("`{name}` is better written in capitals, digits and underscores");
            events.warning(ID, node, message).at(&applied.origin).at(&at);
        }
        if names.contains(&name) {
            let message = format!("`{}` has the name `{name}` twice", node.name());
            events.error(ID, node, message).at(&applied.origin).at(&at);
        }
        names.insert(name);
    }
}

fn cors(node: Node<'_>, applied: &Applied, events: &mut Events) {
    if applied.value().get("origin").is_some() && applied.value().get("origins").is_some() {
        let message = "`cors` has both `origin` and `origins`, and takes one of them";
        events.error("CorsTrait", node, message).at(&applied.origin);
    }
}

/// A URI: a scheme, `:`, and something behind it; or a relative one.
fn namespace(node: Node<'_>, applied: &Applied, events: &mut Events) {
    let Some(uri) = text(applied, "uri") else { return };
    let graphic = uri.chars().all(|next| next.is_ascii_graphic() && !"\"<>\\^`{|}".contains(next));
    let scheme = uri.split_once(':').is_none_or(|(scheme, rest)| {
        let first = scheme.chars().next().is_some_and(|first| first.is_ascii_alphabetic());
        first && !rest.is_empty() || scheme.contains(['/', '?', '#'])
    });
    if !graphic || !scheme {
        let message = format!("`xmlNamespace` has the uri `{uri}`, which is none");
        events.error("XmlNamespaceTrait", node, message).at(&applied.value.origin_at("/uri"));
    }
}

fn links(node: Node<'_>, applied: &Applied, events: &mut Events) {
    for (name, value) in applied.value().as_object().into_iter().flatten() {
        let Some(url) = value.as_str() else { continue };
        let is_url = url.split_once(':').is_some_and(|(scheme, rest)| {
            !rest.is_empty()
                && matches!(scheme, "http" | "https" | "ftp" | "file" | "mailto" | "jar")
        });
        if !is_url {
            let message = format!("`externalDocumentation` has `{url}` for `{name}`: it is no URL");
            events.error("Model", node, message).at(&applied.value.origin);
        }
    }
}

fn api_key(node: Node<'_>, applied: &Applied, events: &mut Events) {
    if text(applied, "scheme").is_some() && text(applied, "in") != Some("header") {
        let message = "`httpApiKeyAuth` has a `scheme`, which only goes into a header";
        events.error("HttpApiKeyAuthTrait", node, message).at(&applied.origin);
    }
}

/// The paths of `breakingChanges` must lead to members.
fn breaking_changes(graph: &Graph<'_>, node: Node<'_>, applied: &Applied, events: &mut Events) {
    let rules = applied.value().get("breakingChanges").and_then(Value::as_array);
    for (place, rule) in rules.unwrap_or_default().iter().enumerate() {
        let path = rule.get("path").and_then(Value::as_str).unwrap_or_default();
        let mut shape = node.shape;
        for part in path.split('/').skip(1) {
            let Some(member) = shape.members.get(part) else {
                let message = format!(
                    "`breakingChanges` names `{path}`, and `{}` has no member `{part}`",
                    shape.id.name
                );
                let at = applied.value.origin_at(&format!("/breakingChanges/{place}/path"));
                events.error("TraitBreakingChanges", node, message).at(&applied.origin).at(&at);
                break;
            };
            let Some(target) = graph.target(&member.target) else { break };
            shape = target;
        }
    }
}
