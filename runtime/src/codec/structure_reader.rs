//! Reads structures, member by member.

use super::{Constraint, Cursor, Decode, Found, Halt, Reader, Segment, Structure};

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
    #[inline]
    pub fn next(&mut self) -> Result<Option<usize>, Halt> {
        let next = self.reader.next_member(self.structure, &mut self.cursor)?;
        if self.structure.requires() {
            self.note(next);
        }
        Ok(next)
    }

    /// The value of the member that [`next`](Self::next) came to. Nothing if it violates a constraint.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn value<T: Decode>(&mut self) -> Result<Option<T>, Halt> {
        if self.cursor.null {
            self.cursor.null = false;
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
        if std::mem::take(&mut self.cursor.null) { Ok(()) } else { self.reader.skip() }
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
        self.seen.insert(index);
        let value = self.value()?;
        self.reader.finish()?;
        Ok(value)
    }

    /// Takes in what another reader made of the member at `index`: that of a header, say. What it found wrong is among the
    /// problems of [`reader`](Self::reader), with paths as seen from the member.
    ///
    /// # Errors
    /// If the text is malformed.
    pub fn take<T>(
        &mut self,
        index: usize,
        value: Result<Option<T>, Halt>,
    ) -> Result<Option<T>, Halt> {
        match value {
            Ok(None) => Ok(None),
            Ok(value) => {
                self.seen.insert(index);
                Ok(value)
            }
            Err(halt) => self.failed(index, halt).map(|()| None),
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

    /// The next member, whether the structure has it or not.
    pub(super) fn found(&mut self) -> Result<Option<Found>, Halt> {
        self.reader.next_found(self.structure, &mut self.cursor)
    }

    /// Remembers that a member was met.
    #[inline(never)]
    fn note(&mut self, member: Option<usize>) {
        if let Some(index) = member {
            self.seen.insert(index);
        }
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
