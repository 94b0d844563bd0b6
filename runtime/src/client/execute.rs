//! One call from its first attempt to its last. Nothing here depends on the operation's types.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::task::Poll;
use std::time::{Duration, SystemTime};

use http::{HeaderValue, header};
use tokio::time::{Instant, Sleep};

use super::answer::Answer;
use super::endpoint::{self, Endpoint};
use super::error::{CredentialsFailure, TimeoutFailure, TimeoutKind, TransportFailure};
use super::prepare::Prepared;
use super::progress::{Progress, download};
use super::retry::{Again, Failed, TokenBucket};
use super::transport::SendOptions;
use super::user_agent::user_agent;
use super::{
    Config, Error, Refused, ServiceMetadata, Transport, TransportError, TransportErrorKind, trace,
};
use crate::auth::{CredentialsCache, CredentialsError, SigV4};
use crate::timer::{self, NoTimer};
use crate::value::{Timestamp, TimestampFormat};

/// What a call says where the runtime has no timer.
pub(super) const NO_TIMER: &str = "limits of time need tokio's timer, and this runtime has none: build it with \
     `enable_time`, or set `Timeouts::none()`";

/// What all clones of a client share.
pub(super) struct Inner {
    pub(super) service: &'static ServiceMetadata,
    pub(super) config: Config,
    pub(super) user_agent: HeaderValue,
    pub(super) accept: HeaderValue,
    endpoint: Result<Endpoint, String>,
    transport: Result<Arc<dyn Transport>, &'static str>,
    signer: Result<SigV4, String>,
    credentials: Option<CredentialsCache>,
    bucket: TokenBucket,
    /// By how many seconds the service's clock is ahead of ours.
    skew: AtomicI64,
    /// Whether a timer has been started before.
    timed: AtomicBool,
}

/// How often a call meets a connection closed while idle before that counts as a failure. The pool is
/// emptied each time, but other calls may put further such connections back.
const MOST_STALE: u32 = 3;

/// Clocks may differ by as much without a signature being refused.
const TOLERATED_SKEW: i64 = 240;

impl Inner {
    pub(super) fn new(
        service: &'static ServiceMetadata,
        config: Config,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let mut configured = config.endpoint.clone();
        if configured.is_none() && config.endpoint_from_environment {
            let variables = endpoint::environment_variables(service);
            configured =
                variables.iter().find_map(|name| variable(name).filter(|value| !value.is_empty()));
        }
        let region = config.region.as_deref();
        let endpoint = endpoint::resolve(service, configured.as_deref(), region);
        let signer = match (service.signing_name, region) {
            (None, _) => Err("the service has no name to sign requests for".to_owned()),
            (_, None) => Err("there is no region: set one with `Config::with_region`".to_owned()),
            (Some(name), Some(region)) => match endpoint::check_region(region) {
                Ok(region) => Ok(SigV4::new(region, name)),
                Err(refused) => Err(refused.message().to_owned()),
            },
        };
        let accept = format!("{}, */*;q=0.1", service.protocol.content_type());
        Self {
            service,
            user_agent: user_agent(service, config.app_name.as_deref()),
            accept: HeaderValue::try_from(accept)
                .unwrap_or_else(|_| HeaderValue::from_static("*/*")),
            endpoint: endpoint.map_err(|refused| refused.message().to_owned()),
            transport: transport(&config),
            signer,
            credentials: config.credentials.clone().map(CredentialsCache::new),
            bucket: TokenBucket::new(),
            skew: AtomicI64::new(0),
            timed: AtomicBool::new(false),
            config,
        }
    }

    pub(super) fn endpoint(&self) -> Result<Endpoint, Refused> {
        self.endpoint.clone().map_err(Refused::new)
    }

    /// Whether there is what signatures need besides credentials.
    pub(super) fn can_sign(&self) -> Result<(), Refused> {
        self.signer.as_ref().map(|_| ()).map_err(|message| Refused::new(message.clone()))
    }

