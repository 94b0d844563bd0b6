use crate::types::SnapStartApplyOn;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// Whether to start from snapshots, which saves most of a cold start: when a version is published,
/// Lambda initialises it once, keeps its memory, and later starts from there.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SnapStart {
    /// What to take snapshots of.
    pub apply_on: Option<SnapStartApplyOn>,
}

impl SnapStart {
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
}

static SNAP_START: Structure = Structure::new("SnapStart", &[Member::new("ApplyOn")]);

impl Encode for SnapStart {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SNAP_START);
        members.optional(0, &self.apply_on);
        members.end();
    }
}
