use crate::types::{SnapStartApplyOn, SnapStartOptimizationStatus};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// Whether a function starts from snapshots.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SnapStartResponse {
    /// What snapshots are taken of.
    pub apply_on: Option<SnapStartApplyOn>,
    /// Whether the version that was asked about starts from one.
    pub optimization_status: Option<SnapStartOptimizationStatus>,
}

static SNAP_START_RESPONSE: Structure = Structure::new(
    "SnapStartResponse",
    &[Member::new("ApplyOn"), Member::new("OptimizationStatus")],
);

impl Decode for SnapStartResponse {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SNAP_START_RESPONSE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.apply_on = members.value()?,
                1 => value.optimization_status = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
