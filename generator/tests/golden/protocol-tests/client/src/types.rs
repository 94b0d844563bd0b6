//! The types that operations take and answer.

mod what;
mod book;
mod kind;
mod full;
mod validation_exception;
mod validation_exception_field;

pub use what::What;
pub use book::Book;
pub use kind::Kind;
pub use full::Full;
pub use validation_exception::ValidationException;
pub use validation_exception_field::ValidationExceptionField;
