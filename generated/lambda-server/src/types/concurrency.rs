use farrier_runtime::codec::{Encode, Member, Structure, Writer};

/// The share of the account's concurrency that belongs to one function.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Concurrency {
    /// How many invocations may run at once. They are always available, and never exceeded; 0 keeps the
    /// function from running at all.
    pub reserved_concurrent_executions: Option<i32>,
}

impl Concurrency {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`reserved_concurrent_executions`](Self::reserved_concurrent_executions).
    #[must_use]
    pub fn with_reserved_concurrent_executions(
        mut self,
        reserved_concurrent_executions: i32,
    ) -> Self {
        self.reserved_concurrent_executions = Some(reserved_concurrent_executions);
        self
    }
}

static CONCURRENCY: Structure = Structure::new(
    "Concurrency",
    &[Member::new("ReservedConcurrentExecutions")],
);

impl Encode for Concurrency {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&CONCURRENCY);
        members.optional(0, &self.reserved_concurrent_executions);
        members.end();
    }
}
