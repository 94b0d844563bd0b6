use farrier_runtime::codec::{Encode, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// `OrderUnknown`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OrderUnknown {}

impl OrderUnknown {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Display for OrderUnknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("OrderUnknown")
    }
}

impl Error for OrderUnknown {}

static ORDER_UNKNOWN: Structure = Structure::new("OrderUnknown", &[]);

impl Encode for OrderUnknown {
    fn encode(&self, writer: &mut dyn Writer) {
        let members = writer.structure(&ORDER_UNKNOWN);
        members.end();
    }
}

impl IntoResponse for OrderUnknown {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.empty_structure();
    }
}
