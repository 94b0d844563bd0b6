//! The types that operations take and answer.

mod tree;
mod leaf;
mod branch;

pub use tree::Tree;
pub use leaf::Leaf;
pub use branch::Branch;
