//! The types that operations take and answer.

mod record;
mod no_such_object;
mod validation_exception;
mod validation_exception_field;

pub use record::Record;
pub use no_such_object::NoSuchObject;
pub use validation_exception::ValidationException;
pub use validation_exception_field::ValidationExceptionField;
