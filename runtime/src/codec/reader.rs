//! What values are read from.

use super::{Constraint, Decode, Halt, MapKey, Member, Problems, Segment, Strictness, Structure};
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
        let mut members = StructureReader::unopened(self, structure);
        members.open()?;
        Ok(UnionReader { members, closed: false })
    }

    /// Begins a list.
    ///
    /// # Errors
    /// If there is something else.
    pub fn list(&mut self) -> Result<ListReader<'_>, Halt> {
        let member = self.current();
        self.open_list()?;
        let mark = self.problems().mark();
        let fingerprints = member.unique.then(Vec::new);
        Ok(ListReader {
            reader: self,
            member,
            count: 0,
            null: false,
            violated: false,
            mark,
            fingerprints,
        })
    }

    /// Begins a map.
    ///
    /// # Errors
    /// If there is something else.
    pub fn map(&mut self) -> Result<MapReader<'_>, Halt> {
        let member = self.current();
        self.open_map()?;
        let mark = self.problems().mark();
        Ok(MapReader { reader: self, member, count: 0, null: false, violated: false, mark })
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
        let shown = super::check::shown(self.current(), &text);
        self.problems().violate(constraint, shown)
    }
}

/// Reads the members of a structure, wherever they come in the body.
pub struct StructureReader<'r> {
    reader: &'r mut (dyn Reader + 'r),
    structure: &'static Structure,
    cursor: Cursor,
    seen: Seen,
}

/// Which members were met: only kept where some are required.
#[derive(Default)]
struct Seen {
    first: u128,
    // Members from the 129th on. Few structures have so many.
    others: Vec<usize>,
}

impl Seen {
    fn insert(&mut self, index: usize) {
        match u32::try_from(index).ok().and_then(|index| 1_u128.checked_shl(index)) {
            Some(bit) => self.first |= bit,
            None if self.others.contains(&index) => {}
            None => self.others.push(index),
        }
    }

    fn contains(&self, index: usize) -> bool {
        match u32::try_from(index).ok().and_then(|index| 1_u128.checked_shl(index)) {
            Some(bit) => self.first & bit != 0,
            None => self.others.contains(&index),
        }
    }
}

