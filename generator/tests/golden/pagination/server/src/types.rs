//! The types that operations take and answer.

mod page;

pub use page::Page;
