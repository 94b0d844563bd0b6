use farrier_runtime::codec::{Encode, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// `Broken`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Broken {}

impl Broken {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Broken")
    }
}

impl Error for Broken {}

static BROKEN: Structure = Structure::new("Broken", &[]);

impl Encode for Broken {
    fn encode(&self, writer: &mut dyn Writer) {
        let members = writer.structure(&BROKEN);
        members.end();
    }
}

impl IntoResponse for Broken {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.empty_structure();
    }
}
