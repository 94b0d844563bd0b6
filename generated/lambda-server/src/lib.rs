//! A server of AWS Lambda.
//!
//! ```no_run
//! use lambda_server::Lambda;
//!
//! # async fn example(api: impl Lambda) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Lambda`.
//! lambda_server::serve("127.0.0.1:9000", lambda_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    CreateFunctionError, CreateFunctionInput, DeleteFunctionError, DeleteFunctionInput,
    DeleteLayerVersionError, DeleteLayerVersionInput, GetFunctionError, GetFunctionInput,
    GetFunctionOutput, GetLayerVersionByArnError, GetLayerVersionByArnInput,
    GetLayerVersionError, GetLayerVersionInput, ListLayerVersionsError,
    ListLayerVersionsInput, ListLayerVersionsOutput, ListVersionsByFunctionError,
    ListVersionsByFunctionInput, ListVersionsByFunctionOutput, PublishLayerVersionError,
    PublishLayerVersionInput, PublishLayerVersionOutput, PublishVersionError,
    PublishVersionInput, UpdateFunctionCodeError, UpdateFunctionCodeInput,
};
use crate::types::{FunctionConfiguration, LayerVersion};
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// Lambda runs functions in answer to events, on machines that nobody has to look after. This is
/// the part of its API that deals in code: functions, the versions frozen from them, and the layers
/// that they share.
///
/// - A **function** has one working copy, `$LATEST`, which can be changed at will.
/// - A **version** is the working copy as it was at one moment, code and settings alike. It has a
///   number, counted from 1 for each function, and never changes again.
/// - A **layer** is an archive of libraries or data that is unpacked under `/opt` beside a
///   function's own code. Layers come in numbered versions only, and a function names the version
///   it wants.
pub trait Lambda: Send + Sync + 'static {
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

    /// Describes one version of a layer, and gives a link to its archive that works for ten minutes.
    fn get_layer_version(
        &self,
        input: GetLayerVersionInput,
        context: &Context,
    ) -> impl Future<Output = Result<LayerVersion, GetLayerVersionError>> + Send;

    /// Does what `GetLayerVersion` does for a caller who has the version's ARN rather than the layer's
    /// name and a number.
    fn get_layer_version_by_arn(
        &self,
        input: GetLayerVersionByArnInput,
        context: &Context,
    ) -> impl Future<Output = Result<LayerVersion, GetLayerVersionByArnError>> + Send;

    /// Lists the versions of a layer, newest first, without those that were deleted. Both filters may
    /// be given, and then both must hold.
    fn list_layer_versions(
        &self,
        input: ListLayerVersionsInput,
        context: &Context,
    ) -> impl Future<
        Output = Result<ListLayerVersionsOutput, ListLayerVersionsError>,
    > + Send;

    /// Deletes one version of a layer, for good: it can no longer be read, nor added to a function.
    /// Functions that have it already go on working. It is no error if there is no such version.
    fn delete_layer_version(
        &self,
        input: DeleteLayerVersionInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), DeleteLayerVersionError>> + Send;

    /// Describes a function, or one version of it, and says where its code can be downloaded. The link
    /// works for ten minutes.
    fn get_function(
        &self,
        input: GetFunctionInput,
        context: &Context,
    ) -> impl Future<Output = Result<GetFunctionOutput, GetFunctionError>> + Send;

    /// Deletes a function with all its versions and aliases, or with `Qualifier` that version alone.
    ///
    /// The working copy cannot be deleted by itself, nor can a version that an alias points to.
    fn delete_function(
        &self,
        input: DeleteFunctionInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), DeleteFunctionError>> + Send;

    /// Creates a function from a ZIP archive or a container image.
    ///
    /// The role must already exist and must trust Lambda. A function made from an archive also needs
    /// `Runtime` and `Handler`; one made from an image may have neither.
    ///
    /// Setting a function up takes a while, longest when it joins a VPC. Until `State` turns from
    /// `Pending` to `Active`, it can be neither invoked nor changed.
    fn create_function(
        &self,
        input: CreateFunctionInput,
        context: &Context,
    ) -> impl Future<Output = Result<FunctionConfiguration, CreateFunctionError>> + Send;

    /// Replaces the code of a function's working copy. Published versions keep theirs.
    ///
    /// The code must be of the same kind as before: an archive stays an archive, an image an image.
    /// While the change is being rolled out, `LastUpdateStatus` is `InProgress` and invocations still
    /// get the old code.
    fn update_function_code(
        &self,
        input: UpdateFunctionCodeInput,
        context: &Context,
    ) -> impl Future<
        Output = Result<FunctionConfiguration, UpdateFunctionCodeError>,
    > + Send;

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

    /// Lists a function's working copy and versions, at most 50 in one answer.
    fn list_versions_by_function(
        &self,
        input: ListVersionsByFunctionInput,
        context: &Context,
    ) -> impl Future<
        Output = Result<ListVersionsByFunctionOutput, ListVersionsByFunctionError>,
    > + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Lambda>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Lambda`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Lambda> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .publish_layer_version(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            1 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .get_layer_version(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            2 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .get_layer_version_by_arn(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            3 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .list_layer_versions(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            4 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .delete_layer_version(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            5 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.get_function(input, request.context()).await;
                    request.answer(answer)
                })
            }
            6 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.delete_function(input, request.context()).await;
                    request.answer(answer)
                })
            }
            7 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.create_function(input, request.context()).await;
                    request.answer(answer)
                })
            }
            8 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .update_function_code(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            9 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.publish_version(input, request.context()).await;
                    request.answer(answer)
                })
            }
            10 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self
                        .0
                        .list_versions_by_function(input, request.context())
                        .await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Lambda",
        "2015-03-31",
        &protocol::REST_JSON_1,
    )
    .operations(
        &[
            &operation::publish_layer_version::METADATA,
            &operation::get_layer_version::METADATA,
            &operation::get_layer_version_by_arn::METADATA,
            &operation::list_layer_versions::METADATA,
            &operation::delete_layer_version::METADATA,
            &operation::get_function::METADATA,
            &operation::delete_function::METADATA,
            &operation::create_function::METADATA,
            &operation::update_function_code::METADATA,
            &operation::publish_version::METADATA,
            &operation::list_versions_by_function::METADATA,
        ],
    )
    .routes(&routes::ROUTES);
