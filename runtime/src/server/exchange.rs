//! One request on its way to a handler: what is known of it, and its body.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http_body::{Body, Frame, SizeHint};

use super::encoding::Encoding;
use super::receive::{ReceiveError, receive};
use super::rejection::Rejection;
use super::settings::Settings;
use super::timer::Timer;
use super::{Context, InputBody, OperationMetadata, ServiceMetadata, media};
use crate::http::same_media_type;
use crate::protocol;
use crate::value::{BodyError, ByteStream};

/// What is known of a request once its operation is found.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) service: &'static ServiceMetadata,
    pub(crate) metadata: &'static OperationMetadata,
    pub(crate) settings: Arc<Settings>,
    pub(crate) context: Arc<Context>,
}

/// A request's body, as its operation wants it.
#[derive(Debug)]
pub(crate) enum Payload {
    Whole(Bytes),
    Streamed(ByteStream),
}

impl Default for Payload {
    fn default() -> Self {
        Self::Whole(Bytes::new())
    }
}

impl Exchange {
    /// The body, if the caller takes what the operation answers, and sends what it asks for.
    pub(crate) async fn receive(
        &self,
        body: ByteStream,
        encoding: Encoding,
    ) -> Result<Payload, Rejection> {
        let headers = self.context.headers();
        let produced = self.metadata.negotiated_media_type(self.service.protocol);
        if let Some(offered) = produced
            && !media::is_acceptable(headers, offered)
        {
            return Err(protocol::Rejection::NotAcceptable { offered }.into());
        }
        let length = body.length();
        if self.metadata.requires_length && length.is_none() {
            return Err(Rejection::length_required());
        }
        if length.is_some_and(|length| length > 0) && !self.welcomes() {
            return Err(self.unwelcome());
        }
        let limit = self.body_limit();
        if let (Some(length), Some(limit)) = (length, limit)
            && length > limit
        {
            return Err(protocol::Rejection::PayloadTooLarge { limit }.into());
        }
        let body = if length == Some(0) { body } else { encoding.undo(body) };
        if self.metadata.input == InputBody::Stream {
            // Its length may not be known; that it has a media type says that there is something.
            if headers.contains_key(CONTENT_TYPE) && !self.welcomes() {
                return Err(self.unwelcome());
            }
            let body = Limited {
                body,
                left: limit,
                timeout: self.settings.body_timeout,
                timer: Timer::new(None),
            };
            return Ok(Payload::Streamed(ByteStream::from_body(body)));
        }
        let limit = limit.unwrap_or(u64::MAX);
        let received =
            receive(body, limit, self.settings.body_timeout, self.context.deadline, || {
                self.welcomes()
            });
        match received.await {
            Ok(bytes) => Ok(Payload::Whole(bytes)),
            Err(ReceiveError::TooLarge) => {
                Err(protocol::Rejection::PayloadTooLarge { limit }.into())
            }
            Err(ReceiveError::TooSlow) => Err(protocol::Rejection::RequestTimeout.into()),
            Err(ReceiveError::Broken(error)) => Err(Rejection::broken_body(&error)),
            Err(ReceiveError::Refused) => Err(self.unwelcome()),
        }
    }

    /// Whether a body that is not empty may come with this request's headers.
    fn welcomes(&self) -> bool {
        let headers = self.context.headers();
        if self.metadata.input == InputBody::None {
            // What nobody says anything of is passed over; Smithy's protocol tests want both.
            return !headers.contains_key(CONTENT_TYPE);
        }
        match self.metadata.required_media_type(self.service.protocol) {
            None => true,
            Some(_) if self.metadata.is_in_usual_form() => {
                media::is_declared(headers, |declared| self.service.protocol.reads(declared))
            }
            Some(expected) => {
                media::is_declared(headers, |declared| same_media_type(declared, expected))
            }
        }
    }

    fn unwelcome(&self) -> Rejection {
        let expected = self.metadata.required_media_type(self.service.protocol);
        protocol::Rejection::UnsupportedMediaType { expected }.into()
    }

    /// How long the body may be; nothing for no limit.
    fn body_limit(&self) -> Option<u64> {
        let limits = &self.settings.operation_body_limits;
        let own = limits.get(self.metadata.name).copied().or(self.metadata.body_limit);
        match self.metadata.input {
            InputBody::Stream => own.or(self.settings.stream_limit),
            _ => own.or(Some(self.settings.body_limit)),
        }
    }
}

/// A streamed body that breaks off when it is too long, or nothing comes for too long.
struct Limited {
    body: ByteStream,
    left: Option<u64>,
    timeout: Option<Duration>,
    timer: Timer,
}

impl Body for Limited {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut TaskContext<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        let frame = match Pin::new(&mut this.body).poll_frame(context) {
            Poll::Ready(frame) => frame,
            Poll::Pending => {
                if !this.timer.is_set()
                    && let Some(timeout) = this.timeout
                {
                    this.timer = Timer::new(Instant::now().checked_add(timeout));
                }
                return this
                    .timer
                    .poll(context)
                    .map(|()| Some(Err("the body comes too slowly".into())));
            }
        };
        this.timer = Timer::new(None);
        if let Some(Ok(frame)) = &frame
            && let Some(data) = frame.data_ref()
            && let Some(left) = &mut this.left
        {
            match left.checked_sub(data.len() as u64) {
                Some(less) => *left = less,
                None => {
                    // What else comes is not even taken.
                    this.body = ByteStream::default();
                    return Poll::Ready(Some(Err("the body is longer than allowed".into())));
                }
            }
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
