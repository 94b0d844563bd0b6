//! Points in time, and the ways in which a protocol writes them.

use std::error::Error;
use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use super::big::NumberText;
use super::civil::{Civil, DAY, MONTHS, WEEKDAYS, days_from_civil, write_digits};

/// A point in time, to the nanosecond, in the years 0001 to 9999. The default is 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    seconds: i64,
    nanos: u32,
}

/// How a timestamp is written (Smithy 2.0, `timestampFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimestampFormat {
    /// RFC 3339 in UTC: `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// RFC 9110: `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
    /// Seconds since 1970, with a fraction if need be: `1515531081.123`.
    EpochSeconds,
    /// A day, RFC 3339's `full-date`: `1985-04-12`. Read as its first moment in UTC. OpenAPI's `format: date`.
    Date,
}

/// A text that is not a timestamp of the format it was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseTimestampError {
    format: TimestampFormat,
}

/// 0001-01-01T00:00:00Z.
const FIRST: i64 = -62_135_596_800;
/// 9999-12-31T23:59:59Z.
const LAST: i64 = 253_402_300_799;
const NANOS: u32 = 1_000_000_000;

impl Timestamp {
    /// 0001-01-01T00:00:00Z.
    pub const MIN: Self = Self { seconds: FIRST, nanos: 0 };
    /// The last nanosecond of the year 9999.
    pub const MAX: Self = Self { seconds: LAST, nanos: NANOS - 1 };

    /// The time `nanos` nanoseconds after `seconds` seconds after 1970-01-01T00:00:00Z. Nothing if `nanos` makes a
    /// second or more, or the year is not within 0001 to 9999.
    pub const fn new(seconds: i64, nanos: u32) -> Option<Self> {
        if seconds < FIRST || seconds > LAST || nanos >= NANOS {
            return None;
        }
        Some(Self { seconds, nanos })
    }

