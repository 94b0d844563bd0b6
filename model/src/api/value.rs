//! Values that a model holds: defaults, examples, trait values.

use indexmap::IndexMap;
use std::fmt::{self, Display, Write as _};

/// A value as JSON, YAML or a Smithy node writes it; members keep their order.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(IndexMap<String, Value>),
}

/// A number, exactly as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i128),
    /// Any other whose digits are those that the double is printed with; never NaN or infinite.
    Float(f64),
    /// One that is larger than a double can be, or has more digits: `digits` times ten to the power of
    /// `exponent`.
    Large {
        /// The digits and the sign, without zeros at the end.
        digits: i128,
        /// How many zeros follow them; if negative, how many of them are behind the point.
        exponent: i32,
    },
}

impl Number {
    /// The number that JSON or the Smithy IDL writes like this; `None` for more digits than 38 or an exponent
    /// beyond sense.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Ok(integer) = text.parse() {
            return Some(Self::Integer(integer));
        }
        let float: f64 = text.parse().ok()?;
        let (digits, exponent) = decimal(text)?;
        if float.is_finite() && decimal(&format!("{float:e}")) == Some((digits, exponent)) {
            return Some(Self::Float(float));
        }
        Some(Self::Large { digits, exponent })
    }

    /// The nearest `f64` that is not infinite.
    #[expect(clippy::cast_precision_loss, reason = "the nearest is what is asked for")]
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Integer(integer) => integer as f64,
            Self::Float(float) => float,
            Self::Large { .. } => {
                let nearest: f64 = self.to_string().parse().unwrap_or_default();
                nearest.clamp(f64::MIN, f64::MAX)
            }
        }
    }

    /// The whole number, if it is one (`1.0` is).
    pub fn as_integer(self) -> Option<i128> {
        match self {
            Self::Integer(integer) => Some(integer),
            // By its digits: `1e25` as a double is a little more.
            Self::Float(float) if float.fract() == 0.0 && float.abs() < 1e30 => {
                float.to_string().parse().ok()
            }
            Self::Float(_) => None,
            Self::Large { digits, exponent } => {
                digits.checked_mul(10_i128.checked_pow(u32::try_from(exponent).ok()?)?)
            }
        }
    }
}

impl Display for Number {
    /// As JSON has it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(integer) => integer.fmt(formatter),
            // With `.0` where it is whole.
            Self::Float(float) => write!(formatter, "{float:?}"),
            Self::Large { digits, exponent } if (-40..0).contains(exponent) => {
                let places = usize::try_from(exponent.unsigned_abs()).map_err(|_| fmt::Error)?;
                let all = format!("{:0>1$}", digits.unsigned_abs(), places + 1);
                let (whole, fraction) = all.split_at(all.len() - places);
                let sign = if *digits < 0 { "-" } else { "" };
                write!(formatter, "{sign}{whole}.{fraction}")
            }
            Self::Large { digits, exponent } => write!(formatter, "{digits}e{exponent}"),
        }
    }
}

impl Value {
    /// The value as JSON text, without white space.
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        self.write_json(&mut text);
        text
    }

    fn write_json(&self, text: &mut String) {
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(true) => text.push_str("true"),
            Self::Bool(false) => text.push_str("false"),
            Self::Number(number) => {
                // Writing to a string cannot fail.
                let _ = write!(text, "{number}");
            }
            Self::String(string) => write_json_string(string, text),
            Self::Array(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { "," });
                    item.write_json(text);
                }
                text.push(']');
            }
            Self::Object(members) => {
                text.push('{');
                for (index, (name, member)) in members.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { "," });
                    write_json_string(name, text);
                    text.push(':');
                    member.write_json(text);
                }
                text.push('}');
            }
        }
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The items, if it is an array.
    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, if it is an object.
    pub fn as_object(&self) -> Option<&IndexMap<String, Value>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The member of this name, if it is an object and has one.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }
}

