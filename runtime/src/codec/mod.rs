//! How values are written and read, whatever the format of the body.
//!
//! A generated type says once, in a [`Structure`], what its members are. [`Encode`] hands them to a [`Writer`],
//! [`Decode`] takes them from a [`Reader`]; a format is one implementation of each. Constraints are part of the
//! table, so that a reader checks values as it meets them.

mod body;
pub(crate) mod check;
mod collection_reader;
mod correct;
mod decode;
mod encode;
pub mod json;
#[cfg(feature = "server")]
mod pattern;
mod problems;
mod reader;
mod shape;
mod structure_reader;
mod union_reader;
mod violation;
mod writer;

pub use body::{BodyReader, BodyWriter};
pub use check::check_text;
pub use collection_reader::{ListReader, MapReader};
pub use correct::Correct;
pub use decode::{Decode, MapKey, required};
pub use encode::Encode;
#[cfg(feature = "server")]
pub use pattern::Pattern;
pub use problems::{Malformed, Problems};
pub use reader::{Cursor, Entry, Found, Next, Reader};
pub(crate) use shape::ANY;
pub use shape::{Bound, Member, Structure};
pub use structure_reader::StructureReader;
pub use union_reader::{UnionMember, UnionReader};
pub use violation::{Constraint, Limit, Path, Segment, Violation, Violations};
pub use writer::{StructureWriter, Writer};

/// How deep values may nest in a body.
pub const MAX_DEPTH: usize = 128;

/// Why reading stopped. What is wrong is kept in the reader's [`Problems`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// The value was read, but violates a constraint. That is recorded, and reading can go on behind it.
    Violated,
    /// The body is not what it should be; nothing more can be read from it.
    Malformed,
}

/// How much a reader puts up with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// As a server reads: what the model does not allow is refused.
    Strict,
    /// As a client reads: what a later version of the service may have added is passed over.
    Tolerant,
}
