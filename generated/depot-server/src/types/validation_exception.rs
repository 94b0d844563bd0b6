use crate::types::ValidationExceptionField;
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// `ValidationException`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ValidationException {
    /// `message`.
    pub message: String,
    /// `fieldList`.
    pub field_list: Option<Vec<ValidationExceptionField>>,
}

impl ValidationException {
    /// One with what is required, and nothing else.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            field_list: None,
        }
    }

    /// Sets [`field_list`](Self::field_list).
    #[must_use]
    pub fn with_field_list(
        mut self,
        field_list: impl IntoIterator<Item = ValidationExceptionField>,
    ) -> Self {
        self.field_list = Some(field_list.into_iter().collect());
        self
    }
}

impl fmt::Display for ValidationException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.message;
        write!(formatter, "ValidationException: {message}")
    }
}

impl Error for ValidationException {}

static VALIDATION_EXCEPTION: Structure = Structure::new(
    "ValidationException",
    &[Member::new("message").also("Message"), Member::new("fieldList")],
);

impl Encode for ValidationException {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&VALIDATION_EXCEPTION);
        members.member(0, &self.message);
        members.optional(1, &self.field_list);
        members.end();
    }
}

impl IntoResponse for ValidationException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
