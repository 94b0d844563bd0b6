//! Text to values: labels, query parameters, headers.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Location;
use crate::codec::{
    Cursor, Decode, Entry, Found, Halt, Member, Next, Problems, Reader, Strictness, Structure,
    check, check_text,
};
use crate::value::{
    BigDecimal, BigInteger, Blob, Document, Number, NumberText, Timestamp, TimestampFormat,
};

/// Reads the value of `member` from the texts found for it: one, or for a list any number. What is wrong is added to
/// `problems`, with paths as seen from the value.
///
/// # Errors
/// If a text is not of the right form, or violates a constraint.
pub fn read_text<T: Decode>(
    location: Location,
    strictness: Strictness,
    member: &'static Member,
    texts: &[&str],
    problems: &mut Problems,
) -> Result<T, Halt> {
    let mut reader = TextReader::new(location, strictness, member, texts);
    // Not problems of its own: the time that patterns may take is that of the whole message.
    reader.problems = std::mem::take(problems);
    let value = T::decode(&mut reader);
    *problems = reader.problems;
    value
}

/// Reads scalars, and lists of them, from texts.
#[derive(Debug)]
pub struct TextReader<'t> {
    location: Location,
    strictness: Strictness,
    member: &'static Member,
    in_list: bool,
    // What is left of the text being taken apart, and the texts after it.
    rest: Option<&'t str>,
    texts: &'t [&'t str],
    scratch: Cow<'t, str>,
    problems: Problems,
}

impl<'t> TextReader<'t> {
    /// Reads the value of `member` from the texts found for it.
    pub fn new(
        location: Location,
        strictness: Strictness,
        member: &'static Member,
        texts: &'t [&'t str],
    ) -> Self {
        let (rest, texts) = match texts.split_first() {
            Some((first, texts)) => (Some(*first), texts),
            None => (None, texts),
        };
        let scratch = Cow::Borrowed("");
        let problems = Problems::new();
        Self { location, strictness, member, in_list: false, rest, texts, scratch, problems }
    }

    #[cold]
    fn wrong(&mut self, expected: &str) -> Halt {
        let place = match self.location {
            Location::Label => "the path",
            Location::Query => "the query",
            Location::Header => "a header",
        };
        self.problems.refuse(format!("expected {expected} in {place}"), None)
    }

    /// The next text, which has `commas` commas of its own.
    fn take(&mut self, commas: usize) -> Result<Cow<'t, str>, Halt> {
        if self.in_list && self.location == Location::Header {
            return self.take_item(commas);
        }
        // Whoever looks at the request on its way here may see another one of them than we would.
        let repeated = self.location == Location::Query
            && self.strictness == Strictness::Strict
            && !self.in_list
            && !self.texts.is_empty();
        match self.rest.take() {
            Some(_) if repeated => Err(self.wrong("a single value")),
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Err(self.wrong("a value")),
        }
    }

    /// The next item of a list in a header (RFC 9110, section 5.6.1): bare, or in quotes.
    fn take_item(&mut self, commas: usize) -> Result<Cow<'t, str>, Halt> {
        let text = self.rest.take().unwrap_or_default();
        if let Some(quoted) = text.strip_prefix('"') {
            let Some((item, after)) = unquote(quoted) else {
                return Err(self.wrong("a closing quote"));
            };
            let after = after.trim_start_matches([' ', '\t']);
            self.rest = match after.strip_prefix(',') {
                Some(after) => Some(after),
                None if after.is_empty() => None,
                None => return Err(self.wrong("a comma behind an item in quotes")),
            };
            return Ok(item);
        }
        let end = text.match_indices(',').nth(commas).map(|(end, _)| end);
        let item = match end {
            Some(end) => {
                self.rest = text.get(end + 1..);
                text.get(..end).unwrap_or_default()
            }
            None => text,
        };
        Ok(Cow::Borrowed(item.trim_matches([' ', '\t'])))
    }

    /// Goes to the next text that there is. Empty items of a header's list count for nothing.
    fn advance(&mut self) -> bool {
        loop {
            if let Some(rest) = self.rest {
                if self.location != Location::Header {
                    return true;
                }
                let rest = rest.trim_start_matches([' ', '\t', ',']);
                if !rest.is_empty() {
                    self.rest = Some(rest);
                    return true;
                }
                self.rest = None;
            }
            let Some((first, texts)) = self.texts.split_first() else { return false };
            self.rest = Some(first);
            self.texts = texts;
        }
    }

    fn float_text(&mut self) -> Result<(Cow<'t, str>, Option<f64>), Halt> {
        let text = self.take(0)?;
        let special = match &*text {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            text if NumberText::parse(text).is_some() => None,
            _ => return Err(self.wrong("a number")),
        };
        Ok((text, special))
    }

    fn check_float(&mut self, value: f64) -> Result<(), Halt> {
        if self.member.constrained {
            check::float(self.member, value, &mut self.problems)?;
        }
        Ok(())
    }

    fn number_text(&mut self, integer: bool) -> Result<Cow<'t, str>, Halt> {
        let text = self.take(0)?;
        let fits = NumberText::parse(&text).is_some_and(|number| !integer || number.is_integer());
        if !fits {
            return Err(self.wrong(if integer { "an integer" } else { "a number" }));
        }
        if self.member.constrained {
            check::number(self.member, &text, &mut self.problems)?;
        }
        Ok(text)
    }

    fn text(&mut self) -> Result<Cow<'t, str>, Halt> {
        let mut text = self.take(0)?;
        if self.member.media_type && self.location == Location::Header {
            let bytes = STANDARD.decode(text.as_bytes()).ok();
            let Some(decoded) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) else {
                return Err(self.wrong("base64"));
            };
            text = Cow::Owned(decoded);
        }
        if self.member.constrained {
            check_text(self.member, &text, &mut self.problems)?;
        }
        Ok(text)
    }

    fn format(&self) -> TimestampFormat {
        self.member.timestamp.unwrap_or(TimestampFormat::default_in(self.location))
    }
}

