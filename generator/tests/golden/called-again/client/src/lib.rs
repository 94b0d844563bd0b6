//! A client of Shop.
//!
//! ```no_run
//! use golden_called_again_client::{Client, Config, operation::MakeOrderInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.make_order(MakeOrderInput::new()).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{MakeBillInput, MakeNoteInput, MakeOrderInput, SendPartInput};
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

    /// Its stream cannot be sent again: there is neither waiting nor turning pages.
    pub fn send_part(&self, input: SendPartInput) -> Call<'_, SendPartInput> {
        self.inner.call(input)
    }

    /// Each call that is waited with has a token of its own.
    pub fn make_order(&self, input: MakeOrderInput) -> Call<'_, MakeOrderInput> {
        self.inner.call(input)
    }

    /// Waits until `OrderMade`.
    ///
    /// Calls [`make_order`](Self::make_order) until then, for `max_wait` at most.
    pub fn wait_until_order_made(
        &self,
        input: MakeOrderInput,
        max_wait: Duration,
    ) -> Wait<MakeOrderInput> {
        self.inner.call(input).wait_until(MakeOrderInput::ORDER_MADE, max_wait)
    }

    /// `MakeBill`.
    pub fn make_bill(&self, input: MakeBillInput) -> Call<'_, MakeBillInput> {
        self.inner.call(input)
    }

    /// `MakeNote`.
    pub fn make_note(&self, input: MakeNoteInput) -> Call<'_, MakeNoteInput> {
        self.inner.call(input)
    }
}
