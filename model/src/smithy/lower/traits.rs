//! Reads the values of traits; one that is malformed is reported and passed over.

use crate::{
    api::{
        Constraints, ErrorFault, HttpLocation, Length, Number, Range, Retryable, TimestampFormat,
        Value, Xml,
    },
    diagnostic::Diagnostic,
    smithy::model::{Applied, Traits},
};

/// The text of a trait whose value is a string.
pub(super) fn text(traits: &Traits, id: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let applied = traits.get(id)?;
    let text = applied.value().as_str();
    if text.is_none() {
        diagnostics.push(malformed(id, applied, "", "must be a string"));
    }
    text.map(str::to_owned)
}

/// `@documentation`.
pub(super) fn documentation(traits: &Traits, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    text(traits, "smithy.api#documentation", diagnostics)
}

/// `@deprecated`: what it says, which may be nothing.
pub(super) fn deprecated(traits: &Traits) -> Option<String> {
    let value = traits.get("smithy.api#deprecated")?.value();
    let message = value.get("message").and_then(Value::as_str).map(str::trim);
    let since = value.get("since").and_then(Value::as_str).map(str::trim);
    Some(match (message.unwrap_or_default(), since) {
        (message, None | Some("")) => message.to_owned(),
        ("", Some(since)) => format!("Since {since}."),
        (message, Some(since)) => format!("{message} (Since {since}.)"),
    })
}

/// `@length`, `@range`, `@pattern` and `@uniqueItems`.
pub(super) fn constraints(traits: &Traits, diagnostics: &mut Vec<Diagnostic>) -> Constraints {
    Constraints {
        length: length(traits, diagnostics),
        range: range(traits, diagnostics),
        multiple_of: None,
        pattern: text(traits, "smithy.api#pattern", diagnostics),
        unique_items: traits.has("smithy.api#uniqueItems"),
    }
}

fn length(traits: &Traits, diagnostics: &mut Vec<Diagnostic>) -> Option<Length> {
    const ID: &str = "smithy.api#length";
    let applied = traits.get(ID)?;
    let mut bound = |name: &str| {
        let value = applied.value().get(name)?;
        let bound = value.as_number().and_then(Number::as_integer);
        let bound = bound.and_then(|bound| u64::try_from(bound).ok());
        if bound.is_none() {
            let pointer = format!("/{name}");
            let rule = format!("needs a whole number that is not negative as `{name}`");
            diagnostics.push(malformed(ID, applied, &pointer, &rule));
        }
        bound
    };
    let length = Length { min: bound("min"), max: bound("max") };
    if !has_bound(ID, applied, diagnostics) {
        return None;
    }
    match (length.min, length.max) {
        (None, None) => None,
        (Some(min), Some(max)) if min > max => {
            let rule = format!("has a `min` of {min}, which is more than its `max` of {max}");
            diagnostics.push(malformed(ID, applied, "/min", &rule));
            None
        }
        _ => Some(length),
    }
}

fn range(traits: &Traits, diagnostics: &mut Vec<Diagnostic>) -> Option<Range> {
    const ID: &str = "smithy.api#range";
    let applied = traits.get(ID)?;
    let mut bound = |name: &str| {
        let value = applied.value().get(name)?;
        let bound = value.as_number();
        if bound.is_none() {
            let pointer = format!("/{name}");
            let rule = format!("needs a number as `{name}`");
            diagnostics.push(malformed(ID, applied, &pointer, &rule));
        }
        bound
    };
    let range = Range { min: bound("min"), max: bound("max"), ..Range::default() };
    if !has_bound(ID, applied, diagnostics) {
        return None;
    }
    match (range.min, range.max) {
        (None, None) => None,
        (Some(min), Some(max)) if min.as_f64() > max.as_f64() => {
            let rule = "has a `min` that is more than its `max`";
            diagnostics.push(malformed(ID, applied, "/min", rule));
            None
        }
        _ => Some(range),
    }
}

/// Whether there is a `min` or a `max`, of whatever type; that there is none is reported.
fn has_bound(id: &str, applied: &Applied, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let value = applied.value();
    let found = value.get("min").is_some() || value.get("max").is_some();
    if !found {
        diagnostics.push(malformed(id, applied, "", "needs `min`, `max` or both"));
    }
    found
}

