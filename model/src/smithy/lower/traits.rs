//! Reads the values of traits. Validators have seen to it that they are what they must be; what those pass, and
//! nothing can be made of, is reported here and passed over.

use crate::{
    api::{
        Constraints, ErrorFault, HttpLocation, Length, Number, Range, Retryable, TimestampFormat,
        Value, Xml,
    },
    diagnostic::Diagnostic,
    smithy::model::{Applied, Traits},
};

/// The text of a trait whose value is a string.
pub(super) fn text(traits: &Traits, id: &str) -> Option<String> {
    traits.get(id)?.value().as_str().map(str::to_owned)
}

/// `@documentation`.
pub(super) fn documentation(traits: &Traits) -> Option<String> {
    text(traits, "smithy.api#documentation")
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
pub(super) fn constraints(traits: &Traits) -> Constraints {
    Constraints {
        length: length(traits),
        range: range(traits),
        multiple_of: None,
        pattern: text(traits, "smithy.api#pattern"),
        unique_items: traits.has("smithy.api#uniqueItems"),
    }
}

fn length(traits: &Traits) -> Option<Length> {
    let value = traits.get("smithy.api#length")?.value();
    let bound = |name| {
        let bound = value.get(name).and_then(Value::as_number).and_then(Number::as_integer);
        bound.and_then(|bound| u64::try_from(bound).ok())
    };
    Some(Length { min: bound("min"), max: bound("max") })
}

fn range(traits: &Traits) -> Option<Range> {
    let value = traits.get("smithy.api#range")?.value();
    let bound = |name| value.get(name).and_then(Value::as_number);
    Some(Range { min: bound("min"), max: bound("max"), ..Range::default() })
}

/// `@timestampFormat`.
pub(super) fn timestamp_format(traits: &Traits) -> Option<TimestampFormat> {
    match traits.get("smithy.api#timestampFormat")?.value().as_str()? {
        "date-time" => Some(TimestampFormat::DateTime),
        "http-date" => Some(TimestampFormat::HttpDate),
        "epoch-seconds" => Some(TimestampFormat::EpochSeconds),
        _ => None,
    }
}

/// `@error`.
pub(super) fn error(traits: &Traits) -> Option<ErrorFault> {
    match traits.get("smithy.api#error")?.value().as_str()? {
        "client" => Some(ErrorFault::Client),
        "server" => Some(ErrorFault::Server),
        _ => None,
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

/// The trait that says where in an HTTP message a member travels.
pub(super) fn http_location(
    traits: &Traits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<HttpLocation> {
    traits.iter().find_map(|(id, applied)| {
        Some(match id {
            "smithy.api#httpLabel" => HttpLocation::Label,
            "smithy.api#httpQueryParams" => HttpLocation::QueryParams,
            "smithy.api#httpPayload" => HttpLocation::Payload,
            "smithy.api#httpResponseCode" => HttpLocation::ResponseCode,
            "smithy.api#httpQuery" => HttpLocation::Query(applied.value().as_str()?.to_owned()),
            "smithy.api#httpHeader" => HttpLocation::Header(header_name(id, applied, diagnostics)?),
            "smithy.api#httpPrefixHeaders" => match applied.value().as_str()? {
                "" => HttpLocation::PrefixHeaders(String::new()),
                _ => HttpLocation::PrefixHeaders(header_name(id, applied, diagnostics)?),
            },
            _ => return None,
        })
    })
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
pub(super) fn xml(traits: &Traits) -> Xml {
    let namespace = traits.get("smithy.api#xmlNamespace").and_then(|applied| {
        let text = |name| applied.value().get(name).and_then(Value::as_str).map(str::to_owned);
        Some((text("prefix"), text("uri")?))
    });
    Xml {
        name: text(traits, "smithy.api#xmlName"),
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
