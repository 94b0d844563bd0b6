//! One module an operation: what it takes, answers and fails with.

mod put_object;
mod get_object;
mod put_part;
mod convert;
mod import_records;
mod import_log;

pub use put_object::{PutObjectError, PutObjectInput, PutObjectOutput};
pub use get_object::{GetObjectError, GetObjectInput, GetObjectOutput};
pub use put_part::{PutPartError, PutPartInput, PutPartOutput};
pub use convert::{ConvertError, ConvertInput, ConvertOutput};
pub use import_records::{ImportRecordsError, ImportRecordsInput, ImportRecordsOutput};
pub use import_log::{ImportLogError, ImportLogInput, ImportLogOutput};
