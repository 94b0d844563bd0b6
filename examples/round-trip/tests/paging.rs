//! Pages and waiters: the generated client against a Lambda that answers what it is told.
#![allow(clippy::expect_used, reason = "a test says what went wrong by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use lambda_client::farrier_runtime::client::WaitErrorKind;
use lambda_client::operation::{GetFunctionInput, ListVersionsByFunctionInput};
use lambda_server::operation::{GetFunctionError, GetFunctionOutput, ListVersionsByFunctionOutput};
use lambda_server::types::{
    FunctionConfiguration, LastUpdateStatus, ResourceNotFoundException, State,
};
use round_trip::{Scripted, WAYS, Way, reach};
use tokio::time::Instant;

/// A Lambda with a function of 120 versions, of which it shows `MaxItems` (50 if none are asked for) at a
/// time, and that counts how often it is asked.
fn versions(asked: Arc<AtomicU32>) -> Scripted {
    Scripted {
        list_versions_by_function: Some(Box::new(
            move |input: lambda_server::operation::ListVersionsByFunctionInput| {
                asked.fetch_add(1, Ordering::Relaxed);
                let first: usize = input.marker.map_or(0, |marker| marker.parse().expect("ours"));
                let length = usize::try_from(input.max_items.unwrap_or(50)).expect("a length");
                let last = (first + length).min(120);
                let version =
                    |number: usize| FunctionConfiguration::new().with_version(number.to_string());
                let mut page = ListVersionsByFunctionOutput::new()
                    .with_versions((first..last).map(version).collect::<Vec<_>>());
                if last < 120 {
                    page = page.with_next_marker(last.to_string());
                }
                Box::pin(async move { Ok(page) })
            },
        )),
        ..Scripted::default()
    }
}

#[tokio::test]
async fn all_pages_are_read() {
    for way in WAYS {
        let asked = Arc::new(AtomicU32::new(0));
        let reached = reach(way, versions(Arc::clone(&asked))).await.expect("a server");
        let list = |input| reached.client.list_versions_by_function(input);
        let input = ListVersionsByFunctionInput::new("resize");

        let pages = list(input.clone()).pages().try_collect().await.expect("all pages");
        let lengths: Vec<usize> =
            pages.iter().map(|page| page.versions.as_ref().map_or(0, Vec::len)).collect();
        assert_eq!(lengths, [50, 50, 20], "{way:?}");
        assert_eq!(asked.swap(0, Ordering::Relaxed), 3);

        let mut items = list(input.with_max_items(7)).items();
        let mut found = Vec::new();
        while let Some(version) = items.try_next().await.expect("all items") {
            found.push(version.version.expect("a version"));
        }
        let expected: Vec<String> = (0..120).map(|number| number.to_string()).collect();
        assert_eq!(found, expected, "{way:?}");
        assert_eq!(asked.load(Ordering::Relaxed), 18);
    }
}

#[tokio::test]
async fn an_error_ends_the_pages() {
    let reached = reach(Way::Memory, Scripted::default()).await.expect("a server");
    let input = ListVersionsByFunctionInput::new("resize");
    let mut items = reached.client.list_versions_by_function(input).items();
    let error = items.next().await.expect("an answer").expect_err("no script");
    assert_eq!(error.code(), Some("Unscripted"));
    assert!(items.next().await.is_none());
}

/// A Lambda whose function is described by these, one after the other; the last one for good.
fn described(
    answers: Vec<Result<GetFunctionOutput, GetFunctionError>>,
) -> (Scripted, Arc<AtomicU32>) {
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let scripted = Scripted {
        get_function: Some(Box::new(move |_| {
            let place = usize::try_from(count.fetch_add(1, Ordering::Relaxed)).expect("a place");
            let answer = answers.get(place).or(answers.last()).cloned().expect("an answer");
            Box::pin(async move { answer })
        })),
        ..Scripted::default()
    };
    (scripted, asked)
}

fn absent() -> Result<GetFunctionOutput, GetFunctionError> {
    let error = ResourceNotFoundException::new().with_message("Function not found");
    Err(GetFunctionError::ResourceNotFoundException(error))
}

fn in_state(state: State) -> Result<GetFunctionOutput, GetFunctionError> {
    let configuration = FunctionConfiguration::new()
        .with_state(state)
        .with_last_update_status(LastUpdateStatus::InProgress);
    Ok(GetFunctionOutput::new().with_configuration(configuration))
}

fn resize() -> GetFunctionInput {
    GetFunctionInput::new("resize")
}

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test(start_paused = true)]
async fn a_function_is_waited_for() {
    let (scripted, asked) = described(vec![absent(), absent(), in_state(State::Pending)]);
    let client = reach(Way::Memory, scripted).await.expect("a server");
    let waited = client.client.wait_until_function_exists(resize(), MINUTE).await;
    assert_eq!(waited.expect("a function").attempts(), 3);
    assert_eq!(asked.load(Ordering::Relaxed), 3);

    let states = [State::Pending, State::Pending, State::Active];
    let (scripted, _) = described(states.into_iter().map(in_state).collect());
    let reached = reach(Way::Memory, scripted).await.expect("a server");
    let start = Instant::now();
    let waited = reached.client.wait_until_function_active_v2(resize(), MINUTE).await;
    let output = waited.expect("a function").into_output().expect("its description");
    let state = output.configuration.and_then(|configuration| configuration.state);
    assert_eq!(state, Some(lambda_client::types::State::Active));
    // A second, and then one or two.
    let elapsed = start.elapsed().as_millis();
    assert!((2_000..3_010).contains(&elapsed), "{elapsed}");
}

#[tokio::test(start_paused = true)]
async fn what_does_not_come_is_told() {
    let (scripted, _) = described(vec![in_state(State::Pending), in_state(State::Failed)]);
    let reached = reach(Way::Memory, scripted).await.expect("a server");
    let waited = reached.client.wait_until_function_active_v2(resize(), MINUTE).await;
    let error = waited.expect_err("a failure");
    assert_eq!(error.kind(), WaitErrorKind::Failed);
    let text = error.to_string();
    let begin = "GetFunction: waiting for FunctionActiveV2 failed: `Configuration.State` is `Failed` (2 calls";
    assert!(text.starts_with(begin), "{text}");
    assert!(error.last().is_ok());

    let waited = reached.client.wait_until_function_updated_v2(resize(), MINUTE).await;
    let error = waited.expect_err("no end");
    assert_eq!(error.kind(), WaitErrorKind::TimedOut);
    let text = error.to_string();
    let begin = "GetFunction: waited for FunctionUpdatedV2 in vain for 60s: \
                 `Configuration.LastUpdateStatus` is `InProgress` (";
    assert!(text.starts_with(begin), "{text}");

    let (scripted, _) = described(vec![absent()]);
    let reached = reach(Way::Memory, scripted).await.expect("a server");
    let waited = reached.client.wait_until_function_active_v2(resize(), MINUTE).await;
    let error = waited.expect_err("no function");
    assert_eq!(error.kind(), WaitErrorKind::Error);
    let text = error.to_string();
    let begin = "GetFunction: waiting for FunctionActiveV2 met another error: GetFunction: \
                 ResourceNotFoundException: Function not found (status 404";
    assert!(text.starts_with(begin), "{text}");
}
