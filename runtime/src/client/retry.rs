//! When a call is tried again, and after how long: AWS's standard mode, with care for operations
//! that must not happen twice.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode, header};

use super::random::fraction;
use super::{OperationMetadata, TransportErrorKind};
use crate::value::{Timestamp, TimestampFormat};

/// How often and after how long a failed attempt is made again.
///
/// What is tried again:
/// - always: no connection; an answer that says so (429, 503, a code that stands for throttling, an
///   error that the model calls `@retryable`, a `Retry-After`), for the service has not acted;
/// - if doing it twice does no harm (a `readonly` or `idempotent` operation, or one whose method HTTP
///   calls idempotent): 500, 502, 504, an attempt that took too long, a connection lost under way.
///   [`with_unsafe_retries`](Self::with_unsafe_retries) treats all operations so, as AWS's SDKs do;
/// - never: a streamed body that cannot be had again from its beginning.
///
/// None of this is counted: a request that was sent over a connection used before, which then ended within a second and
/// without a byte of an answer, is sent again at once, up to three times, whatever the operation and the number of attempts.
/// Servers close idle connections, and a request may cross that; that it was acted on all the same is all but
/// impossible (RFC 9110, section 9.2.2, leaves it to the client).
///
/// A token bucket shared by all calls of a client (500 tokens; a retry costs 5, after a timeout 10;
/// successes pay back) keeps retries from adding to an outage. The wait before the n-th retry is
/// random between 0 and 2ⁿ⁻¹ seconds, at most 20 seconds; `Retry-After` and `x-amz-retry-after`
/// are honoured up to a minute, and beyond that the error is returned instead.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryConfig {
    pub(super) attempts: u32,
    base: Duration,
    cap: Duration,
    unsafe_retries: bool,
}

/// Longer than this no call waits because a service asks it to.
const LONGEST_REQUESTED: Duration = Duration::from_secs(60);

impl Default for RetryConfig {
    fn default() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(20),
            unsafe_retries: false,
        }
    }
}

impl RetryConfig {
    /// At most 3 attempts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One attempt, whatever happens.
    #[must_use]
    pub fn disabled() -> Self {
        Self::default().with_attempts(1)
    }

    /// How often a call is attempted at most, the first time included; at least 1.
    #[must_use]
    pub fn with_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The longest wait before the first retry (1 second if not set), which doubles from one retry
    /// to the next until `cap` (20 seconds).
    #[must_use]
    pub fn with_backoff(mut self, base: Duration, cap: Duration) -> Self {
        self.base = base;
        self.cap = cap;
        self
    }

    /// Repeats any operation as if doing it twice did no harm.
    #[must_use]
    pub fn with_unsafe_retries(mut self) -> Self {
        self.unsafe_retries = true;
        self
    }

    /// The wait before the retry that follows attempt number `attempt`, of which `fraction` is
    /// taken.
    fn backoff(&self, attempt: u32, fraction: f64) -> Duration {
        let doubled = 1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        self.base.saturating_mul(doubled).min(self.cap).mul_f64(fraction.clamp(0.0, 1.0))
    }

    /// Whether `failed` may be tried again, leaving aside how often it has been.
    pub(super) fn allows(&self, failed: &Failed, operation: &OperationMetadata) -> bool {
        match failed.again {
            Again::Never => false,
            Again::Always => true,
            Again::IfRepeatable => self.unsafe_retries || operation.repeatable(),
        }
    }

    /// How long to wait after attempt number `attempt`; `None` if the service asks for too long.
    pub(super) fn wait(&self, attempt: u32, failed: &Failed) -> Option<Duration> {
        match failed.requested {
            Some(requested) if requested > LONGEST_REQUESTED => None,
            Some(requested) => Some(requested),
            None => Some(self.backoff(attempt, fraction())),
        }
    }
}

/// A failed attempt, as far as retries are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Failed {
    pub(super) again: Again,
    /// Retries after timeouts cost more.
    pub(super) timeout: bool,
    /// The wait that the service asks for.
    pub(super) requested: Option<Duration>,
}

/// Whether an attempt may be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    Never,
    Always,
    IfRepeatable,
}

impl Failed {
    const fn new(again: Again, timeout: bool) -> Self {
        Self { again, timeout, requested: None }
    }

    /// An attempt that had no complete answer within its time.
    pub(super) const fn timed_out() -> Self {
        Self::new(Again::IfRepeatable, true)
    }

