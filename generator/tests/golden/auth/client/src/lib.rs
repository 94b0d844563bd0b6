//! A client of A Service of Things.
//!
//! ```no_run
//! use golden_auth_client::{Client, Config};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::from_env());
//! let answer = client.send().await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{SendInput, SendOpenlyInput};
use farrier_runtime::auth::AuthScheme;
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Things",
        "1",
        &protocol::REST_JSON_1,
    )
    .sigv4("things")
    .auth(&[AuthScheme::Bearer, AuthScheme::SigV4])
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls A Service of Things.
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

    /// Sends with what the service asks for.
    pub fn send(&self) -> Call<'_, SendInput> {
        self.inner.call(SendInput::default())
    }

    /// Sends without any proof.
    pub fn send_openly(&self) -> Call<'_, SendOpenlyInput> {
        self.inner.call(SendOpenlyInput::default())
    }
}
