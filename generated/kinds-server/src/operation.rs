//! One module an operation: what it takes, answers and fails with.

pub(crate) mod bodies;
pub(crate) mod headers;
pub(crate) mod queries;
pub(crate) mod query_maps;
pub(crate) mod query_strings;
pub(crate) mod labels;
pub(crate) mod hosts;
pub(crate) mod defaults;
pub(crate) mod blob_payload;
pub(crate) mod text_payload;
pub(crate) mod enum_payload;
pub(crate) mod structure_payload;
pub(crate) mod union_payload;
pub(crate) mod document_payload;
pub(crate) mod statuses;

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
