//! A server of Depot.
//!
//! ```no_run
//! use depot_server::Depot;
//!
//! # async fn example(api: impl Depot) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Depot`.
//! depot_server::serve("127.0.0.1:9000", depot_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    ConvertError, ConvertInput, ConvertOutput, GetObjectError, GetObjectInput,
    GetObjectOutput, ImportLogError, ImportLogInput, ImportLogOutput, ImportRecordsError,
    ImportRecordsInput, ImportRecordsOutput, PutObjectError, PutObjectInput,
    PutObjectOutput, PutPartError, PutPartInput, PutPartOutput,
};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// Keeps objects of any size, which travel as streams.
pub trait Depot: Send + Sync + 'static {
    /// Stores an object, in place of the one that has its key.
    fn put_object(
        &self,
        input: PutObjectInput,
        context: &Context,
    ) -> impl Future<Output = Result<PutObjectOutput, PutObjectError>> + Send;

    /// Gives an object back.
    fn get_object(
        &self,
        input: GetObjectInput,
        context: &Context,
    ) -> impl Future<Output = Result<GetObjectOutput, GetObjectError>> + Send;

    /// Stores part of an object. How long it is must be known before it is sent.
    fn put_part(
        &self,
        input: PutPartInput,
        context: &Context,
    ) -> impl Future<Output = Result<PutPartOutput, PutPartError>> + Send;

    /// Converts what it is sent, and answers while it is still being sent.
    fn convert(
        &self,
        input: ConvertInput,
        context: &Context,
    ) -> impl Future<Output = Result<ConvertOutput, ConvertError>> + Send;

    /// Takes many records at once, compressed if they are many.
    fn import_records(
        &self,
        input: ImportRecordsInput,
        context: &Context,
    ) -> impl Future<Output = Result<ImportRecordsOutput, ImportRecordsError>> + Send;

    /// Takes a log as it is written, compressed.
    fn import_log(
        &self,
        input: ImportLogInput,
        context: &Context,
    ) -> impl Future<Output = Result<ImportLogOutput, ImportLogError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Depot>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Depot`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Depot> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.put_object(input, request.context()).await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.get_object(input, request.context()).await;
                    request.answer(answer)
                })
            }
            2 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.put_part(input, request.context()).await;
                    request.answer(answer)
                })
            }
            3 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.convert(input, request.context()).await;
                    request.answer(answer)
                })
            }
            4 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.import_records(input, request.context()).await;
                    request.answer(answer)
                })
            }
            5 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.import_log(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Depot",
        "2026-11-26",
        &protocol::REST_JSON_1,
    )
    .operations(
        &[
            &operation::put_object::METADATA,
            &operation::get_object::METADATA,
            &operation::put_part::METADATA,
            &operation::convert::METADATA,
            &operation::import_records::METADATA,
            &operation::import_log::METADATA,
        ],
    )
    .routes(&routes::ROUTES);
