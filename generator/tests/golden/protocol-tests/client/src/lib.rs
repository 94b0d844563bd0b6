//! A client of Store.
//!
//! Keeps boxes.
//!
//! ```no_run
//! use golden_protocol_tests_client::{Client, Config, operation::PutBoxInput};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.put_box(PutBoxInput::new("example")).await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{AddNoteInput, GetPictureInput, PutBoxInput, PutPictureInput};
use farrier_runtime::client::ServiceMetadata;
use farrier_runtime::protocol;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Store",
        "1",
        &protocol::REST_JSON_1,
    )
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls Store.
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

    /// Puts something into a box.
    pub fn put_box(&self, input: PutBoxInput) -> Call<'_, PutBoxInput> {
        self.inner.call(input)
    }

    /// A picture of a box.
    pub fn get_picture(&self) -> Call<'_, GetPictureInput> {
        self.inner.call(GetPictureInput::default())
    }

    /// Writes a note down.
    pub fn add_note(&self, input: AddNoteInput) -> Call<'_, AddNoteInput> {
        self.inner.call(input)
    }

    /// Hangs a picture up.
    pub fn put_picture(&self, input: PutPictureInput) -> Call<'_, PutPictureInput> {
        self.inner.call(input)
    }
}
