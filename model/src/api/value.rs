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

/// A number: exact as long as it is whole and fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i128),
    /// Any other; never NaN or infinite.
    Float(f64),
}

impl Number {
    /// The nearest `f64`.
    #[expect(clippy::cast_precision_loss, reason = "the nearest is what is asked for")]
    pub fn as_f64(self) -> f64 {
        match self {
            Self::Integer(integer) => integer as f64,
            Self::Float(float) => float,
        }
    }

    /// The whole number, if it is one (`1.0` is).
    #[expect(clippy::cast_possible_truncation, reason = "the bounds are checked")]
    pub fn as_integer(self) -> Option<i128> {
        match self {
            Self::Integer(integer) => Some(integer),
            Self::Float(float) if float.fract() == 0.0 && float.abs() < 1e30 => Some(float as i128),
            Self::Float(_) => None,
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
