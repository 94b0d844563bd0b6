//! A server of Records.
//!
//! ```no_run
//! use golden_request_body_server::Records;
//!
//! # async fn example(api: impl Records) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Records`.
//! golden_request_body_server::serve("127.0.0.1:9000", golden_request_body_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    OfferError, OfferInput, SendError, SendInput, StreamError, StreamInput, SumError,
    SumInput,
};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// What a server of Records does.
pub trait Records: Send + Sync + 'static {
    /// Takes members in gzip, and what else the caller says it is in.
    fn send(
        &self,
        input: SendInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), SendError>> + Send;

    /// Must be told how much there is.
    fn stream(
        &self,
        input: StreamInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), StreamError>> + Send;

    /// Must carry a checksum.
    fn sum(
        &self,
        input: SumInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), SumError>> + Send;

    /// May carry a checksum.
    fn offer(
        &self,
        input: OfferInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), OfferError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Records>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Records`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Records> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.send(input, request.context()).await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.stream(input, request.context()).await;
                    request.answer(answer)
                })
            }
            2 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.sum(input, request.context()).await;
                    request.answer(answer)
                })
            }
            3 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.offer(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Records",
        "1",
        &protocol::REST_JSON_1,
    )
    .operations(
        &[
            &operation::send::METADATA,
            &operation::stream::METADATA,
            &operation::sum::METADATA,
            &operation::offer::METADATA,
        ],
    )
    .routes(&routes::ROUTES);
