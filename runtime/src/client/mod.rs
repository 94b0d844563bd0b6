//! Calling a service: requests, attempts and answers.
//!
//! A generated client hands its operations' inputs to a [`Client`]. Each becomes a [`Call`], which
//! writes the request once, sends it over a [`Transport`] as often as [`RetryConfig`] allows, and
//! reads the answer. Only writing and reading depend on the operation's types; everything between is
//! compiled once, here.

mod acceptor;
mod answer;
mod call;
mod checksum;
#[cfg(feature = "gzip")]
mod compression;
mod config;
#[cfg(feature = "hyper")]
mod connection;
mod endpoint;
mod error;
mod execute;
#[cfg(feature = "hyper")]
mod hyper_transport;
mod metadata;
mod operation;
mod pages;
mod prepare;
mod progress;
mod random;
mod request;
mod response;
mod retry;
#[cfg(feature = "hyper")]
mod socket;
#[cfg(feature = "tls")]
mod tls;
mod trace;
mod transport;
mod user_agent;
mod wait_error;
mod waiter;

pub use acceptor::{Acceptor, WaiterState};
pub use answer::Answered;
#[cfg(feature = "testing")]
pub(crate) use call::read_answer;
pub use call::{AnswerMetadata, AnsweredFuture, Call, CallFuture, Client};
pub use config::{Config, Timeouts};
pub use error::{
    CredentialsFailure, DecodeFailure, Error, Refused, ServiceFailure, TimeoutFailure, TimeoutKind,
    TransportFailure, UnmodelledFailure,
};
#[cfg(feature = "hyper")]
pub use hyper_transport::HyperTransport;
pub use metadata::{ErrorMetadata, OperationMetadata, ServiceMetadata};
pub use operation::{FromResponse, Operation, ServiceError};
pub use pages::{ItemOf, Items, PageToken, Pages, Paginated, RepeatedToken};
pub use request::{
    ParameterValue, RequestWriter, idempotency_token_unless_given, with_idempotency_token,
};
pub use response::{ErrorCode, ResponseReader};
pub use retry::RetryConfig;
pub use transport::{
    RequestBody, ResponseBody, SendOptions, Transport, TransportError, TransportErrorKind,
    TransportFuture,
};
pub use wait_error::{WaitError, WaitErrorKind, Waited};
pub use waiter::{Wait, WaitFuture, Waiter};
