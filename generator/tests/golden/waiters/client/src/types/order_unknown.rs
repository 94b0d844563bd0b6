use farrier_runtime::codec::{Decode, Halt, Reader, Structure};
use std::error::Error;
use std::fmt;

/// `OrderUnknown`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OrderUnknown {}

impl fmt::Display for OrderUnknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("OrderUnknown")
    }
}

impl Error for OrderUnknown {}

static ORDER_UNKNOWN: Structure = Structure::new("OrderUnknown", &[]);

impl Decode for OrderUnknown {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&ORDER_UNKNOWN)?;
        while members.next()?.is_some() {
            members.skip()?;
        }
        members.end()?;
        Ok(Self {})
    }
}
