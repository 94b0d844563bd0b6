//! A server of Shop.
//!
//! ```no_run
//! use golden_waiters_server::Shop;
//!
//! # async fn example(api: impl Shop) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Shop`.
//! golden_waiters_server::serve("127.0.0.1:9000", golden_waiters_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{GetOrderError, GetOrderInput, GetOrderOutput};
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
    /// `GetOrder`.
    fn get_order(
        &self,
        input: GetOrderInput,
        context: &Context,
    ) -> impl Future<Output = Result<GetOrderOutput, GetOrderError>> + Send;
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
                    let answer = self.0.get_order(input, request.context()).await;
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
    .operations(&[&operation::get_order::METADATA])
    .routes(&routes::ROUTES);