impl<'r> StructureReader<'r> {
    /// For a structure whose members may all come from outside the body: nothing is read before
    /// [`open`](Self::open).
    pub fn unopened(reader: &'r mut (dyn Reader + 'r), structure: &'static Structure) -> Self {
        let cursor = Cursor {
            expected: 0,
            current: 0,
            first: true,
            null: false,
            violated: false,
            mark: reader.problems().mark(),
        };
        Self { reader, structure, cursor, seen: Seen::default() }
    }

    /// Begins the structure in the body.
    ///
    /// # Errors
    /// If there is something else.
    pub fn open(&mut self) -> Result<(), Halt> {
        self.reader.open_structure()
    }

    /// The table of the structure.
    pub fn structure(&self) -> &'static Structure {
        self.structure
    }

    /// What the body is read with.
    pub fn reader(&mut self) -> &mut dyn Reader {
        self.reader
    }

    /// The next member that is there, by its place in the table; nothing at the end.
    ///
    /// # Errors
    /// If the body is malformed.
    #[expect(clippy::should_implement_trait, reason = "an iterator could not stop at an error")]
    pub fn next(&mut self) -> Result<Option<usize>, Halt> {
        self.reader.next_member(self.structure, &mut self.cursor)
    }

    /// The value of the member that [`next`](Self::next) came to. Nothing if it violates a constraint.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn value<T: Decode>(&mut self) -> Result<Option<T>, Halt> {
        if self.take_null() {
            return Ok(None);
        }
        match T::decode(self.reader) {
            Ok(value) => Ok(Some(value)),
            Err(halt) => self.failed(self.cursor.current, halt).map(|()| None),
        }
    }

    /// Passes over the value of the member that [`next`](Self::next) came to.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn skip(&mut self) -> Result<(), Halt> {
        if self.take_null() { Ok(()) } else { self.reader.skip() }
    }

    /// The whole body as the value of the member at `index`. Nothing if there is no body, or it violates a constraint.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn payload<T: Decode>(&mut self, index: usize) -> Result<Option<T>, Halt> {
        if self.reader.is_empty() {
            return Ok(None);
        }
        if let Some(member) = self.structure.members.get(index) {
            self.reader.set_member(member);
        }
        self.cursor.current = index;
        if !T::NULLABLE && self.reader.null()? {
            self.reader.finish()?;
            return Ok(None);
        }
        let value = self.value()?;
        self.reader.finish()?;
        Ok(value)
    }

    /// Takes in what another reader, whose `problems` these are, made of the member at `index`: that of a header, say.
    ///
    /// # Errors
    /// If the text is malformed.
    pub fn take<T>(
        &mut self,
        index: usize,
        value: Result<Option<T>, Halt>,
        problems: Problems,
    ) -> Result<Option<T>, Halt> {
        match value {
            Ok(None) => Ok(None),
            Ok(value) => {
                self.seen.insert(index);
                Ok(value)
            }
            Err(halt) => {
                self.reader.problems().append(problems);
                self.failed(index, halt).map(|()| None)
            }
        }
    }

    /// Ends the structure.
    ///
    /// # Errors
    /// [`Halt::Violated`] if a required member is missing, or anything in the structure violates a constraint.
    pub fn end(mut self) -> Result<(), Halt> {
        if self.structure.requires() {
            self.require();
        }
        if self.cursor.violated { Err(Halt::Violated) } else { Ok(()) }
    }

    fn take_null(&mut self) -> bool {
        if self.structure.requires() {
            self.seen.insert(self.cursor.current);
        }
        std::mem::take(&mut self.cursor.null)
    }

    #[cold]
    fn failed(&mut self, index: usize, halt: Halt) -> Result<(), Halt> {
        let problems = self.reader.problems();
        if let Some(member) = self.structure.members.get(index) {
            let segment = Segment::Member { name: member.name, index };
            self.cursor.mark = problems.within(self.cursor.mark, halt, &segment);
        }
        self.cursor.violated = true;
        // It is there, and what is wrong with it has been said.
        self.seen.insert(index);
        match halt {
            Halt::Violated => Ok(()),
            Halt::Malformed => Err(halt),
        }
    }

    fn require(&mut self) {
        for (index, member) in self.structure.members.iter().enumerate() {
            if member.required && !self.seen.contains(index) {
                let segment = Segment::Member { name: member.name, index };
                let problems = self.reader.problems();
                problems.violate_at(segment.into(), Constraint::Required, None);
                self.cursor.mark = problems.mark();
                self.cursor.violated = true;
            }
        }
    }
}

/// Reads the one member of a union that is set.
pub struct UnionReader<'r> {
    members: StructureReader<'r>,
    closed: bool,
}

/// The member of a union that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnionMember {
    /// One that the union has, by its place in the table.
    Known(usize),
    /// Another one, by its name. Empty if there is none at all.
    Unknown(String),
}

