//! A client of AWS Lambda.
//!
//! Lambda runs functions in answer to events, on machines that nobody has to look after. This is
//! the part of its API that deals in code: functions, the versions frozen from them, and the layers
//! that they share.
//!
//! - A **function** has one working copy, `$LATEST`, which can be changed at will.
//! - A **version** is the working copy as it was at one moment, code and settings alike. It has a
//!   number, counted from 1 for each function, and never changes again.
//! - A **layer** is an archive of libraries or data that is unpacked under `/opt` beside a
//!   function's own code. Layers come in numbered versions only, and a function names the version
//!   it wants.
//!
//! ```no_run
//! use lambda_client::{Client, Config, operation::GetLayerVersionInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::from_env());
//! let answer = client.get_layer_version(GetLayerVersionInput::new("example", 1)).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    CreateFunctionInput, DeleteFunctionInput, DeleteLayerVersionInput, GetFunctionInput,
    GetLayerVersionByArnInput, GetLayerVersionInput, ListLayerVersionsInput,
    ListVersionsByFunctionInput, PublishLayerVersionInput, PublishVersionInput,
    UpdateFunctionCodeInput,
};
use farrier_runtime::auth::AuthScheme;
use farrier_runtime::client::{ServiceMetadata, Wait};
use farrier_runtime::protocol;
use std::time::Duration;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Lambda",
        "2015-03-31",
        &protocol::REST_JSON_1,
    )
    .sigv4("lambda")
    .endpoint_prefix("lambda")
    .auth(&[AuthScheme::SigV4])
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls AWS Lambda.
///
/// Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    inner: farrier_runtime::client::Client,
}

impl Client {
    /// A client with these settings. Nothing is sent before the first call.
    pub fn new(config: Config) -> Self {
        Self {
            inner: farrier_runtime::client::Client::new(&SERVICE, config),
        }
    }

    /// Publishes an archive as the next version of a layer, and makes the layer if there is none of
    /// that name yet.
    ///
    /// Versions count from 1. A number is never given out twice, not even after its version is deleted.
    pub fn publish_layer_version(
        &self,
        input: PublishLayerVersionInput,
    ) -> Call<'_, PublishLayerVersionInput> {
        self.inner.call(input)
    }

    /// Describes one version of a layer, and gives a link to its archive that works for ten minutes.
    pub fn get_layer_version(
        &self,
        input: GetLayerVersionInput,
    ) -> Call<'_, GetLayerVersionInput> {
        self.inner.call(input)
    }

    /// Does what `GetLayerVersion` does for a caller who has the version's ARN rather than the layer's
    /// name and a number.
    pub fn get_layer_version_by_arn(
        &self,
        input: GetLayerVersionByArnInput,
    ) -> Call<'_, GetLayerVersionByArnInput> {
        self.inner.call(input)
    }

    /// Lists the versions of a layer, newest first, without those that were deleted. Both filters may
    /// be given, and then both must hold.
    ///
    /// Answers a page at a time; `.items()` goes through all of them, as does `.pages()`.
    pub fn list_layer_versions(
        &self,
        input: ListLayerVersionsInput,
    ) -> Call<'_, ListLayerVersionsInput> {
        self.inner.call(input)
    }

    /// Deletes one version of a layer, for good: it can no longer be read, nor added to a function.
    /// Functions that have it already go on working. It is no error if there is no such version.
    pub fn delete_layer_version(
        &self,
        input: DeleteLayerVersionInput,
    ) -> Call<'_, DeleteLayerVersionInput> {
        self.inner.call(input)
    }

    /// Describes a function, or one version of it, and says where its code can be downloaded. The link
    /// works for ten minutes.
    pub fn get_function(&self, input: GetFunctionInput) -> Call<'_, GetFunctionInput> {
        self.inner.call(input)
    }

    /// Waits until this holds: A function that was just created can be invoked.
    ///
    /// Calls [`get_function`](Self::get_function) until then, for `max_wait` at most.
    pub fn wait_until_function_active_v2(
        &self,
        input: GetFunctionInput,
        max_wait: Duration,
    ) -> Wait<GetFunctionInput> {
        self.inner.call(input).wait_until(GetFunctionInput::FUNCTION_ACTIVE_V2, max_wait)
    }

    /// Waits until this holds: There is a function of that name, in whatever state.
    ///
    /// Calls [`get_function`](Self::get_function) until then, for `max_wait` at most.
    pub fn wait_until_function_exists(
        &self,
        input: GetFunctionInput,
        max_wait: Duration,
    ) -> Wait<GetFunctionInput> {
        self.inner.call(input).wait_until(GetFunctionInput::FUNCTION_EXISTS, max_wait)
    }

    /// Waits until this holds: The latest change of a function has taken effect.
    ///
    /// Calls [`get_function`](Self::get_function) until then, for `max_wait` at most.
    pub fn wait_until_function_updated_v2(
        &self,
        input: GetFunctionInput,
        max_wait: Duration,
    ) -> Wait<GetFunctionInput> {
        self.inner
            .call(input)
            .wait_until(GetFunctionInput::FUNCTION_UPDATED_V2, max_wait)
    }

    /// Deletes a function with all its versions and aliases, or with `Qualifier` that version alone.
    ///
    /// The working copy cannot be deleted by itself, nor can a version that an alias points to.
    pub fn delete_function(
        &self,
        input: DeleteFunctionInput,
    ) -> Call<'_, DeleteFunctionInput> {
        self.inner.call(input)
    }

    /// Creates a function from a ZIP archive or a container image.
    ///
    /// The role must already exist and must trust Lambda. A function made from an archive also needs
    /// `Runtime` and `Handler`; one made from an image may have neither.
    ///
    /// Setting a function up takes a while, longest when it joins a VPC. Until `State` turns from
    /// `Pending` to `Active`, it can be neither invoked nor changed.
    pub fn create_function(
        &self,
        input: CreateFunctionInput,
    ) -> Call<'_, CreateFunctionInput> {
        self.inner.call(input)
    }

    /// Replaces the code of a function's working copy. Published versions keep theirs.
    ///
    /// The code must be of the same kind as before: an archive stays an archive, an image an image.
    /// While the change is being rolled out, `LastUpdateStatus` is `InProgress` and invocations still
    /// get the old code.
    pub fn update_function_code(
        &self,
        input: UpdateFunctionCodeInput,
    ) -> Call<'_, UpdateFunctionCodeInput> {
        self.inner.call(input)
    }

    /// Freezes a function's working copy, code and settings, as its next version.
    ///
    /// If nothing has changed since the last version, no new one is made, and the answer describes that
    /// last version again. `CodeSha256` and `RevisionId` make sure that what gets published is what the
    /// caller has in mind.
    pub fn publish_version(
        &self,
        input: PublishVersionInput,
    ) -> Call<'_, PublishVersionInput> {
        self.inner.call(input)
    }

    /// Lists a function's working copy and versions, at most 50 in one answer.
    ///
    /// Answers a page at a time; `.items()` goes through all of them, as does `.pages()`.
    pub fn list_versions_by_function(
        &self,
        input: ListVersionsByFunctionInput,
    ) -> Call<'_, ListVersionsByFunctionInput> {
        self.inner.call(input)
    }
}
