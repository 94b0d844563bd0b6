//! A client of Kinds.
//!
//! Values of every kind in bodies, payloads, headers, queries and labels, one in the host's name,
//! and defaults: what the tests send to and fro. In headers and queries, lists are of booleans,
//! integers, floats, texts, enums and times. Streams are the depot's.
//!
//! ```no_run
//! use kinds_client::{Client, Config, operation::BodiesInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.bodies(BodiesInput::new()).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    BlobPayloadInput, BodiesInput, DefaultsInput, DocumentPayloadInput, EnumPayloadInput,
    HeadersInput, HostsInput, LabelsInput, QueriesInput, QueryMapsInput,
    QueryStringsInput, StatusesInput, StructurePayloadInput, TextPayloadInput,
    UnionPayloadInput,
};
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Kinds",
        "1",
        &protocol::REST_JSON_1,
    )
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls Kinds.
///
/// Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    inner: farrier_runtime::client::Client,
}

impl Client {
    /// A client with these settings. Nothing is sent before the first call.
    pub fn new(config: Config) -> Self {
        Self {
            inner: farrier_runtime::client::Client::new(&SERVICE, config),
        }
    }

    /// Values in a body.
    pub fn bodies(&self, input: BodiesInput) -> Call<'_, BodiesInput> {
        self.inner.call(input)
    }

    /// Values in headers.
    pub fn headers(&self, input: HeadersInput) -> Call<'_, HeadersInput> {
        self.inner.call(input)
    }

    /// Values in the query.
    pub fn queries(&self, input: QueriesInput) -> Call<'_, QueriesInput> {
        self.inner.call(input)
    }

    /// Parameters that no member has.
    pub fn query_maps(&self, input: QueryMapsInput) -> Call<'_, QueryMapsInput> {
        self.inner.call(input)
    }

    /// Parameters of one value each that no member has.
    pub fn query_strings(
        &self,
        input: QueryStringsInput,
    ) -> Call<'_, QueryStringsInput> {
        self.inner.call(input)
    }

    /// Values in the path.
    pub fn labels(&self, input: LabelsInput) -> Call<'_, LabelsInput> {
        self.inner.call(input)
    }

    /// A value in the name of the host.
    pub fn hosts(&self, input: HostsInput) -> Call<'_, HostsInput> {
        self.inner.call(input)
    }

    /// Values that are taken for said where nobody says them.
    pub fn defaults(&self, input: DefaultsInput) -> Call<'_, DefaultsInput> {
        self.inner.call(input)
    }

    /// Bytes as the body.
    pub fn blob_payload(&self, input: BlobPayloadInput) -> Call<'_, BlobPayloadInput> {
        self.inner.call(input)
    }

    /// Text as the body.
    pub fn text_payload(&self, input: TextPayloadInput) -> Call<'_, TextPayloadInput> {
        self.inner.call(input)
    }

    /// An enum's value as the body.
    pub fn enum_payload(&self, input: EnumPayloadInput) -> Call<'_, EnumPayloadInput> {
        self.inner.call(input)
    }

    /// A structure as the body.
    pub fn structure_payload(
        &self,
        input: StructurePayloadInput,
    ) -> Call<'_, StructurePayloadInput> {
        self.inner.call(input)
    }

    /// A union as the body.
    pub fn union_payload(
        &self,
        input: UnionPayloadInput,
    ) -> Call<'_, UnionPayloadInput> {
        self.inner.call(input)
    }

    /// Anything as the body.
    pub fn document_payload(
        &self,
        input: DocumentPayloadInput,
    ) -> Call<'_, DocumentPayloadInput> {
        self.inner.call(input)
    }

    /// A status that the service chooses.
    pub fn statuses(&self, input: StatusesInput) -> Call<'_, StatusesInput> {
        self.inner.call(input)
    }
}
