//! A client of Shop.
//!
//! ```no_run
//! use golden_pagination_client::{Client, Config, operation::ListOrdersInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.list_orders(ListOrdersInput::new()).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{ListOrdersInput, ListRestInput, ListTagsInput};
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Shop",
        "",
        &protocol::REST_JSON_1,
    )
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls Shop.
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

    /// Lists orders.
    ///
    /// Answers a page at a time; `.items()` goes through all of them, as does `.pages()`.
    pub fn list_orders(&self, input: ListOrdersInput) -> Call<'_, ListOrdersInput> {
        self.inner.call(input)
    }

    /// `ListTags`.
    ///
    /// Answers a page at a time; `.items()` goes through all of them, as does `.pages()`.
    pub fn list_tags(&self, input: ListTagsInput) -> Call<'_, ListTagsInput> {
        self.inner.call(input)
    }

    /// `ListRest`.
    ///
    /// Answers a page at a time; `.pages()` goes through all of them.
    pub fn list_rest(&self, input: ListRestInput) -> Call<'_, ListRestInput> {
        self.inner.call(input)
    }
}
