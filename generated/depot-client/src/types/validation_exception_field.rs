use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// `ValidationExceptionField`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ValidationExceptionField {
    /// `path`.
    pub path: String,
    /// `message`.
    pub message: String,
}

impl ValidationExceptionField {
    /// One with all that it needs.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }
}

static VALIDATION_EXCEPTION_FIELD: Structure = Structure::new(
    "ValidationExceptionField",
    &[Member::new("path"), Member::new("message")],
);

impl Decode for ValidationExceptionField {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&VALIDATION_EXCEPTION_FIELD)?;
        let mut path = None;
        let mut message = None;
        while let Some(member) = members.next()? {
            match member {
                0 => path = members.value()?,
                1 => message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            path: path.unwrap_or_else(Correct::corrected),
            message: message.unwrap_or_else(Correct::corrected),
        })
    }
}
