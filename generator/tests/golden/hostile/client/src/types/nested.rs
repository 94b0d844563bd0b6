use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// ```text
/// unclosed fence *///
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Nested {
    /// ```text
    /// unclosed
    ///
    ///     */
    /// ```
    pub text: String,
}

impl Nested {
    /// One with nothing set.
    pub fn new() -> Self {
        Self {
            text: String::from(
                "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}",
            ),
        }
    }

    /// Sets [`text`](Self::text).
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
}

impl Default for Nested {
    fn default() -> Self {
        Self::new()
    }
}

static NESTED: Structure = Structure::new("Nested", &[Member::new("text")]);

impl Encode for Nested {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&NESTED);
        members.member(0, &self.text);
        members.end();
    }
}

impl Decode for Nested {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&NESTED)?;
        let mut text = None;
        while let Some(member) = members.next()? {
            match member {
                0 => text = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            text: text
                .unwrap_or_else(|| String::from(
                    "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}",
                )),
        })
    }
}
