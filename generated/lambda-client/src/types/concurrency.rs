use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// The share of the account's concurrency that belongs to one function.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Concurrency {
    /// How many invocations may run at once. They are always available, and never exceeded; 0 keeps the
    /// function from running at all.
    pub reserved_concurrent_executions: Option<i32>,
}

static CONCURRENCY: Structure = Structure::new(
    "Concurrency",
    &[Member::new("ReservedConcurrentExecutions")],
);

impl Decode for Concurrency {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&CONCURRENCY)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.reserved_concurrent_executions = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
