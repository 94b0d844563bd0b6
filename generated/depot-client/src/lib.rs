//! A client of Depot.
//!
//! Keeps objects of any size, which travel as streams.
//!
//! ```no_run
//! use depot_client::{Client, Config, operation::GetObjectInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.get_object(GetObjectInput::new("example")).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{
    ConvertInput, GetObjectInput, ImportLogInput, ImportRecordsInput, PutObjectInput,
    PutPartInput,
};
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Depot",
        "2026-11-26",
        &protocol::REST_JSON_1,
    )
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls Depot.
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

    /// Stores an object, in place of the one that has its key.
    pub fn put_object(&self, input: PutObjectInput) -> Call<'_, PutObjectInput> {
        self.inner.call(input)
    }

    /// Gives an object back.
    pub fn get_object(&self, input: GetObjectInput) -> Call<'_, GetObjectInput> {
        self.inner.call(input)
    }

    /// Stores part of an object. How long it is must be known before it is sent.
    pub fn put_part(&self, input: PutPartInput) -> Call<'_, PutPartInput> {
        self.inner.call(input)
    }

    /// Converts what it is sent, and answers while it is still being sent.
    pub fn convert(&self, input: ConvertInput) -> Call<'_, ConvertInput> {
        self.inner.call(input)
    }

    /// Takes many records at once, compressed if they are many.
    pub fn import_records(
        &self,
        input: ImportRecordsInput,
    ) -> Call<'_, ImportRecordsInput> {
        self.inner.call(input)
    }

    /// Takes a log as it is written, compressed.
    pub fn import_log(&self, input: ImportLogInput) -> Call<'_, ImportLogInput> {
        self.inner.call(input)
    }
}
