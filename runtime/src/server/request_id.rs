//! Identifiers for requests: random-looking UUIDs without a source of randomness per request.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// A request's identifier, in the form of a version 4 UUID.
///
/// It is a counter, hashed with keys that are drawn once a process: unique, and not to be guessed from another one.
/// It is not a secret.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct RequestId([u8; 36]);

impl RequestId {
    pub(crate) fn generate() -> Self {
        static KEYS: LazyLock<(RandomState, RandomState)> =
            LazyLock::new(|| (RandomState::new(), RandomState::new()));
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // Two calls of `RandomState::new` may share a key, so the halves also hash different values.
        let high = KEYS.0.hash_one((number, true));
        let low = KEYS.1.hash_one((number, false));
        Self::from_bits((u128::from(high) << 64) | u128::from(low))
    }

    fn from_bits(bits: u128) -> Self {
        const VERSION: u128 = 0xf << 76;
        const VARIANT: u128 = 0x3 << 62;
        let bits = bits & !VERSION & !VARIANT | 0x4 << 76 | 0x2 << 62;
        let mut text = [b'-'; 36];
        let places =
            text.iter_mut().enumerate().filter(|(index, _)| !matches!(index, 8 | 13 | 18 | 23));
        for (digit, (_, place)) in places.enumerate() {
            let nibble = (bits >> (124 - 4 * digit)) & 0xf;
            *place = b"0123456789abcdef".get(nibble as usize).copied().unwrap_or(b'0');
        }
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn they_look_like_uuids() {
        let id = RequestId::from_bits(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        assert_eq!(id.as_str(), "01234567-89ab-4def-8123-456789abcdef");
        assert_eq!(
            RequestId::from_bits(u128::MAX).as_str(),
            "ffffffff-ffff-4fff-bfff-ffffffffffff"
        );
    }

    #[test]
    fn they_differ() {
        let ids: HashSet<_> =
            (0..10_000).map(|_| RequestId::generate().as_str().to_owned()).collect();
        assert_eq!(ids.len(), 10_000);
    }
}
