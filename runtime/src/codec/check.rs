//! Holds values against the constraints of their member.

#[cfg(feature = "server")]
use std::time::Instant;

use super::{Bound, Constraint, Halt, Limit, Member, Problems};

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
    let above = member.min.is_none_or(|bound| match bound {
        Bound::Integer(min) => value > min || (value == min && !member.exclusive_min),
        Bound::Float(min) => above(value as f64, min, member.exclusive_min),
    });
    let below = member.max.is_none_or(|bound| match bound {
        Bound::Integer(max) => value < max || (value == max && !member.exclusive_max),
        Bound::Float(max) => below(value as f64, max, member.exclusive_max),
    });
    let multiple = member.multiple_of.is_none_or(|divisor| match divisor {
        Bound::Integer(0) => true,
        Bound::Integer(divisor) => value.checked_rem(divisor).unwrap_or(0) == 0,
        Bound::Float(divisor) => is_multiple(value as f64, divisor),
    });
    report(member, above && below, multiple, || value.to_string(), problems)
}

/// A number.
pub(crate) fn float(member: &Member, value: f64, problems: &mut Problems) -> Result<(), Halt> {
    let above = member.min.is_none_or(|bound| above(value, bound.as_f64(), member.exclusive_min));
    let below = member.max.is_none_or(|bound| below(value, bound.as_f64(), member.exclusive_max));
    let multiple = member.multiple_of.is_none_or(|divisor| is_multiple(value, divisor.as_f64()));
    report(member, above && below, multiple, || value.to_string(), problems)
}

/// A number of any size, by its text.
pub(crate) fn number(member: &Member, text: &str, problems: &mut Problems) -> Result<(), Halt> {
    match text.parse::<i64>() {
        Ok(value) => integer(member, value, problems),
        // Text that is a number always has a nearest float, if only an infinite one.
        Err(_) => float(member, text.parse().unwrap_or(f64::NAN), problems),
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

fn above(value: f64, min: f64, exclusive: bool) -> bool {
    value > min || (value == min && !exclusive)
}

fn below(value: f64, max: f64, exclusive: bool) -> bool {
    value < max || (value == max && !exclusive)
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
