//! What generated code says about an operation.

use super::{ErrorCode, OperationMetadata, Refused, RequestWriter, ResponseReader};
use crate::codec::Halt;

/// An operation's input, which knows how it travels, and how to read what comes back.
pub trait Operation: 'static {
    /// What comes back when all went well.
    type Output: 'static;
    /// The errors that the model names.
    type Error: ServiceError;

    /// What is known about the operation beforehand.
    fn metadata() -> &'static OperationMetadata;

    /// Writes the request. Called once a call, whatever the number of attempts; waiting, and asking for
    /// pages, are several calls with the same input. A streamed body is taken out of it, so that only the
    /// first call has one: the generator makes no waiters and no pages where the input has a stream.
    ///
    /// # Errors
    ///
    /// [`Refused`] if the input cannot travel: an empty label, or a line break in a header.
    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused>;

    /// Reads an answer with a status that stands for success.
    ///
    /// # Errors
    ///
    /// If it is not what the model says. The details are in the reader.
    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt>;

    /// Reads an answer with any other status; `None` if the model does not name the error.
    ///
    /// # Errors
    ///
    /// If the error is not what the model says. The details are in the reader.
    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let _ = (error, response);
        Ok(None)
    }
}

/// A type with members outside of the body.
pub trait FromResponse: Sized {
    /// Reads it from headers, status and body.
    ///
    /// # Errors
    ///
    /// If the answer is not what the model says. The details are in the reader.
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt>;
}

/// The errors of an operation.
pub trait ServiceError: std::error::Error + Send + Sync + 'static {
    /// The error's name on the wire.
    fn code(&self) -> &str;
}