    /// Refuses calls that are limited in time where nothing measures it, before anything is sent.
    fn can_time(&self, call: &Prepared) -> Result<(), Refused> {
        let timeouts = &call.timeouts;
        let idle = timeouts.idle.filter(|_| call.operation.streaming_input);
        if self.timed.load(Ordering::Relaxed)
            || (timeouts.attempt.is_none() && timeouts.operation.is_none() && idle.is_none())
        {
            return Ok(());
        }
        match timer::sleep_until(Instant::now()) {
            Ok(_) => self.timed.store(true, Ordering::Relaxed),
            Err(NoTimer::NoRuntime) => {}
            Err(NoTimer::Disabled) => return Err(Refused::new(NO_TIMER)),
        }
        Ok(())
    }

    /// What the service's clock shows, as far as we know.
    fn now(&self) -> SystemTime {
        let now = SystemTime::now();
        let skew = self.skew.load(Ordering::Relaxed);
        let distance = Duration::from_secs(skew.unsigned_abs());
        let shifted = if skew < 0 { now.checked_sub(distance) } else { now.checked_add(distance) };
        shifted.unwrap_or(now)
    }

    /// One attempt, to the end of the answer or, where that is streamed, of its headers.
    async fn attempt(
        &self,
        call: &mut Prepared,
        attempt: u32,
        progress: Option<&Arc<Progress>>,
    ) -> Result<Answer, Stopped> {
        let mut unsent = call.request(self, attempt).map_err(Stopped::Refused)?;
        let mut used = None;
        if call.signed
            && let (Ok(signer), Some(credentials)) = (&self.signer, &self.credentials)
        {
            let credentials = match credentials.current(SystemTime::now()) {
                Some(credentials) => credentials,
                None => {
                    let credentials = Box::pin(credentials.get(SystemTime::now())).await;
                    credentials.map_err(Stopped::Credentials)?
                }
            };
            let headers = &mut unsent.headers;
            signer
                .sign(
                    &credentials,
                    self.now(),
                    &unsent.method,
                    call.path(),
                    headers,
                    call.payload(),
                )
                .map_err(|error| Stopped::Refused(Refused::new(error.to_string())))?;
            used = Some(credentials);
        }
        let transport = match &self.transport {
            Ok(transport) => transport,
            Err(message) => return Err(Stopped::Refused(Refused::new(*message))),
        };
        let options = SendOptions { connect_timeout: call.timeouts.connect };
        let mut request = unsent.into_request();
        if let Some(progress) = progress {
            // For our own transport, whose socket sees more than the body does.
            request.extensions_mut().insert(Arc::clone(progress));
            let body = std::mem::take(request.body_mut());
            *request.body_mut() = progress.watch(body);
        }
        let response = transport.send(request, options).await;
        let (parts, body) = response.map_err(Stopped::Transport)?.into_parts();
        let mut answer = Answer::new(
            call.operation,
            self.service.protocol,
            parts.status,
            parts.headers,
            attempt,
        );
        if answer.is_streamed() {
            answer.stream = Some(download(body, call.timeouts.idle, progress.map(Arc::clone)));
            return Ok(answer);
        }
        let body = body.collect(self.config.response_limit).await;
        answer.received(body.map_err(Stopped::Transport)?);
        let code = answer.error.as_ref().and_then(|facts| facts.code.as_deref());
        if code.is_some_and(is_expired)
            && let (Some(credentials), Some(used)) = (&self.credentials, &used)
        {
            credentials.forget(used);
        }
        Ok(answer)
    }

    /// Whether the attempt failed for a reason that is now out of the way: our clock was wrong, or the
    /// credentials had expired.
    fn put_right(&self, call: &Prepared, answer: &Answer) -> bool {
        let Some(code) = answer.error.as_ref().and_then(|facts| facts.code.as_deref()) else {
            return false;
        };
        call.signed && (is_expired(code) || self.put_clock_right(code, answer))
    }

