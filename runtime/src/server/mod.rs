//! Serving: finding a request's operation, reading and checking its input, answering.

mod body;
mod context;
mod encoding;
mod exchange;
mod failure;
mod fault;
mod input;
mod media;
mod metadata;
mod receive;
mod rejection;
mod request;
mod request_id;
mod response;
mod route;
#[cfg(feature = "serve")]
mod serve;
mod service;
mod settings;
mod timer;

pub use body::Body;
pub use context::{Context, RemoteAddress};
pub use failure::InternalFailure;
pub use fault::Fault;
pub use input::InputReader;
pub use metadata::{InputBody, OperationMetadata, OutputBody, ServiceMetadata};
pub use rejection::Rejection;
pub use request::{FromRequest, Request, RequestReader};
pub use response::{Failure, IntoResponse, PrefixedHeaders, ResponseWriter};
pub use route::{Endpoint, Greedy, Mixed, Node};
#[cfg(feature = "serve")]
pub use serve::{HttpService, Server, serve};
pub use service::{Answering, Dispatch, Service};
