//! Reads unions.

use super::{Decode, Found, Halt, Strictness, Structure, StructureReader};

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

impl<'r> UnionReader<'r> {
    /// For a union that is open.
    pub(super) fn new(members: StructureReader<'r>) -> Self {
        Self { members, closed: false }
    }

    /// The member that is set.
    ///
    /// # Errors
    /// If the body is malformed; from a strict reader, if there is none.
    #[expect(clippy::should_implement_trait, reason = "an iterator could not stop at an error")]
    pub fn next(&mut self) -> Result<UnionMember, Halt> {
        match self.found()? {
            Some(Found::Member(index)) => Ok(UnionMember::Known(index)),
            Some(Found::Unknown(name)) => Ok(UnionMember::Unknown(name)),
            None if self.members.reader().strictness() == Strictness::Strict => {
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
        let mut members = self.members.reader().structure(&UNIT)?;
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
            UnionMember::Unknown(name) => self.members.reader().skip().map(|()| name),
            UnionMember::Known(index) => {
                let member = self.members.structure().members.get(index);
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
            if self.members.reader().strictness() == Strictness::Strict {
                return Err(self.refuse("more than one member of the union is set"));
            }
            self.members.reader().skip()?;
        }
        Ok(())
    }

    fn found(&mut self) -> Result<Option<Found>, Halt> {
        if self.closed {
            return Ok(None);
        }
        let found = self.members.found()?;
        self.closed = found.is_none();
        Ok(found)
    }

    #[cold]
    fn refuse(&mut self, message: &str) -> Halt {
        let name = self.members.structure().name;
        self.members.reader().refuse(format!("{message}: {name}"))
    }
}
