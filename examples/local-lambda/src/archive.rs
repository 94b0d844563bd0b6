//! The ZIP archives that code and layers come in.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use lambda_server::Fault;
use sha2::{Digest, Sha256};

use crate::refusal::Refusal;

/// An archive must be smaller than this, in bytes.
const LARGEST_PACKED: usize = 52_428_800;
/// Its contents must be smaller than this, in bytes; so must those of a function and its layers together.
pub(crate) const LARGEST_UNPACKED: u64 = 262_144_000;

/// An archive that somebody has sent.
#[derive(Debug)]
pub(crate) struct Archive {
    pub(crate) bytes: Bytes,
    /// The digest in base64, as the API tells it.
    pub(crate) sha256: String,
    /// How many bytes its entries have, by the archive's own account.
    pub(crate) unpacked: u64,
    key: String,
}

impl Archive {
    /// Takes an archive in, if it can be one and is not too large.
    pub(crate) fn open(bytes: impl Into<Bytes>) -> Result<Arc<Self>, Refusal> {
        let bytes = bytes.into();
        if bytes.len() >= LARGEST_PACKED {
            let message = format!("Zipped size must be smaller than {LARGEST_PACKED} bytes");
            return Err(Refusal::Unmodelled(Fault::new(
                413,
                "RequestEntityTooLargeException",
                message,
            )));
        }
        let Some(entries) = entry_sizes(&bytes) else {
            return Err(Refusal::invalid(
                "Could not unzip uploaded file. Please check your file, then try to upload again.",
            ));
        };
        if entries.is_empty() {
            return Err(Refusal::invalid("Uploaded file must be a non-empty zip"));
        }
        let unpacked = entries.iter().sum();
        if unpacked >= LARGEST_UNPACKED {
            return Err(Refusal::invalid(format!(
                "Unzipped size must be smaller than {LARGEST_UNPACKED} bytes"
            )));
        }
        let digest = Sha256::digest(&bytes);
        let sha256 = BASE64_STANDARD.encode(digest);
        let key = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Arc::new(Self { bytes, sha256, unpacked, key }))
    }

    /// Its size, as the API tells it.
    pub(crate) fn size(&self) -> i64 {
        i64::try_from(self.bytes.len()).unwrap_or(i64::MAX)
    }
}

/// The archives that are in use, for those who have a link to one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Archives(Arc<Mutex<BTreeMap<String, Weak<Archive>>>>);

impl Archives {
    /// The path of a link that works for as long as the archive is in use.
    pub(crate) fn path(&self, archive: &Arc<Archive>) -> String {
        let mut archives = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !archives.contains_key(&archive.key) {
            archives.retain(|_, archive| archive.strong_count() > 0);
        }
        archives.insert(archive.key.clone(), Arc::downgrade(archive));
        format!("{PATH}{}", archive.key)
    }

    /// The archive that a path leads to. The path may be anything.
    pub(crate) fn find(&self, path: &str) -> Option<Arc<Archive>> {
        let key = path.strip_prefix(PATH)?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key)?.upgrade()
    }
}

/// What the paths of archives begin with.
pub(crate) const PATH: &str = "/archives/";

/// The size of every entry by the central directory (APPNOTE.TXT 4.3.12 and 4.3.16); nothing if `bytes` is no archive.
fn entry_sizes(bytes: &[u8]) -> Option<Vec<u64>> {
    const END: usize = 22;
    const LONGEST_COMMENT: usize = 65_535;
    let tail = bytes.len().saturating_sub(END + LONGEST_COMMENT);
    let end = bytes.get(tail..)?.windows(4).rposition(|window| window == b"PK\x05\x06")? + tail;
    let length = usize::try_from(number(bytes, end + 12, 4)?).ok()?;
    let mut directory = bytes.get(end.checked_sub(length)?..end)?;
    bytes.get(end..end + END)?;
    let mut sizes = Vec::new();
    while !directory.is_empty() {
        if !directory.starts_with(b"PK\x01\x02") {
            return None;
        }
        sizes.push(number(directory, 24, 4)?);
        let mut header = 46;
        for variable in [28, 30, 32] {
            header += usize::try_from(number(directory, variable, 2)?).ok()?;
        }
        directory = directory.get(header..)?;
    }
    Some(sizes)
}

/// A number of `length` bytes, the lowest first.
fn number(bytes: &[u8], start: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(start..start + length)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An archive of empty files that says of each that it has so many bytes.
    pub(crate) fn archive(sizes: &[u32]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for size in sizes {
            bytes.extend_from_slice(b"PK\x01\x02");
            bytes.extend_from_slice(&[0; 20]);
            bytes.extend_from_slice(&size.to_le_bytes());
            // A name of one byte, an extra field of two.
            bytes.extend_from_slice(&[1, 0, 2, 0, 0, 0]);
            bytes.extend_from_slice(&[0; 12]);
            bytes.extend_from_slice(b"a\0\0");
        }
        let length = u32::try_from(bytes.len()).expect("a small directory");
        bytes.extend_from_slice(b"PK\x05\x06");
        bytes.extend_from_slice(&[0; 8]);
        bytes.extend_from_slice(&length.to_le_bytes());
        bytes.extend_from_slice(&[0; 6]);
        bytes
    }

    #[test]
    fn sizes() {
        assert_eq!(entry_sizes(&archive(&[])), Some(vec![]));
        assert_eq!(entry_sizes(&archive(&[7, 300])), Some(vec![7, 300]));
        let commented = [archive(&[7]).as_slice(), b"comment"].concat();
        assert_eq!(entry_sizes(&commented), Some(vec![7]));
    }

    #[test]
    fn no_archives() {
        let whole = archive(&[7, 300]);
        for end in 0..whole.len() {
            assert_eq!(entry_sizes(&whole[..end]), None, "cut at {end}");
        }
        assert_eq!(entry_sizes(b"this is no archive"), None);
        assert_eq!(entry_sizes(&[b"PK\x05\x06".as_slice(), &[0xff; 18]].concat()), None);
    }

    #[test]
    fn refused() {
        let check = |bytes: Vec<u8>, expected: &str| {
            let refusal = Archive::open(bytes).expect_err(expected);
            assert!(format!("{refusal:?}").contains(expected), "{refusal:?}");
        };
        check(archive(&[]), "non-empty zip");
        check(b"no archive".to_vec(), "Could not unzip");
        check(archive(&[262_143_999, 1]), "Unzipped size must be smaller than 262144000 bytes");
        check(vec![0; LARGEST_PACKED], "Zipped size must be smaller");
        let archive = Archive::open(archive(&[262_143_999])).expect("just small enough");
        assert_eq!(archive.unpacked, 262_143_999);
    }

    #[test]
    fn links_end_with_the_archive() {
        let archives = Archives::default();
        let archive = Archive::open(archive(&[1])).expect("an archive");
        let path = archives.path(&archive);
        assert_eq!(
            archives.find(&path).map(|found| found.sha256.clone()),
            Some(archive.sha256.clone())
        );
        assert!(archives.find("/archives/unknown").is_none());
        drop(archive);
        assert!(archives.find(&path).is_none());
    }
}
