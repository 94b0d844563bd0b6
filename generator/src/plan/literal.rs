//! Defaults of the model as values that can be printed.

use super::{Literal, RustType};
use base64::{Engine, prelude::BASE64_STANDARD};
use farrier_model::api::{Number, Value};

/// The default `value` of a member of type `ty`; `None` if it is none that the type can have.
/// `variant` names the variant of an enum that has this value.
pub(crate) fn literal(
    ty: &RustType,
    value: &Value,
    variant: &dyn Fn(&str, &Value) -> Option<String>,
) -> Option<Literal> {
    let integer = || match value {
        Value::Number(number) => number.as_integer(),
        _ => None,
    };
    Some(match ty {
        RustType::Bool => match value.as_bool()? {
            false => Literal::TypeDefault,
            true => Literal::Bool(true),
        },
        RustType::I8 => whole(integer()?, i8::MIN, i8::MAX)?,
        RustType::I16 => whole(integer()?, i16::MIN, i16::MAX)?,
        RustType::I32 => whole(integer()?, i32::MIN, i32::MAX)?,
        RustType::I64 => whole(integer()?, i64::MIN, i64::MAX)?,
        RustType::F32 | RustType::F64 => {
            let float = value.as_number()?.as_f64();
            if float == 0.0 { Literal::TypeDefault } else { Literal::Float(float) }
        }
        RustType::String => text(value.as_str()?, Literal::String),
        RustType::Blob => text(value.as_str()?, |text| {
            Literal::Blob(BASE64_STANDARD.decode(&text).unwrap_or_else(|_| text.into_bytes()))
        }),
        RustType::ByteStream => {
            value.as_str().filter(|text| text.is_empty())?;
            Literal::TypeDefault
        }
        RustType::Timestamp => timestamp(value)?,
        // Smithy's defaults of documents have no parts.
        RustType::Document => match value {
            Value::Array(items) if !items.is_empty() => return None,
            Value::Object(members) if !members.is_empty() => return None,
            Value::Null => Literal::TypeDefault,
            value => Literal::Document(value.clone()),
        },
        RustType::BigInteger | RustType::BigDecimal => match value.as_number()? {
            Number::Integer(0) => Literal::TypeDefault,
            Number::Integer(integer) => Literal::Big(ty.clone(), integer.to_string()),
            Number::Float(float) => Literal::Big(ty.clone(), float.to_string()),
            large @ Number::Large { .. } => Literal::Big(ty.clone(), large.to_string()),
        },
        RustType::List(_) => {
            value.as_array().filter(|items| items.is_empty())?;
            Literal::TypeDefault
        }
        RustType::Map(..) => {
            value.as_object().filter(|members| members.is_empty())?;
            Literal::TypeDefault
        }
        RustType::Named(name) => Literal::Variant(name.clone(), variant(name, value)?),
        RustType::Box(inner) => Literal::Boxed(Box::new(literal(inner, value, variant)?)),
        RustType::Option(_) => return None,
    })
}

fn whole<T: Into<i128>>(integer: i128, min: T, max: T) -> Option<Literal> {
    if integer < min.into() || integer > max.into() {
        return None;
    }
    Some(if integer == 0 { Literal::TypeDefault } else { Literal::Integer(integer) })
}

fn text(text: &str, literal: impl FnOnce(String) -> Literal) -> Literal {
    if text.is_empty() { Literal::TypeDefault } else { literal(text.to_owned()) }
}

/// A default timestamp: epoch seconds, or RFC 3339 text in UTC.
fn timestamp(value: &Value) -> Option<Literal> {
    match value {
        Value::Number(number) => {
            let (whole, nanoseconds) = instant(*number)?;
            Some(match (whole, nanoseconds) {
                (0, 0) => Literal::TypeDefault,
                (seconds, nanoseconds) => Literal::Timestamp(seconds, nanoseconds),
            })
        }
        Value::String(text) => {
            let seconds = date_time(text)?;
            Some(if seconds == 0 { Literal::TypeDefault } else { Literal::Timestamp(seconds, 0) })
        }
        _ => None,
    }
}

/// Seconds and nanoseconds, as the digits say it: `946845296.123` as a float is a little more.
fn instant(seconds: Number) -> Option<(i64, u32)> {
    let digits = match seconds {
        Number::Float(float) => float.abs().to_string(),
        Number::Large { exponent: ..0, .. } => seconds.to_string().replace('-', ""),
        _ => return Some((i64::try_from(seconds.as_integer()?).ok()?, 0)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let whole: i64 = whole.parse().ok()?;
    let nanoseconds: u32 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    Some(match (seconds.as_f64() < 0.0, nanoseconds) {
        (false, _) => (whole, nanoseconds),
        (true, 0) => (-whole, 0),
        (true, _) => (-whole - 1, 1_000_000_000 - nanoseconds),
    })
}

/// `1985-04-12T23:20:50Z` in seconds since 1970.
fn date_time(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let mut date = date.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (date.next()?.ok()?, date.next()?.ok()?, date.next()?.ok()?);
    let mut time = time.splitn(3, ':').map(str::parse::<i64>);
    let (hour, minute, second) = (time.next()?.ok()?, time.next()?.ok()?, time.next()?.ok()?);
    let valid = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && (0..60).contains(&second);
    if !valid {
        return None;
    }
    // Days from civil, with years that start in March.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    Some(days * 86_400 + hour * 3_600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::{Number, instant};

    #[test]
    fn instants_are_what_their_digits_say() {
        let cases = [
            (Number::Integer(-5), Some((-5, 0))),
            (Number::Float(946_845_296.123), Some((946_845_296, 123_000_000))),
            (Number::Float(0.5), Some((0, 500_000_000))),
            (
                Number::Large { digits: 1_422_172_800_123_456_789, exponent: -9 },
                Some((1_422_172_800, 123_456_789)),
            ),
            (Number::Large { digits: -1, exponent: -10 }, Some((0, 0))),
            (Number::Float(-0.25), Some((-1, 750_000_000))),
            (Number::Float(-2.0), Some((-2, 0))),
            (Number::Float(1e300), None),
            (Number::Integer(i128::MAX), None),
        ];
        for (number, expected) in cases {
            assert_eq!(instant(number), expected, "{number:?}");
        }
    }
}
