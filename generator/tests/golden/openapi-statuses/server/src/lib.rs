//! A server of Jobs.
//!
//! ```no_run
//! use golden_openapi_statuses_server::Jobs;
//!
//! # async fn example(api: impl Jobs) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Jobs`.
//! golden_openapi_statuses_server::serve("127.0.0.1:9000", golden_openapi_statuses_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{PutJobError, PutJobInput, PutJobOutput};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// What a server of Jobs does.
pub trait Jobs: Send + Sync + 'static {
    /// Starts a job, or says that it runs.
    fn put_job(
        &self,
        input: PutJobInput,
        context: &Context,
    ) -> impl Future<Output = Result<PutJobOutput, PutJobError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Jobs>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Jobs`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Jobs> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.put_job(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new("Jobs", "1", &protocol::HTTP_JSON)
    .operations(&[&operation::put_job::METADATA])
    .routes(&routes::ROUTES);
