//! Holds values against the constraints of their member.

use std::cmp::Ordering;
#[cfg(feature = "server")]
use std::time::Instant;

use super::{Bound, Constraint, Halt, Limit, Member, Problems};
use crate::value::NumberText;

/// How much of a value a violation shows.
const MOST_SHOWN: usize = 4096;

/// A text: its length in characters, and its pattern.
///
/// # Errors
/// If it violates a constraint, or the pattern cannot be used.
pub fn check_text(member: &Member, text: &str, problems: &mut Problems) -> Result<(), Halt> {
    let mut result = Ok(());
    if member.min_length.is_some() || member.max_length.is_some() {
        let length = text.chars().count() as u64;
        if let Some(constraint) = wrong_length(member, length) {
            result = Err(problems.violate(constraint, shown(member, text)));
        }
    }
    #[cfg(feature = "server")]
    if let Some(pattern) = member.pattern {
        let started = pattern.backtracks().then(Instant::now);
        let matches = pattern.matches(text);
        if let Some(started) = started {
            problems.spend(started.elapsed())?;
        }
        match matches {
            Ok(true) => {}
            Ok(false) => {
                let constraint = Constraint::Pattern { pattern: pattern.source() };
                result = Err(problems.violate(constraint, shown(member, text)));
            }
            Err(error) => return Err(problems.fail(error)),
        }
    }
    result
}

/// The length of a blob, list or map.
pub(super) fn length(member: &Member, length: u64, problems: &mut Problems) -> Result<(), Halt> {
    match wrong_length(member, length) {
        Some(constraint) => Err(problems.violate(constraint, None)),
        None => Ok(()),
    }
}

/// The bytes of a blob.
pub(crate) fn blob(member: &Member, bytes: &[u8], problems: &mut Problems) -> Result<(), Halt> {
    length(member, bytes.len() as u64, problems)
}

fn wrong_length(member: &Member, actual: u64) -> Option<Constraint> {
    let (min, max) = (member.min_length, member.max_length);
    let fits = min.is_none_or(|min| actual >= min) && max.is_none_or(|max| actual <= max);
    (!fits).then_some(Constraint::Length { min, max, actual })
}

/// A whole number.
pub(crate) fn integer(member: &Member, value: i64, problems: &mut Problems) -> Result<(), Halt> {
    let in_range = in_range(member, |bound| match bound {
        Bound::Integer(bound) => Some(value.cmp(&bound)),
        Bound::Float(bound) => compare(bound, value).map(Ordering::reverse),
    });
    let multiple = member.multiple_of.is_none_or(|divisor| match divisor {
        Bound::Integer(0) => true,
        Bound::Integer(divisor) => value.checked_rem(divisor).unwrap_or(0) == 0,
        Bound::Float(divisor) => is_multiple(value as f64, divisor),
    });
    report(member, in_range, multiple, || value.to_string(), problems)
}

/// A number.
pub(crate) fn float(member: &Member, value: f64, problems: &mut Problems) -> Result<(), Halt> {
    let in_range = in_range(member, |bound| match bound {
        Bound::Integer(bound) => compare(value, bound),
        Bound::Float(bound) => value.partial_cmp(&bound),
    });
    let multiple = member.multiple_of.is_none_or(|divisor| is_multiple(value, divisor.as_f64()));
    report(member, in_range, multiple, || value.to_string(), problems)
}

/// A number of any size, by its text.
pub(crate) fn number(member: &Member, text: &str, problems: &mut Problems) -> Result<(), Halt> {
    if let Ok(value) = text.parse::<i64>() {
        return integer(member, value, problems);
    }
    let number = NumberText::parse(text);
    let in_range = in_range(member, |bound| {
        // Digit by digit: several such numbers share a float.
        let bound = bound.to_string();
        Some(number?.compare(&NumberText::parse(&bound)?))
    });
    let multiple = member.multiple_of.is_none_or(|divisor| {
        let remainder = match divisor {
            Bound::Integer(divisor) => number.and_then(|number| number.remainder(divisor)),
            Bound::Float(_) => None,
        };
        match remainder {
            Some(remainder) => remainder == 0,
            // Text that is a number always has a nearest float, if only an infinite one.
            None => is_multiple(text.parse().unwrap_or(f64::NAN), divisor.as_f64()),
        }
    });
    report(member, in_range, multiple, || text.to_owned(), problems)
}

/// Whether a value lies between the ends of its member's range, by how it compares with each.
fn in_range(member: &Member, compare: impl Fn(Bound) -> Option<Ordering>) -> bool {
    let fits = |bound: Option<Bound>, exclusive: bool, inside: Ordering| {
        bound.is_none_or(|bound| match compare(bound) {
            Some(Ordering::Equal) => !exclusive,
            order => order == Some(inside),
        })
    };
    fits(member.min, member.exclusive_min, Ordering::Greater)
        && fits(member.max, member.exclusive_max, Ordering::Less)
}

/// Compares exactly: beyond 2^53, several whole numbers share a float.
fn compare(value: f64, whole: i64) -> Option<Ordering> {
    match value.partial_cmp(&(whole as f64)) {
        #[expect(clippy::cast_possible_truncation, reason = "next to a number of 64 bits")]
        Some(Ordering::Equal) => Some((value as i128).cmp(&i128::from(whole))),
        order => order,
    }
}

fn report(
    member: &Member,
    in_range: bool,
    multiple: bool,
    text: impl FnOnce() -> String,
    problems: &mut Problems,
) -> Result<(), Halt> {
    if in_range && multiple {
        return Ok(());
    }
    let value = shown(member, &text());
    if !in_range {
        let limit = |bound: Option<Bound>, exclusive| bound.map(|bound| Limit { bound, exclusive });
        let constraint = Constraint::Range {
            min: limit(member.min, member.exclusive_min),
            max: limit(member.max, member.exclusive_max),
        };
        problems.violate(constraint, value.clone());
    }
    if let Some(divisor) = member.multiple_of
        && !multiple
    {
        problems.violate(Constraint::MultipleOf { divisor }, value);
    }
    Err(Halt::Violated)
}

/// Whether `value` is a multiple of `divisor` as written in decimal: 0.3 is one of 0.1, though its nearest float is not
/// one of the nearest float of 0.1.
fn is_multiple(value: f64, divisor: f64) -> bool {
    if divisor == 0.0 {
        return true;
    }
    let quotient = value / divisor;
    let nearest = quotient.round();
    // What rounding of the two numbers and of the division can add up to.
    (quotient - nearest).abs() <= quotient.abs() * 4.0 * f64::EPSILON
}

/// The text of a value, unless it is sensitive, cut to a length that can be sent back.
#[cold]
pub(super) fn shown(member: &Member, text: &str) -> Option<String> {
    if member.sensitive {
        return None;
    }
    Some(match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned(),
        None => text.to_owned(),
    })
}

impl Bound {
    const fn as_f64(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Float(value) => value,
        }
    }
}
