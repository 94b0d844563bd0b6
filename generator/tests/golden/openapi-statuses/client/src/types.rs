//! The types that operations take and answer.

mod put_job_output200;
mod put_job_output202;
mod problem;

pub use put_job_output200::PutJobOutput200;
pub use put_job_output202::PutJobOutput202;
pub use problem::Problem;
