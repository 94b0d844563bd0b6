//! A request on its way into an operation's input.

use std::ops::Range;

use bytes::Bytes;

use super::exchange::{Exchange, Payload};
use super::rejection::Rejection;
use super::response::respond;
use super::{Answering, Body, Context, Failure, InputReader, InternalFailure, IntoResponse};
use crate::codec::{BodyReader, Halt, Problems, Strictness, Structure};
use crate::protocol;
use crate::value::ByteStream;

/// A request that has found its operation, and whose body is here or streamed.
#[derive(Debug)]
pub struct Request {
    exchange: Exchange,
    labels: Vec<Range<usize>>,
    payload: Payload,
}

impl Request {
    pub(crate) fn new(exchange: Exchange, labels: Vec<Range<usize>>, payload: Payload) -> Self {
        Self { exchange, labels, payload }
    }

    /// What a handler may know about the request beyond the input.
    pub fn context(&self) -> &Context {
        &self.exchange.context
    }

    /// The operation's input, held against every constraint of the model.
    ///
    /// # Errors
    /// If the request is malformed or violates a constraint; the service answers for it.
    pub fn read<I: FromRequest>(&mut self) -> Result<I, Rejection> {
        let mut stream = None;
        let bytes = match std::mem::take(&mut self.payload) {
            Payload::Whole(bytes) => bytes,
            Payload::Streamed(body) => {
                stream = Some(body);
                Bytes::new()
            }
        };
        let body = self.exchange.service.protocol.reader(&bytes, Strictness::Strict);
        let head = Head { context: &self.exchange.context, labels: &self.labels, bytes: &bytes };
        let mut request = RequestReader { head, body, stream };
        match I::read(&mut request) {
            Ok(input) => Ok(input),
            Err(_) => Err(self.rejection(request.body.into_problems(), &bytes)),
        }
    }

    #[cold]
    fn rejection(&self, mut problems: Problems, bytes: &Bytes) -> Rejection {
        if let Some(malformed) = problems.take_malformed() {
            return Rejection::malformed(&malformed);
        }
        let mut violations = problems.take_violations();
        if violations.is_empty() {
            let message = "the input was refused without a reason".to_owned();
            return InternalFailure::UnusableModel(message).into();
        }
        // Only who answers in own words looks at it.
        if self.exchange.settings.on_violations.is_some()
            && let Ok(body) =
                self.exchange.service.protocol.reader(bytes, Strictness::Strict).decode()
        {
            violations = violations.with_body(body);
        }
        Rejection::violated(violations)
    }

    /// What the handler answered, as it is sent.
    ///
    /// # Errors
    /// If it cannot be sent; the service answers for it.
    pub fn answer<O: IntoResponse, E: Failure>(
        &self,
        answer: Result<O, E>,
    ) -> Result<http::Response<Body>, Rejection> {
        let Exchange { service, metadata, settings, context } = &self.exchange;
        let response = respond(service.protocol, settings, context, |response| match answer {
            Ok(output) => {
                response.succeed(metadata);
                output.write(response);
            }
            Err(error) => error.write(response),
        });
        response.map_err(Rejection::from)
    }

    /// For an operation number that the service does not have.
    pub fn unknown_operation(self) -> Answering {
        Box::pin(async { Err(protocol::Rejection::NotFound.into()) })
    }
}

/// An operation's input, read from a request. Generated.
pub trait FromRequest: Sized {
    /// Reads the input.
    ///
    /// # Errors
    /// If the request is malformed or violates a constraint.
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt>;
}

/// Reads an input from everywhere in a request.
#[derive(Debug)]
pub struct RequestReader<'r> {
    head: Head<'r>,
    body: BodyReader<'r>,
    stream: Option<ByteStream>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Head<'r> {
    pub(super) context: &'r Context,
    pub(super) labels: &'r [Range<usize>],
    pub(super) bytes: &'r Bytes,
}

impl<'r> RequestReader<'r> {
    /// Begins the input.
    ///
    /// # Errors
    /// None today.
    pub fn structure(
        &mut self,
        structure: &'static Structure,
    ) -> Result<InputReader<'_, 'r>, Halt> {
        Ok(InputReader::new(self.head, self.body.reader(), structure, &mut self.stream))
    }
}
