use crate::types::OddName1Kind;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Odd.Name-1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OddName1 {
    /// `"#*/`.
    pub quote_hash_asterisk_slash: Option<String>,
    /// (the empty string).
    pub empty: Option<String>,
    /// `9`.
    pub v9: Option<String>,
    /// `\u{202e}`.
    pub u202e: Option<String>,
    /// `fn`.
    pub r#fn: Option<String>,
    /// `kind`.
    pub kind: Option<OddName1Kind>,
}

static ODD_NAME1: Structure = Structure::new(
    "OddName1",
    &[
        Member::new("\"#*/"),
        Member::new(""),
        Member::new("9"),
        Member::new("\u{202e}"),
        Member::new("fn"),
        Member::new("kind"),
    ],
);

impl Decode for OddName1 {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&ODD_NAME1)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.quote_hash_asterisk_slash = members.value()?,
                1 => value.empty = members.value()?,
                2 => value.v9 = members.value()?,
                3 => value.u202e = members.value()?,
                4 => value.r#fn = members.value()?,
                5 => value.kind = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
