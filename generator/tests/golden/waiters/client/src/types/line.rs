use crate::types::Part;
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// `Line`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Line {
    /// `state`.
    pub state: String,
    /// `amount`.
    pub amount: Option<i64>,
    /// `wanted`.
    pub wanted: Option<i32>,
    /// `parts`.
    pub parts: Option<Vec<Vec<Part>>>,
}

impl Line {
    /// One with what is required, and nothing else.
    pub fn new(state: impl Into<String>) -> Self {
        Self {
            state: state.into(),
            amount: None,
            wanted: None,
            parts: None,
        }
    }
}

static LINE: Structure = Structure::new(
    "Line",
    &[
        Member::new("state"),
        Member::new("amount"),
        Member::new("wanted"),
        Member::new("parts"),
    ],
);

impl Decode for Line {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&LINE)?;
        let mut state = None;
        let mut amount = None;
        let mut wanted = None;
        let mut parts = None;
        while let Some(member) = members.next()? {
            match member {
                0 => state = members.value()?,
                1 => amount = members.value()?,
                2 => wanted = members.value()?,
                3 => parts = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            state: state.unwrap_or_else(Correct::corrected),
            amount,
            wanted,
            parts,
        })
    }
}
