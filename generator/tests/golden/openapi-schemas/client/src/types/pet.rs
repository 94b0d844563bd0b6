use crate::types::{PetKind, PetToysItem};
use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::codec::{
    Correct, Decode, Encode, Halt, Member, Reader, Structure, Writer,
};
use std::collections::BTreeMap;

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    ///
    /// At least 1 character.
    pub name: String,
    /// `owner`.
    pub owner: Option<String>,
    /// `kind`.
    pub kind: Option<PetKind>,
    /// `weight`.
    ///
    /// More than 0; a multiple of 0.5.
    pub weight: Option<f64>,
    /// `born`.
    pub born: Option<Timestamp>,
    /// `tags`.
    pub tags: Option<BTreeMap<String, String>>,
    /// `toys`.
    ///
    /// No item twice.
    pub toys: Option<Vec<PetToysItem>>,
}

impl Pet {
    /// One with what is required, and nothing else.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            owner: None,
            kind: None,
            weight: None,
            born: None,
            tags: None,
            toys: None,
        }
    }

    /// Sets [`owner`](Self::owner).
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn with_kind(mut self, kind: PetKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Sets [`weight`](Self::weight).
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }

    /// Sets [`born`](Self::born).
    #[must_use]
    pub fn with_born(mut self, born: impl Into<Timestamp>) -> Self {
        self.born = Some(born.into());
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.tags = Some(
            tags.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }

    /// Sets [`toys`](Self::toys).
    #[must_use]
    pub fn with_toys(mut self, toys: impl IntoIterator<Item = PetToysItem>) -> Self {
        self.toys = Some(toys.into_iter().collect());
        self
    }
}

static PET: Structure = Structure::new(
        "Pet",
        &[
            Member::new("name"),
            Member::new("owner"),
            Member::new("kind"),
            Member::new("weight"),
            Member::new("born").timestamp(TimestampFormat::Date),
            Member::new("tags"),
            Member::new("toys"),
        ],
    )
    .closed();

impl Encode for Pet {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PET);
        members.member(0, &self.name);
        members.member(1, &self.owner);
        members.optional(2, &self.kind);
        members.optional(3, &self.weight);
        members.optional(4, &self.born);
        members.optional(5, &self.tags);
        members.optional(6, &self.toys);
        members.end();
    }
}

impl Decode for Pet {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&PET)?;
        let mut name = None;
        let mut owner = None;
        let mut kind = None;
        let mut weight = None;
        let mut born = None;
        let mut tags = None;
        let mut toys = None;
        while let Some(member) = members.next()? {
            match member {
                0 => name = members.value()?,
                1 => owner = members.value()?,
                2 => kind = members.value()?,
                3 => weight = members.value()?,
                4 => born = members.value()?,
                5 => tags = members.value()?,
                6 => toys = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            name: name.unwrap_or_else(Correct::corrected),
            owner,
            kind,
            weight,
            born,
            tags,
            toys,
        })
    }
}