impl UnionReader<'_> {
    /// The member that is set.
    ///
    /// # Errors
    /// If the body is malformed; from a strict reader, if there is none.
    #[expect(clippy::should_implement_trait, reason = "an iterator could not stop at an error")]
    pub fn next(&mut self) -> Result<UnionMember, Halt> {
        match self.found()? {
            Some(Found::Member(index)) => Ok(UnionMember::Known(index)),
            Some(Found::Unknown(name)) => Ok(UnionMember::Unknown(name)),
            None if self.members.reader.strictness() == Strictness::Strict => {
                Err(self.refuse("no member of the union is set"))
            }
            None => Ok(UnionMember::Unknown(String::new())),
        }
    }

    /// Its value.
    ///
    /// # Errors
    /// If the body is malformed, or the value violates a constraint.
    pub fn value<T: Decode>(&mut self) -> Result<T, Halt> {
        match self.members.value() {
            Ok(Some(value)) => Ok(value),
            Ok(None) => {
                // The caller stops here; whoever reads on must find the union closed.
                self.close()?;
                Err(Halt::Violated)
            }
            Err(halt) => Err(halt),
        }
    }

    /// Its value, where only the member itself says something: `{}`.
    ///
    /// # Errors
    /// If there is no structure.
    pub fn unit(&mut self) -> Result<(), Halt> {
        static UNIT: Structure = Structure::new("Unit", &[]);
        let mut members = self.members.reader.structure(&UNIT)?;
        while members.next()?.is_some() {
            members.skip()?;
        }
        members.end()
    }

    /// The name of a member that the union does not have, whose value is passed over.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn unknown(&mut self, member: UnionMember) -> Result<String, Halt> {
        match member {
            // Not even a name: the union is closed already.
            UnionMember::Unknown(name) if name.is_empty() => Ok(name),
            UnionMember::Unknown(name) => self.members.reader.skip().map(|()| name),
            UnionMember::Known(index) => {
                let member = self.members.structure.members.get(index);
                let name = member.map_or("", |member| member.name).to_owned();
                self.members.skip().map(|()| name)
            }
        }
    }

    /// Refuses a member that the union does not have.
    pub fn unrecognised(&mut self) -> Halt {
        self.refuse("the union has no such member")
    }

    /// Ends the union.
    ///
    /// # Errors
    /// If the body is malformed; from a strict reader, if a second member is set.
    pub fn end(mut self) -> Result<(), Halt> {
        self.close()
    }

    fn close(&mut self) -> Result<(), Halt> {
        while self.found()?.is_some() {
            if self.members.reader.strictness() == Strictness::Strict {
                return Err(self.refuse("more than one member of the union is set"));
            }
            self.members.reader.skip()?;
        }
        Ok(())
    }

    fn found(&mut self) -> Result<Option<Found>, Halt> {
        if self.closed {
            return Ok(None);
        }
        let found =
            self.members.reader.next_found(self.members.structure, &mut self.members.cursor)?;
        self.closed = found.is_none();
        Ok(found)
    }

    #[cold]
    fn refuse(&mut self, message: &str) -> Halt {
        let name = self.members.structure.name;
        self.members.reader.refuse(format!("{message}: {name}"))
    }
}

/// Reads the items of a list.
pub struct ListReader<'r> {
    reader: &'r mut (dyn Reader + 'r),
    member: &'static Member,
    count: usize,
    null: bool,
    violated: bool,
    mark: usize,
    fingerprints: Option<Vec<String>>,
}

impl ListReader<'_> {
    /// Goes to the next item, if there is one.
    ///
    /// # Errors
    /// If the body is malformed, or there is a null that is not `nullable` and the reader strict.
    pub fn next(&mut self, nullable: bool) -> Result<bool, Halt> {
        let next = self.reader.next_item(self.count == 0, nullable, self.member.item())?;
        self.count += 1;
        match next {
            Next::End => {
                self.count -= 1;
                return Ok(false);
            }
            Next::Null => {
                self.null = true;
                if self.reader.strictness() == Strictness::Strict {
                    let halt = self.reader.refuse("null is not allowed in this list".to_owned());
                    return self.failed(halt).map(|()| false);
                }
            }
            Next::Value => {
                if let Some(fingerprints) = &mut self.fingerprints {
                    fingerprints.extend(self.reader.fingerprint());
                }
            }
        }
        Ok(true)
    }

    /// The item. Nothing if it violates a constraint, or is a null that the reader passes over.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn value<T: Decode>(&mut self) -> Result<Option<T>, Halt> {
        if std::mem::take(&mut self.null) {
            return Ok(None);
        }
        match T::decode(self.reader) {
            Ok(value) => Ok(Some(value)),
            Err(halt) => self.failed(halt).map(|()| None),
        }
    }

    /// Ends the list.
    ///
    /// # Errors
    /// If an item, or the list itself, violates a constraint.
    pub fn end(mut self) -> Result<(), Halt> {
        if self.member.constrained {
            self.check();
        }
        if self.violated { Err(Halt::Violated) } else { Ok(()) }
    }

    #[cold]
    fn failed(&mut self, halt: Halt) -> Result<(), Halt> {
        let segment = Segment::Index(self.count.saturating_sub(1));
        self.mark = self.reader.problems().within(self.mark, halt, &segment);
        self.violated = true;
        match halt {
            Halt::Violated => Ok(()),
            Halt::Malformed => Err(halt),
        }
    }

    fn check(&mut self) {
        let problems = self.reader.problems();
        self.violated |= super::check::length(self.member, self.count as u64, problems).is_err();
        if let Some(fingerprints) = &mut self.fingerprints {
            fingerprints.sort_unstable();
            if fingerprints.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
                problems.violate(Constraint::Unique, None);
                self.violated = true;
            }
        }
    }
}