    fn put_clock_right(&self, code: &str, answer: &Answer) -> bool {
        let certain =
            matches!(code, "RequestTimeTooSkewed" | "RequestExpired" | "RequestInTheFuture");
        let possible =
            matches!(code, "InvalidSignatureException" | "SignatureDoesNotMatch" | "AuthFailure");
        if !certain && !possible {
            return false;
        }
        let date = answer.headers.get(header::DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| Timestamp::parse(date, TimestampFormat::HttpDate).ok());
        let Some(date) = date else { return false };
        let ours = Timestamp::now().unix_seconds();
        let skew = date.unix_seconds().saturating_sub(ours);
        let known = self.skew.load(Ordering::Relaxed);
        if (skew - known).abs() < TOLERATED_SKEW {
            return false;
        }
        self.skew.store(skew, Ordering::Relaxed);
        true
    }
}

fn is_expired(code: &str) -> bool {
    matches!(code, "ExpiredToken" | "ExpiredTokenException" | "TokenRefreshRequired")
}

/// Why an attempt brought no answer.
enum Stopped {
    Refused(Refused),
    Credentials(CredentialsError),
    Transport(TransportError),
}

/// Why a call brought no answer.
pub(super) enum Failure {
    Refused(Refused),
    Credentials(CredentialsFailure),
    Connect(TransportFailure),
    Timeout(TimeoutFailure),
    Transport(TransportFailure),
}

impl<E> From<Failure> for Error<E> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(failure) => Self::Refused(failure),
            Failure::Credentials(failure) => Self::Credentials(failure),
            Failure::Connect(failure) => Self::Connect(failure),
            Failure::Timeout(failure) => Self::Timeout(failure),
            Failure::Transport(failure) => Self::Transport(failure),
        }
    }
}

/// Makes the call.
pub(super) async fn execute(client: Arc<Inner>, mut call: Prepared) -> Result<Answer, Failure> {
    let operation = call.operation;
    client.can_time(&call).map_err(|refused| Failure::Refused(refused.of(operation.name)))?;
    let limit = call.timeouts.operation;
    let idle = call.timeouts.idle.filter(|_| operation.streaming_input);
    let end = limit.and_then(|limit| Instant::now().checked_add(limit));
    let mut timer = pin!(None);
    let mut paid = None;
    let mut put_right = false;
    let mut stale = 0;
    let mut attempt = 1;
    loop {
        let deadline = match call.timeouts.attempt {
            Some(limit) => [Instant::now().checked_add(limit), end].into_iter().flatten().min(),
            None => end,
        };
        timer.set(None);
        let progress = idle.map(|limit| (Progress::new(), limit));
        let attempting = client.attempt(&mut call, attempt, progress.as_ref().map(|(it, _)| it));
        let outcome = before(deadline, progress.as_ref(), timer.as_mut(), attempting).await;
        let (failed, result) = match outcome {
            Some(Ok(mut answer)) => {
                let Some(facts) = &answer.error else {
                    client.bucket.succeeded(paid);
                    trace::answered(&answer);
                    return Ok(answer);
                };
                if !put_right && call.repeatable() && client.put_right(&call, &answer) {
                    // Once a call, and for nothing: the first attempt could not have succeeded.
                    put_right = true;
                    continue;
                }
                let (status, headers) = (answer.status, &answer.headers);
                let code = facts.code.as_deref();
                let failed = Failed::answered(operation, status, code, headers, client.now());
                answer.retryable = failed.again != Again::Never;
                (failed, Ok(answer))
            }
            Some(Err(Stopped::Refused(refused))) => {
                return Err(Failure::Refused(refused.of(operation.name)));
            }
            Some(Err(Stopped::Credentials(source))) => {
                let operation = operation.name;
                return Err(Failure::Credentials(CredentialsFailure { operation, source }));
            }
            Some(Err(Stopped::Transport(error)))
                if error.kind() == TransportErrorKind::Stale
                    && stale < MOST_STALE
                    && call.repeatable() =>
            {
                stale += 1;
                continue;
            }
            Some(Err(Stopped::Transport(error))) => {
                (Failed::transport(error.kind()), Err(failure(&call, attempt, error)))
            }
            None => {
                let over = end.is_some_and(|end| Instant::now() >= end);
                let late = deadline.is_some_and(|deadline| Instant::now() >= deadline);
                let (kind, limit) = match (over, limit, call.timeouts.attempt, idle) {
                    (true, Some(limit), _, _) => (TimeoutKind::Operation, limit),
                    (_, _, _, Some(limit)) if !late => (TimeoutKind::Idle, limit),
                    (_, _, limit, _) => (TimeoutKind::Attempt, limit.unwrap_or_default()),
                };
                let failure =
                    TimeoutFailure { operation: operation.name, kind, limit, attempts: attempt };
                if kind == TimeoutKind::Operation {
                    trace::failed(&Err(Failure::Timeout(failure.clone())), attempt);
                    return Err(Failure::Timeout(failure));
                }
                (Failed::timed_out(), Err(Failure::Timeout(failure)))
            }
        };
        trace::failed(&result, attempt);
        let retry = &client.config.retry;
        let may = attempt < call.attempts && call.repeatable() && retry.allows(&failed, operation);
        let Some(wait) = may.then(|| retry.wait(attempt, &failed)).flatten() else {
            return result;
        };
        let too_late = end.is_some_and(|end| end.saturating_duration_since(Instant::now()) <= wait);
        if too_late {
            return result;
        }
        // Without a timer there is no waiting.
        let Ok(waiting) = timer::sleep(wait) else { return result };
        let Some(price) = client.bucket.take(&failed) else { return result };
        paid = Some(price);
        trace::waiting(attempt, wait);
        waiting.await;
        attempt += 1;
    }
}

