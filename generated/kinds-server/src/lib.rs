//! A server of Kinds.
//!
//! ```no_run
//! use kinds_server::Kinds;
//!
//! # async fn example(api: impl Kinds) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Kinds`.
//! kinds_server::serve("127.0.0.1:9000", kinds_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    BlobPayloadError, BlobPayloadInput, BlobPayloadOutput, BodiesError, BodiesInput,
    BodiesOutput, DefaultsError, DefaultsInput, DefaultsOutput, DocumentPayloadError,
    DocumentPayloadInput, DocumentPayloadOutput, EnumPayloadError, EnumPayloadInput,
    EnumPayloadOutput, HeadersError, HeadersInput, HeadersOutput, HostsError, HostsInput,
    LabelsError, LabelsInput, QueriesError, QueriesInput, QueryMapsError, QueryMapsInput,
    QueryStringsError, QueryStringsInput, StatusesError, StatusesInput, StatusesOutput,
    StructurePayloadError, StructurePayloadInput, StructurePayloadOutput,
    TextPayloadError, TextPayloadInput, TextPayloadOutput, UnionPayloadError,
    UnionPayloadInput, UnionPayloadOutput,
};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// Values of every kind in bodies, payloads, headers, queries and labels, one in the host's name,
/// and defaults: what the tests send to and fro. In headers and queries, lists are of booleans,
/// integers, floats, texts, enums and times. Streams are the depot's.
pub trait Kinds: Send + Sync + 'static {
    /// Values in a body.
    fn bodies(
        &self,
        input: BodiesInput,
        context: &Context,
    ) -> impl Future<Output = Result<BodiesOutput, BodiesError>> + Send;

    /// Values in headers.
    fn headers(
        &self,
        input: HeadersInput,
        context: &Context,
    ) -> impl Future<Output = Result<HeadersOutput, HeadersError>> + Send;

    /// Values in the query.
    fn queries(
        &self,
        input: QueriesInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), QueriesError>> + Send;

    /// Parameters that no member has.
    fn query_maps(
        &self,
        input: QueryMapsInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), QueryMapsError>> + Send;

    /// Parameters of one value each that no member has.
    fn query_strings(
        &self,
        input: QueryStringsInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), QueryStringsError>> + Send;

    /// Values in the path.
    fn labels(
        &self,
        input: LabelsInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), LabelsError>> + Send;

    /// A value in the name of the host.
    fn hosts(
        &self,
        input: HostsInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), HostsError>> + Send;

    /// Values that are taken for said where nobody says them.
    fn defaults(
        &self,
        input: DefaultsInput,
        context: &Context,
    ) -> impl Future<Output = Result<DefaultsOutput, DefaultsError>> + Send;

    /// Bytes as the body.
    fn blob_payload(
        &self,
        input: BlobPayloadInput,
        context: &Context,
    ) -> impl Future<Output = Result<BlobPayloadOutput, BlobPayloadError>> + Send;

    /// Text as the body.
    fn text_payload(
        &self,
        input: TextPayloadInput,
        context: &Context,
    ) -> impl Future<Output = Result<TextPayloadOutput, TextPayloadError>> + Send;

    /// An enum's value as the body.
    fn enum_payload(
        &self,
        input: EnumPayloadInput,
        context: &Context,
    ) -> impl Future<Output = Result<EnumPayloadOutput, EnumPayloadError>> + Send;

    /// A structure as the body.
    fn structure_payload(
        &self,
        input: StructurePayloadInput,
        context: &Context,
    ) -> impl Future<
        Output = Result<StructurePayloadOutput, StructurePayloadError>,
    > + Send;

    /// A union as the body.
    fn union_payload(
        &self,
        input: UnionPayloadInput,
        context: &Context,
    ) -> impl Future<Output = Result<UnionPayloadOutput, UnionPayloadError>> + Send;

    /// Anything as the body.
    fn document_payload(
        &self,
        input: DocumentPayloadInput,
        context: &Context,
    ) -> impl Future<
        Output = Result<DocumentPayloadOutput, DocumentPayloadError>,
    > + Send;

    /// A status that the service chooses.
    fn statuses(
        &self,
        input: StatusesInput,
        context: &Context,
    ) -> impl Future<Output = Result<StatusesOutput, StatusesError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Kinds>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Kinds`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Kinds> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.bodies(input, request.context()).await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.headers(input, request.context()).await;
                    request.answer(answer)
                })
            }
            2 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.queries(input, request.context()).await;
                    request.answer(answer)
                })
            }
            3 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.query_maps(input, request.context()).await;
                    request.answer(answer)
                })
            }
            4 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.query_strings(input, request.context()).await;
                    request.answer(answer)
                })
            }
            5 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.labels(input, request.context()).await;
                    request.answer(answer)
                })
            }
            6 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.hosts(input, request.context()).await;
                    request.answer(answer)
                })
            }
            7 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.defaults(input, request.context()).await;
                    request.answer(answer)
                })
            }
            8 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.blob_payload(input, request.context()).await;
                    request.answer(answer)
                })
            }
            9 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.text_payload(input, request.context()).await;
                    request.answer(answer)
                })
            }
            10 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.enum_payload(input, request.context()).await;
                    request.answer(answer)
                })
            }
            11 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .structure_payload(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            12 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.union_payload(input, request.context()).await;
                    request.answer(answer)
                })
            }
            13 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.document_payload(input, request.context()).await;
                    request.answer(answer)
                })
            }
            14 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.statuses(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Kinds",
        "1",
        &protocol::REST_JSON_1,
    )
    .operations(
        &[
            &operation::bodies::METADATA,
            &operation::headers::METADATA,
            &operation::queries::METADATA,
            &operation::query_maps::METADATA,
            &operation::query_strings::METADATA,
            &operation::labels::METADATA,
            &operation::hosts::METADATA,
            &operation::defaults::METADATA,
            &operation::blob_payload::METADATA,
            &operation::text_payload::METADATA,
            &operation::enum_payload::METADATA,
            &operation::structure_payload::METADATA,
            &operation::union_payload::METADATA,
            &operation::document_payload::METADATA,
            &operation::statuses::METADATA,
        ],
    )
    .routes(&routes::ROUTES);
