//! Values outside the body: in the path, in the query, in headers.

mod framing;
mod media;
mod percent;
mod read;
mod write;

pub use framing::{Framing, framing_of};
pub use media::{accept_allows, media_type_of, same_media_type};
pub use percent::{decode_percent, encode_percent, query_pairs};
pub use read::{TextReader, read_text};
pub use write::{Location, TextWriter, write_header, write_label, write_query};