fn failure(call: &Prepared, attempts: u32, error: TransportError) -> Failure {
    let operation = call.operation.name;
    let kind = error.kind();
    let limit = call.timeouts.connect;
    let failure = TransportFailure { operation, attempts, source: Box::new(error) };
    match (kind, limit) {
        (TransportErrorKind::ConnectTimeout, Some(limit)) => {
            let kind = TimeoutKind::Connect;
            Failure::Timeout(TimeoutFailure { operation, kind, limit, attempts })
        }
        (TransportErrorKind::Connect | TransportErrorKind::ConnectTimeout, _) => {
            Failure::Connect(failure)
        }
        (TransportErrorKind::Unsupported, _) => {
            Failure::Refused(Refused::new(failure.source.to_string()).of(operation))
        }
        _ => Failure::Transport(failure),
    }
}

/// What `future` gives, if it does so before `deadline`, and before nothing has moved for as long as that may be. A future
/// that is ready at once starts no timer.
async fn before<T>(
    deadline: Option<Instant>,
    progress: Option<&(Arc<Progress>, Duration)>,
    mut timer: Pin<&mut Option<Sleep>>,
    future: impl Future<Output = T>,
) -> Option<T> {
    let mut future = pin!(future);
    let earliest = || {
        let idle = progress.and_then(|(progress, limit)| progress.deadline(*limit));
        [deadline, idle].into_iter().flatten().min()
    };
    poll_fn(|context| {
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        if timer.is_none() {
            let Some(Ok(sleep)) = earliest().map(timer::sleep_until) else { return Poll::Pending };
            timer.set(Some(sleep));
        }
        while let Some(mut sleep) = timer.as_mut().as_pin_mut() {
            if sleep.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            // Something may have moved since the timer was set.
            match earliest() {
                Some(deadline) if deadline > Instant::now() => sleep.reset(deadline),
                _ => return Poll::Ready(None),
            }
        }
        Poll::Pending
    })
    .await
}

#[cfg(feature = "hyper")]
fn transport(config: &Config) -> Result<Arc<dyn Transport>, &'static str> {
    Ok(match &config.transport {
        Some(transport) => Arc::clone(transport),
        None => Arc::new(super::HyperTransport::new(config)),
    })
}

#[cfg(not(feature = "hyper"))]
fn transport(config: &Config) -> Result<Arc<dyn Transport>, &'static str> {
    config.transport.clone().ok_or(
        "there is no transport: build with the feature `hyper`, or set one with \
         `Config::with_transport` or `Config::with_service`",
    )
}
