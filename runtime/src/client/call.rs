//! A client, and a call that has not been made yet.

use std::env;
use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use super::answer::{Answer, Answered};
use super::endpoint::Endpoint;
use super::execute::{Failure, Inner};
use super::prepare::{Prepared, Settings, Unsent};
use super::request::{insert_header, refuse_framing};
use super::{
    Config, Error, ErrorCode, Operation, OperationMetadata, Refused, RequestWriter, ServiceMetadata,
};

/// Calls the operations of a service. Cheap to clone; clones share connections, credentials and
/// the budget for retries.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

impl Client {
    /// A client of `service`. Nothing is sent, and nothing is checked, before the first call.
    #[must_use]
    pub fn new(service: &'static ServiceMetadata, config: Config) -> Self {
        Self { inner: Arc::new(Inner::new(service, config, |name| env::var(name).ok())) }
    }

    /// A call with this input, to be awaited.
    pub fn call<O: Operation>(&self, input: O) -> Call<'_, O> {
        Call { client: self, input, settings: Settings::new(&self.inner.config) }
    }

    /// Everything that does not depend on the operation's types.
    pub(super) fn start(
        &self,
        operation: &'static OperationMetadata,
        settings: Settings,
        write: &mut dyn FnMut(&mut RequestWriter<'_>) -> Result<(), Refused>,
    ) -> Running {
        match Prepared::new(&self.inner, operation, settings, write) {
            Ok(prepared) => Running::Sent(super::trace::instrumented(
                self.inner.service,
                operation,
                super::execute::execute(Arc::clone(&self.inner), prepared),
            )),
            Err(refused) => Running::Refused(Some(refused.of(operation.name))),
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("service", &self.inner.service.name)
            .field("config", &self.inner.config)
            .finish()
    }
}

/// A call that has not been made yet: set it up further, then `.await` it.
#[must_use = "a call does nothing unless it is awaited"]
pub struct Call<'c, O> {
    pub(super) client: &'c Client,
    pub(super) input: O,
    pub(super) settings: Settings,
}

impl<O: Operation> Call<'_, O> {
    /// Limits the whole call, retries and waits included.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.settings.timeouts.operation = Some(limit);
        self
    }

    /// Limits one attempt.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.settings.timeouts.attempt = Some(limit);
        self.settings.own_attempt_timeout = true;
        self
    }

    /// How often a failed attempt is made again at most.
    pub fn retries(mut self, retries: u32) -> Self {
        self.settings.attempts = retries.saturating_add(1);
        self
    }

    /// Another header. It is signed like those of the model.
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        let added = refuse_framing(name)
            .and_then(|()| insert_header(&mut self.settings.headers, name, value.into()));
        if let Err(refused) = added {
            self.settings.refuse(refused);
        }
        self
    }

    /// Another endpoint.
    pub fn endpoint(mut self, endpoint: &str) -> Self {
        match Endpoint::parse(endpoint) {
            Ok(endpoint) => self.settings.endpoint = Some(endpoint),
            Err(refused) => self.settings.refuse(refused),
        }
        self
    }

    /// Makes the call. `.await` on the call does the same.
    pub fn send(self) -> CallFuture<O> {
        CallFuture { running: self.start(), operation: PhantomData }
    }

    /// Makes the call, and gives status, headers and request id along with the output.
    pub fn send_with_metadata(self) -> AnsweredFuture<O> {
        AnsweredFuture { running: self.start(), operation: PhantomData }
    }

    /// The request as it would be sent, without being sent: not signed, without an `Authorization`
    /// of SigV4. For tests that look at requests.
    ///
    /// # Errors
    ///
    /// [`Refused`] if it would not be sent.
    pub fn request(mut self) -> Result<http::Request<super::RequestBody>, Refused> {
        let operation = O::metadata();
        let write = &mut |writer: &mut RequestWriter<'_>| self.input.write(writer);
        let prepared = Prepared::new(&self.client.inner, operation, self.settings, write);
        prepared
            .and_then(|mut prepared| prepared.request(&self.client.inner, 1))
            .map(Unsent::into_request)
            .map_err(|refused| refused.of(operation.name))
    }

    fn start(mut self) -> Running {
        self.client.start(O::metadata(), self.settings, &mut |writer| self.input.write(writer))
    }
}

