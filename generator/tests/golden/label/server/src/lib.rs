//! A server of Files.
//!
//! ```no_run
//! use golden_label_server::Files;
//!
//! # async fn example(api: impl Files) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Files`.
//! golden_label_server::serve("127.0.0.1:9000", golden_label_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{GetFileError, GetFileInput, GetFileOutput};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// What a server of Files does.
pub trait Files: Send + Sync + 'static {
    /// Reads one file.
    fn get_file(
        &self,
        input: GetFileInput,
        context: &Context,
    ) -> impl Future<Output = Result<GetFileOutput, GetFileError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Files>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Files`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Files> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.get_file(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Files",
        "1",
        &protocol::REST_JSON_1,
    )
    .operations(&[&operation::get_file::METADATA])
    .routes(&routes::ROUTES);
