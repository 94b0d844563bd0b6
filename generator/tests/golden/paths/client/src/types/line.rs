use crate::types::Part;
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// `Line`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Line {
    /// `state`.
    pub state: String,
    /// `t`.
    pub t: Option<String>,
    /// `flag`.
    pub flag: Option<bool>,
    /// `flag2`.
    pub flag2: Option<bool>,
    /// `wanted`.
    pub wanted: Option<i32>,
    /// `parts`.
    pub parts: Option<Vec<Part>>,
}

impl Line {
    /// One with what is required, and nothing else.
    pub fn new(state: impl Into<String>) -> Self {
        Self {
            state: state.into(),
            t: None,
            flag: None,
            flag2: None,
            wanted: None,
            parts: None,
        }
    }
}

impl Correct for Line {
    fn corrected() -> Self {
        Self {
            state: Correct::corrected(),
            t: None,
            flag: None,
            flag2: None,
            wanted: None,
            parts: None,
        }
    }
}

static LINE: Structure = Structure::new(
    "Line",
    &[
        Member::new("state"),
        Member::new("t"),
        Member::new("flag"),
        Member::new("flag2"),
        Member::new("wanted"),
        Member::new("parts"),
    ],
);

impl Decode for Line {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&LINE)?;
        let mut state = None;
        let mut t = None;
        let mut flag = None;
        let mut flag2 = None;
        let mut wanted = None;
        let mut parts = None;
        while let Some(member) = members.next()? {
            match member {
                0 => state = members.value()?,
                1 => t = members.value()?,
                2 => flag = members.value()?,
                3 => flag2 = members.value()?,
                4 => wanted = members.value()?,
                5 => parts = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            state: state.unwrap_or_else(Correct::corrected),
            t,
            flag,
            flag2,
            wanted,
            parts,
        })
    }
}
