//! A client of Lambda Publishing.
//!
//! The part of AWS Lambda's API that publishes: it freezes a function's working copy as a numbered
//! version, and an archive as a numbered version of a layer.
//!
//! ```no_run
//! use lambda_publish_client::{Client, Config, operation::PublishVersionInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::from_env());
//! let answer = client.publish_version(PublishVersionInput::new("example")).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{PublishLayerVersionInput, PublishVersionInput};
use farrier_runtime::auth::AuthScheme;
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "LambdaPublishing",
        "2015-03-31",
        &protocol::HTTP_JSON,
    )
    .sigv4("lambda")
    .endpoint("https://lambda.us-east-1.amazonaws.com")
    .auth(&[AuthScheme::SigV4])
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls Lambda Publishing.
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

    /// Publish a version of a function
    ///
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

    /// Publish a version of a layer
    ///
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
}
