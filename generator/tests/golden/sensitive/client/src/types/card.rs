use farrier_runtime::Redacted;
use farrier_runtime::codec::{
    Correct, Decode, Encode, Halt, Member, Reader, Structure, Writer,
};
use std::fmt;

/// `Card`.
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Card {
    /// `number`.
    pub number: Option<String>,
    /// `owner`.
    pub owner: String,
}

impl Card {
    /// One with what is required, and nothing else.
    pub fn new(owner: impl Into<String>) -> Self {
        Self {
            owner: owner.into(),
            number: None,
        }
    }

    /// Sets [`number`](Self::number).
    #[must_use]
    pub fn with_number(mut self, number: impl Into<String>) -> Self {
        self.number = Some(number.into());
        self
    }
}

impl fmt::Debug for Card {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Card")
            .field("number", &Redacted::option(&self.number))
            .field("owner", &Redacted)
            .finish()
    }
}

static CARD: Structure = Structure::new(
    "Card",
    &[Member::new("number"), Member::new("owner")],
);

impl Encode for Card {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&CARD);
        members.optional(0, &self.number);
        members.member(1, &self.owner);
        members.end();
    }
}

impl Decode for Card {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&CARD)?;
        let mut number = None;
        let mut owner = None;
        while let Some(member) = members.next()? {
            match member {
                0 => number = members.value()?,
                1 => owner = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            number,
            owner: owner.unwrap_or_else(Correct::corrected),
        })
    }
}
