use crate::types::{Line, OrderState};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;

/// `Order`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Order {
    /// `id`.
    pub id: String,
    /// `state`.
    pub state: Option<OrderState>,
    /// `note`.
    pub note: Option<String>,
    /// `notes`.
    pub notes: Option<Vec<String>>,
    /// `cancelled`.
    pub cancelled: Option<bool>,
    /// `wanted`.
    pub wanted: Option<i32>,
    /// `lines`.
    pub lines: Option<Vec<Line>>,
    /// `tags`.
    pub tags: Option<BTreeMap<String, String>>,
}

impl Order {
    /// One with what is required, and nothing else.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            state: None,
            note: None,
            notes: None,
            cancelled: None,
            wanted: None,
            lines: None,
            tags: None,
        }
    }
}

static ORDER: Structure = Structure::new(
    "Order",
    &[
        Member::new("id"),
        Member::new("state"),
        Member::new("note"),
        Member::new("notes"),
        Member::new("cancelled"),
        Member::new("wanted"),
        Member::new("lines"),
        Member::new("tags"),
    ],
);

impl Decode for Order {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&ORDER)?;
        let mut id = None;
        let mut state = None;
        let mut note = None;
        let mut notes = None;
        let mut cancelled = None;
        let mut wanted = None;
        let mut lines = None;
        let mut tags = None;
        while let Some(member) = members.next()? {
            match member {
                0 => id = members.value()?,
                1 => state = members.value()?,
                2 => note = members.value()?,
                3 => notes = members.value()?,
                4 => cancelled = members.value()?,
                5 => wanted = members.value()?,
                6 => lines = members.value()?,
                7 => tags = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            id: id.unwrap_or_else(Correct::corrected),
            state,
            note,
            notes,
            cancelled,
            wanted,
            lines,
            tags,
        })
    }
}
