//! A server of Shop.
//!
//! ```no_run
//! use golden_called_again_server::Shop;
//!
//! # async fn example(api: impl Shop) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Shop`.
//! golden_called_again_server::serve("127.0.0.1:9000", golden_called_again_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    MakeBillError, MakeBillInput, MakeNoteError, MakeNoteInput, MakeOrderError,
    MakeOrderInput, SendPartError, SendPartInput, SendPartOutput,
};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// What a server of Shop does.
pub trait Shop: Send + Sync + 'static {
    /// Its stream cannot be sent again: there is neither waiting nor turning pages.
    fn send_part(
        &self,
        input: SendPartInput,
        context: &Context,
    ) -> impl Future<Output = Result<SendPartOutput, SendPartError>> + Send;

    /// Each call that is waited with has a token of its own.
    fn make_order(
        &self,
        input: MakeOrderInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), MakeOrderError>> + Send;

    /// `MakeBill`.
    fn make_bill(
        &self,
        input: MakeBillInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), MakeBillError>> + Send;

    /// `MakeNote`.
    fn make_note(
        &self,
        input: MakeNoteInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), MakeNoteError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Shop>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Shop`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Shop> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.send_part(input, request.context()).await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.make_order(input, request.context()).await;
                    request.answer(answer)
                })
            }
            2 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.make_bill(input, request.context()).await;
                    request.answer(answer)
                })
            }
            3 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.make_note(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Shop",
        "",
        &protocol::REST_JSON_1,
    )
    .operations(
        &[
            &operation::send_part::METADATA,
            &operation::make_order::METADATA,
            &operation::make_bill::METADATA,
            &operation::make_note::METADATA,
        ],
    )
    .routes(&routes::ROUTES);
