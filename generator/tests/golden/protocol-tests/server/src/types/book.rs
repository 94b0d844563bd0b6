use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Book`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Book {
    /// `title`.
    ///
    /// At least 1 character.
    pub title: Option<String>,
}

static BOOK: Structure = Structure::new("Book", &[Member::new("title").min_length(1)]);

impl Decode for Book {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&BOOK)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.title = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
