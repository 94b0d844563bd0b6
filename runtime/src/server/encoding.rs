//! What a request's `Content-Encoding` asks for.

use http::header::CONTENT_ENCODING;
use http::{HeaderMap, HeaderValue, StatusCode};

use super::rejection::Rejection;
use super::{InputBody, OperationMetadata};
use crate::protocol;
use crate::value::ByteStream;

/// How a body is got out of its encoding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// It is in none, or in one that is the handler's business.
    #[default]
    Identity,
    /// It is in gzip.
    #[cfg(feature = "gzip")]
    Gzip,
}

impl Encoding {
    /// Takes off the headers what is undone here. An encoding that the body cannot be got out of is refused where the
    /// body must be read here, and the model does not bind the header.
    pub(crate) fn take(
        headers: &mut HeaderMap,
        operation: &OperationMetadata,
    ) -> Result<Self, Rejection> {
        if !headers.contains_key(CONTENT_ENCODING) {
            return Ok(Self::Identity);
        }
        Self::negotiate(headers, operation)
    }

    #[cold]
    fn negotiate(
        headers: &mut HeaderMap,
        operation: &OperationMetadata,
    ) -> Result<Self, Rejection> {
        let values = headers.get_all(CONTENT_ENCODING).iter();
        let all: Vec<&[u8]> = values.map(HeaderValue::as_bytes).collect();
        let all = String::from_utf8_lossy(&all.join(&b","[..])).into_owned();
        let mut encodings: Vec<&str> = all.split(',').map(str::trim).collect();
        encodings
            .retain(|encoding| !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity"));
        let is_gzip = operation.gzip
            && encodings.last().is_some_and(|last| {
                last.eq_ignore_ascii_case("gzip") || last.eq_ignore_ascii_case("x-gzip")
            });
        if is_gzip {
            encodings.pop();
            match HeaderValue::from_str(&encodings.join(", ")) {
                Ok(rest) if !encodings.is_empty() => headers.insert(CONTENT_ENCODING, rest),
                _ => headers.remove(CONTENT_ENCODING),
            };
        }
        let is_read_here = match operation.input {
            InputBody::Structure | InputBody::Payload | InputBody::Text => true,
            InputBody::Blob | InputBody::Stream => operation.gzip,
            InputBody::None => false,
        };
        match encodings.last() {
            Some(unknown) if is_read_here && !operation.binds_content_encoding => {
                Err(refusal(unknown, operation))
            }
            #[cfg(feature = "gzip")]
            _ if is_gzip => Ok(Self::Gzip),
            _ => Ok(Self::Identity),
        }
    }

    /// The body as it was before it was encoded.
    pub(crate) fn undo(self, body: ByteStream) -> ByteStream {
        match self {
            Self::Identity => body,
            #[cfg(feature = "gzip")]
            Self::Gzip => crate::gzip::decompressed(body),
        }
    }
}

fn refusal(unknown: &str, operation: &OperationMetadata) -> Rejection {
    let taken = if operation.gzip { "gzip, or none" } else { "none" };
    let rejection = protocol::Rejection::Other {
        status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
        code: "UnsupportedMediaTypeException".to_owned(),
        message: format!(
            "The content encoding `{}` is not supported: use {taken}.",
            unknown.escape_debug()
        ),
    };
    rejection.into()
}