    /// The time that many seconds after 1970-01-01T00:00:00Z; [`MIN`](Self::MIN) or [`MAX`](Self::MAX) if that is
    /// beyond them.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        if seconds < FIRST {
            Self::MIN
        } else if seconds > LAST {
            Self::MAX
        } else {
            Self { seconds, nanos: 0 }
        }
    }

    /// Now, by the system's clock.
    pub fn now() -> Self {
        Self::from(SystemTime::now())
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    pub const fn unix_seconds(&self) -> i64 {
        self.seconds
    }

    /// Nanoseconds since the last whole second.
    pub const fn subsec_nanos(&self) -> u32 {
        self.nanos
    }

    /// The text of this time. `http-date` has no room for a fraction of a second, `date` none for the time of day.
    pub fn format(&self, format: TimestampFormat) -> String {
        let mut text = Vec::with_capacity(32);
        self.write(format, &mut text);
        String::from_utf8(text).unwrap_or_default()
    }

    /// The time that `text` says. Offsets from UTC and fractions in an `http-date` are understood.
    ///
    /// # Errors
    /// If `text` is not of this format, or the year is not within 0001 to 9999.
    pub fn parse(text: &str, format: TimestampFormat) -> Result<Self, ParseTimestampError> {
        Self::read(text, format, Leniency::All).ok_or(ParseTimestampError { format })
    }

    /// As [`parse`](Self::parse), but as narrowly as Smithy wants it of a server: UTC only, no fraction in an
    /// `http-date`.
    ///
    /// # Errors
    /// If `text` is not of this format, or the year is not within 0001 to 9999.
    pub fn parse_strict(text: &str, format: TimestampFormat) -> Result<Self, ParseTimestampError> {
        Self::read(text, format, Leniency::None).ok_or(ParseTimestampError { format })
    }

    pub(crate) fn write(&self, format: TimestampFormat, out: &mut Vec<u8>) {
        match format {
            TimestampFormat::EpochSeconds => self.write_epoch_seconds(out),
            TimestampFormat::DateTime => {
                let civil = Civil::of(self.seconds);
                civil.write_date(out);
                out.push(b'T');
                civil.write_time(out);
                write_fraction(self.nanos, out);
                out.push(b'Z');
            }
            TimestampFormat::Date => Civil::of(self.seconds).write_date(out),
            TimestampFormat::HttpDate => {
                let civil = Civil::of(self.seconds);
                out.extend_from_slice(civil.weekday().as_bytes());
                out.extend_from_slice(b", ");
                write_digits(civil.day, 2, out);
                out.push(b' ');
                out.extend_from_slice(civil.month_name().as_bytes());
                out.push(b' ');
                write_digits(civil.year, 4, out);
                out.push(b' ');
                civil.write_time(out);
                out.extend_from_slice(b" GMT");
            }
        }
    }

    fn write_epoch_seconds(&self, out: &mut Vec<u8>) {
        let (mut seconds, mut nanos) = (self.seconds, self.nanos);
        if seconds < 0 && nanos > 0 {
            // Held as a floor and what is above it; written as a sign and what is below it.
            seconds += 1;
            nanos = NANOS - nanos;
            if seconds == 0 {
                out.push(b'-');
            }
        }
        out.extend_from_slice(itoa::Buffer::new().format(seconds).as_bytes());
        write_fraction(nanos, out);
    }

    fn read(text: &str, format: TimestampFormat, leniency: Leniency) -> Option<Self> {
        match format {
            TimestampFormat::EpochSeconds => Self::from_number(&NumberText::parse(text)?),
            TimestampFormat::DateTime => read_date_time(text.as_bytes(), leniency),
            TimestampFormat::HttpDate => read_http_date(text.as_bytes(), leniency),
            TimestampFormat::Date => {
                let mut scan = Scan(text.as_bytes());
                let days = scan.date()?;
                scan.end()?;
                Self::new(days * DAY, 0)
            }
        }
    }

    /// The time that many seconds after 1970. Digits beyond the ninth after the point are dropped.
    pub(crate) fn from_number(number: &NumberText<'_>) -> Option<Self> {
        let shifted;
        let (integer, fraction) = if number.exponent.is_empty() {
            (number.integer, number.fraction)
        } else {
            shifted = number.shifted()?;
            (shifted.0.as_str(), shifted.1.as_str())
        };
        let seconds: i64 = integer.parse().ok()?;
        let mut nanos: u32 = 0;
        let mut digits = fraction.bytes();
        for _ in 0..9 {
            let digit = digits.next().map_or(0, |digit| u32::from(digit - b'0'));
            nanos = nanos * 10 + digit;
        }
        match (number.negative, nanos) {
            (false, _) => Self::new(seconds, nanos),
            (true, 0) => Self::new(-seconds, 0),
            (true, _) => Self::new(-seconds - 1, NANOS - nanos),
        }
    }
}

/// What a reader puts up with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leniency {
    None,
    All,
}

fn read_date_time(text: &[u8], leniency: Leniency) -> Option<Timestamp> {
    let mut scan = Scan(text);
    let days = scan.date()?;
    match scan.next()? {
        b'T' => {}
        b't' | b' ' if leniency == Leniency::All => {}
        _ => return None,
    }
    let time = scan.time()?;
    let nanos = scan.fraction()?;
    let offset = match scan.next()? {
        b'Z' => 0,
        b'z' if leniency == Leniency::All => 0,
        sign @ (b'+' | b'-') if leniency == Leniency::All => {
            let hours = scan.digits(2)?;
            scan.literal(b":")?;
            let minutes = scan.digits(2)?;
            if hours > 23 || minutes > 59 {
                return None;
            }
            let offset = hours * 3600 + minutes * 60;
            if sign == b'+' { offset } else { -offset }
        }
        _ => return None,
    };
    scan.end()?;
    Timestamp::new(days * DAY + time - offset, nanos)
}

fn read_http_date(text: &[u8], leniency: Leniency) -> Option<Timestamp> {
    let mut scan = Scan(text);
    // The weekday says nothing new, so a wrong one harms nobody; it must be one, though.
    scan.name(&WEEKDAYS)?;
    scan.literal(b", ")?;
    let day = scan.digits(2)?;
    scan.literal(b" ")?;
    let month = scan.name(&MONTHS)? + 1;
    scan.literal(b" ")?;
    let year = scan.digits(4)?;
    let days = days_from_civil(year, month, day)?;
    scan.literal(b" ")?;
    let time = scan.time()?;
    let nanos = if leniency == Leniency::All { scan.fraction()? } else { 0 };
    scan.literal(b" GMT")?;
    scan.end()?;
    Timestamp::new(days * DAY + time, nanos)
}

