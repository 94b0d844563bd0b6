//! A service's answer, before it is known what it means.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::call::AnswerMetadata;
use super::error::{AnswerFacts, DecodeFailure, ServiceFailure, UnmodelledFailure};
use super::{OperationMetadata, ResponseReader};
use crate::protocol::{ErrorFacts, Protocol, request_id};
use crate::value::ByteStream;

/// An output, and what else the answer says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answered<T> {
    /// The operation's output.
    pub output: T,
    /// What the answer says besides it.
    pub metadata: AnswerMetadata,
}

/// An answer, complete but for a streamed body.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) operation: &'static OperationMetadata,
    pub(super) protocol: &'static dyn Protocol,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) stream: Option<ByteStream>,
    /// What the answer says about the error, if it is one.
    pub(super) error: Option<ErrorFacts>,
    pub(super) retryable: bool,
    pub(super) attempts: u32,
}

impl Answer {
    /// An answer of which only the head is there.
    pub(super) fn new(
        operation: &'static OperationMetadata,
        protocol: &'static dyn Protocol,
        status: StatusCode,
        headers: HeaderMap,
        attempts: u32,
    ) -> Self {
        Self {
            operation,
            protocol,
            status,
            headers,
            body: Bytes::new(),
            stream: None,
            error: None,
            retryable: false,
            attempts,
        }
    }

    /// Whether the body is handed over as it arrives.
    pub(super) fn is_streamed(&self) -> bool {
        self.status.is_success() && self.operation.streaming_output
    }

    /// Takes in the whole body.
    pub(super) fn received(&mut self, body: Bytes) {
        self.body = body;
        if !self.status.is_success() {
            self.error = Some(self.protocol.error_facts(self.status, &self.headers, &self.body));
        }
    }

    pub(super) fn reader(&self, stream: Option<ByteStream>) -> ResponseReader<'_> {
        ResponseReader::new(self.protocol, self.status, &self.headers, &self.body, stream)
    }

    /// By what the service knows the request.
    pub(super) fn request_id(&self) -> Option<String> {
        request_id(&self.headers)
    }

    pub(super) fn into_metadata(self) -> AnswerMetadata {
        AnswerMetadata {
            request_id: self.request_id(),
            status: self.status,
            headers: self.headers,
            attempts: self.attempts,
        }
    }

    pub(super) fn modelled<E>(self, error: E) -> ServiceFailure<E> {
        ServiceFailure { error: Box::new(error), facts: self.into_facts() }
    }

    pub(super) fn unmodelled(self) -> UnmodelledFailure {
        UnmodelledFailure { facts: self.into_facts() }
    }

    pub(super) fn undecodable(self, problem: String) -> DecodeFailure {
        DecodeFailure { problem, facts: self.into_facts() }
    }

    fn into_facts(self) -> Box<AnswerFacts> {
        let request_id = self.request_id();
        let facts = self.error.unwrap_or_default();
        Box::new(AnswerFacts {
            operation: self.operation.name,
            status: self.status,
            code: facts.code,
            message: facts.message,
            request_id: facts.request_id.or(request_id),
            headers: self.headers,
            body: self.body,
            retryable: self.retryable,
            attempts: self.attempts,
        })
    }
}

impl AnswerMetadata {
    /// The failure of an answer whose output has been read and cannot be followed.
    pub(super) fn undecodable(
        self,
        operation: &OperationMetadata,
        problem: String,
    ) -> DecodeFailure {
        let facts = AnswerFacts {
            operation: operation.name,
            status: self.status,
            code: None,
            message: None,
            request_id: self.request_id,
            headers: self.headers,
            body: Bytes::new(),
            retryable: false,
            attempts: self.attempts,
        };
        DecodeFailure { problem, facts: Box::new(facts) }
    }
}
