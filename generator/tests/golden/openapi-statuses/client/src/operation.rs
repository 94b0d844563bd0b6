//! One module an operation: what it takes, answers and fails with.

mod put_job;

pub use put_job::{PutJobError, PutJobInput, PutJobOutput};
