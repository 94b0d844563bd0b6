//! A server of Store.
//!
//! ```no_run
//! use golden_protocol_tests_server::Store;
//!
//! # async fn example(api: impl Store) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Store`.
//! golden_protocol_tests_server::serve("127.0.0.1:9000", golden_protocol_tests_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    AddNoteError, AddNoteInput, AddNoteOutput, GetPictureError, GetPictureOutput,
    PutBoxError, PutBoxInput, PutBoxOutput, PutPictureError, PutPictureInput,
};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// Keeps boxes.
pub trait Store: Send + Sync + 'static {
    /// Puts something into a box.
    fn put_box(
        &self,
        input: PutBoxInput,
        context: &Context,
    ) -> impl Future<Output = Result<PutBoxOutput, PutBoxError>> + Send;

    /// A picture of a box.
    fn get_picture(
        &self,
        context: &Context,
    ) -> impl Future<Output = Result<GetPictureOutput, GetPictureError>> + Send;

    /// Writes a note down.
    fn add_note(
        &self,
        input: AddNoteInput,
        context: &Context,
    ) -> impl Future<Output = Result<AddNoteOutput, AddNoteError>> + Send;

    /// Hangs a picture up.
    fn put_picture(
        &self,
        input: PutPictureInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), PutPictureError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Store>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Store`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Store> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.put_box(input, request.context()).await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let operation::get_picture::GetPictureInput {} = request.read()?;
                    let answer = self.0.get_picture(request.context()).await;
                    request.answer(answer)
                })
            }
            2 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.add_note(input, request.context()).await;
                    request.answer(answer)
                })
            }
            3 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.put_picture(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Store",
        "1",
        &protocol::REST_JSON_1,
    )
    .operations(
        &[
            &operation::put_box::METADATA,
            &operation::get_picture::METADATA,
            &operation::add_note::METADATA,
            &operation::put_picture::METADATA,
        ],
    )
    .routes(&routes::ROUTES);
