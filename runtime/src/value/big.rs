//! Numbers of any size, kept as text: arithmetic is left to the crate that the user prefers.

use std::cmp::Ordering;
use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// An integer of any size.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BigInteger(String);

/// A decimal number of any size and precision. Equal when its text is: `1.0` and `1` differ.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BigDecimal(String);

/// A text that is not the number it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotANumber(());

impl BigInteger {
    /// Its decimal digits, after a `-` if it is negative. No leading zeros.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl BigDecimal {
    /// Its text, as JSON writes a number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BigInteger {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        match NumberText::parse(text) {
            Some(number) if number.is_integer() => Ok(Self(text.to_owned())),
            _ => Err(NotANumber(())),
        }
    }
}

impl FromStr for BigDecimal {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        match NumberText::parse(text) {
            Some(_) => Ok(Self(text.to_owned())),
            None => Err(NotANumber(())),
        }
    }
}

impl Default for BigInteger {
    fn default() -> Self {
        Self::from(0_i64)
    }
}

impl Default for BigDecimal {
    fn default() -> Self {
        Self::from(0_i64)
    }
}

impl From<i64> for BigInteger {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

impl From<i64> for BigDecimal {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

impl From<BigInteger> for BigDecimal {
    fn from(value: BigInteger) -> Self {
        Self(value.0)
    }
}

impl fmt::Display for BigInteger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for BigDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NotANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a decimal number")
    }
}

impl Error for NotANumber {}

/// The parts of a number as JSON's grammar has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NumberText<'t> {
    pub(crate) negative: bool,
    pub(crate) integer: &'t str,
    pub(crate) fraction: &'t str,
    /// With its sign; empty if there is none.
    pub(crate) exponent: &'t str,
}

impl<'t> NumberText<'t> {
    /// The parts of `text`, if the whole of it is a number.
    pub(crate) fn parse(text: &'t str) -> Option<Self> {
        let (number, rest) = Self::split(text)?;
        rest.is_empty().then_some(number)
    }

    /// The number that `text` starts with, and what follows it.
    pub(crate) fn split(text: &'t str) -> Option<(Self, &'t str)> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (integer, rest) = digits(rest);
        if integer.is_empty() || (integer.len() > 1 && integer.starts_with('0')) {
            return None;
        }
        let (fraction, rest) = match rest.strip_prefix('.') {
            Some(after) => match digits(after) {
                ("", _) => return None,
                found => found,
            },
            None => ("", rest),
        };
        let (exponent, rest) = match rest.strip_prefix(['e', 'E']) {
            Some(after) => {
                let unsigned = after.strip_prefix(['+', '-']).unwrap_or(after);
                let (found, rest) = digits(unsigned);
                if found.is_empty() {
                    return None;
                }
                let length = after.len() - rest.len();
                (after.get(..length)?, rest)
            }
            None => ("", rest),
        };
        Some((Self { negative, integer, fraction, exponent }, rest))
    }

    /// Whether it is written without fraction and exponent.
    pub(crate) const fn is_integer(&self) -> bool {
        self.fraction.is_empty() && self.exponent.is_empty()
    }

    /// Its value if that is a whole number of 64 bits, however it is written: `1e3`, `1.0`.
    pub(crate) fn whole(&self) -> Option<i64> {
        let (integer, fraction) = self.shifted()?;
        if fraction.bytes().any(|digit| digit != b'0') {
            return None;
        }
        let mut value: i64 = 0;
        for digit in integer.bytes() {
            let digit = i64::from(digit - b'0');
            value = value.checked_mul(10)?;
            // Negative numbers reach one further, so they are summed on their own side.
            value =
                if self.negative { value.checked_sub(digit)? } else { value.checked_add(digit)? };
        }
        Some(value)
    }

    /// What is left when it is divided by `divisor`, if it is a whole number of not too many digits.
    pub(crate) fn remainder(&self, divisor: i64) -> Option<u64> {
        let (integer, fraction) = self.shifted()?;
        if divisor == 0 || fraction.bytes().any(|digit| digit != b'0') {
            return None;
        }
        let divisor = u128::from(divisor.unsigned_abs());
        let remainder = integer
            .bytes()
            .fold(0, |remainder, digit| (remainder * 10 + u128::from(digit - b'0')) % divisor);
        u64::try_from(remainder).ok()
    }

    /// Appends a text that equal numbers share, and others do not: `-12e3` for -1200, `0` for zero.
    pub(crate) fn write_normal(&self, out: &mut String) {
        let Some((digits, point)) = self.significant() else {
            return out.push('0');
        };
        if self.negative {
            out.push('-');
        }
        out.push_str(&digits);
        out.push('e');
        out.push_str(&point.to_string());
    }

    /// Which of two numbers is greater, whatever their size.
    pub(crate) fn compare(&self, other: &NumberText<'_>) -> Ordering {
        let (left, right) = match (self.significant(), other.significant()) {
            (None, None) => return Ordering::Equal,
            (Some(_), None) => {
                return if self.negative { Ordering::Less } else { Ordering::Greater };
            }
            (None, Some(_)) => {
                return if other.negative { Ordering::Greater } else { Ordering::Less };
            }
            (Some(left), Some(right)) => (left, right),
        };
        match (self.negative, other.negative) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            // Digits begin with no zero, so that the place of the point comes first.
            (false, false) => left.1.cmp(&right.1).then_with(|| left.0.cmp(&right.0)),
            (true, true) => right.1.cmp(&left.1).then_with(|| right.0.cmp(&left.0)),
        }
    }

    /// Its digits without zeros around them, and where among them the point is: `12` and 4 for 1200, which is
    /// 0.12 times 10 to the 4th. Nothing for zero.
    fn significant(&self) -> Option<(String, i128)> {
        let digits = [self.integer, self.fraction].concat();
        let trimmed = digits.trim_start_matches('0');
        let zeros = digits.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches('0');
        if trimmed.is_empty() {
            return None;
        }
        // An exponent of more than 38 digits is as good as any other of its sign.
        let exponent = match self.exponent.parse::<i128>() {
            Ok(exponent) => exponent,
            Err(_) if self.exponent.is_empty() => 0,
            Err(_) if self.exponent.starts_with('-') => i128::MIN,
            Err(_) => i128::MAX,
        };
        // Neither length is anywhere near the ends of 128 bits.
        let point =
            exponent.saturating_add(self.integer.len() as i128).saturating_sub(zeros as i128);
        Some((trimmed.to_owned(), point))
    }

    /// The digits before and after the point once the exponent is applied, or nothing where that would take
    /// more digits than any 64-bit number has.
    pub(crate) fn shifted(&self) -> Option<(String, String)> {
        const FURTHEST: i64 = 400;
        let exponent: i64 =
            if self.exponent.is_empty() { 0 } else { self.exponent.parse().ok()? };
        if exponent.abs() > FURTHEST {
            return None;
        }
        let mut digits = String::with_capacity(self.integer.len() + self.fraction.len());
        digits.push_str(self.integer);
        digits.push_str(self.fraction);
        let point = i64::try_from(self.integer.len()).ok()? + exponent;
        if point <= 0 {
            let zeros = "0".repeat(usize::try_from(-point).ok()?);
            return Some((String::from("0"), zeros + &digits));
        }
        let point = usize::try_from(point).ok()?;
        while digits.len() < point {
            digits.push('0');
        }
        let fraction = digits.split_off(point);
        Some((digits, fraction))
    }
}

