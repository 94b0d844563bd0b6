//! The date of a signature: `20150830T123600Z`.

use std::time::{SystemTime, UNIX_EPOCH};

/// A second in UTC, in the basic format of ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AmzDate {
    /// Days since 1970-01-01: what a signing key is good for.
    pub(super) day: u64,
    text: [u8; 16],
}

impl AmzDate {
    /// The second that `time` lies in; anything before 1970 counts as its beginning, anything
    /// after 9999 as its end.
    pub(super) fn new(time: SystemTime) -> Self {
        let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let seconds = seconds.min(253_402_300_799);
        let (day, second) = (seconds / 86_400, seconds % 86_400);
        let (year, month, day_of_month) = civil(day);
        let mut text = *b"00000000T000000Z";
        let fields = [
            (0, year / 100),
            (2, year % 100),
            (4, month),
            (6, day_of_month),
            (9, second / 3600),
            (11, second / 60 % 60),
            (13, second % 60),
        ];
        for (at, value) in fields {
            if let Some([tens, ones]) = text.get_mut(at..at + 2) {
                *tens = digit(value / 10);
                *ones = digit(value % 10);
            }
        }
        Self { day, text }
    }

    /// `20150830T123600Z`.
    pub(super) fn second(&self) -> &str {
        str::from_utf8(&self.text).unwrap_or_default()
    }

    /// `20150830`.
    pub(super) fn date(&self) -> &str {
        self.second().get(..8).unwrap_or_default()
    }
}

fn digit(value: u64) -> u8 {
    b'0' + u8::try_from(value % 10).unwrap_or_default()
}

/// Year, month and day of a day since 1970-01-01 (Hinnant's `civil_from_days`, for days after
/// 1970).
fn civil(day: u64) -> (u64, u64, u64) {
    let shifted = day + 719_468;
    let era = shifted / 146_097;
    let of_era = shifted % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day_of_month = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year, month, day_of_month)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn dates() {
        for (seconds, expected) in [
            (0, "19700101T000000Z"),
            (951_782_399, "20000228T235959Z"),
            (951_782_400, "20000229T000000Z"),
            (1_440_938_160, "20150830T123600Z"),
            (4_107_542_400, "21000301T000000Z"),
            (253_402_300_799, "99991231T235959Z"),
            (253_402_300_800, "99991231T235959Z"),
        ] {
            let date = AmzDate::new(UNIX_EPOCH + Duration::from_secs(seconds));
            assert_eq!(date.second(), expected);
            assert_eq!(Some(date.date()), expected.get(..8));
        }
        assert_eq!(AmzDate::new(UNIX_EPOCH - Duration::from_secs(1)).second(), "19700101T000000Z");
    }
}
