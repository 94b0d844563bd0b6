use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// `Box`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BoxValue {
    /// `box`.
    pub r#box: Option<Box<BoxValue>>,
}

impl BoxValue {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`box`](Self::box).
    #[must_use]
    pub fn with_box(mut self, r#box: BoxValue) -> Self {
        self.r#box = Some(Box::new(r#box));
        self
    }
}

static BOX_VALUE: Structure = Structure::new("BoxValue", &[Member::new("box")]);

impl Encode for BoxValue {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&BOX_VALUE);
        members.optional(0, &self.r#box);
        members.end();
    }
}