fn digits(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_other_text() {
        let cases: &[(&str, bool, bool)] = &[
            ("0", true, true),
            ("-0", true, true),
            ("12345678901234567890123456789", true, true),
            ("1.5", false, true),
            ("1e3", false, true),
            ("-1.25E-30", false, true),
            ("01", false, false),
            ("", false, false),
            ("-", false, false),
            ("1.", false, false),
            (".5", false, false),
            ("1e", false, false),
            ("1e+", false, false),
            ("+1", false, false),
            ("NaN", false, false),
            ("1 ", false, false),
            ("٣", false, false),
        ];
        for (text, integer, decimal) in cases {
            assert_eq!(text.parse::<BigInteger>().is_ok(), *integer, "{text}");
            assert_eq!(text.parse::<BigDecimal>().is_ok(), *decimal, "{text}");
        }
    }

    #[test]
    fn numbers_compare_by_their_digits() {
        // In order; those of one line are equal.
        let cases: &[&[&str]] = &[
            &["-1e99999999999999999999999999999999999999999"],
            &["-18446744073709551617", "-1.8446744073709551617e19"],
            &["-18446744073709551616"],
            &["-0.5", "-5e-1", "-0.50"],
            &["0", "-0", "0.00", "0e9", "0e-99999999999999999999999999999999999999999"],
            &["1e-99999999999999999999999999999999999999999"],
            &["0.1"],
            &["0.1000000000000000000001"],
            &["10", "1e1", "1E+1", "10.0", "0.1e2", "100e-1"],
            &["9007199254740992"],
            &["9007199254740993"],
            &["9223372036854775807"],
            &["9223372036854775808"],
            &["1e400"],
        ];
        let normal = |text: &str| {
            let mut normal = String::new();
            NumberText::parse(text).unwrap().write_normal(&mut normal);
            normal
        };
        for (index, equal) in cases.iter().enumerate() {
            for (other_index, others) in cases.iter().enumerate() {
                for (one, other) in equal.iter().zip(others.iter().cycle()) {
                    let order =
                        NumberText::parse(one).unwrap().compare(&NumberText::parse(other).unwrap());
                    assert_eq!(order, index.cmp(&other_index), "{one} {other}");
                    assert_eq!(normal(one) == normal(other), index == other_index, "{one} {other}");
                }
            }
            assert!(equal.iter().all(|one| normal(one) == normal(equal[0])), "{equal:?}");
        }
    }

    #[test]
    fn whole_numbers_are_exact() {
        let cases: &[(&str, Option<i64>)] = &[
            ("1e3", Some(1000)),
            ("1.0", Some(1)),
            ("1.5e1", Some(15)),
            ("1200e-2", Some(12)),
            ("1201e-2", None),
            ("9223372036854775807", Some(i64::MAX)),
            ("9223372036854775808", None),
            ("-9223372036854775808", Some(i64::MIN)),
            ("-9223372036854775809", None),
            ("0e400", Some(0)),
            ("1e400", None),
            ("1e99999999999999999999", None),
            ("1.001", None),
        ];
        for (text, expected) in cases {
            assert_eq!(NumberText::parse(text).unwrap().whole(), *expected, "{text}");
        }
    }
}
