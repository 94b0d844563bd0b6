//! Retries and timeouts, with time under the test's control.

use std::time::Duration;

use farrier_runtime::ByteStream;
use farrier_runtime::auth::{
    Credentials, CredentialsError, CredentialsFuture, CredentialsProvider, StaticCredentials,
};
use farrier_runtime::client::{Config, Error, RetryConfig, TimeoutKind, Timeouts};

use crate::api::{MakeThing, OPEN, PutThing, SERVICE, Upload};
use crate::memory::{Memory, Step};

fn put() -> PutThing {
    PutThing::new("a", "b")
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test(start_paused = true)]
async fn attempts_end_with_success_or_at_three() {
    let check = async |steps: Vec<Step>, write: bool, attempts: usize, success: bool| {
        let memory = Memory::new(steps);
        let client = memory.client(&OPEN, Config::new());
        let result = if write {
            client.call(MakeThing).await.map(drop)
        } else {
            client.call(put()).await.map(drop)
        };
        assert_eq!((memory.asked().len(), result.is_ok()), (attempts, success), "{result:?}");
    };
    let answers =
        |heads: &[&'static str]| heads.iter().map(|head| Step::Answer(head, "{}")).collect();
    check(answers(&["500"]), false, 2, true).await;
    check(answers(&["500", "503"]), false, 3, true).await;
    check(answers(&["500", "500", "500"]), false, 3, false).await;
    check(answers(&["404"]), false, 1, false).await;
    check(answers(&["400 | X-Amzn-ErrorType: ThrottlingException"]), true, 2, true).await;
    check(answers(&["429 | X-Amzn-ErrorType: Busy"]), true, 2, true).await;
    // What may have been done is not done again.
    check(answers(&["500"]), true, 1, false).await;
    check(vec![Step::Fail], true, 1, false).await;
    check(vec![Step::Fail], false, 2, true).await;
    check(answers(&["500 | Retry-After: 1"]), true, 2, true).await;
}

#[tokio::test(start_paused = true)]
async fn a_call_may_set_how_often_it_is_tried() {
    let memory = Memory::new((0..9).map(|_| Step::Answer("503", "")));
    let client = memory.client(&OPEN, Config::new());
    let error = client.call(put()).retries(4).await.unwrap_err();
    assert_eq!(memory.asked().len(), 5);
    assert!(error.to_string().ends_with(" (status 503, after 5 attempts)"), "{error}");
    client.call(put()).retries(0).await.unwrap_err();
    assert_eq!(memory.asked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn services_say_how_long_to_wait() {
    let check = async |head: &'static str, expected: Option<Duration>| {
        let memory = Memory::new([Step::Answer(head, "")]);
        let result = memory.client(&OPEN, Config::new()).call(put()).await;
        let asked = memory.asked();
        let waited = asked.get(1).map(|second| second.at - asked[0].at);
        // Timers have a resolution of a millisecond.
        let close = match (waited, expected) {
            (Some(waited), Some(expected)) => waited.abs_diff(expected) <= Duration::from_millis(2),
            (waited, expected) => waited == expected,
        };
        assert!(close, "{head}: waited {waited:?}");
        assert_eq!(result.is_ok(), expected.is_some());
    };
    check("429 | Retry-After: 7", Some(seconds(7))).await;
    check("503 | x-amz-retry-after: 2500", Some(Duration::from_millis(2500))).await;
    check("503 | Retry-After: Sun, 06 Nov 1994 08:49:37 GMT", Some(Duration::ZERO)).await;
    check("503 | Retry-After: 60", Some(seconds(60))).await;
    check("503 | Retry-After: 61", None).await;
}

#[tokio::test(start_paused = true)]
async fn waits_are_random_and_grow() {
    let mut longest = [Duration::ZERO; 2];
    let mut shortest = [seconds(99); 2];
    for _ in 0..60 {
        let memory = Memory::new([Step::Answer("503", ""), Step::Answer("503", "")]);
        memory.client(&OPEN, Config::new()).call(put()).await.unwrap();
        let asked = memory.asked();
        for (position, pair) in asked.windows(2).enumerate() {
            let waited = pair[1].at - pair[0].at;
            longest[position] = longest[position].max(waited);
            shortest[position] = shortest[position].min(waited);
        }
    }
    let slack = Duration::from_millis(2);
    assert!(longest[0] <= seconds(1) + slack && longest[1] <= seconds(2) + slack, "{longest:?}");
    assert!(longest[1] > seconds(1), "{longest:?}");
    assert!(shortest.iter().all(|shortest| *shortest < Duration::from_millis(500)), "{shortest:?}");
}

#[tokio::test(start_paused = true)]
async fn the_budget_for_retries_runs_dry() {
    let memory = Memory::new((0..1000).map(|_| Step::Answer("503", "")));
    let config = Config::new().with_retry(RetryConfig::new().with_attempts(1000));
    let client = memory.client(&OPEN, config);
    client.call(put()).await.unwrap_err();
    // 500 tokens at 5 each.
    assert_eq!(memory.asked().len(), 101);
    client.clone().call(put()).await.unwrap_err();
    assert_eq!(memory.asked().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn timeouts() {
    let late = |wait| Step::Late(seconds(wait), "200", "{}");
    let check = async |steps: Vec<Step>,
                       timeouts: Timeouts,
                       asked: usize,
                       expected: Option<(TimeoutKind, &str)>| {
        let memory = Memory::new(steps);
        let result = memory.client(&OPEN, Config::new().with_timeouts(timeouts)).call(put()).await;
        assert_eq!(memory.asked().len(), asked, "{result:?}");
        match (result, expected) {
            (Ok(_), None) => {}
            (Err(Error::Timeout(failure)), Some((kind, message))) => {
                assert_eq!(failure.kind(), kind);
                assert_eq!(failure.to_string(), message);
            }
            (result, _) => panic!("{result:?}"),
        }
    };
    let attempt = Timeouts::new().with_attempt(seconds(2));
    check(vec![late(1)], attempt, 1, None).await;
    check(vec![late(3), late(1)], attempt, 2, None).await;
    let message = "PutThing: no answer within 2s (after 3 attempts)";
    check(vec![late(3), late(3), late(3)], attempt, 3, Some((TimeoutKind::Attempt, message))).await;
    let operation = Timeouts::new().with_operation(seconds(2));
    let message = "PutThing: not done within 2s";
    check(vec![late(3)], operation, 1, Some((TimeoutKind::Operation, message))).await;
    check(vec![late(100)], Timeouts::none(), 1, None).await;
    // The default for an attempt.
    check(vec![late(61), late(59)], Timeouts::new(), 2, None).await;
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_would_end_too_late_is_not_begun() {
    let memory = Memory::new([Step::Answer("503 | Retry-After: 10", "")]);
    let client = memory.client(&OPEN, Config::new());
    let started = tokio::time::Instant::now();
    let error = client.call(put()).timeout(seconds(5)).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503));
    assert!(started.elapsed() < seconds(1));
}

#[tokio::test(start_paused = true)]
async fn streamed_requests_are_sent_once() {
    let check = async |stream: ByteStream, attempts: usize| {
        let memory = Memory::new([Step::Answer("503", ""), Step::Answer("200", "back")]);
        let client = memory.client(&OPEN, Config::new());
        let result = client.call(Upload(stream)).await;
        let asked = memory.asked();
        assert_eq!(asked.len(), attempts);
        assert!(asked.iter().all(|asked| &asked.body[..] == b"forth"));
        if attempts > 1 {
            assert_eq!(&result.unwrap().collect().await.unwrap()[..], b"back");
        } else {
            assert!(matches!(result, Err(Error::Unmodelled(_))));
        }
    };
    check(ByteStream::from("forth"), 2).await;
    check(ByteStream::from_body(ByteStream::from("forth")), 1).await;
}

/// What is streamed takes as long as it takes, if something moves, unless the call says otherwise.
#[tokio::test(start_paused = true)]
async fn streamed_requests_have_no_time_limit_of_their_own() {
    let steps = || [1, 2, 3].map(|_| Step::Late(seconds(600), "200", ""));
    let mut timeouts = Timeouts::new();
    timeouts.idle = None;
    let client = Memory::new(steps()).client(&OPEN, Config::new().with_timeouts(timeouts));
    client.call(Upload(ByteStream::from("x"))).await.unwrap();
    let call = client.call(Upload(ByteStream::from("x"))).attempt_timeout(seconds(5)).retries(0);
    let Err(Error::Timeout(failure)) = call.await else { panic!("there is a limit") };
    assert_eq!(failure.kind(), TimeoutKind::Attempt);
    let client = Memory::new(steps()).client(&OPEN, Config::new());
    let error = client.call(Upload(ByteStream::from("x"))).retries(0).await.unwrap_err();
    assert_eq!(error.to_string(), "Upload: nothing moved for 60s");
    // Once it is paid for, a call that does no harm is made again.
    let call = client.call(Upload(ByteStream::from("x"))).retries(1).await;
    let Err(Error::Timeout(failure)) = call else { panic!("nothing moves") };
    assert_eq!((failure.kind(), failure.attempts()), (TimeoutKind::Idle, 2));
}

/// The signature covers a stream only where the call says what its hash is.
#[tokio::test(start_paused = true)]
async fn streamed_requests_are_signed_with_a_hash_that_is_known() {
    let check = async |header: Option<&str>, expected: &str| {
        let memory = Memory::new([Step::Answer("200", "")]);
        let config = Config::new()
            .with_region("eu-west-1")
            .with_credentials(StaticCredentials::new("AKID", "secret"));
        let client = memory.client(&SERVICE, config);
        let mut call = client.call(Upload(ByteStream::from_body(ByteStream::from("forth"))));
        if let Some(hash) = header {
            call = call.header("x-amz-content-sha256", hash);
        }
        call.await.unwrap();
        let asked = memory.asked();
        assert_eq!(asked[0].header("x-amz-content-sha256"), Some(expected));
        assert!(asked[0].header("authorization").unwrap().contains("x-amz-content-sha256"));
    };
    let hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    check(None, "UNSIGNED-PAYLOAD").await;
    check(Some(hash), hash).await;
    check(Some("no hash"), "UNSIGNED-PAYLOAD").await;
}

#[tokio::test(start_paused = true)]
async fn a_wrong_clock_is_put_right() {
    let memory = Memory::new([
        Step::Answer(
            "403 | X-Amzn-ErrorType: RequestTimeTooSkewed | Date: Sun, 06 Nov 2095 08:49:37 GMT",
            "{}",
        ),
        Step::Answer("200", "{}"),
        Step::Answer("403 | X-Amzn-ErrorType: SignatureDoesNotMatch", "{}"),
    ]);
    let config = Config::new()
        .with_region("eu-west-1")
        .with_credentials(StaticCredentials::new("AKID", "secret"));
    let client = memory.client(&SERVICE, config);
    client.call(MakeThing).await.unwrap();
    let asked = memory.asked();
    assert_eq!(asked.len(), 2);
    assert!(!asked[0].header("x-amz-date").unwrap().starts_with("2095"));
    assert!(asked[1].header("x-amz-date").unwrap().starts_with("20951106T0849"));
    // It stays right, and a signature that is wrong for another reason is not tried again.
    client.call(MakeThing).await.unwrap_err();
    let asked = memory.asked();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].header("x-amz-date").unwrap().starts_with("20951106T0849"));
}

/// A new key each time it is asked; no key at all from the third time on.
#[derive(Debug, Default)]
struct Rotating(std::sync::atomic::AtomicU32);

impl CredentialsProvider for Rotating {
    fn credentials(&self) -> CredentialsFuture<'_> {
        let asked = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Box::pin(async move {
            if asked < 2 {
                Ok(Credentials::new(format!("KEY{asked}"), "secret"))
            } else {
                Err(CredentialsError::new("the vault is closed"))
            }
        })
    }
}

#[tokio::test(start_paused = true)]
async fn expired_credentials_are_asked_for_anew() {
    let expired = || Step::Answer("403 | X-Amzn-ErrorType: ExpiredTokenException", "{}");
    let ok = || Step::Answer("200", "{}");
    let memory = Memory::new([ok(), expired(), ok(), expired()]);
    let config = Config::new().with_region("eu-west-1").with_credentials(Rotating::default());
    let client = memory.client(&SERVICE, config);
    client.call(MakeThing).await.unwrap();
    client.call(MakeThing).await.unwrap();
    let error = client.call(MakeThing).await.unwrap_err();
    assert_eq!(error.to_string(), "MakeThing: no credentials: the vault is closed");
    let keys: Vec<bool> = memory
        .asked()
        .iter()
        .map(|asked| asked.header("authorization").unwrap().contains("KEY0"))
        .collect();
    assert_eq!(keys, [true, true, false, false]);
}
