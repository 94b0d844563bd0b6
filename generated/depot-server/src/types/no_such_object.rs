use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// There is no object of that name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct NoSuchObject {
    /// `message`.
    pub message: String,
}

impl NoSuchObject {
    /// One with all that it needs.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for NoSuchObject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.message;
        write!(formatter, "NoSuchObject: {message}")
    }
}

impl Error for NoSuchObject {}

static NO_SUCH_OBJECT: Structure = Structure::new(
    "NoSuchObject",
    &[Member::new("message").also("Message")],
);

impl Encode for NoSuchObject {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&NO_SUCH_OBJECT);
        members.member(0, &self.message);
        members.end();
    }
}

impl IntoResponse for NoSuchObject {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
