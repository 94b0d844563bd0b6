use crate::types::SnapStartApplyOn;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// Whether to start from snapshots, which saves most of a cold start: when a version is published,
/// Lambda initialises it once, keeps its memory, and later starts from there.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SnapStart {
    /// What to take snapshots of.
    pub apply_on: Option<SnapStartApplyOn>,
}

static SNAP_START: Structure = Structure::new("SnapStart", &[Member::new("ApplyOn")]);

impl Decode for SnapStart {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SNAP_START)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.apply_on = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