impl<O: Operation> IntoFuture for Call<'_, O> {
    type Output = Result<O::Output, Error<O::Error>>;
    type IntoFuture = CallFuture<O>;

    fn into_future(self) -> CallFuture<O> {
        self.send()
    }
}

impl<O> fmt::Debug for Call<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Inputs may hold what must not be shown.
        f.debug_struct("Call").field("client", self.client).finish_non_exhaustive()
    }
}

/// A call under way. It borrows nothing, so that it can be spawned.
#[must_use = "futures do nothing unless polled"]
pub struct CallFuture<O> {
    running: Running,
    operation: PhantomData<fn() -> O>,
}

/// The same, for [`Call::send_with_metadata`].
#[must_use = "futures do nothing unless polled"]
pub struct AnsweredFuture<O> {
    running: Running,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Future for CallFuture<O> {
    type Output = Result<O::Output, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.running.poll(context).map(|done| Ok(decode::<O>(done?)?.output))
    }
}

impl<O: Operation> Future for AnsweredFuture<O> {
    type Output = Result<Answered<O::Output>, Error<O::Error>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.running.poll(context).map(|done| decode::<O>(done?))
    }
}

impl<O> fmt::Debug for CallFuture<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}

impl<O> fmt::Debug for AnsweredFuture<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnsweredFuture").finish_non_exhaustive()
    }
}

/// The part of a call that is the same for all operations.
pub(super) enum Running {
    Refused(Option<Refused>),
    Sent(Pin<Box<dyn Future<Output = Result<Answer, Failure>> + Send>>),
}

impl Running {
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Answer, Failure>> {
        match self {
            Self::Refused(refused) => {
                let refused = refused.take().unwrap_or_else(|| Refused::new("polled again"));
                Poll::Ready(Err(Failure::Refused(refused)))
            }
            Self::Sent(future) => future.as_mut().poll(context),
        }
    }
}

pub(super) fn decode<O: Operation>(
    mut answer: Answer,
) -> Result<Answered<O::Output>, Error<O::Error>> {
    let stream = answer.stream.take();
    let mut reader = answer.reader(stream);
    let Some(facts) = &answer.error else {
        return match O::read(&mut reader) {
            Ok(output) => Ok(Answered { output, metadata: answer.into_metadata() }),
            Err(_) => {
                let problem = reader.into_problem();
                Err(Error::Decode(answer.undecodable(problem)))
            }
        };
    };
    let status: StatusCode = answer.status;
    let code = ErrorCode { code: facts.code.as_deref().unwrap_or_default(), status };
    match O::read_error(&code, &mut reader) {
        Ok(Some(error)) => Err(Error::Service(answer.modelled(error))),
        // An error that is not as the model says still has a status, a code and a body.
        Ok(None) | Err(_) => Err(Error::Unmodelled(answer.unmodelled())),
    }
}

/// What a call would give that got this answer.
#[cfg(feature = "testing")]
pub(crate) fn read_answer<O: Operation>(
    protocol: &'static dyn crate::protocol::Protocol,
    status: StatusCode,
    headers: HeaderMap,
    body: bytes::Bytes,
) -> Result<O::Output, Error<O::Error>> {
    let mut answer = Answer::new(O::metadata(), protocol, status, headers, 1);
    if answer.is_streamed() {
        answer.stream = Some(crate::value::ByteStream::new(body));
    } else {
        answer.received(body);
    }
    decode::<O>(answer).map(|answered| answered.output)
}

/// What an answer says besides its output.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AnswerMetadata {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// What the service calls the request.
    pub request_id: Option<String>,
    /// How many attempts it took.
    pub attempts: u32,
}