/// The digits of a number and the exponent of ten that they are multiplied with, without zeros at the end of the
/// digits; `None` for more digits than 38 or an exponent beyond sense.
fn decimal(text: &str) -> Option<(i128, i32)> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let (sign, whole) = match whole.strip_prefix('-') {
        Some(whole) => (-1, whole),
        None => (1, whole),
    };
    let all = format!("{whole}{fraction}");
    let all = all.trim_start_matches('0');
    let significant = all.trim_end_matches('0');
    if significant.is_empty() {
        return Some((0, 0));
    }
    let digits = significant.parse::<i128>().ok().filter(|_| significant.len() <= 38)?;
    let zeros = i64::try_from(all.len() - significant.len()).ok()?;
    let exponent = exponent.parse::<i64>().ok()?;
    let exponent = exponent.checked_add(zeros - i64::try_from(fraction.len()).ok()?)?;
    Some((digits * sign, i32::try_from(exponent).ok()?))
}

fn write_json_string(string: &str, text: &mut String) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\u{0}'..='\u{1f}' => {
                let _ = write!(text, "\\u{:04x}", u32::from(character));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Number, Value};

    #[test]
    fn numbers_are_exact() {
        let large = |digits, exponent| Some(Number::Large { digits, exponent });
        for (text, expected) in [
            ("10", Some(Number::Integer(10))),
            ("10.50", Some(Number::Float(10.5))),
            ("1e308", Some(Number::Float(1e308))),
            ("2e+308", large(2, 308)),
            ("-2.50E308", large(-25, 307)),
            ("0.002e311", large(2, 308)),
            ("1.7976931348623157E+309", large(17_976_931_348_623_157, 293)),
            ("1.00000000000000000001", large(100_000_000_000_000_000_001, -20)),
            (
                "-0.1000000000000000055511151231257827",
                large(-1_000_000_000_000_000_055_511_151_231_257_827, -34),
            ),
            ("0.1000000000000000000000000000000000000000000000", Some(Number::Float(0.1))),
            ("10000000000000000000000000000000000000000", Some(Number::Float(1e40))),
            ("5e-324", Some(Number::Float(5e-324))),
            ("1e-400", large(1, -400)),
            ("0.0e999999999999", Some(Number::Float(0.0))),
            ("12345678901234567890123456789012345678901", None),
            ("1.23456789012345678901234567890123456789", None),
            ("1e99999999999", None),
            ("-", None),
        ] {
            assert_eq!(Number::parse(text), expected, "{text}");
        }
        let again = large(-25, 307).map(|number| number.to_string()).expect("a number");
        assert_eq!(Number::parse(&again), large(-25, 307));
        for text in
            ["1.00000000000000000001", "-0.1000000000000000055511151231257827", "15e399", "1e-400"]
        {
            assert_eq!(Number::parse(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
        let whole = |text| Number::parse(text).and_then(Number::as_integer);
        assert_eq!(whole("1e25"), Some(10_000_000_000_000_000_000_000_000));
        assert_eq!(whole("1.2345678901234567890e21"), Some(1_234_567_890_123_456_789_000));
        assert_eq!(whole("1.00000000000000000001"), None);
        let float = |text| Number::parse(text).map(Number::as_f64);
        assert_eq!(float("1.00000000000000000001"), Some(1.0));
        assert_eq!(float("-2e999"), Some(f64::MIN));
    }

    #[test]
    fn json_text_is_what_serde_reads() {
        let text = "\u{0}\t\n\u{1f}\"\\/é𝄞";
        let members = [
            (text.to_owned(), Value::String(text.to_owned())),
            (
                "numbers".to_owned(),
                Value::Array(vec![
                    Value::Number(Number::Integer(-12)),
                    Value::Number(Number::Float(1.0)),
                    Value::Number(Number::Float(1e300)),
                ]),
            ),
            (
                "rest".to_owned(),
                Value::Array(vec![
                    Value::Null,
                    Value::Bool(true),
                    Value::Bool(false),
                    Value::Object([].into()),
                ]),
            ),
        ];
        let value = Value::Object(members.into_iter().collect());
        let read: serde_json::Value = serde_json::from_str(&value.to_json()).expect("JSON");
        let expected = serde_json::json!({
            text: text, "numbers": [-12, 1.0, 1e300], "rest": [null, true, false, {}],
        });
        assert_eq!(read, expected);
    }
}
