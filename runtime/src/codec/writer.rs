//! What values are written to.

use super::{Encode, Member, Structure};
use crate::value::Timestamp;

/// A format that values are written in, one call a value.
///
/// Whoever writes a list or a map announces each item with the member that `open_…` gave back.
pub trait Writer {
    /// Begins a structure or union.
    fn open_structure(&mut self, structure: &'static Structure);
    /// Announces the member that is written next.
    fn member(&mut self, member: &'static Member);
    /// Ends a structure or union.
    fn close_structure(&mut self);
    /// Begins a list of `length` items. Returns what to announce each of them with.
    fn open_list(&mut self, length: usize) -> &'static Member;
    /// Announces an item.
    fn item(&mut self, member: &'static Member);
    /// Ends a list.
    fn close_list(&mut self);
    /// Begins a map of `length` entries. Returns what to announce each of them with.
    fn open_map(&mut self, length: usize) -> &'static Member;
    /// Writes a key, and announces its value.
    fn key(&mut self, key: &str, member: &'static Member);
    /// Ends a map.
    fn close_map(&mut self);
    /// Writes that there is no value.
    fn null(&mut self);
    /// Writes a boolean.
    fn boolean(&mut self, value: bool);
    /// Writes a whole number.
    fn integer(&mut self, value: i64);
    /// Writes a whole number that is not negative.
    fn unsigned(&mut self, value: u64);
    /// Writes a number.
    fn float32(&mut self, value: f32);
    /// Writes a number.
    fn float64(&mut self, value: f64);
    /// Writes a number by its text, which follows JSON's grammar.
    fn number(&mut self, text: &str);
    /// Writes a text.
    fn string(&mut self, value: &str);
    /// Writes bytes.
    fn blob(&mut self, value: &[u8]);
    /// Writes a timestamp, in the format that the member asks for.
    fn timestamp(&mut self, value: Timestamp);
    /// Says that the value cannot be written, and why: what has been written is not sent.
    fn refuse(&mut self, reason: String);
}

/// Writes the members of a structure or union.
pub struct StructureWriter<'w> {
    writer: &'w mut (dyn Writer + 'w),
    structure: &'static Structure,
}

impl<'a> dyn Writer + 'a {
    /// Begins a structure or union.
    pub fn structure(&mut self, structure: &'static Structure) -> StructureWriter<'_> {
        self.open_structure(structure);
        StructureWriter { writer: self, structure }
    }
}

impl StructureWriter<'_> {
    /// Writes the member at `index`.
    pub fn member<T: Encode + ?Sized>(&mut self, index: usize, value: &T) {
        if let Some(member) = self.structure.members.get(index) {
            self.writer.member(member);
            value.encode(self.writer);
        }
    }

    /// Writes the member at `index`, which holds nothing (`smithy.api#Unit`), as an empty structure.
    pub fn unit(&mut self, index: usize) {
        static UNIT: Structure = Structure::new("Unit", &[]);
        if let Some(member) = self.structure.members.get(index) {
            self.writer.member(member);
            self.writer.structure(&UNIT).end();
        }
    }

    /// Writes the member at `index` if it has a value.
    pub fn optional<T: Encode>(&mut self, index: usize, value: &Option<T>) {
        match value {
            Some(value) => self.member(index, value),
            None => self.absent(index),
        }
    }

    /// Refuses a member of a union that is known by its name only.
    #[cold]
    pub fn unknown(&mut self, name: &str) {
        let unknown = format!("{}::Unknown({name:?})", self.structure.name);
        self.writer.refuse(format!("`{unknown}` is a member that this crate does not know"));
    }

    /// Ends the structure.
    pub fn end(self) {
        self.writer.close_structure();
    }

    fn absent(&mut self, index: usize) {
        if let Some(member) = self.structure.members.get(index)
            && member.nullable
            && member.required
        {
            self.writer.member(member);
            self.writer.null();
        }
    }
}
