//! The types that operations take and answer.

mod collections;
mod color;
mod item;

pub use collections::Collections;
pub use color::Color;
pub use item::Item;
