//! Defaults of the model as values that can be printed.

use super::{Literal, RustType};
use base64::{Engine, prelude::BASE64_STANDARD};
use farrier_model::api::{Number, Value, date, date_time, http_date};

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
        RustType::F32 | RustType::F64 => float(ty, value)?,
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

/// A number that the type can hold, or the text that stands for what has no digits.
fn float(ty: &RustType, value: &Value) -> Option<Literal> {
    match value {
        Value::String(text) => Some(Literal::NotFinite(ty.clone(), not_finite(text)?)),
        // Larger than any of either type.
        Value::Number(Number::Large { .. }) => None,
        Value::Number(number) => match number.as_f64() {
            0.0 => Some(Literal::TypeDefault),
            float if *ty == RustType::F32 && float.abs() >= F32_END => None,
            float => Some(Literal::Float(float)),
        },
        _ => None,
    }
}

/// From here on, the nearest `f32` is infinite: half a step beyond the largest.
const F32_END: f64 = 3.402_823_567_797_336_6e38;

/// The constant of a float's type that this text means.
pub(super) fn not_finite(text: &str) -> Option<&'static str> {
    match text {
        "NaN" => Some("NAN"),
        "Infinity" => Some("INFINITY"),
        "-Infinity" => Some("NEG_INFINITY"),
        _ => None,
    }
}

/// A default timestamp of the years 0001 to 9999: epoch seconds, or text in one of Smithy's formats; OpenAPI has dates alone,
/// too.
fn timestamp(value: &Value) -> Option<Literal> {
    let (seconds, nanoseconds) = match value {
        Value::Number(number) => instant(*number)?,
        Value::String(text) => {
            date_time(text).or_else(|| date(text)).or_else(|| http_date(text))?
        }
        _ => return None,
    };
    match (seconds, nanoseconds) {
        (0, 0) => Some(Literal::TypeDefault),
        (FIRST..=LAST, _) => Some(Literal::Timestamp(seconds, nanoseconds)),
        _ => None,
    }
}

/// 0001-01-01T00:00:00Z.
const FIRST: i64 = -62_135_596_800;

/// 9999-12-31T23:59:59Z.
const LAST: i64 = 253_402_300_799;

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

#[cfg(test)]
mod tests {
    use super::{Literal, Number, RustType, Value, instant, literal};

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

    #[test]
    fn literals_are_within_their_types() {
        let float = |float| Value::Number(Number::Float(float));
        let large = Value::Number(Number::Large { digits: 1, exponent: 400 });
        let text = |text: &str| Value::String(text.to_owned());
        let (f32, f64) = (RustType::F32, RustType::F64);
        let largest = f64::from(f32::MAX);
        let cases = [
            (f32.clone(), float(1e39), None),
            (f32.clone(), float(-1e39), None),
            (f32.clone(), float(largest), Some(Literal::Float(largest))),
            // Half way to what would be the next, and the double before it.
            (f32.clone(), float(3.402_823_567_797_336_6e38), None),
            (
                f32.clone(),
                float(3.402_823_567_797_336_2e38),
                Some(Literal::Float(3.402_823_567_797_336_2e38)),
            ),
            (f32.clone(), text("NaN"), Some(Literal::NotFinite(f32.clone(), "NAN"))),
            (f64.clone(), text("-Infinity"), Some(Literal::NotFinite(f64.clone(), "NEG_INFINITY"))),
            (f64.clone(), text("nan"), None),
            (f64.clone(), float(1e39), Some(Literal::Float(1e39))),
            (f64, large, None),
            (RustType::Timestamp, float(-1.5), Some(Literal::Timestamp(-2, 500_000_000))),
            (RustType::Timestamp, text("2000-02-29"), Some(Literal::Timestamp(951_782_400, 0))),
            (
                RustType::Timestamp,
                text("Tue, 29 Apr 2014 18:30:38 GMT"),
                Some(Literal::Timestamp(1_398_796_238, 0)),
            ),
            (RustType::Timestamp, text("2000-02-30"), None),
            (RustType::Timestamp, float(1e17), None),
            (RustType::Timestamp, Value::Number(Number::Integer(253_402_300_800)), None),
        ];
        for (ty, value, expected) in cases {
            assert_eq!(literal(&ty, &value, &|_, _| None), expected, "{ty:?} {value:?}");
        }
    }
}