/// `@timestampFormat`.
pub(super) fn timestamp_format(
    traits: &Traits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TimestampFormat> {
    const ID: &str = "smithy.api#timestampFormat";
    let applied = traits.get(ID)?;
    match applied.value().as_str() {
        Some("date-time") => Some(TimestampFormat::DateTime),
        Some("http-date") => Some(TimestampFormat::HttpDate),
        Some("epoch-seconds") => Some(TimestampFormat::EpochSeconds),
        _ => {
            let rule = "must be `date-time`, `http-date` or `epoch-seconds`";
            diagnostics.push(malformed(ID, applied, "", rule));
            None
        }
    }
}

/// `@error`.
pub(super) fn error(traits: &Traits, diagnostics: &mut Vec<Diagnostic>) -> Option<ErrorFault> {
    const ID: &str = "smithy.api#error";
    let applied = traits.get(ID)?;
    match applied.value().as_str() {
        Some("client") => Some(ErrorFault::Client),
        Some("server") => Some(ErrorFault::Server),
        _ => {
            diagnostics.push(malformed(ID, applied, "", "must be `client` or `server`"));
            None
        }
    }
}

/// `@httpError`.
pub(super) fn http_error(traits: &Traits, diagnostics: &mut Vec<Diagnostic>) -> Option<u16> {
    const ID: &str = "smithy.api#httpError";
    let applied = traits.get(ID)?;
    let code = status(applied.value(), 400..=599);
    if code.is_none() {
        diagnostics.push(malformed(ID, applied, "", "must be a status from 400 to 599"));
    }
    code
}

/// A status code in `range`.
pub(super) fn status(value: &Value, range: std::ops::RangeInclusive<u16>) -> Option<u16> {
    let code = value.as_number().and_then(Number::as_integer)?;
    u16::try_from(code).ok().filter(|code| range.contains(code))
}

/// `@retryable`.
pub(super) fn retryable(traits: &Traits) -> Option<Retryable> {
    let value = traits.get("smithy.api#retryable")?.value();
    let throttling = value.get("throttling").and_then(Value::as_bool).unwrap_or(false);
    Some(Retryable { throttling })
}

/// The traits that say where in an HTTP message a member travels; at most one may be there.
pub(super) fn http_location(
    traits: &Traits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<HttpLocation> {
    let mut found: Option<(&str, HttpLocation)> = None;
    for (id, applied) in traits.iter() {
        let location = match id {
            "smithy.api#httpLabel" => HttpLocation::Label,
            "smithy.api#httpQueryParams" => HttpLocation::QueryParams,
            "smithy.api#httpPayload" => HttpLocation::Payload,
            "smithy.api#httpResponseCode" => HttpLocation::ResponseCode,
            "smithy.api#httpQuery" => match query_name(id, applied, diagnostics) {
                Some(name) => HttpLocation::Query(name),
                None => continue,
            },
            "smithy.api#httpHeader" => match header_name(id, applied, diagnostics) {
                Some(name) => HttpLocation::Header(name),
                None => continue,
            },
            "smithy.api#httpPrefixHeaders" => match applied.value().as_str() {
                Some("") => HttpLocation::PrefixHeaders(String::new()),
                Some(_) => match header_name(id, applied, diagnostics) {
                    Some(name) => HttpLocation::PrefixHeaders(name),
                    None => continue,
                },
                None => {
                    diagnostics.push(malformed(id, applied, "", "must be a string"));
                    continue;
                }
            },
            _ => continue,
        };
        if let Some((first, _)) = &found {
            let message = format!("a member cannot have both `{}` and `{}`", name(first), name(id));
            let origin = applied.origin.clone();
            diagnostics.push(Diagnostic::invalid("http-binding-conflict", origin, message));
            continue;
        }
        found = Some((id, location));
    }
    found.map(|(_, location)| location)
}

fn query_name(id: &str, applied: &Applied, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let name = applied.value().as_str().filter(|name| !name.is_empty());
    if name.is_none() {
        diagnostics.push(malformed(id, applied, "", "must be a string that is not empty"));
    }
    name.map(str::to_owned)
}

fn header_name(id: &str, applied: &Applied, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let name = applied.value().as_str().filter(|name| is_header_name(name));
    if name.is_none() {
        diagnostics.push(malformed(id, applied, "", "must be the name of a header"));
    }
    name.map(str::to_owned)
}

/// Whether `name` is a `token` of RFC 9110, section 5.6.2.
fn is_header_name(name: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(token)
}

/// `@xmlName`, `@xmlAttribute`, `@xmlFlattened` and `@xmlNamespace`.
pub(super) fn xml(traits: &Traits, diagnostics: &mut Vec<Diagnostic>) -> Xml {
    const NAMESPACE: &str = "smithy.api#xmlNamespace";
    let namespace = traits.get(NAMESPACE).and_then(|applied| {
        let uri = applied.value().get("uri").and_then(Value::as_str);
        let Some(uri) = uri else {
            diagnostics.push(malformed(NAMESPACE, applied, "/uri", "needs a string as `uri`"));
            return None;
        };
        let prefix = applied.value().get("prefix").and_then(Value::as_str);
        Some((prefix.map(str::to_owned), uri.to_owned()))
    });
    Xml {
        name: text(traits, "smithy.api#xmlName", diagnostics),
        attribute: traits.has("smithy.api#xmlAttribute"),
        flattened: traits.has("smithy.api#xmlFlattened"),
        namespace,
    }
}

/// That the trait `id` has a value that it cannot have; the rule completes "`http` …".
pub(super) fn malformed(id: &str, applied: &Applied, pointer: &str, rule: &str) -> Diagnostic {
    let origin = if pointer.is_empty() {
        applied.value.origin.clone()
    } else {
        applied.value.origin_at(pointer)
    };
    Diagnostic::invalid("trait-value", origin, format!("the trait `{}` {rule}", name(id)))
}

/// The short name of a trait of the prelude; of any other the whole id.
pub(super) fn name(id: &str) -> &str {
    id.strip_prefix("smithy.api#").unwrap_or(id)
}
