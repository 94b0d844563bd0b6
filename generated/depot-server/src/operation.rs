//! One module an operation: what it takes, answers and fails with.

pub(crate) mod put_object;
pub(crate) mod get_object;
pub(crate) mod put_part;
pub(crate) mod convert;
pub(crate) mod import_records;
pub(crate) mod import_log;

pub use put_object::{PutObjectError, PutObjectInput, PutObjectOutput};
pub use get_object::{GetObjectError, GetObjectInput, GetObjectOutput};
pub use put_part::{PutPartError, PutPartInput, PutPartOutput};
pub use convert::{ConvertError, ConvertInput, ConvertOutput};
pub use import_records::{ImportRecordsError, ImportRecordsInput, ImportRecordsOutput};
pub use import_log::{ImportLogError, ImportLogInput, ImportLogOutput};
