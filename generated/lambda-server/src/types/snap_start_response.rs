use crate::types::{SnapStartApplyOn, SnapStartOptimizationStatus};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

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

impl SnapStartResponse {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`apply_on`](Self::apply_on).
    #[must_use]
    pub fn with_apply_on(mut self, apply_on: SnapStartApplyOn) -> Self {
        self.apply_on = Some(apply_on);
        self
    }

    /// Sets [`optimization_status`](Self::optimization_status).
    #[must_use]
    pub fn with_optimization_status(
        mut self,
        optimization_status: SnapStartOptimizationStatus,
    ) -> Self {
        self.optimization_status = Some(optimization_status);
        self
    }
}

static SNAP_START_RESPONSE: Structure = Structure::new(
    "SnapStartResponse",
    &[Member::new("ApplyOn"), Member::new("OptimizationStatus")],
);

impl Encode for SnapStartResponse {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SNAP_START_RESPONSE);
        members.optional(0, &self.apply_on);
        members.optional(1, &self.optimization_status);
        members.end();
    }
}
