//! Randomness for jitter and for names of requests: not for secrets.

use std::hash::{BuildHasher, RandomState};

/// 64 random bits. The standard library seeds each thread's hash keys from the system and never
/// uses one twice; a keyed hash of anything is as random as its key.
pub(super) fn bits() -> u64 {
    RandomState::new().hash_one(0_u8)
}

/// A number from 0 to 1.
pub(super) fn fraction() -> f64 {
    let numerator = u32::try_from(bits() >> 32).unwrap_or_default();
    f64::from(numerator) / f64::from(u32::MAX)
}

/// A UUID of version 4 (RFC 9562).
pub(super) fn uuid() -> String {
    let keys = RandomState::new();
    let (high, low) = (keys.hash_one(0_u8), keys.hash_one(1_u8));
    let bits = u128::from(high) << 64 | u128::from(low);
    let version = 0xf << 76;
    let variant = 0x3 << 62;
    let bits = bits & !(version | variant) | (0x4 << 76) | (0x2 << 62);
    let mut text = String::with_capacity(36);
    for position in 0..32 {
        if matches!(position, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        let digit = u32::try_from(bits >> (124 - 4 * position) & 0xf).unwrap_or_default();
        text.extend(char::from_digit(digit, 16));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn uuids_are_of_version_4_and_differ() {
        let mut seen = BTreeSet::new();
        for _ in 0..1000 {
            let uuid = uuid();
            assert_eq!(uuid.len(), 36);
            for position in [8, 13, 18, 23] {
                assert_eq!(uuid.as_bytes()[position], b'-', "{uuid}");
            }
            assert_eq!(uuid.as_bytes()[14], b'4', "{uuid}");
            assert!(b"89ab".contains(&uuid.as_bytes()[19]), "{uuid}");
            assert!(seen.insert(uuid));
        }
    }

    #[test]
    fn fractions_spread_over_the_unit() {
        let sum: f64 = (0..10_000).map(|_| fraction()).sum();
        assert!((4_700.0..5_300.0).contains(&sum), "{sum}");
    }
}
