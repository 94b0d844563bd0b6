//! A client of Records.
//!
//! ```no_run
//! use golden_request_body_client::{Client, Config, operation::SendInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.send(SendInput::new()).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{OfferInput, SendInput, StreamInput, SumInput};
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Records",
        "1",
        &protocol::REST_JSON_1,
    )
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls Records.
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

    /// Takes members in gzip, and what else the caller says it is in.
    pub fn send(&self, input: SendInput) -> Call<'_, SendInput> {
        self.inner.call(input)
    }

    /// Must be told how much there is.
    pub fn stream(&self, input: StreamInput) -> Call<'_, StreamInput> {
        self.inner.call(input)
    }

    /// Must carry a checksum.
    pub fn sum(&self, input: SumInput) -> Call<'_, SumInput> {
        self.inner.call(input)
    }

    /// May carry a checksum.
    pub fn offer(&self, input: OfferInput) -> Call<'_, OfferInput> {
        self.inner.call(input)
    }
}
