//! Waiting, with time under the test's control.

use std::time::Duration;

use farrier_runtime::client::{
    Acceptor, Client, Config, Error, RetryConfig, Wait, WaitErrorKind, Waiter, WaiterState,
};
use tokio::time::Instant;

use crate::api::{OPEN, PutThing, Thing};
use crate::memory::{Asked, Memory, Step};

use WaiterState::{Failure, Retry, Success};

/// The thing has the tag `new`; it never will if it has the tag `old`.
const TAGGED: Waiter<PutThing> = Waiter {
    name: "ThingTagged",
    min_delay: 2,
    max_delay: 30,
    acceptors: &[
        Acceptor::string(
            "ETag",
            |_, thing| thing.etag.as_deref(),
            &[("new", Success), ("old", Failure), ("soon", Retry)],
        ),
        Acceptor::error("Busy", Retry),
    ],
};

/// There is no such thing any more.
const GONE: Waiter<PutThing> = Waiter {
    name: "ThingGone",
    min_delay: 1,
    max_delay: 120,
    acceptors: &[
        Acceptor::output(Retry),
        Acceptor::error("Gone", Success),
        Acceptor::any_error(Failure),
    ],
};

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn client(memory: &Memory) -> Client {
    memory.client(&OPEN, Config::new().with_retry(RetryConfig::disabled()))
}

fn wait(client: &Client, waiter: Waiter<PutThing>, most: u64) -> Wait<PutThing> {
    client.call(PutThing::new("a", "b")).wait_until(waiter, seconds(most))
}

