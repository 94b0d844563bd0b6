//! Everything that a call can fail with.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::ServiceError;
use crate::auth::CredentialsError;

/// Why a call failed. `E` is the enum of the errors that the operation's model names.
///
/// `Display` says everything in one line: the operation, what happened, status, code, message and
/// request id, as far as they are known.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The input or the configuration is such that nothing was sent.
    Refused(Refused),
    /// There were no credentials.
    Credentials(CredentialsFailure),
    /// No connection came about; the service has seen nothing.
    Connect(TransportFailure),
    /// It took too long.
    Timeout(TimeoutFailure),
    /// The connection failed under way.
    Transport(TransportFailure),
    /// The service answered with an error that the model names.
    Service(ServiceFailure<E>),
    /// The service answered with an error that the model does not name.
    Unmodelled(UnmodelledFailure),
    /// The service's answer is not what the model says.
    Decode(DecodeFailure),
}

impl<E> Error<E> {
    /// The operation that failed.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::Refused(failure) => failure.operation,
            Self::Credentials(failure) => failure.operation,
            Self::Connect(failure) | Self::Transport(failure) => failure.operation,
            Self::Timeout(failure) => failure.operation,
            Self::Service(failure) => failure.facts.operation,
            Self::Unmodelled(failure) => failure.facts.operation,
            Self::Decode(failure) => failure.facts.operation,
        }
    }

    /// The error that the model names, if it is one.
    #[must_use]
    pub fn service_error(&self) -> Option<&E> {
        match self {
            Self::Service(failure) => Some(&failure.error),
            _ => None,
        }
    }

    /// The same, taken out; anything else comes back.
    ///
    /// # Errors
    ///
    /// The error itself if it is not one that the model names.
    pub fn into_service_error(self) -> Result<E, Self> {
        match self {
            Self::Service(failure) => Ok(*failure.error),
            other => Err(other),
        }
    }

    /// The status of the service's answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Service(failure) => Some(failure.facts.status),
            Self::Unmodelled(failure) => Some(failure.facts.status),
            Self::Decode(failure) => Some(failure.facts.status),
            _ => None,
        }
    }

    /// What the service calls the request, if it answered and said so.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Service(failure) => failure.facts.request_id.as_deref(),
            Self::Unmodelled(failure) => failure.facts.request_id.as_deref(),
            Self::Decode(failure) => failure.facts.request_id.as_deref(),
            _ => None,
        }
    }

    /// Whether the same call may do better later. The client has retried as far as it was told to.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Connect(_) | Self::Timeout(_) | Self::Transport(_) => true,
            Self::Service(failure) => failure.facts.retryable,
            Self::Unmodelled(failure) => failure.facts.retryable,
            Self::Refused(_) | Self::Credentials(_) | Self::Decode(_) => false,
        }
    }
}

impl<E: ServiceError> Error<E> {
    /// The code of the service's error, modelled or not.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Service(failure) => Some(failure.error.code()),
            Self::Unmodelled(failure) => failure.facts.code.as_deref(),
            _ => None,
        }
    }
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(failure) => failure.fmt(f),
            Self::Credentials(failure) => failure.fmt(f),
            Self::Connect(failure) | Self::Transport(failure) => failure.fmt(f),
            Self::Timeout(failure) => failure.fmt(f),
            Self::Service(failure) => failure.fmt(f),
            Self::Unmodelled(failure) => failure.fmt(f),
            Self::Decode(failure) => failure.fmt(f),
        }
    }
}

impl<E: StdError + 'static> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Refused(_) | Self::Timeout(_) | Self::Unmodelled(_) | Self::Decode(_) => None,
            Self::Credentials(failure) => Some(&failure.source),
            Self::Connect(failure) | Self::Transport(failure) => Some(&*failure.source),
            Self::Service(failure) => Some(&*failure.error),
        }
    }
}

/// The call was not sent: the input cannot travel, or the configuration is wrong or lacks something.
#[derive(Clone, Debug)]
pub struct Refused {
    pub(crate) operation: &'static str,
    message: String,
}

impl Refused {
    /// A refusal that says `message`.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { operation: "", message: message.into() }
    }

    pub(crate) fn of(mut self, operation: &'static str) -> Self {
        self.operation = operation;
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.operation.is_empty() {
            write!(f, "{}: ", self.operation)?;
        }
        write!(f, "not sent: {}", self.message)
    }
}

impl StdError for Refused {}

/// The call was not sent because its credentials could not be had.
#[derive(Debug)]
pub struct CredentialsFailure {
    pub(crate) operation: &'static str,
    pub(crate) source: CredentialsError,
}

impl fmt::Display for CredentialsFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: no credentials: {}", self.operation, self.source)
    }
}

/// The connection did not come about, or failed under way.
#[derive(Debug)]
pub struct TransportFailure {
    pub(crate) operation: &'static str,
    pub(crate) attempts: u32,
    pub(crate) source: Box<super::TransportError>,
}

impl TransportFailure {
    /// How many attempts were made.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// What the transport said.
    #[must_use]
    pub const fn error(&self) -> &super::TransportError {
        &self.source
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}{}", self.operation, self.source, Attempts(self.attempts))
    }
}

/// A limit of time was reached.
#[derive(Clone, Debug)]
pub struct TimeoutFailure {
    pub(crate) operation: &'static str,
    pub(crate) kind: TimeoutKind,
    pub(crate) limit: Duration,
    pub(crate) attempts: u32,
}

