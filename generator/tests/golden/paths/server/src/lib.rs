//! A server of Things.
//!
//! ```no_run
//! use golden_paths_server::Things;
//!
//! # async fn example(api: impl Things) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Things`.
//! golden_paths_server::serve("127.0.0.1:9000", golden_paths_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{GetThingError, UploadError, UploadInput, UploadOutput};
use crate::types::Thing;
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// What a server of Things does.
pub trait Things: Send + Sync + 'static {
    /// `GetThing`.
    fn get_thing(
        &self,
        context: &Context,
    ) -> impl Future<Output = Result<Thing, GetThingError>> + Send;

    /// `Upload`.
    fn upload(
        &self,
        input: UploadInput,
        context: &Context,
    ) -> impl Future<Output = Result<UploadOutput, UploadError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Things>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Things`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Things> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let operation::get_thing::GetThingInput {} = request.read()?;
                    let answer = self.0.get_thing(request.context()).await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.upload(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Things",
        "",
        &protocol::REST_JSON_1,
    )
    .operations(&[&operation::get_thing::METADATA, &operation::upload::METADATA])
    .routes(&routes::ROUTES);
