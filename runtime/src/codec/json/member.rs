//! Members of structures from JSON.

use super::JsonReader;
use super::scan::Token;
use crate::codec::{Constraint, Cursor, Halt, Path, Segment, Strictness, Structure};

/// The name of a member, known or not.
pub(super) enum Name<'b> {
    Member(usize),
    Unknown(Token<'b>),
}

impl<'b> JsonReader<'b> {
    /// Goes to the next member, known or not, whose value is not null, and up to that value.
    #[inline]
    pub(super) fn next_name(
        &mut self,
        structure: &'static Structure,
        cursor: &mut Cursor,
    ) -> Result<Option<Name<'b>>, Halt> {
        loop {
            let mut byte = self.peek();
            match byte {
                Some(b'}') => {
                    self.ascend()?;
                    return Ok(None);
                }
                Some(b',') if !cursor.first => {
                    self.pos += 1;
                    byte = self.peek();
                }
                None if cursor.first && self.ends_absent() => return Ok(None),
                _ if !cursor.first => return Err(self.unexpected("`,` or `}`")),
                _ => {}
            }
            cursor.first = false;
            if byte != Some(b'"') {
                return Err(self.unexpected("a name in quotes"));
            }
            let name = match self.expected_name(structure, cursor.expected) {
                true => Name::Member(cursor.expected),
                false => {
                    let token = self.quoted()?;
                    match structure.find_json(self.token_text(token)) {
                        Some(index) => Name::Member(index),
                        None => Name::Unknown(token),
                    }
                }
            };
            if let Name::Member(index) = name {
                cursor.current = index;
                cursor.expected = index + 1;
            }
            if self.colon()? != Some(b'n') {
                return Ok(Some(name));
            }
            self.literal("null")?;
            if let Name::Member(index) = name
                && structure.members.get(index).is_some_and(|member| member.nullable)
            {
                cursor.null = true;
                return Ok(Some(name));
            }
        }
    }

    /// Reads the name of the member at `index`, if that is what is ahead: most bodies are in the model's order.
    #[inline]
    fn expected_name(&mut self, structure: &'static Structure, index: usize) -> bool {
        let Some(member) = structure.members.get(index) else { return false };
        let name = member.json.as_bytes();
        let start = self.pos + 1;
        let Some(quoted) = self.text.as_bytes().get(start..start + name.len() + 1) else {
            return false;
        };
        let Some((b'"', found)) = quoted.split_last() else { return false };
        if found != name {
            return false;
        }
        self.pos = start + name.len() + 1;
        true
    }

    /// Passes over a member that the structure does not have.
    #[cold]
    pub(super) fn unknown_member(
        &mut self,
        structure: &'static Structure,
        cursor: &mut Cursor,
        name: Token<'b>,
    ) -> Result<(), Halt> {
        if structure.closed && self.strictness == Strictness::Strict {
            let path = Path::from(Segment::key(self.token_text(name), None));
            self.problems.violate_at(path, Constraint::Unknown, None);
            cursor.violated = true;
            cursor.mark = self.problems.mark();
        }
        self.skip_value()
    }
}
