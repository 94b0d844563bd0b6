//! A client of Shop.
//!
//! ```no_run
//! use golden_waiters_client::{Client, Config, operation::GetOrderInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.get_order(GetOrderInput::new("example")).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::GetOrderInput;
use farrier_runtime::client::{ServiceMetadata, Wait};
use farrier_runtime::protocol;
use std::time::Duration;

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

    /// `GetOrder`.
    pub fn get_order(&self, input: GetOrderInput) -> Call<'_, GetOrderInput> {
        self.inner.call(input)
    }

    /// Waits until this holds: The order is on its way.
    ///
    /// Calls [`get_order`](Self::get_order) until then, for `max_wait` at most.
    pub fn wait_until_order_shipped(
        &self,
        input: GetOrderInput,
        max_wait: Duration,
    ) -> Wait<GetOrderInput> {
        self.inner.call(input).wait_until(GetOrderInput::ORDER_SHIPPED, max_wait)
    }

    /// Waits until `AllLinesReady`.
    ///
    /// Calls [`get_order`](Self::get_order) until then, for `max_wait` at most.
    pub fn wait_until_all_lines_ready(
        &self,
        input: GetOrderInput,
        max_wait: Duration,
    ) -> Wait<GetOrderInput> {
        self.inner.call(input).wait_until(GetOrderInput::ALL_LINES_READY, max_wait)
    }

    /// Waits until `OrderComplete`.
    ///
    /// Calls [`get_order`](Self::get_order) until then, for `max_wait` at most.
    pub fn wait_until_order_complete(
        &self,
        input: GetOrderInput,
        max_wait: Duration,
    ) -> Wait<GetOrderInput> {
        self.inner.call(input).wait_until(GetOrderInput::ORDER_COMPLETE, max_wait)
    }

    /// Waits until `SameOrder`.
    ///
    /// Calls [`get_order`](Self::get_order) until then, for `max_wait` at most.
    #[deprecated]
    pub fn wait_until_same_order(
        &self,
        input: GetOrderInput,
        max_wait: Duration,
    ) -> Wait<GetOrderInput> {
        self.inner.call(input).wait_until(GetOrderInput::SAME_ORDER, max_wait)
    }
}
