//! The types that operations take and answer.

mod thing;
mod line;
mod part;
mod nested;
mod letter;
mod one;
mod either;

pub use thing::Thing;
pub use line::Line;
pub use part::Part;
pub use nested::Nested;
pub use letter::Letter;
pub use one::One;
pub use either::Either;
