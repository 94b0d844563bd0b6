//! What values are read from.

use super::{
    Constraint, Halt, ListReader, MapReader, Member, Problems, Strictness, Structure,
    StructureReader, UnionReader, check,
};
use crate::value::{BigDecimal, BigInteger, Blob, Document, Timestamp};

/// A format that values are read from, one call a value.
///
/// Every scalar is held against the constraints of the current member, which `next_…` and
/// [`set_member`](Self::set_member) set. Whoever opens a structure, list or map goes on until its end is met.
pub trait Reader {
    /// How much it puts up with.
    fn strictness(&self) -> Strictness;
    /// What it found wrong so far.
    fn problems(&mut self) -> &mut Problems;
    /// What the next value is held against.
    fn current(&self) -> &'static Member;
    /// Sets what the next value is held against.
    fn set_member(&mut self, member: &'static Member);
    /// Whether there is no body at all.
    fn is_empty(&self) -> bool;
    /// Records that the value at hand is not what it should be.
    fn refuse(&mut self, message: String) -> Halt;

    /// Begins a structure or union.
    ///
    /// # Errors
    /// If there is something else.
    fn open_structure(&mut self) -> Result<(), Halt>;
    /// Goes to the next member that `structure` has and that is not null, passing over others. At the end, closes the
    /// structure.
    ///
    /// # Errors
    /// If the body is malformed.
    fn next_member(
        &mut self,
        structure: &'static Structure,
        cursor: &mut Cursor,
    ) -> Result<Option<usize>, Halt>;
    /// Goes to the next member that is not null, whether `structure` has it or not. At the end, closes the structure.
    ///
    /// # Errors
    /// If the body is malformed.
    fn next_found(
        &mut self,
        structure: &'static Structure,
        cursor: &mut Cursor,
    ) -> Result<Option<Found>, Halt>;
    /// Begins a list.
    ///
    /// # Errors
    /// If there is something else.
    fn open_list(&mut self) -> Result<(), Halt>;
    /// Goes to the next item, which is held against `member`. A null is taken in, unless `nullable`. At the end, closes
    /// the list.
    ///
    /// # Errors
    /// If the body is malformed.
    fn next_item(
        &mut self,
        first: bool,
        nullable: bool,
        member: &'static Member,
    ) -> Result<Next, Halt>;
    /// Begins a map.
    ///
    /// # Errors
    /// If there is something else.
    fn open_map(&mut self) -> Result<(), Halt>;
    /// Reads the next key, and goes to its value, which is held against `member`. A null is taken in, unless
    /// `nullable`. At the end, closes the map.
    ///
    /// # Errors
    /// If the body is malformed.
    fn next_entry(
        &mut self,
        first: bool,
        nullable: bool,
        member: &'static Member,
    ) -> Result<Option<Entry>, Halt>;
    /// A text that is the same for equal values, from the value ahead, which is left unread. Nothing if that is
    /// malformed.
    fn fingerprint(&mut self) -> Option<String>;

    /// Takes in a null, if there is one.
    ///
    /// # Errors
    /// If the body is malformed.
    fn null(&mut self) -> Result<bool, Halt>;
    /// Reads a boolean.
    ///
    /// # Errors
    /// If there is something else.
    fn boolean(&mut self) -> Result<bool, Halt>;
    /// Reads a whole number.
    ///
    /// # Errors
    /// If there is something else, it is not within `min` and `max`, or violates a constraint.
    fn integer(&mut self, min: i64, max: i64) -> Result<i64, Halt>;
    /// Reads a number.
    ///
    /// # Errors
    /// If there is something else, it is out of range, or violates a constraint.
    fn float32(&mut self) -> Result<f32, Halt>;
    /// Reads a number.
    ///
    /// # Errors
    /// If there is something else, it is out of range, or violates a constraint.
    fn float64(&mut self) -> Result<f64, Halt>;
    /// Reads a whole number of any size.
    ///
    /// # Errors
    /// If there is something else, or it violates a constraint.
    fn big_integer(&mut self) -> Result<BigInteger, Halt>;
    /// Reads a number of any size.
    ///
    /// # Errors
    /// If there is something else, or it violates a constraint.
    fn big_decimal(&mut self) -> Result<BigDecimal, Halt>;
    /// Reads a text.
    ///
    /// # Errors
    /// If there is something else, or it violates a constraint.
    fn string(&mut self) -> Result<String, Halt>;
    /// Reads a text without keeping it.
    ///
    /// # Errors
    /// If there is something else, or it violates a constraint.
    fn string_slice(&mut self) -> Result<&str, Halt>;
    /// Reads bytes.
    ///
    /// # Errors
    /// If there is something else, or it violates a constraint.
    fn blob(&mut self) -> Result<Blob, Halt>;
    /// Reads a timestamp, in the format that the member asks for.
    ///
    /// # Errors
    /// If there is something else.
    fn timestamp(&mut self) -> Result<Timestamp, Halt>;
    /// Reads anything.
    ///
    /// # Errors
    /// If the body is malformed.
    fn document(&mut self) -> Result<Document, Halt>;
    /// Passes over anything.
    ///
    /// # Errors
    /// If the body is malformed.
    fn skip(&mut self) -> Result<(), Halt>;
    /// Makes sure that nothing follows.
    ///
    /// # Errors
    /// If something does.
    fn finish(&mut self) -> Result<(), Halt>;
}

/// How far a structure has been read.
#[derive(Clone, Copy, Debug)]
pub struct Cursor {
    /// The member to expect next.
    pub expected: usize,
    /// The member whose value is next.
    pub current: usize,
    /// Whether no member has been met yet.
    pub first: bool,
    /// Whether the current member's value was null, and has been taken in.
    pub null: bool,
    /// Whether anything in the structure violates a constraint.
    pub violated: bool,
    /// How many violations have been placed.
    pub mark: usize,
}

/// A member of a union, known or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One that the union has.
    Member(usize),
    /// Another one.
    Unknown(String),
}

