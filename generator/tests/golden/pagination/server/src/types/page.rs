use farrier_runtime::codec::{Encode, Member, Structure, Writer};

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

    /// Sets [`next`](Self::next).
    #[must_use]
    pub fn with_next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }
}

static PAGE: Structure = Structure::new(
    "Page",
    &[Member::new("next"), Member::new("orders")],
);

impl Encode for Page {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PAGE);
        members.optional(0, &self.next);
        members.member(1, &self.orders);
        members.end();
    }
}
