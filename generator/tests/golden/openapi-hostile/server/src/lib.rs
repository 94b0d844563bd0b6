//! A server of \*/ "# {} `T` \</T>.
//!
//! ```no_run
//! use golden_openapi_hostile_server::Tt;
//!
//! # async fn example(api: impl Tt) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Tt`.
//! golden_openapi_hostile_server::serve("127.0.0.1:9000", golden_openapi_hostile_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{GetError, GetInput};
use crate::types::OddName1;
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// \*/ "# {} `T` \</T>
pub trait Tt: Send + Sync + 'static {
    /// \*/ "# {} `T` \</T>
    fn get(
        &self,
        input: GetInput,
        context: &Context,
    ) -> impl Future<Output = Result<OddName1, GetError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Tt>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Tt`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Tt> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.get(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "TT",
        "\"1\"",
        &protocol::HTTP_JSON,
    )
    .operations(&[&operation::get::METADATA])
    .routes(&routes::ROUTES);
