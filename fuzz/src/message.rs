//! HTTP messages as text, so that seeds can be read: a first line, headers, an empty line, a body.

use http::{HeaderMap, HeaderName, HeaderValue};

/// A message taken apart. Nothing is refused that `http` would have, so that all of it reaches the code under test.
pub struct Message<'m> {
    /// The words of the first line.
    pub first: Vec<&'m [u8]>,
    /// The headers that can be headers.
    pub headers: HeaderMap,
    /// What is behind the empty line.
    pub body: &'m [u8],
}

impl<'m> Message<'m> {
    /// Takes `bytes` apart. Lines end with `\n`, with or without `\r` before it.
    pub fn parse(bytes: &'m [u8]) -> Self {
        let mut rest = bytes;
        let first = line(&mut rest).split(|byte| *byte == b' ').collect();
        let mut headers = HeaderMap::new();
        while !rest.is_empty() {
            let header = line(&mut rest);
            if header.is_empty() {
                break;
            }
            let Some(colon) = header.iter().position(|byte| *byte == b':') else { continue };
            let (name, value) = header.split_at(colon);
            let value = value[1..].trim_ascii();
            if let (Ok(name), Ok(value)) =
                (HeaderName::from_bytes(name), HeaderValue::from_bytes(value))
            {
                headers.append(name, value);
            }
        }
        Self { first, headers, body: rest }
    }
}

/// Takes a line off, without its end.
fn line<'m>(rest: &mut &'m [u8]) -> &'m [u8] {
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let line = &rest[..end];
    *rest = rest.get(end + 1..).unwrap_or_default();
    line.strip_suffix(b"\r").unwrap_or(line)
}
