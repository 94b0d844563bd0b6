//! Values from JSON.

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::member::Name;
use super::scan::Token;
use crate::codec::shape::ANY;
use crate::codec::{
    Cursor, Entry, Found, Halt, MAX_DEPTH, Member, Next, Problems, Reader, Strictness, Structure,
    check, check_text,
};
use crate::value::{BigDecimal, BigInteger, Blob, Document, Timestamp, TimestampFormat};

/// Reads JSON.
#[derive(Debug)]
pub struct JsonReader<'b> {
    // As far as it is UTF-8.
    pub(super) text: &'b str,
    pub(super) pos: usize,
    pub(super) scratch: String,
    depth: usize,
    pub(super) member: &'static Member,
    pub(super) strictness: Strictness,
    timestamps: TimestampFormat,
    complete: bool,
    pub(super) problems: Problems,
}

/// For answers: services forget the padding.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl<'b> JsonReader<'b> {
    /// Reads `body`; timestamps in the format `timestamps` where the member asks for none.
    pub fn new(body: &'b [u8], strictness: Strictness, timestamps: TimestampFormat) -> Self {
        let (text, complete) = match std::str::from_utf8(body) {
            Ok(text) => (text, true),
            Err(error) => {
                let valid = body.get(..error.valid_up_to()).unwrap_or_default();
                (std::str::from_utf8(valid).unwrap_or_default(), false)
            }
        };
        Self {
            text,
            pos: 0,
            scratch: String::new(),
            depth: 0,
            member: &ANY,
            strictness,
            timestamps,
            complete,
            problems: Problems::new(),
        }
    }

    /// What is ahead is not `expected`.
    #[cold]
    pub(super) fn unexpected(&mut self, expected: &str) -> Halt {
        let found = match self.peek() {
            None if !self.complete => return self.wrong("bytes that are not UTF-8"),
            None => "the end of the body",
            Some(b'"') => "a string",
            Some(b'{') => "an object",
            Some(b'[') => "an array",
            Some(b't' | b'f') => "a boolean",
            Some(b'n') => "null",
            Some(b'-' | b'0'..=b'9') => "a number",
            Some(_) => {
                let found = self.rest().chars().next().unwrap_or_default();
                let message = format!("expected {expected}, found {found:?}");
                return self.problems.refuse(message, Some(self.pos));
            }
        };
        self.problems.refuse(format!("expected {expected}, found {found}"), Some(self.pos))
    }

    /// What is ahead is `wrong`.
    #[cold]
    pub(super) fn wrong(&mut self, wrong: &'static str) -> Halt {
        self.problems.refuse(wrong, Some(self.pos))
    }

    /// Enters an object or array whose bracket has just been seen.
    pub(super) fn descend(&mut self) -> Result<(), Halt> {
        if self.depth == MAX_DEPTH {
            return Err(self.wrong("values nested too deeply"));
        }
        self.depth += 1;
        self.pos += 1;
        Ok(())
    }

    /// Leaves an object or array whose bracket has just been seen.
    pub(super) fn ascend(&mut self) -> Result<(), Halt> {
        self.pos += 1;
        self.depth -= 1;
        if self.depth == 0 { self.trailing() } else { Ok(()) }
    }

    fn trailing(&mut self) -> Result<(), Halt> {
        match self.peek() {
            None if self.complete => Ok(()),
            _ => Err(self.unexpected("the end of the body")),
        }
    }

    fn open(&mut self, bracket: u8, expected: &str) -> Result<(), Halt> {
        if self.peek() == Some(bracket) {
            self.descend()
        } else if self.depth == 0 && bracket == b'{' && self.is_absent()? {
            // No body says as much as one without members.
            self.depth = 1;
            Ok(())
        } else {
            Err(self.unexpected(expected))
        }
    }

    /// Whether there is no body, or for a client none to speak of.
    #[cold]
    fn is_absent(&mut self) -> Result<bool, Halt> {
        if self.is_empty() {
            return Ok(true);
        }
        if self.strictness == Strictness::Tolerant && self.peek() == Some(b'n') {
            self.literal("null")?;
            self.trailing()?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Whether the end that was met is that of a body which did not begin.
    #[cold]
    pub(super) fn ends_absent(&mut self) -> bool {
        let absent = self.depth == 1 && self.complete && !self.text.trim_start().starts_with('{');
        if absent {
            self.depth = 0;
        }
        absent
    }

    fn read_text(&mut self) -> Result<Token<'b>, Halt> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a string"));
        }
        let token = self.quoted()?;
        if self.member.constrained {
            let text = match token {
                Token::Plain(text) => text,
                Token::Escaped => &self.scratch,
            };
            check_text(self.member, text, &mut self.problems)?;
        }
        Ok(token)
    }
}

