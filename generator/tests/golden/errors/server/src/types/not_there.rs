use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// There is none of that name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct NotThere {
    /// `message`.
    pub message: String,
    /// `name`.
    pub name: Option<String>,
}

impl NotThere {
    /// One with what is required, and nothing else.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            name: None,
        }
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl fmt::Display for NotThere {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.message;
        write!(formatter, "NotThere: {message}")
    }
}

impl Error for NotThere {}

static NOT_THERE: Structure = Structure::new(
    "NotThere",
    &[Member::new("message").also("Message"), Member::new("name")],
);

impl Encode for NotThere {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&NOT_THERE);
        members.member(0, &self.message);
        members.optional(1, &self.name);
        members.end();
    }
}

impl IntoResponse for NotThere {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
