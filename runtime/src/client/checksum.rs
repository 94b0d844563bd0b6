//! Checksums of request bodies (`@httpChecksumRequired`, `aws.protocols#httpChecksum`).

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use sha2::Digest;

use super::prepare::Body;
use super::{OperationMetadata, Refused};

/// Which checksum of its body a request must carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checksum {
    /// `Content-MD5`.
    Md5,
    /// `x-amz-checksum-…`, by the algorithm that the caller chooses, or CRC-32.
    Amz,
}

const CONTENT_MD5: HeaderName = HeaderName::from_static("content-md5");
const CRC32: HeaderName = HeaderName::from_static("x-amz-checksum-crc32");
const SHA256: HeaderName = HeaderName::from_static("x-amz-checksum-sha256");

/// Adds the checksum of `body` that the operation needs or the caller asks for, unless the caller has.
pub(super) fn add(
    operation: &OperationMetadata,
    headers: &mut HeaderMap,
    body: &Body,
) -> Result<(), Refused> {
    let algorithm = operation.checksum_algorithm.and_then(|header| headers.get(header));
    match (operation.checksum, algorithm.map(HeaderValue::as_bytes)) {
        (None, None) => Ok(()),
        (Some(Checksum::Md5), None) if headers.contains_key(CONTENT_MD5) => Ok(()),
        (Some(Checksum::Md5), None) => {
            let digest = md5::Md5::digest(bytes(body, CONTENT_MD5.as_str())?);
            insert(headers, CONTENT_MD5, &digest)
        }
        _ if headers.keys().any(is_checksum) => Ok(()),
        (_, None | Some(b"CRC32")) => {
            let digest = crc32(bytes(body, CRC32.as_str())?).to_be_bytes();
            insert(headers, CRC32, &digest)
        }
        (_, Some(b"SHA256")) => {
            let digest = sha2::Sha256::digest(bytes(body, SHA256.as_str())?);
            insert(headers, SHA256, &digest)
        }
        (_, Some(other)) => Err(Refused::new(format!(
            "the checksum algorithm `{}` is not supported: use CRC32 or SHA256, or set the header \
             `x-amz-checksum-…`",
            other.escape_ascii()
        ))),
    }
}

/// Whether a header is an `x-amz-checksum-…` of the body, and not one that says something of such.
fn is_checksum(name: &HeaderName) -> bool {
    let algorithm = name.as_str().strip_prefix("x-amz-checksum-");
    algorithm.is_some_and(|rest| !matches!(rest, "algorithm" | "mode" | "type"))
}

/// Whether a header says which bytes the body has.
#[cfg(feature = "gzip")]
pub(super) fn is_of_body(name: &HeaderName) -> bool {
    is_checksum(name)
        || matches!(
            name.as_str(),
            "content-md5" | "content-digest" | "digest" | "x-amz-content-sha256"
        )
}

fn bytes<'b>(body: &'b Body, header: &str) -> Result<&'b [u8], Refused> {
    match body {
        Body::Bytes(bytes) => Ok(bytes),
        Body::Stream(_) => Err(Refused::new(format!(
            "the operation needs a `{header}`, which a stream has only if the call sets that header"
        ))),
    }
}

fn insert(headers: &mut HeaderMap, name: HeaderName, digest: &[u8]) -> Result<(), Refused> {
    let value = HeaderValue::try_from(STANDARD.encode(digest));
    let value = value.map_err(|_| Refused::new(format!("no `{name}`")))?;
    headers.insert(name, value);
    Ok(())
}

/// CRC-32 as in gzip and zip: the polynomial 0x04C11DB7, reflected.
fn crc32(bytes: &[u8]) -> u32 {
    static TABLE: LazyLock<[u32; 256]> = LazyLock::new(|| {
        std::array::from_fn(|index| {
            (0..8).fold(u32::try_from(index).unwrap_or_default(), |crc, _| match crc & 1 {
                0 => crc >> 1,
                _ => 0xEDB8_8320 ^ (crc >> 1),
            })
        })
    });
    let table = &*TABLE;
    let crc = bytes.iter().fold(u32::MAX, |crc, byte| {
        let [lowest, ..] = crc.to_le_bytes();
        table.get(usize::from(byte ^ lowest)).copied().unwrap_or_default() ^ (crc >> 8)
    });
    !crc
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    #[test]
    fn checksums() {
        static MD5: OperationMetadata = OperationMetadata::new("A", "POST", "/").checksum_md5();
        static AMZ: OperationMetadata = OperationMetadata::new("A", "POST", "/")
            .checksum_amz()
            .checksum_algorithm("X-Algorithm");
        static OFFERED: OperationMetadata =
            OperationMetadata::new("A", "POST", "/").checksum_algorithm("x-amz-checksum-algorithm");
        let check = |operation: &OperationMetadata,
                     sent: &[(&'static str, &'static str)],
                     expected: Result<(&str, &str), &str>| {
            let mut headers: HeaderMap = sent
                .iter()
                .map(|(name, value)| {
                    (HeaderName::from_static(name), HeaderValue::from_static(value))
                })
                .collect();
            let body = Body::Bytes(Bytes::from_static(b"123456789"));
            let added = add(operation, &mut headers, &body);
            match expected {
                Ok((name, value)) => {
                    added.unwrap();
                    assert_eq!(headers.get(name).unwrap(), value);
                    assert_eq!(
                        headers.len(),
                        1 + sent.iter().filter(|sent| sent.0 != name).count()
                    );
                }
                Err(message) => assert!(added.unwrap_err().message().contains(message)),
            }
        };
        // The check values of the algorithms' own definitions, in base64.
        check(&MD5, &[], Ok(("content-md5", "JfnnlDI7RTiF9RgfG2JNCw==")));
        check(&MD5, &[("content-md5", "mine")], Ok(("content-md5", "mine")));
        check(&AMZ, &[], Ok(("x-amz-checksum-crc32", "y/Q5Jg==")));
        let algorithm = |name| [("x-algorithm", name)];
        check(&AMZ, &algorithm("CRC32"), Ok(("x-amz-checksum-crc32", "y/Q5Jg==")));
        check(
            &AMZ,
            &algorithm("SHA256"),
            Ok(("x-amz-checksum-sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=")),
        );
        check(&AMZ, &algorithm("CRC32C"), Err("`CRC32C` is not supported"));
        let own = [("x-amz-checksum-sha1", "mine")];
        check(&AMZ, &own, Ok(("x-amz-checksum-sha1", "mine")));
        // What says something of checksums is none.
        let told = [("x-amz-checksum-type", "FULL_OBJECT"), ("x-amz-checksum-mode", "ENABLED")];
        check(&AMZ, &told, Ok(("x-amz-checksum-crc32", "y/Q5Jg==")));
        // Not needed, but asked for.
        let asked = [("x-amz-checksum-algorithm", "CRC32")];
        check(&OFFERED, &asked, Ok(("x-amz-checksum-crc32", "y/Q5Jg==")));
        let mut none = HeaderMap::new();
        add(&OFFERED, &mut none, &Body::Bytes(Bytes::new())).unwrap();
        assert!(none.is_empty());
        let stream = Body::Stream(Some(crate::ByteStream::default()));
        let refused = add(&AMZ, &mut HeaderMap::new(), &stream).unwrap_err();
        assert!(refused.message().contains("`x-amz-checksum-crc32`, which a stream has only if"));
    }
}