fn answers(heads: &[&'static str]) -> Memory {
    Memory::new(heads.iter().map(|head| Step::Answer(head, "{}")))
}

const NEW: &str = "200 | ETag: new";
const OLD: &str = "200 | ETag: old";
const SOON: &str = "200 | ETag: soon";
const BUSY: &str = "429 | X-Amzn-ErrorType: Busy";

#[tokio::test(start_paused = true)]
async fn waiting_ends_with_success() {
    let check = async |heads: &[&'static str]| {
        let memory = answers(heads);
        let waited = wait(&client(&memory), TAGGED, 600).await.unwrap();
        assert_eq!(waited.attempts() as usize, heads.len());
        assert_eq!(memory.asked().len(), heads.len());
        assert_eq!(waited.into_output().unwrap().etag.as_deref(), Some("new"));
    };
    check(&[NEW]).await;
    check(&[SOON, NEW]).await;
    // What no acceptor matches is no reason to give up; what one matches for `Retry` neither.
    check(&["200", "200 | ETag: other", BUSY, SOON, NEW]).await;
}

#[tokio::test(start_paused = true)]
async fn waits_double_between_the_models_bounds() {
    let gaps = |asked: &[Asked]| -> Vec<Duration> {
        asked.windows(2).map(|two| two[1].at - two[0].at).collect()
    };
    let mut sums = [Duration::ZERO; 8];
    for _ in 0..20 {
        let memory = answers(&[SOON, SOON, SOON, SOON, SOON, SOON, SOON, SOON, NEW]);
        wait(&client(&memory), TAGGED, 10_000).await.unwrap();
        let gaps = gaps(&memory.asked());
        for (gap, longest) in gaps.iter().zip([2, 4, 8, 16, 30, 30, 30, 30]) {
            let bounds = seconds(2)..=seconds(longest) + Duration::from_millis(2);
            assert!(bounds.contains(gap), "{gaps:?}");
        }
        for (sum, gap) in sums.iter_mut().zip(gaps) {
            *sum += gap;
        }
    }
    // Twenty waits between 2 and 30 seconds are 320 seconds, give or take 36.
    assert!((seconds(170)..seconds(470)).contains(&sums[7]), "{sums:?}");
    let memory = answers(&[SOON, SOON, SOON, NEW]);
    let fixed = wait(&client(&memory), TAGGED, 100).min_delay(seconds(5)).max_delay(seconds(5));
    fixed.await.unwrap();
    for gap in gaps(&memory.asked()) {
        assert!(gap.abs_diff(seconds(5)) <= Duration::from_millis(2), "{gap:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn failure_is_told_at_once() {
    let memory = answers(&[SOON, OLD, NEW]);
    let error = wait(&client(&memory), TAGGED, 600).await.unwrap_err();
    assert_eq!(error.kind(), WaitErrorKind::Failed);
    assert_eq!((error.attempts(), memory.asked().len()), (2, 2));
    assert_eq!(error.last().as_ref().unwrap().etag.as_deref(), Some("old"));
    let text = error.to_string();
    let begin = "PutThing: waiting for ThingTagged failed: `ETag` is `old` (2 calls in 2";
    assert!(text.starts_with(begin), "{text}");
}

#[tokio::test(start_paused = true)]
async fn an_error_that_no_acceptor_knows_ends_the_waiting() {
    let memory = answers(&[SOON, "404 | X-Amzn-ErrorType: NotThere"]);
    let error = wait(&client(&memory), TAGGED, 600).await.unwrap_err();
    assert_eq!(error.kind(), WaitErrorKind::Error);
    let text = error.to_string();
    let begin =
        "PutThing: waiting for ThingTagged met another error: PutThing: NotThere (status 404)";
    assert!(text.starts_with(begin), "{text}");
    assert!(matches!(error.into_last(), Err(Error::Unmodelled(_))));
    // No answer at all says nothing of what is waited for.
    let memory = Memory::new([Step::Fail]);
    let error = wait(&client(&memory), GONE, 600).await.unwrap_err();
    assert_eq!(error.kind(), WaitErrorKind::Error);
}

#[tokio::test(start_paused = true)]
async fn errors_can_be_waited_for() {
    let gone = Step::Answer("410 | X-Amzn-ErrorType: x#Gone", r#"{"since": 3}"#);
    let memory = Memory::new([Step::Answer("200", "{}"), Step::Answer("200", "{}"), gone]);
    let waited = wait(&client(&memory), GONE, 600).await.unwrap();
    assert_eq!(waited.attempts(), 3);
    assert!(waited.into_last().unwrap_err().service_error().is_some());
    // An error without a code is one, too: that is all that HEAD gives.
    let bare = Memory::new([Step::Answer("404", "")]);
    let error = wait(&client(&bare), GONE, 600).await.unwrap_err();
    assert_eq!(error.kind(), WaitErrorKind::Failed);
    let memory = answers(&[BUSY]);
    let error = wait(&client(&memory), GONE, 600).await.unwrap_err();
    assert_eq!(error.kind(), WaitErrorKind::Failed);
    let text = error.to_string();
    assert!(text.starts_with("PutThing: waiting for ThingGone failed: PutThing: Busy"), "{text}");
    assert!(text.ends_with(" (1 call in 0ns)"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn time_runs_out() {
    let memory = Memory::new((0..99).map(|_| Step::Answer(SOON, "{}")));
    let start = Instant::now();
    let error = wait(&client(&memory), TAGGED, 60).await.unwrap_err();
    assert_eq!(error.kind(), WaitErrorKind::TimedOut);
    // The last call is made when the least wait is left, and no longer waited for.
    let asked = memory.asked();
    let last = asked.last().unwrap().at - start;
    assert!(last.abs_diff(seconds(58)) <= Duration::from_millis(20), "{last:?}");
    assert_eq!(error.attempts() as usize, asked.len());
    let text = error.to_string();
    let begin = "PutThing: waited for ThingTagged in vain for 60s: `ETag` is `soon` (";
    assert!(text.starts_with(begin), "{text}");
    assert_eq!(error.last().as_ref().unwrap().etag.as_deref(), Some("soon"));
}

#[tokio::test(start_paused = true)]
async fn a_call_does_not_outlast_the_waiting() {
    let memory =
        Memory::new([Step::Answer(SOON, "{}"), Step::Late(seconds(50), "200 | ETag: new", "{}")]);
    let start = Instant::now();
    let error = wait(&client(&memory), TAGGED, 20).await.unwrap_err();
    assert_eq!(error.kind(), WaitErrorKind::TimedOut);
    assert!(start.elapsed().abs_diff(seconds(20)) <= Duration::from_millis(20));
    // What is told is the last answer that there was.
    assert_eq!(error.last().as_ref().unwrap().etag.as_deref(), Some("soon"));
    assert_eq!(error.attempts(), 2);
    // Time for one call only.
    let memory = answers(&[SOON, NEW]);
    let error = wait(&client(&memory), TAGGED, 2).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (WaitErrorKind::TimedOut, 1));
}

#[tokio::test(start_paused = true)]
async fn what_a_call_sets_applies_each_time() {
    let memory = Memory::new([
        Step::Answer("503", ""),
        Step::Answer(SOON, "{}"),
        Step::Answer("503", ""),
        Step::Answer(NEW, "{}"),
    ]);
    let client = client(&memory);
    let call = client.call(PutThing::new("a", "b")).retries(1).header("X-Trace", "7");
    let waited = call.wait_until(TAGGED, seconds(60)).await.unwrap();
    assert_eq!(waited.attempts(), 2);
    let asked = memory.asked();
    assert_eq!(asked.len(), 4);
    assert!(asked.iter().all(|asked| asked.header("x-trace") == Some("7")));
}

#[tokio::test(start_paused = true)]
async fn each_call_has_an_idempotency_token_of_its_own() {
    let memory = answers(&["503", SOON, NEW]);
    let client = client(&memory);
    let call = client.call(PutThing::new("a", "b")).retries(1);
    call.wait_until(TAGGED, seconds(60)).await.unwrap();
    let sent: Vec<_> = memory.asked().into_iter().map(|asked| asked.body).collect();
    assert_eq!(sent[0], sent[1], "attempts of one call");
    assert_ne!(sent[1], sent[2], "two calls");
}

#[tokio::test(start_paused = true)]
async fn matchers_of_every_kind() {
    /// Three answers for each of the matchers: what must come of them.
    async fn check(
        acceptor: &'static [Acceptor<PutThing, Thing>],
        head: &'static str,
        expected: &str,
    ) {
        let memory = Memory::new([Step::Answer(head, r#"{"id": 7}"#)]);
        let waiter = Waiter { name: "W", min_delay: 1, max_delay: 1, acceptors: acceptor };
        let found = match wait(&client(&memory), waiter, 1).await {
            Ok(_) => "success".to_owned(),
            Err(error) if error.kind() == WaitErrorKind::TimedOut => "nothing".to_owned(),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{head}: {found}");
    }
    const INPUT: &[Acceptor<PutThing, Thing>] = &[Acceptor::boolean(
        "input.name == output.ETag",
        |input, output| Some(Some(&*input.name) == output.etag.as_deref()),
        &[(true, Success), (false, Failure)],
    )];
    check(INPUT, "200 | ETag: a", "success").await;
    check(INPUT, "200 | ETag: b", "failed: `input.name == output.ETag` is `false`").await;
    const ALL: &[Acceptor<PutThing, Thing>] = &[Acceptor::all_strings(
        "values(meta)",
        |_, output| Some(output.meta.values().map(|value| Some(value.as_str())).collect()),
        &[("x", Success), ("y", Failure)],
    )];
    check(ALL, "200 | X-Meta-1: x | X-Meta-2: x", "success").await;
    check(ALL, "200 | X-Meta-1: x | X-Meta-2: y", "nothing").await;
    check(ALL, "200 | X-Meta-1: y", "failed: all of `values(meta)` is `y`").await;
    check(ALL, "200", "nothing").await;
    const ANY: &[Acceptor<PutThing, Thing>] = &[Acceptor::message(
        Acceptor::any_string(
            "values(meta)",
            |_, output| Some(output.meta.values().map(|value| Some(value.as_str())).collect()),
            &[("y", Failure), ("x", Success)],
        ),
        |_, output| Some(vec![output.etag.as_deref(), None]),
    )];
    check(ANY, "200 | X-Meta-1: z | X-Meta-2: x", "success").await;
    check(ANY, "200 | X-Meta-1: x | X-Meta-2: y | ETag: why", "one of `values(meta)` is `y`: why")
        .await;
    check(ANY, "200 | X-Meta-1: z", "nothing").await;
}

#[test]
fn without_a_runtime_one_call_is_made() {
    let memory = answers(&[SOON]);
    let waiting = IntoFuture::into_future(wait(&client(&memory), TAGGED, 60));
    let mut waiting = std::pin::pin!(waiting);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = waiting.as_mut().poll(&mut context) else {
        panic!("it is not ready");
    };
    let text = error.to_string();
    assert!(text.contains("PutThing: not sent: waiting needs a tokio runtime"), "{text}");
}