/// Reads the entries of a map.
pub struct MapReader<'r> {
    reader: &'r mut (dyn Reader + 'r),
    member: &'static Member,
    count: usize,
    null: bool,
    violated: bool,
    mark: usize,
}

impl MapReader<'_> {
    /// Goes to the next entry, if there is one, and reads its key.
    ///
    /// # Errors
    /// If the body is malformed, or there is a null that is not `nullable` and the reader strict.
    pub fn next(&mut self, nullable: bool) -> Result<Option<String>, Halt> {
        let entry = self.reader.next_entry(self.count == 0, nullable, self.member.item())?;
        let Some(entry) = entry else { return Ok(None) };
        self.count += 1;
        if let Some(keys) = self.member.keys
            && keys.constrained
        {
            let problems = self.reader.problems();
            // A bad key is a fault of the map: that is where Smithy points.
            match super::check::check_text(keys, &entry.key, problems) {
                Err(Halt::Malformed) => return Err(Halt::Malformed),
                Err(Halt::Violated) => self.violated = true,
                Ok(()) => {}
            }
            self.mark = problems.mark();
        }
        if entry.null && self.reader.strictness() == Strictness::Strict {
            let halt = self.reader.refuse("null is not allowed in this map".to_owned());
            return self.failed(&entry.key, halt).map(|()| None);
        }
        self.null = entry.null;
        Ok(Some(entry.key))
    }

    /// The value of `key`. Nothing if it violates a constraint, or is a null that the reader passes over.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn value<T: Decode>(&mut self, key: &str) -> Result<Option<T>, Halt> {
        if std::mem::take(&mut self.null) {
            return Ok(None);
        }
        match T::decode(self.reader) {
            Ok(value) => Ok(Some(value)),
            Err(halt) => self.failed(key, halt).map(|()| None),
        }
    }

    /// The key of that text. Nothing if there is no such key, which is a violation.
    pub fn key<K: MapKey>(&mut self, key: String) -> Option<K> {
        // The text is needed once more only if it is no key; most maps have any text for a key.
        let text = if K::shown().is_empty() { String::new() } else { key.clone() };
        let found = K::from_key(key);
        if found.is_none() {
            let shown = super::check::shown(self.member.keys.unwrap_or(self.member), &text);
            let problems = self.reader.problems();
            problems.violate(Constraint::Enum { values: K::shown() }, shown);
            self.mark = problems.mark();
            self.violated = true;
        }
        found
    }

    /// Ends the map.
    ///
    /// # Errors
    /// If a key, a value, or the map itself, violates a constraint.
    pub fn end(mut self) -> Result<(), Halt> {
        if self.member.constrained {
            let problems = self.reader.problems();
            let length = super::check::length(self.member, self.count as u64, problems);
            self.violated |= length.is_err();
        }
        if self.violated { Err(Halt::Violated) } else { Ok(()) }
    }

    #[cold]
    fn failed(&mut self, key: &str, halt: Halt) -> Result<(), Halt> {
        let segment = Segment::Key(key.to_owned());
        self.mark = self.reader.problems().within(self.mark, halt, &segment);
        self.violated = true;
        match halt {
            Halt::Violated => Ok(()),
            Halt::Malformed => Err(halt),
        }
    }
}