/// An item behind its opening quote, and what follows its closing one.
fn unquote(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let end = text.find(['"', '\\'])?;
    let (item, rest) = text.split_at_checked(end)?;
    if let Some(after) = rest.strip_prefix('"') {
        return Some((Cow::Borrowed(item), after));
    }
    let mut item = item.to_owned();
    let mut chars = rest.chars();
    loop {
        match chars.next()? {
            '"' => return Some((Cow::Owned(item), chars.as_str())),
            '\\' => item.push(chars.next()?),
            other => item.push(other),
        }
    }
}

impl Reader for TextReader<'_> {
    fn strictness(&self) -> Strictness {
        self.strictness
    }

    fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    fn current(&self) -> &'static Member {
        self.member
    }

    fn set_member(&mut self, member: &'static Member) {
        self.member = member;
    }

    fn is_empty(&self) -> bool {
        self.rest.is_none() && self.texts.is_empty()
    }

    fn refuse(&mut self, message: String) -> Halt {
        self.problems.refuse(message, None)
    }

    fn open_structure(&mut self) -> Result<(), Halt> {
        Err(self.wrong("no structure"))
    }

    fn next_member(
        &mut self,
        _structure: &'static Structure,
        _cursor: &mut Cursor,
    ) -> Result<Option<usize>, Halt> {
        Err(self.wrong("no structure"))
    }

    fn next_found(
        &mut self,
        _structure: &'static Structure,
        _cursor: &mut Cursor,
    ) -> Result<Option<Found>, Halt> {
        Err(self.wrong("no union"))
    }

    fn open_list(&mut self) -> Result<(), Halt> {
        if std::mem::replace(&mut self.in_list, true) {
            return Err(self.wrong("no list of lists"));
        }
        Ok(())
    }

    fn next_item(
        &mut self,
        _first: bool,
        _nullable: bool,
        member: &'static Member,
    ) -> Result<Next, Halt> {
        self.member = member;
        if self.advance() {
            Ok(Next::Value)
        } else {
            self.in_list = false;
            Ok(Next::End)
        }
    }

    fn open_map(&mut self) -> Result<(), Halt> {
        Err(self.wrong("no map"))
    }

    fn next_entry(
        &mut self,
        _first: bool,
        _nullable: bool,
        _member: &'static Member,
    ) -> Result<Option<Entry>, Halt> {
        Err(self.wrong("no map"))
    }

    fn fingerprint(&mut self) -> Option<String> {
        let before = (self.rest, self.texts);
        let problems = std::mem::take(&mut self.problems);
        let text = self.take(0).ok().map(Cow::into_owned);
        (self.rest, self.texts) = before;
        if let Some(format) = self.member.timestamp
            && let Ok(time) = self.timestamp()
        {
            (self.rest, self.texts) = before;
            self.problems = problems;
            return Some(format!("{}{}", format.name(), time));
        }
        (self.rest, self.texts) = before;
        self.problems = problems;
        text
    }

    fn null(&mut self) -> Result<bool, Halt> {
        Ok(false)
    }

    fn boolean(&mut self) -> Result<bool, Halt> {
        match &*self.take(0)? {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(self.wrong("true or false")),
        }
    }

    fn integer(&mut self, min: i64, max: i64) -> Result<i64, Halt> {
        let text = self.take(0)?;
        let number = NumberText::parse(&text).filter(NumberText::is_integer);
        let value = number.and_then(|number| number.whole());
        let Some(value) = value.filter(|value| (min..=max).contains(value)) else {
            return Err(self.wrong(&format!("an integer from {min} to {max}")));
        };
        if self.member.constrained {
            check::integer(self.member, value, &mut self.problems)?;
        }
        Ok(value)
    }

    fn float32(&mut self) -> Result<f32, Halt> {
        let (text, special) = self.float_text()?;
        #[expect(clippy::cast_possible_truncation, reason = "NaN or infinite")]
        let special = special.map(|value| value as f32);
        let value = match special {
            Some(value) => value,
            None => match text.parse::<f32>() {
                Ok(value) if value.is_finite() => value,
                _ => return Err(self.wrong("a number of 32 bits")),
            },
        };
        self.check_float(value.to_string().parse().unwrap_or(f64::from(value)))?;
        Ok(value)
    }

    fn float64(&mut self) -> Result<f64, Halt> {
        let (text, special) = self.float_text()?;
        let value = match special {
            Some(value) => value,
            None => match text.parse::<f64>() {
                Ok(value) if value.is_finite() => value,
                _ => return Err(self.wrong("a number of 64 bits")),
            },
        };
        self.check_float(value)?;
        Ok(value)
    }

    fn big_integer(&mut self) -> Result<BigInteger, Halt> {
        let text = self.number_text(true)?;
        text.parse().map_err(|_| self.wrong("an integer"))
    }

    fn big_decimal(&mut self) -> Result<BigDecimal, Halt> {
        let text = self.number_text(false)?;
        text.parse().map_err(|_| self.wrong("a number"))
    }

    fn string(&mut self) -> Result<String, Halt> {
        self.text().map(Cow::into_owned)
    }

    fn string_slice(&mut self) -> Result<&str, Halt> {
        self.scratch = self.text()?;
        Ok(&self.scratch)
    }

    fn blob(&mut self) -> Result<Blob, Halt> {
        let text = self.take(0)?;
        let Ok(bytes) = STANDARD.decode(text.as_bytes()) else { return Err(self.wrong("base64")) };
        if self.member.constrained {
            check::blob(self.member, &bytes, &mut self.problems)?;
        }
        Ok(Blob::from(bytes))
    }

    fn timestamp(&mut self) -> Result<Timestamp, Halt> {
        let format = self.format();
        // `Tue, 29 Apr 2014 18:30:38 GMT` has a comma of its own.
        let text = self.take(usize::from(format == TimestampFormat::HttpDate))?;
        let value = match self.strictness {
            Strictness::Strict => Timestamp::parse_strict(&text, format),
            Strictness::Tolerant => Timestamp::parse(&text, format),
        };
        value.map_err(|_| self.wrong(&format!("a timestamp of the format {}", format.name())))
    }

    fn document(&mut self) -> Result<Document, Halt> {
        // OpenAPI's parameters without a schema: whatever the text is, it is a text, a number or a boolean.
        let text = self.take(0)?;
        Ok(match &*text {
            "true" => Document::Bool(true),
            "false" => Document::Bool(false),
            text => match text.parse::<i64>() {
                Ok(value) => Document::Number(Number::from(value)),
                Err(_) => Document::from(text),
            },
        })
    }

    fn skip(&mut self) -> Result<(), Halt> {
        self.take(0).map(|_| ())
    }

    fn finish(&mut self) -> Result<(), Halt> {
        Ok(())
    }
}
