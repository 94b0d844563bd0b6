use crate::types::{Color, Item};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;

/// `Collections`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Collections {
    /// `list`.
    pub list: Option<Vec<String>>,
    /// `nested`.
    pub nested: Option<Vec<Vec<String>>>,
    /// `map`.
    pub map: Option<BTreeMap<String, Vec<String>>>,
    /// `byColor`.
    pub by_color: Option<BTreeMap<Color, i32>>,
    /// `sparseList`.
    pub sparse_list: Option<Vec<Option<String>>>,
    /// `sparseMap`.
    pub sparse_map: Option<BTreeMap<String, Option<String>>>,
    /// `items`.
    pub items: Option<Vec<Item>>,
}

static COLLECTIONS: Structure = Structure::new(
    "Collections",
    &[
        Member::new("list"),
        Member::new("nested"),
        Member::new("map"),
        Member::new("byColor"),
        Member::new("sparseList"),
        Member::new("sparseMap"),
        Member::new("items"),
    ],
);

impl Decode for Collections {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&COLLECTIONS)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.list = members.value()?,
                1 => value.nested = members.value()?,
                2 => value.map = members.value()?,
                3 => value.by_color = members.value()?,
                4 => value.sparse_list = members.value()?,
                5 => value.sparse_map = members.value()?,
                6 => value.items = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
