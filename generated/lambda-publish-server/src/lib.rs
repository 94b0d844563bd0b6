//! A server of Lambda Publishing.
//!
//! ```no_run
//! use lambda_publish_server::LambdaPublishing;
//!
//! # async fn example(api: impl LambdaPublishing) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `LambdaPublishing`.
//! lambda_publish_server::serve("127.0.0.1:9000", lambda_publish_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    PublishLayerVersionError, PublishLayerVersionInput, PublishLayerVersionOutput,
    PublishVersionError, PublishVersionInput,
};
use crate::types::FunctionConfiguration;
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// The part of AWS Lambda's API that publishes: it freezes a function's working copy as a numbered
/// version, and an archive as a numbered version of a layer.
pub trait LambdaPublishing: Send + Sync + 'static {
    /// Publish a version of a function
    ///
    /// Freezes a function's working copy, code and settings, as its next version.
    ///
    /// If nothing has changed since the last version, no new one is made, and the answer describes that
    /// last version again. `CodeSha256` and `RevisionId` make sure that what gets published is what the
    /// caller has in mind.
    fn publish_version(
        &self,
        input: PublishVersionInput,
        context: &Context,
    ) -> impl Future<Output = Result<FunctionConfiguration, PublishVersionError>> + Send;

    /// Publish a version of a layer
    ///
    /// Publishes an archive as the next version of a layer, and makes the layer if there is none of
    /// that name yet.
    ///
    /// Versions count from 1. A number is never given out twice, not even after its version is deleted.
    fn publish_layer_version(
        &self,
        input: PublishLayerVersionInput,
        context: &Context,
    ) -> impl Future<
        Output = Result<PublishLayerVersionOutput, PublishLayerVersionError>,
    > + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: LambdaPublishing>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`LambdaPublishing`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: LambdaPublishing> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.publish_version(input, request.context()).await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .publish_layer_version(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "LambdaPublishing",
        "2015-03-31",
        &protocol::HTTP_JSON,
    )
    .operations(
        &[
            &operation::publish_version::METADATA,
            &operation::publish_layer_version::METADATA,
        ],
    )
    .routes(&routes::ROUTES);
