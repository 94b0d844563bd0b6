//! ZIP archives to send.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// An archive of one file, stored (APPNOTE.TXT 4.3.6).
pub(crate) fn archive(name: &str, text: &str) -> Vec<u8> {
    let mut entry = Vec::new();
    // Version 1.0, no flags, stored, 1980-01-01.
    for number in [10_u16, 0, 0, 0, 0x21] {
        entry.extend_from_slice(&number.to_le_bytes());
    }
    for number in [crc32(text.as_bytes()), length(text), length(text), length(name)] {
        entry.extend_from_slice(&number.to_le_bytes());
    }
    let mut bytes = [b"PK\x03\x04".as_slice(), &entry, name.as_bytes(), text.as_bytes()].concat();
    let directory = bytes.len();
    bytes.extend_from_slice(b"PK\x01\x02\x0a\0");
    bytes.extend_from_slice(&entry);
    // No comment, attributes or further disks; the entry is at 0.
    bytes.extend_from_slice(&[0; 14]);
    bytes.extend_from_slice(name.as_bytes());
    let size = bytes.len() - directory;
    bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    for number in [size, directory] {
        bytes.extend_from_slice(&u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
    }
    bytes.extend_from_slice(&[0; 2]);
    bytes
}

/// The digest of an archive, as Lambda tells it.
pub(crate) fn sha256(archive: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(archive))
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_value() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
