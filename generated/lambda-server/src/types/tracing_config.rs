use crate::types::TracingMode;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// Whether X-Ray is to trace invocations.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TracingConfig {
    /// Which invocations to trace.
    pub mode: Option<TracingMode>,
}

static TRACING_CONFIG: Structure = Structure::new(
    "TracingConfig",
    &[Member::new("Mode")],
);

impl Decode for TracingConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&TRACING_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.mode = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
