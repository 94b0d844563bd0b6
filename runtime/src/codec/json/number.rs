//! Numbers from JSON.

use super::JsonReader;
use crate::codec::{Halt, Reader, Strictness, check};

impl<'b> JsonReader<'b> {
    pub(super) fn integer_within(&mut self, min: i64, max: i64) -> Result<i64, Halt> {
        let negative = self.peek() == Some(b'-');
        let start = self.pos;
        let bytes = self.text.as_bytes();
        let first = start + usize::from(negative);
        let mut pos = first;
        let mut value: i64 = 0;
        let next = loop {
            match bytes.get(pos) {
                // 18 digits always fit.
                Some(digit @ b'0'..=b'9') if pos < first + 18 => {
                    value = value * 10 + i64::from(digit - b'0');
                    pos += 1;
                }
                next => break next,
            }
        };
        let plain = match next {
            Some(b'0'..=b'9' | b'.' | b'e' | b'E') => false,
            _ => pos == first + 1 || (pos > first && bytes.get(first) != Some(&b'0')),
        };
        if plain {
            self.pos = pos;
            value = if negative { -value } else { value };
        } else {
            value = self.long_integer(start)?;
        }
        if value < min || value > max {
            self.pos = start;
            return Err(self.refuse(format!("expected an integer from {min} to {max}")));
        }
        if self.member.constrained {
            check::integer(self.member, value, &mut self.problems)?;
        }
        Ok(value)
    }

    pub(super) fn read_float32(&mut self) -> Result<f32, Halt> {
        let value = match self.float_text()? {
            // Not by way of a wider float, which would round twice.
            Ok(text) => match text.parse::<f32>() {
                Ok(value) if value.is_finite() => value,
                _ => return Err(self.wrong("a number too large for 32 bits")),
            },
            #[expect(clippy::cast_possible_truncation, reason = "NaN or infinite")]
            Err(value) => value as f32,
        };
        // The decimal that was meant, not what the nearest 32-bit number is in 64 bits.
        if self.member.constrained {
            let shown: f64 = value.to_string().parse().unwrap_or(f64::from(value));
            self.check_float(shown)?;
        }
        Ok(value)
    }

    pub(super) fn read_float64(&mut self) -> Result<f64, Halt> {
        let value = match self.float_text()? {
            Ok(text) => match text.parse::<f64>() {
                Ok(value) if value.is_finite() => value,
                _ => return Err(self.wrong("a number too large for 64 bits")),
            },
            Err(value) => value,
        };
        self.check_float(value)?;
        Ok(value)
    }

    /// Reads a whole number that is not plainly written as one of up to 18 digits.
    #[cold]
    fn long_integer(&mut self, start: usize) -> Result<i64, Halt> {
        self.pos = start;
        let Some((number, text)) = self.number_text() else {
            return Err(self.unexpected("an integer"));
        };
        let value = if number.is_integer() {
            text.parse().ok()
        } else if self.strictness == Strictness::Tolerant {
            number.whole()
        } else {
            self.pos = start;
            return Err(
                self.wrong("expected an integer, found a number with a fraction or exponent")
            );
        };
        match value {
            Some(value) => Ok(value),
            None => {
                self.pos = start;
                Err(self.wrong("expected an integer of at most 64 bits"))
            }
        }
    }

    fn float_text(&mut self) -> Result<Result<&'b str, f64>, Halt> {
        if self.peek() == Some(b'"') {
            let start = self.pos;
            let token = self.quoted()?;
            let value = match self.token_text(token) {
                "NaN" => f64::NAN,
                "Infinity" => f64::INFINITY,
                "-Infinity" => f64::NEG_INFINITY,
                _ => {
                    self.pos = start;
                    return Err(self.unexpected("a number"));
                }
            };
            return Ok(Err(value));
        }
        match self.number_text() {
            Some((_, text)) => Ok(Ok(text)),
            None => Err(self.unexpected("a number")),
        }
    }

    fn check_float(&mut self, value: f64) -> Result<(), Halt> {
        if self.member.constrained {
            check::float(self.member, value, &mut self.problems)?;
        }
        Ok(())
    }

    pub(super) fn big_number(&mut self, expected: &str) -> Result<&'b str, Halt> {
        self.peek();
        let Some((_, text)) = self.number_text() else { return Err(self.unexpected(expected)) };
        if self.member.constrained {
            check::number(self.member, text, &mut self.problems)?;
        }
        Ok(text)
    }
}
