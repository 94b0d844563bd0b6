use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};

/// The request is refused. Either the code of all functions, versions and layers together would no
/// longer fit into the account's quota, or the request breaks a rule that goes beyond the form of
/// its members; the text says which.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct BadRequest {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl Correct for BadRequest {
    fn corrected() -> Self {
        Self::default()
    }
}

static BAD_REQUEST: Structure = Structure::new(
    "BadRequest",
    &[Member::new("Type"), Member::new("message")],
);

impl Decode for BadRequest {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&BAD_REQUEST)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.r#type = members.value()?,
                1 => value.message = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
