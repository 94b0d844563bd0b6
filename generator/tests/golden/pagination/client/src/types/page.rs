use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// `Page`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Page {
    /// `next`.
    pub next: Option<String>,
    /// `orders`.
    pub orders: Vec<String>,
}

impl Page {
    /// One with what is required, and nothing else.
    pub fn new(orders: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            orders: orders.into_iter().map(Into::into).collect(),
            next: None,
        }
    }
}

static PAGE: Structure = Structure::new(
    "Page",
    &[Member::new("next"), Member::new("orders")],
);

impl Decode for Page {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&PAGE)?;
        let mut next = None;
        let mut orders = None;
        while let Some(member) = members.next()? {
            match member {
                0 => next = members.value()?,
                1 => orders = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            next,
            orders: orders.unwrap_or_else(Correct::corrected),
        })
    }
}
