//! A server of Pets.
//!
//! ```no_run
//! use golden_openapi_schemas_server::Pets;
//!
//! # async fn example(api: impl Pets) -> std::io::Result<()> {
//! // `api` is a type of yours that implements `Pets`.
//! golden_openapi_schemas_server::serve("127.0.0.1:9000", golden_openapi_schemas_server::service(api)).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{CreatePetError, CreatePetInput};
use crate::types::Pet;
use farrier_runtime::protocol;
use farrier_runtime::server::{Answering, Dispatch, Request, ServiceMetadata};
use std::sync::Arc;

pub mod operation;

mod routes;

pub mod types;

pub use farrier_runtime::server::{Context, Fault, Server, Service, serve};
pub use farrier_runtime;

/// What a server of Pets does.
pub trait Pets: Send + Sync + 'static {
    /// `createPet`.
    fn create_pet(
        &self,
        input: CreatePetInput,
        context: &Context,
    ) -> impl Future<Output = Result<Pet, CreatePetError>> + Send;
}

/// The service that answers requests with `api`: a `tower` service of HTTP requests.
pub fn service<T: Pets>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api))
}

/// The operations of a [`Pets`], by number.
#[derive(Debug)]
#[doc(hidden)]
pub struct Handlers<T>(T);

impl<T: Pets> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        &SERVICE
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => {
                Box::pin(async move {
                    let input = request.read()?;
                    let answer = self.0.create_pet(input, request.context()).await;
                    request.answer(answer)
                })
            }
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata = ServiceMetadata::new("Pets", "1", &protocol::HTTP_JSON)
    .operations(&[&operation::create_pet::METADATA])
    .routes(&routes::ROUTES);