    /// An attempt that the transport failed at.
    pub(super) const fn transport(kind: TransportErrorKind) -> Self {
        match kind {
            TransportErrorKind::Connect => Self::new(Again::Always, false),
            TransportErrorKind::ConnectTimeout => Self::new(Again::Always, true),
            TransportErrorKind::Closed
            | TransportErrorKind::Stale
            | TransportErrorKind::Body
            | TransportErrorKind::Protocol => Self::new(Again::IfRepeatable, false),
            TransportErrorKind::Unsupported
            | TransportErrorKind::RequestBody
            | TransportErrorKind::TooLong => Self::new(Again::Never, false),
        }
    }

    /// An attempt that was answered with an error.
    pub(super) fn answered(
        operation: &OperationMetadata,
        status: StatusCode,
        code: Option<&str>,
        headers: &HeaderMap,
        now: SystemTime,
    ) -> Self {
        let requested = requested_wait(headers, now);
        let again = match code {
            Some(code) if is_throttling(code) => Again::Always,
            Some(code) if operation.error(code).is_some_and(|error| error.retryable) => {
                Again::Always
            }
            Some("RequestTimeout" | "RequestTimeoutException") => Again::Always,
            _ => match status.as_u16() {
                429 | 503 => Again::Always,
                500 | 502 | 504 if requested.is_some() => Again::Always,
                500 | 502 | 504 => Again::IfRepeatable,
                _ => Again::Never,
            },
        };
        Self { again, timeout: status == StatusCode::GATEWAY_TIMEOUT, requested }
    }
}

/// The codes by which AWS services say that there are too many requests.
fn is_throttling(code: &str) -> bool {
    matches!(
        code,
        "BandwidthLimitExceeded"
            | "EC2ThrottledException"
            | "LimitExceededException"
            | "PriorRequestNotComplete"
            | "ProvisionedThroughputExceededException"
            | "RequestLimitExceeded"
            | "RequestThrottled"
            | "RequestThrottledException"
            | "SlowDown"
            | "ThrottledException"
            | "Throttling"
            | "ThrottlingException"
            | "TooManyRequestsException"
            | "TransactionInProgressException"
    )
}

/// `x-amz-retry-after` (milliseconds), or `Retry-After` (seconds, or a date).
fn requested_wait(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    if let Some(wait) = text("x-amz-retry-after").and_then(|text| text.parse().ok()) {
        return Some(Duration::from_millis(wait));
    }
    let text = text(header::RETRY_AFTER.as_str())?;
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = Timestamp::parse(text, TimestampFormat::HttpDate).ok()?;
    let seconds = u64::try_from(date.unix_seconds()).ok()?;
    let date = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))?;
    Some(date.duration_since(now).unwrap_or_default())
}

/// Tokens that retries are paid with.
#[derive(Debug)]
pub(super) struct TokenBucket {
    tokens: AtomicU32,
}

const CAPACITY: u32 = 500;
const RETRY_COST: u32 = 5;
const TIMEOUT_COST: u32 = 10;

impl TokenBucket {
    pub(super) const fn new() -> Self {
        Self { tokens: AtomicU32::new(CAPACITY) }
    }

