//! A client of \*/ "# {} `T` \</T>.
//!
//! \*/ "# {} `T` \</T>
//!
//! ```no_run
//! use golden_openapi_hostile_client::{Client, Config, operation::GetInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.get(GetInput::new("example")).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::GetInput;
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "TT",
        "\"1\"",
        &protocol::HTTP_JSON,
    )
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls \*/ "# {} `T` \</T>.
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

    /// \*/ "# {} `T` \</T>
    pub fn get(&self, input: GetInput) -> Call<'_, GetInput> {
        self.inner.call(input)
    }
}
