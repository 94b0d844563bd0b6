//! Reads lists and maps.

use std::collections::HashSet;

use super::{Constraint, Decode, Halt, MapKey, Member, Next, Reader, Segment, Strictness, check};

/// Reads the items of a list.
pub struct ListReader<'r> {
    reader: &'r mut (dyn Reader + 'r),
    member: &'static Member,
    count: usize,
    null: bool,
    violated: bool,
    mark: usize,
    /// How many items are kept: a list with more is refused.
    most: u64,
    fingerprints: Option<HashSet<String>>,
    repeated: bool,
}

impl<'r> ListReader<'r> {
    /// For a list that is open.
    pub(super) fn new(reader: &'r mut (dyn Reader + 'r)) -> Self {
        let member = reader.current();
        let mark = reader.problems().mark();
        Self {
            reader,
            member,
            count: 0,
            null: false,
            violated: false,
            mark,
            most: member.max_length.unwrap_or(u64::MAX),
            fingerprints: member.unique.then(HashSet::new),
            repeated: false,
        }
    }

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
                if self.fingerprints.is_some() {
                    self.compare();
                }
            }
        }
        Ok(true)
    }

    /// The item. Nothing if it violates a constraint, is one too many, or a null that the reader passes over.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn value<T: Decode>(&mut self) -> Result<Option<T>, Halt> {
        if std::mem::take(&mut self.null) {
            return Ok(None);
        }
        match T::decode(self.reader) {
            Ok(value) => Ok((self.count as u64 <= self.most).then_some(value)),
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
        self.violated |= check::length(self.member, self.count as u64, problems).is_err();
        if self.repeated {
            problems.violate(Constraint::Unique, None);
            self.violated = true;
        }
    }

    /// Compares the item ahead with those before it, as far as they are kept. One that is equal to another is enough.
    fn compare(&mut self) {
        let Some(fingerprint) = self.reader.fingerprint() else { return };
        let Some(fingerprints) = &mut self.fingerprints else { return };
        self.repeated = match self.count as u64 <= self.most {
            true => !fingerprints.insert(fingerprint),
            false => fingerprints.contains(&fingerprint),
        };
        if self.repeated {
            self.fingerprints = None;
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
    /// How many entries are kept: a map with more is refused.
    most: u64,
}

impl<'r> MapReader<'r> {
    /// For a map that is open.
    pub(super) fn new(reader: &'r mut (dyn Reader + 'r)) -> Self {
        let member = reader.current();
        let mark = reader.problems().mark();
        let most = member.max_length.unwrap_or(u64::MAX);
        Self { reader, member, count: 0, null: false, violated: false, mark, most }
    }

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
            match check::check_text(keys, &entry.key, problems) {
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

    /// The value of `key`. Nothing if it violates a constraint, is one too many, or a null that the reader passes over.
    ///
    /// # Errors
    /// If the body is malformed.
    pub fn value<T: Decode>(&mut self, key: &str) -> Result<Option<T>, Halt> {
        if std::mem::take(&mut self.null) {
            return Ok(None);
        }
        match T::decode(self.reader) {
            Ok(value) => Ok((self.count as u64 <= self.most).then_some(value)),
            Err(halt) => self.failed(key, halt).map(|()| None),
        }
    }

    /// The key of that text. Nothing if there is no such key, which is a violation.
    pub fn key<K: MapKey>(&mut self, key: String) -> Option<K> {
        // The text is needed once more only if it is no key; most maps have any text for a key.
        let text = if K::shown().is_empty() { String::new() } else { key.clone() };
        let found = K::from_key(key);
        if found.is_none() {
            let shown = check::shown(self.member.keys.unwrap_or(self.member), &text);
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
            let length = check::length(self.member, self.count as u64, problems);
            self.violated |= length.is_err();
        }
        if self.violated { Err(Halt::Violated) } else { Ok(()) }
    }

    #[cold]
    fn failed(&mut self, key: &str, halt: Halt) -> Result<(), Halt> {
        let segment = Segment::key(key, self.member.keys);
        self.mark = self.reader.problems().within(self.mark, halt, &segment);
        self.violated = true;
        match halt {
            Halt::Violated => Ok(()),
            Halt::Malformed => Err(halt),
        }
    }
}