/// Which limit of time was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// For connecting.
    Connect,
    /// For one attempt.
    Attempt,
    /// For the whole call.
    Operation,
    /// For a streamed request in which nothing moves.
    Idle,
}

impl TimeoutFailure {
    /// Which limit was reached.
    #[must_use]
    pub const fn kind(&self) -> TimeoutKind {
        self.kind
    }

    /// The limit.
    #[must_use]
    pub const fn limit(&self) -> Duration {
        self.limit
    }

    /// How many attempts were made.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }
}

impl fmt::Display for TimeoutFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            TimeoutKind::Connect => "no connection within",
            TimeoutKind::Attempt => "no answer within",
            TimeoutKind::Operation => "not done within",
            TimeoutKind::Idle => "nothing moved for",
        };
        write!(f, "{}: {what} {:?}{}", self.operation, self.limit, Attempts(self.attempts))
    }
}

/// An answer that is not the operation's output.
pub(super) struct AnswerFacts {
    pub(super) operation: &'static str,
    pub(super) status: StatusCode,
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) retryable: bool,
    pub(super) attempts: u32,
}

/// The service answered with an error that the model names.
#[derive(Debug)]
pub struct ServiceFailure<E> {
    pub(super) error: Box<E>,
    pub(super) facts: Box<AnswerFacts>,
}

/// The service answered with an error that the model does not name, or that is not what the model says.
#[derive(Debug)]
pub struct UnmodelledFailure {
    pub(super) facts: Box<AnswerFacts>,
}

/// The service's answer is not what the model says.
#[derive(Debug)]
pub struct DecodeFailure {
    pub(super) problem: String,
    pub(super) facts: Box<AnswerFacts>,
}

macro_rules! answer_facts {
    ($([$($parameter:ident)?] $name:ty),*) => {
        $(impl $(<$parameter>)? $name {
            /// The answer's status.
            #[must_use]
            pub const fn status(&self) -> StatusCode {
                self.facts.status
            }

            /// What the service calls the request.
            #[must_use]
            pub fn request_id(&self) -> Option<&str> {
                self.facts.request_id.as_deref()
            }

            /// The answer's headers.
            #[must_use]
            pub const fn headers(&self) -> &HeaderMap {
                &self.facts.headers
            }

            /// The answer's body. Neither `Display` nor `Debug` shows it, for it may hold what must not be logged.
            #[must_use]
            pub const fn body(&self) -> &Bytes {
                &self.facts.body
            }

            /// How many attempts were made.
            #[must_use]
            pub const fn attempts(&self) -> u32 {
                self.facts.attempts
            }
        })*
    };
}

answer_facts!([E] ServiceFailure<E>, [] UnmodelledFailure, [] DecodeFailure);

impl<E> ServiceFailure<E> {
    /// The error.
    #[must_use]
    pub const fn error(&self) -> &E {
        &self.error
    }

    /// The error, taken out.
    #[must_use]
    pub fn into_error(self) -> E {
        *self.error
    }

    /// What the service says about it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.facts.message.as_deref()
    }
}

impl UnmodelledFailure {
    /// The error's code, if the answer holds one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.facts.code.as_deref()
    }

    /// The error's message, if the answer holds one.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.facts.message.as_deref()
    }
}

impl DecodeFailure {
    /// What is wrong with the answer, and where.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.problem
    }
}

impl<E: fmt::Display> fmt::Display for ServiceFailure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = OneLine(&self.error.to_string()).to_string();
        write!(f, "{}: {error}", self.facts.operation)?;
        // Generated errors mostly say code and message themselves.
        for said in [&self.facts.code, &self.facts.message].into_iter().flatten() {
            let said = OneLine(said).to_string();
            if !error.contains(&said) {
                write!(f, ": {said}")?;
            }
        }
        self.facts.fmt(f)
    }
}

impl fmt::Display for UnmodelledFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.facts;
        write!(f, "{}: ", facts.operation)?;
        match &facts.code {
            Some(code) => write!(f, "{}", OneLine(code))?,
            None => f.write_str("an error that the model does not name")?,
        }
        if let Some(message) = &facts.message {
            write!(f, ": {}", OneLine(message))?;
        }
        facts.fmt(f)
    }
}

impl fmt::Display for DecodeFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (operation, problem) = (self.facts.operation, OneLine(&self.problem));
        write!(f, "{operation}: the answer cannot be read: {problem}")?;
        self.facts.fmt(f)
    }
}

/// What `Display` says, and no more of headers and body: they may hold what must not be logged.
impl fmt::Debug for AnswerFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("operation", &self.operation)
            .field("status", &self.status.as_u16())
            .field("code", &self.code)
            .field("message", &self.message)
            .field("request_id", &self.request_id)
            .field("attempts", &self.attempts)
            .field("body_length", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// ` (status 429, request id …, after 3 attempts)`.
impl fmt::Display for AnswerFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, " (status {}", self.status.as_u16())?;
        if let Some(id) = &self.request_id {
            write!(f, ", request id {}", OneLine(id))?;
        }
        if self.attempts > 1 {
            write!(f, ", after {} attempts", self.attempts)?;
        }
        f.write_str(")")
    }
}

struct Attempts(u32);

impl fmt::Display for Attempts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 > 1 { write!(f, " (after {} attempts)", self.0) } else { Ok(()) }
    }
}

/// A service's text, without line breaks and other control characters.
pub(super) struct OneLine<'t>(pub(super) &'t str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, part) in self.0.split(char::is_control).enumerate() {
            if position > 0 {
                f.write_str(" ")?;
            }
            f.write_str(part)?;
        }
        Ok(())
    }
}