impl Reader for JsonReader<'_> {
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
        self.text.is_empty() && self.complete
    }

    fn refuse(&mut self, message: String) -> Halt {
        self.problems.refuse(message, Some(self.pos))
    }

    fn open_structure(&mut self) -> Result<(), Halt> {
        self.open(b'{', "an object")
    }

    fn next_member(
        &mut self,
        structure: &'static Structure,
        cursor: &mut Cursor,
    ) -> Result<Option<usize>, Halt> {
        loop {
            match self.next_name(structure, cursor)? {
                Some(Name::Member(index)) => {
                    if let Some(member) = structure.members.get(index) {
                        self.member = member;
                    }
                    return Ok(Some(index));
                }
                Some(Name::Unknown(name)) => self.unknown_member(structure, cursor, name)?,
                None => return Ok(None),
            }
        }
    }

    fn next_found(
        &mut self,
        structure: &'static Structure,
        cursor: &mut Cursor,
    ) -> Result<Option<Found>, Halt> {
        loop {
            match self.next_name(structure, cursor)? {
                Some(Name::Member(index)) => {
                    if let Some(member) = structure.members.get(index) {
                        self.member = member;
                    }
                    return Ok(Some(Found::Member(index)));
                }
                Some(Name::Unknown(name)) => match self.token_text(name) {
                    // Says what is set, which the member says, too.
                    "__type" => self.skip_value()?,
                    name => return Ok(Some(Found::Unknown(name.to_owned()))),
                },
                None => return Ok(None),
            }
        }
    }

    fn open_list(&mut self) -> Result<(), Halt> {
        self.open(b'[', "an array")
    }

    fn next_item(
        &mut self,
        mut first: bool,
        nullable: bool,
        member: &'static Member,
    ) -> Result<Next, Halt> {
        if !self.next_value(&mut first)? {
            self.ascend()?;
            return Ok(Next::End);
        }
        self.member = member;
        if !nullable && self.null()? { Ok(Next::Null) } else { Ok(Next::Value) }
    }

    fn open_map(&mut self) -> Result<(), Halt> {
        self.open(b'{', "an object")
    }

    fn next_entry(
        &mut self,
        mut first: bool,
        nullable: bool,
        member: &'static Member,
    ) -> Result<Option<Entry>, Halt> {
        if first && self.peek().is_none() && self.ends_absent() {
            return Ok(None);
        }
        if !self.next_key(&mut first)? {
            self.ascend()?;
            return Ok(None);
        }
        let token = self.quoted()?;
        let key = self.token_text(token).to_owned();
        let null = self.colon()? == Some(b'n') && !nullable;
        if null {
            self.literal("null")?;
        }
        self.member = member;
        Ok(Some(Entry { key, null }))
    }

    fn fingerprint(&mut self) -> Option<String> {
        self.peek();
        let (pos, depth) = (self.pos, self.depth);
        let problems = std::mem::take(&mut self.problems);
        let mut fingerprint = String::new();
        // Timestamps by the time that they say.
        let time = self.member.timestamp.and_then(|_| self.timestamp().ok());
        let read = match time {
            Some(time) => {
                fingerprint = time.format(TimestampFormat::EpochSeconds);
                Ok(())
            }
            None => {
                (self.pos, self.depth) = (pos, depth);
                self.write_fingerprint(&mut fingerprint)
            }
        };
        (self.pos, self.depth) = (pos, depth);
        self.problems = problems;
        read.ok().map(|()| fingerprint)
    }

    fn null(&mut self) -> Result<bool, Halt> {
        if self.peek() == Some(b'n') { self.literal("null").map(|()| true) } else { Ok(false) }
    }

    fn boolean(&mut self) -> Result<bool, Halt> {
        match self.peek() {
            Some(b't') => self.literal("true").map(|()| true),
            Some(b'f') => self.literal("false").map(|()| false),
            _ => Err(self.unexpected("a boolean")),
        }
    }

    fn integer(&mut self, min: i64, max: i64) -> Result<i64, Halt> {
        self.integer_within(min, max)
    }

    fn float32(&mut self) -> Result<f32, Halt> {
        self.read_float32()
    }

    fn float64(&mut self) -> Result<f64, Halt> {
        self.read_float64()
    }

    fn big_integer(&mut self) -> Result<BigInteger, Halt> {
        match self.big_number("an integer")?.parse() {
            Ok(value) => Ok(value),
            Err(_) => Err(self.wrong("expected an integer")),
        }
    }

    fn big_decimal(&mut self) -> Result<BigDecimal, Halt> {
        match self.big_number("a number")?.parse() {
            Ok(value) => Ok(value),
            Err(_) => Err(self.wrong("expected a number")),
        }
    }

    fn string(&mut self) -> Result<String, Halt> {
        let token = self.read_text()?;
        Ok(self.token_text(token).to_owned())
    }

    fn string_slice(&mut self) -> Result<&str, Halt> {
        let token = self.read_text()?;
        Ok(self.token_text(token))
    }

    fn blob(&mut self) -> Result<Blob, Halt> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a string of base64"));
        }
        let token = self.quoted()?;
        let text = self.token_text(token);
        let bytes = match self.strictness {
            Strictness::Strict => STANDARD.decode(text),
            Strictness::Tolerant => LENIENT.decode(text),
        };
        let Ok(bytes) = bytes else { return Err(self.wrong("a string that is not base64")) };
        if self.member.constrained {
            check::blob(self.member, &bytes, &mut self.problems)?;
        }
        Ok(Blob::from(bytes))
    }

    fn timestamp(&mut self) -> Result<Timestamp, Halt> {
        let format = self.member.timestamp.unwrap_or(self.timestamps);
        let first = self.peek();
        let start = self.pos;
        let value = if format == TimestampFormat::EpochSeconds {
            let Some((number, _)) = self.number_text() else {
                return Err(self.unexpected("a number of seconds"));
            };
            Timestamp::from_number(&number)
        } else if first == Some(b'"') {
            let token = self.quoted()?;
            let text = self.token_text(token);
            match self.strictness {
                Strictness::Strict => Timestamp::parse_strict(text, format).ok(),
                Strictness::Tolerant => Timestamp::parse(text, format).ok(),
            }
        } else {
            return Err(self.unexpected("a string with a timestamp"));
        };
        match value {
            Some(value) => Ok(value),
            None => {
                self.pos = start;
                Err(self.refuse(format!("expected a timestamp of the format {}", format.name())))
            }
        }
    }

    fn document(&mut self) -> Result<Document, Halt> {
        self.document_value()
    }

    fn skip(&mut self) -> Result<(), Halt> {
        self.skip_value()
    }

    fn finish(&mut self) -> Result<(), Halt> {
        self.trailing()
    }
}