    /// Pays for a retry; the price, or nothing if there are too few tokens.
    pub(super) fn take(&self, failed: &Failed) -> Option<u32> {
        let cost = if failed.timeout { TIMEOUT_COST } else { RETRY_COST };
        self.tokens
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| tokens.checked_sub(cost))
            .ok()
            .map(|_| cost)
    }

    /// Pays back what the last retry cost, or 1 if there was none.
    pub(super) fn succeeded(&self, paid: Option<u32>) {
        // The common case writes nothing that all threads share.
        if self.tokens.load(Ordering::Relaxed) < CAPACITY {
            let back = paid.unwrap_or(1);
            let _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| {
                Some(tokens.saturating_add(back).min(CAPACITY))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;
    use crate::client::ErrorMetadata;

    static ERRORS: [ErrorMetadata; 2] = [
        ErrorMetadata::new("Busy", 409).retryable(false),
        ErrorMetadata::new("ServiceException", 500),
    ];
    static WRITE: OperationMetadata = OperationMetadata::new("Write", "POST", "/").errors(&ERRORS);
    static READ: OperationMetadata = OperationMetadata::new("Read", "POST", "/").readonly();
    static PUT: OperationMetadata = OperationMetadata::new("Put", "PUT", "/");

    #[test]
    fn what_is_tried_again() {
        use TransportErrorKind as Kind;
        let config = RetryConfig::new();
        let answered = |operation, status, code| {
            let status = StatusCode::from_u16(status).unwrap();
            let headers = HeaderMap::new();
            Failed::answered(operation, status, code, &headers, SystemTime::UNIX_EPOCH)
        };
        // What failed, and whether a write, a read and a PUT are tried again.
        type Fails<'f> = dyn Fn(&'static OperationMetadata) -> Failed + 'f;
        let cases: [(&Fails<'_>, [bool; 3]); 18] = [
            (&|_| Failed::transport(Kind::Connect), [true, true, true]),
            (&|_| Failed::transport(Kind::ConnectTimeout), [true, true, true]),
            (&|_| Failed::transport(Kind::Closed), [false, true, true]),
            (&|_| Failed::transport(Kind::Body), [false, true, true]),
            (&|_| Failed::transport(Kind::Unsupported), [false, false, false]),
            (&|_| Failed::transport(Kind::RequestBody), [false, false, false]),
            (&|_| Failed::transport(Kind::TooLong), [false, false, false]),
            (&|_| Failed::timed_out(), [false, true, true]),
            (&|operation| answered(operation, 500, None), [false, true, true]),
            (&|operation| answered(operation, 502, None), [false, true, true]),
            (&|operation| answered(operation, 503, None), [true, true, true]),
            (&|operation| answered(operation, 504, None), [false, true, true]),
            (&|operation| answered(operation, 429, None), [true, true, true]),
            (&|operation| answered(operation, 400, None), [false, false, false]),
            (&|operation| answered(operation, 501, None), [false, false, false]),
            (&|operation| answered(operation, 400, Some("SlowDown")), [true, true, true]),
            (&|operation| answered(operation, 400, Some("RequestTimeout")), [true, true, true]),
            (&|operation| answered(operation, 409, Some("Busy")), [true, false, false]),
        ];
        for (position, (failed, expected)) in cases.iter().enumerate() {
            let found =
                [&WRITE, &READ, &PUT].map(|operation| config.allows(&failed(operation), operation));
            assert_eq!(found, *expected, "case {position}: {:?}", failed(&WRITE));
        }
        let failed = answered(&WRITE, 500, Some("ServiceException"));
        assert!(!config.allows(&failed, &WRITE));
        assert!(config.with_unsafe_retries().allows(&failed, &WRITE));
    }

    #[test]
    fn waits_that_services_ask_for() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_700);
        let check = |name: &'static str, value: &'static str, expected: Option<u64>| {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            let expected = expected.map(Duration::from_millis);
            assert_eq!(requested_wait(&headers, now), expected, "{name}: {value}");
        };
        check("retry-after", "7", Some(7_000));
        check("retry-after", " 7 ", Some(7_000));
        check("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT", Some(77_000));
        check("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT", Some(0));
        check("retry-after", "soon", None);
        check("retry-after", "-1", None);
        check("retry-after", "99999999999999999999999", None);
        check("x-amz-retry-after", "1500", Some(1_500));
        check("x-other", "1", None);
    }

    #[test]
    fn backoff_doubles_up_to_its_cap() {
        let config = RetryConfig::new();
        for (attempt, seconds) in [(1, 1), (2, 2), (3, 4), (5, 16), (6, 20), (40, 20)] {
            assert_eq!(config.backoff(attempt, 1.0), Duration::from_secs(seconds), "{attempt}");
            assert_eq!(config.backoff(attempt, 0.0), Duration::ZERO);
        }
        let mut failed = Failed::timed_out();
        failed.requested = Some(Duration::from_secs(60));
        assert_eq!(config.wait(1, &failed), Some(Duration::from_secs(60)));
        failed.requested = Some(Duration::from_secs(61));
        assert_eq!(config.wait(1, &failed), None);
    }

    #[test]
    fn the_bucket_runs_dry_and_fills_again() {
        let bucket = TokenBucket::new();
        let retry = Failed::transport(TransportErrorKind::Connect);
        let paid = (0..200).filter(|_| bucket.take(&retry).is_some()).count();
        assert_eq!(paid, 100);
        assert_eq!(bucket.take(&Failed::timed_out()), None);
        bucket.succeeded(Some(5));
        assert_eq!(bucket.take(&Failed::timed_out()), None);
        for _ in 0..5 {
            bucket.succeeded(None);
        }
        assert_eq!(bucket.take(&Failed::timed_out()), Some(10));
        for _ in 0..1000 {
            bucket.succeeded(None);
        }
        assert_eq!(bucket.tokens.load(Ordering::Relaxed), CAPACITY);
    }
}
