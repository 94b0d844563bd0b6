//! Percent-encoding (RFC 3986).

use std::borrow::Cow;

const HEX: [char; 16] =
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];

/// Appends `text`, with everything encoded but `A-Z a-z 0-9 - . _ ~`, and `/` if `keep_slash`.
pub fn encode_percent(text: &str, keep_slash: bool, out: &mut String) {
    let mut rest = text;
    loop {
        let plain = rest.bytes().position(|byte| !is_plain(byte, keep_slash));
        let Some((plain, from)) = rest.split_at_checked(plain.unwrap_or(rest.len())) else {
            return;
        };
        out.push_str(plain);
        let Some(special) = from.chars().next() else { return };
        let mut buffer = [0; 4];
        for byte in special.encode_utf8(&mut buffer).bytes() {
            out.push('%');
            out.extend(HEX.get(usize::from(byte >> 4)));
            out.extend(HEX.get(usize::from(byte & 0xf)));
        }
        rest = from.get(special.len_utf8()..).unwrap_or_default();
    }
}

const fn is_plain(byte: u8, keep_slash: bool) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'-' | b'.' | b'_' | b'~')
        || (keep_slash && byte == b'/')
}

/// The text that `text` encodes. Nothing if an escape is broken, or what comes out is not UTF-8.
pub fn decode_percent(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'%' {
            bytes.push(*byte);
            continue;
        }
        let ([high, low], after) = rest.split_first_chunk::<2>()?;
        bytes.push(hex(*high)? << 4 | hex(*low)?);
        rest = after;
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// The parameters of a query string, decoded, in order. `k` and `k=` both say that `k` is empty; `+` is a space, as
/// forms write it. Nothing in place of a name or value that does not decode.
pub fn query_pairs(query: &str) -> impl Iterator<Item = Option<(Cow<'_, str>, Cow<'_, str>)>> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decode_form(name)?, decode_form(value)?))
    })
}

fn decode_form(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('+') {
        return decode_percent(text);
    }
    decode_percent(&text.replace('+', " ")).map(|text| Cow::Owned(text.into_owned()))
}
