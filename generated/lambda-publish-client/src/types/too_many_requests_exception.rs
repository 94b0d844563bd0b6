use crate::types::ThrottleReason;
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// Requests come faster than the account or the function allows. The same request works later.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TooManyRequestsException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
    /// Which limit was hit.
    pub reason: Option<ThrottleReason>,
}

impl Correct for TooManyRequestsException {
    fn corrected() -> Self {
        Self::default()
    }
}

static TOO_MANY_REQUESTS_EXCEPTION: Structure = Structure::new(
    "TooManyRequestsException",
    &[Member::new("Type"), Member::new("message"), Member::new("Reason")],
);

impl Decode for TooManyRequestsException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&TOO_MANY_REQUESTS_EXCEPTION)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.r#type = members.value()?,
                1 => value.message = members.value()?,
                2 => value.reason = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
