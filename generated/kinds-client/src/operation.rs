//! One module an operation: what it takes, answers and fails with.

mod bodies;
mod headers;
mod queries;
mod query_maps;
mod query_strings;
mod labels;
mod hosts;
mod defaults;
mod blob_payload;
mod text_payload;
mod enum_payload;
mod structure_payload;
mod union_payload;
mod document_payload;
mod statuses;

pub use bodies::{BodiesError, BodiesInput, BodiesOutput};
pub use headers::{HeadersError, HeadersInput, HeadersOutput};
pub use queries::{QueriesError, QueriesInput};
pub use query_maps::{QueryMapsError, QueryMapsInput};
pub use query_strings::{QueryStringsError, QueryStringsInput};
pub use labels::{LabelsError, LabelsInput};
pub use hosts::{HostsError, HostsInput};
pub use defaults::{DefaultsError, DefaultsInput, DefaultsOutput};
pub use blob_payload::{BlobPayloadError, BlobPayloadInput, BlobPayloadOutput};
pub use text_payload::{TextPayloadError, TextPayloadInput, TextPayloadOutput};
pub use enum_payload::{EnumPayloadError, EnumPayloadInput, EnumPayloadOutput};
pub use structure_payload::{
    StructurePayloadError, StructurePayloadInput, StructurePayloadOutput,
};
pub use union_payload::{UnionPayloadError, UnionPayloadInput, UnionPayloadOutput};
pub use document_payload::{
    DocumentPayloadError, DocumentPayloadInput, DocumentPayloadOutput,
};
pub use statuses::{StatusesError, StatusesInput, StatusesOutput};
