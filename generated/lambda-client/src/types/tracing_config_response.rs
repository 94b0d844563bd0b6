use crate::types::TracingMode;
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// Whether X-Ray traces invocations.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TracingConfigResponse {
    /// Which invocations are traced.
    pub mode: Option<TracingMode>,
}

static TRACING_CONFIG_RESPONSE: Structure = Structure::new(
    "TracingConfigResponse",
    &[Member::new("Mode")],
);

impl Decode for TracingConfigResponse {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&TRACING_CONFIG_RESPONSE)?;
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
