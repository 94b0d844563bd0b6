use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Client`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Client {
    /// `async`.
    pub r#async: Option<String>,
    /// `fn`.
    pub r#fn: Option<String>,
    /// `r`.
    pub r: Option<String>,
}

impl Client {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`async`](Self::async).
    #[must_use]
    pub fn with_async(mut self, r#async: impl Into<String>) -> Self {
        self.r#async = Some(r#async.into());
        self
    }

    /// Sets [`fn`](Self::fn).
    #[must_use]
    pub fn with_fn(mut self, r#fn: impl Into<String>) -> Self {
        self.r#fn = Some(r#fn.into());
        self
    }

    /// Sets [`r`](Self::r).
    #[must_use]
    pub fn with_r(mut self, r: impl Into<String>) -> Self {
        self.r = Some(r.into());
        self
    }
}

static CLIENT: Structure = Structure::new(
    "Client",
    &[Member::new("async"), Member::new("fn"), Member::new("r")],
);

impl Encode for Client {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&CLIENT);
        members.optional(0, &self.r#async);
        members.optional(1, &self.r#fn);
        members.optional(2, &self.r);
        members.end();
    }
}

impl Decode for Client {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&CLIENT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.r#async = members.value()?,
                1 => value.r#fn = members.value()?,
                2 => value.r = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
