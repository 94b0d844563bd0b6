use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// Where events go that were sent asynchronously and failed every time they were tried.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DeadLetterConfig {
    /// ARN of an SQS queue or an SNS topic. Empty means that such events are dropped.
    pub target_arn: Option<String>,
}

impl DeadLetterConfig {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`target_arn`](Self::target_arn).
    #[must_use]
    pub fn with_target_arn(mut self, target_arn: impl Into<String>) -> Self {
        self.target_arn = Some(target_arn.into());
        self
    }
}

static DEAD_LETTER_CONFIG: Structure = Structure::new(
    "DeadLetterConfig",
    &[Member::new("TargetArn")],
);

impl Encode for DeadLetterConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&DEAD_LETTER_CONFIG);
        members.optional(0, &self.target_arn);
        members.end();
    }
}
