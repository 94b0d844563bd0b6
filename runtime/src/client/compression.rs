//! Compressing a request's body (`@requestCompression`).

use http::header::{CONTENT_ENCODING, HeaderMap, HeaderValue};

use super::checksum;
use super::prepare::Body;
use super::{Config, OperationMetadata, Refused};
use crate::gzip::{compressed, compressed_stream};

/// Compresses the body where the operation takes it so and it is long enough, and the caller has no checksum of it. One
/// that is streamed is compressed whatever its length, unless the service must be told that length.
pub(super) fn compress(
    config: &Config,
    operation: &OperationMetadata,
    headers: &mut HeaderMap,
    body: Body,
) -> Result<Body, Refused> {
    // A compressed length would not be the one that the service wants to be told, and what the caller says of the body's
    // bytes would not be true of others.
    if !operation.gzip
        || !config.request_compression
        || operation.requires_length
        || headers.keys().any(checksum::is_of_body)
    {
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

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::HeaderName;

    use super::*;

    #[test]
    fn what_the_caller_has_a_checksum_of_stays_as_it_is() {
        static TAKES_GZIP: OperationMetadata = OperationMetadata::new("A", "POST", "/").gzip();
        let check = |name, compresses| {
            let mut headers = HeaderMap::new();
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static("mine"));
            let body = Body::Bytes(Bytes::from(vec![b'x'; 20_000]));
            let body = compress(&Config::new(), &TAKES_GZIP, &mut headers, body).unwrap();
            let Body::Bytes(bytes) = body else { panic!("it is no stream") };
            assert_eq!(bytes.len() < 20_000, compresses, "{name}");
            assert_eq!(headers.contains_key(CONTENT_ENCODING), compresses, "{name}");
        };
        check("x-other", true);
        check("x-amz-checksum-type", true);
        check("content-md5", false);
        check("content-digest", false);
        check("x-amz-content-sha256", false);
        check("x-amz-checksum-crc32", false);
    }
}