/// What is left of a text being read.
struct Scan<'t>(&'t [u8]);

impl Scan<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn literal(&mut self, expected: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(())
    }

    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let mut value = 0;
        for digit in digits {
            if !digit.is_ascii_digit() {
                return None;
            }
            value = value * 10 + i64::from(digit - b'0');
        }
        self.0 = rest;
        Some(value)
    }

    fn name(&mut self, names: &[&str]) -> Option<i64> {
        let (name, rest) = self.0.split_at_checked(3)?;
        let index = names.iter().position(|known| known.as_bytes() == name)?;
        self.0 = rest;
        i64::try_from(index).ok()
    }

    /// `YYYY-MM-DD`, as days since 1970-01-01.
    fn date(&mut self) -> Option<i64> {
        let year = self.digits(4)?;
        self.literal(b"-")?;
        let month = self.digits(2)?;
        self.literal(b"-")?;
        let day = self.digits(2)?;
        days_from_civil(year, month, day)
    }

    /// `HH:MM:SS`, as seconds since midnight. A leap second is read as the second after it.
    fn time(&mut self) -> Option<i64> {
        let hour = self.digits(2)?;
        self.literal(b":")?;
        let minute = self.digits(2)?;
        self.literal(b":")?;
        let second = self.digits(2)?;
        let leap = second == 60 && minute == 59;
        if hour > 23 || minute > 59 || (second > 59 && !leap) {
            return None;
        }
        Some(hour * 3600 + minute * 60 + second)
    }

    /// A fraction of a second, if there is one, as nanoseconds. Digits beyond the ninth are dropped.
    fn fraction(&mut self) -> Option<u32> {
        let Some(rest) = self.0.strip_prefix(b".") else { return Some(0) };
        self.0 = rest;
        let mut nanos = 0;
        let mut place = NANOS / 10;
        let mut any = false;
        while let Some(digit @ b'0'..=b'9') = self.0.first().copied() {
            nanos += u32::from(digit - b'0') * place;
            place /= 10;
            any = true;
            self.next();
        }
        any.then_some(nanos)
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// `.5` for half a second, nothing for none.
fn write_fraction(nanos: u32, out: &mut Vec<u8>) {
    if nanos == 0 {
        return;
    }
    out.push(b'.');
    write_digits(i64::from(nanos), 9, out);
    while out.last() == Some(&b'0') {
        out.pop();
    }
}

impl TimestampFormat {
    /// Smithy's name of the format; `date` for the one that Smithy has not.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::HttpDate => "http-date",
            Self::EpochSeconds => "epoch-seconds",
            Self::Date => "date",
        }
    }
}

/// RFC 3339 in UTC.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format(TimestampFormat::DateTime))
    }
}

/// Reads RFC 3339.
impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, ParseTimestampError> {
        Self::parse(text, TimestampFormat::DateTime)
    }
}

/// Times beyond the year 9999 become [`Timestamp::MAX`], those before 0001 [`Timestamp::MIN`].
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_secs())
                .ok()
                .and_then(|seconds| Self::new(seconds, after.subsec_nanos()))
                .unwrap_or(Self::MAX),
            Err(error) => {
                let before = error.duration();
                let nanos = before.subsec_nanos();
                let seconds = i64::try_from(before.as_secs()).unwrap_or(i64::MAX);
                let time = if nanos == 0 {
                    Self::new(-seconds, 0)
                } else {
                    Self::new(-seconds - 1, NANOS - nanos)
                };
                time.unwrap_or(Self::MIN)
            }
        }
    }
}

/// Fails where the system's clock does not reach that far.
impl TryFrom<Timestamp> for SystemTime {
    type Error = ParseTimestampError;

    fn try_from(time: Timestamp) -> Result<Self, ParseTimestampError> {
        let whole = Duration::from_secs(time.seconds.unsigned_abs());
        let base = if time.seconds < 0 {
            Self::UNIX_EPOCH.checked_sub(whole)
        } else {
            Self::UNIX_EPOCH.checked_add(whole)
        };
        base.and_then(|base| base.checked_add(Duration::new(0, time.nanos)))
            .ok_or(ParseTimestampError { format: TimestampFormat::EpochSeconds })
    }
}

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a timestamp of the format {}", self.format.name())
    }
}

impl Error for ParseTimestampError {}
