use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Problem {
    /// `title`.
    pub title: String,
}

impl Problem {
    /// One with all that it needs.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Problem")
    }
}

impl Error for Problem {}

static PROBLEM: Structure = Structure::new("Problem", &[Member::new("title")]);

impl Decode for Problem {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&PROBLEM)?;
        let mut title = None;
        while let Some(member) = members.next()? {
            match member {
                0 => title = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            title: title.unwrap_or_else(Correct::corrected),
        })
    }
}