/// What a list goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// A value.
    Value,
    /// A null, which has been taken in.
    Null,
    /// Its end.
    End,
}

/// An entry of a map, up to its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Whether the value was null, and has been taken in.
    pub null: bool,
}

impl<'a> dyn Reader + 'a {
    /// Begins a structure.
    ///
    /// # Errors
    /// If there is something else.
    pub fn structure(
        &mut self,
        structure: &'static Structure,
    ) -> Result<StructureReader<'_>, Halt> {
        let mut members = StructureReader::unopened(self, structure);
        members.open()?;
        Ok(members)
    }

    /// Begins a union.
    ///
    /// # Errors
    /// If there is something else.
    pub fn union(&mut self, structure: &'static Structure) -> Result<UnionReader<'_>, Halt> {
        self.structure(structure).map(UnionReader::new)
    }

    /// Begins a list.
    ///
    /// # Errors
    /// If there is something else.
    pub fn list(&mut self) -> Result<ListReader<'_>, Halt> {
        self.open_list()?;
        Ok(ListReader::new(self))
    }

    /// Begins a map.
    ///
    /// # Errors
    /// If there is something else.
    pub fn map(&mut self) -> Result<MapReader<'_>, Halt> {
        self.open_map()?;
        Ok(MapReader::new(self))
    }

    /// Reads a text, and makes a value of it.
    ///
    /// # Errors
    /// If there is something else, or it violates a constraint.
    pub fn text<T>(&mut self, read: impl FnOnce(&str) -> T) -> Result<T, Halt> {
        self.string_slice().map(read)
    }

    /// Reads a text that only a few are allowed for.
    ///
    /// # Errors
    /// If there is something else. If `read` gives nothing, that is a violation which lists `shown`.
    pub fn enumerated<T>(
        &mut self,
        shown: &'static [&'static str],
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Halt> {
        let text = self.string_slice()?;
        match read(text) {
            Some(value) => Ok(value),
            None => {
                let text = text.to_owned();
                Err(self.not_enumerated(Constraint::Enum { values: shown }, text))
            }
        }
    }

    /// Reads a whole number that only a few are allowed for.
    ///
    /// # Errors
    /// If there is something else. If `read` gives nothing, that is a violation which lists `shown`.
    pub fn integer_enumerated<T>(
        &mut self,
        shown: &'static [i32],
        read: impl FnOnce(i32) -> Option<T>,
    ) -> Result<T, Halt> {
        let value = self.integer(i64::from(i32::MIN), i64::from(i32::MAX))?;
        let found = i32::try_from(value).ok().and_then(read);
        found.ok_or_else(|| {
            self.not_enumerated(Constraint::IntEnum { values: shown }, value.to_string())
        })
    }

    #[cold]
    fn not_enumerated(&mut self, constraint: Constraint, text: String) -> Halt {
        let shown = check::shown(self.current(), &text);
        self.problems().violate(constraint, shown)
    }
}
