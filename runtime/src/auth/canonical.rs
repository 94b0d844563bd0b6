//! The canonical form of a request, which is what a signature is made of.

use http::{HeaderMap, Method};

/// How a path becomes canonical.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathStyle {
    /// Dot segments and empty segments go, and what is encoded is encoded once more.
    Normalised,
    /// S3: names of objects may hold anything, so the path stays as it is sent.
    AsSent,
}

/// Appends the canonical request to `out`, and the names of the headers that it covers to `signed`.
pub(super) fn write_request(
    method: &Method,
    path_and_query: &str,
    headers: &HeaderMap,
    payload_hash: &str,
    style: PathStyle,
    out: &mut Vec<u8>,
    signed: &mut String,
) {
    let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
    out.extend_from_slice(method.as_str().as_bytes());
    out.push(b'\n');
    write_path(path, style, out);
    out.push(b'\n');
    write_query(query, out);
    out.push(b'\n');
    write_headers(headers, out, signed);
    out.push(b'\n');
    out.extend_from_slice(signed.as_bytes());
    out.push(b'\n');
    out.extend_from_slice(payload_hash.as_bytes());
}

fn write_path(path: &str, style: PathStyle, out: &mut Vec<u8>) {
    if !path.starts_with('/') {
        out.push(b'/');
    }
    if style == PathStyle::AsSent {
        return out.extend_from_slice(path.as_bytes());
    }
    if !path.contains("//") && !path.contains('.') {
        return encode(path.as_bytes(), true, out);
    }
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    // RFC 3986, section 5.2.4: a dot segment at the end leaves its slash.
    let directory = ["/", "/.", "/.."].iter().any(|end| path.ends_with(end));
    if segments.is_empty() && path.starts_with('/') {
        out.push(b'/');
        return;
    }
    for (position, segment) in segments.iter().enumerate() {
        if position > 0 || path.starts_with('/') {
            out.push(b'/');
        }
        encode(segment.as_bytes(), false, out);
    }
    if directory && !segments.is_empty() {
        out.push(b'/');
    }
}

/// The parameters, decoded as the service will, encoded strictly, sorted by name and value.
fn write_query(query: &str, out: &mut Vec<u8>) {
    if query.is_empty() {
        return;
    }
    let mut parameters: Vec<(Vec<u8>, Vec<u8>)> = query
        .split('&')
        .filter(|parameter| !parameter.is_empty())
        .map(|parameter| {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            (recode(name), recode(value))
        })
        .collect();
    parameters.sort_unstable();
    for (position, (name, value)) in parameters.iter().enumerate() {
        if position > 0 {
            out.push(b'&');
        }
        out.extend_from_slice(name);
        out.push(b'=');
        out.extend_from_slice(value);
    }
}

fn recode(text: &str) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'+' => decoded.push(b' '),
            b'%' => {
                if let Some(([high, low], after)) = after.split_first_chunk::<2>()
                    && let (Some(high), Some(low)) = (hex(*high), hex(*low))
                {
                    decoded.push(high << 4 | low);
                    rest = after;
                } else {
                    decoded.push(b'%');
                }
            }
            byte => decoded.push(*byte),
        }
    }
    let mut encoded = Vec::with_capacity(text.len());
    encode(&decoded, false, &mut encoded);
    encoded
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Everything encoded but what RFC 3986 calls unreserved, and slashes if `keep_slash`.
fn encode(bytes: &[u8], keep_slash: bool, out: &mut Vec<u8>) {
    for byte in bytes {
        let plain = byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'.' | b'_' | b'~')
            || (keep_slash && *byte == b'/');
        if plain {
            out.push(*byte);
        } else {
            out.extend_from_slice(&[b'%', digit(byte >> 4), digit(byte & 0xf)]);
        }
    }
}

const fn digit(value: u8) -> u8 {
    match value {
        0..=9 => b'0' + value,
        _ => b'A' + value - 10,
    }
}

/// `name:value` lines, sorted, the values of one name joined by commas; and `name;name` in `signed`.
fn write_headers(headers: &HeaderMap, out: &mut Vec<u8>, signed: &mut String) {
    let mut lines: Vec<(&str, &[u8])> = Vec::with_capacity(headers.len());
    for (name, value) in headers {
        if is_signed(name.as_str()) {
            lines.push((name.as_str(), value.as_bytes()));
        }
    }
    // A stable sort: the values of one name keep their order.
    lines.sort_by_key(|(name, _)| *name);
    let mut previous = "";
    for (name, value) in lines {
        if name == previous {
            out.push(b',');
        } else {
            if !previous.is_empty() {
                out.push(b'\n');
                signed.push(';');
            }
            signed.push_str(name);
            out.extend_from_slice(name.as_bytes());
            out.push(b':');
            previous = name;
        }
        write_trimmed(value, out);
    }
    if !previous.is_empty() {
        out.push(b'\n');
    }
}

/// The value without spaces around it, and with one space where there are several.
fn write_trimmed(value: &[u8], out: &mut Vec<u8>) {
    let value = trim_spaces(value);
    let mut after_space = false;
    for byte in value {
        let space = *byte == b' ';
        if !(space && after_space) {
            out.push(*byte);
        }
        after_space = space;
    }
}

fn trim_spaces(mut value: &[u8]) -> &[u8] {
    while let [b' ', rest @ ..] | [rest @ .., b' '] = value {
        value = rest;
    }
    value
}

/// What proxies add, drop or rewrite is left out, and what only serves tracing.
pub(super) fn is_signed(name: &str) -> bool {
    !matches!(
        name,
        "accept"
            | "accept-encoding"
            | "amz-sdk-invocation-id"
            | "amz-sdk-request"
            | "authorization"
            | "baggage"
            | "connection"
            | "content-length"
            | "expect"
            | "te"
            | "traceparent"
            | "tracestate"
            | "trailer"
            | "transfer-encoding"
            | "upgrade"
            | "user-agent"
            | "x-amzn-trace-id"
    )
}
