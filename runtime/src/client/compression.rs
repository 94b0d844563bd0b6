//! Compressing a request's body (`@requestCompression`).

use http::header::{CONTENT_ENCODING, HeaderMap, HeaderValue};

use super::prepare::Body;
use super::{Config, OperationMetadata, Refused};
use crate::gzip::{compressed, compressed_stream};

/// Compresses the body where the operation takes it so and it is long enough. One that is streamed is compressed whatever
/// its length, unless the service must be told that length.
pub(super) fn compress(
    config: &Config,
    operation: &OperationMetadata,
    headers: &mut HeaderMap,
    body: Body,
) -> Result<Body, Refused> {
    // A compressed length would not be the one that the service wants to be told.
    if !operation.gzip || !config.request_compression || operation.requires_length {
        return Ok(body);
    }
    let least = if operation.streaming_input { 1 } else { config.min_compression_size.max(1) };
    let body = match body {
        Body::Bytes(bytes) if bytes.len() < least => return Ok(Body::Bytes(bytes)),
        Body::Bytes(bytes) => Body::Bytes(
            compressed(&bytes)
                .map_err(|error| Refused::new(format!("the body cannot be compressed: {error}")))?,
        ),
        Body::Stream(stream) => Body::Stream(stream.map(compressed_stream)),
    };
    // What the caller has said of its own encodings comes first: it was there first.
    let before: Vec<&[u8]> =
        headers.get_all(CONTENT_ENCODING).iter().map(HeaderValue::as_bytes).collect();
    let mut value = before.join(&b", "[..]);
    if !value.is_empty() {
        value.extend_from_slice(b", ");
    }
    value.extend_from_slice(b"gzip");
    if let Ok(value) = HeaderValue::from_bytes(&value) {
        headers.insert(CONTENT_ENCODING, value);
    }
    Ok(body)
}
