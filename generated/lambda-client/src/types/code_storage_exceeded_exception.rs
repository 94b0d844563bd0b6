use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// The code of all functions, versions and layers together would no longer fit into the account's
/// quota. Deleting old versions makes room.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CodeStorageExceededException {
    /// Who is at fault: `User` means the caller.
    pub r#type: Option<String>,
    /// What went wrong, in words.
    pub message: Option<String>,
}

impl fmt::Display for CodeStorageExceededException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(formatter, "CodeStorageExceededException: {message}"),
            None => formatter.write_str("CodeStorageExceededException"),
        }
    }
}

impl Error for CodeStorageExceededException {}

static CODE_STORAGE_EXCEEDED_EXCEPTION: Structure = Structure::new(
    "CodeStorageExceededException",
    &[Member::new("Type"), Member::new("message").also("Message")],
);

impl Decode for CodeStorageExceededException {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&CODE_STORAGE_EXCEEDED_EXCEPTION)?;
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
