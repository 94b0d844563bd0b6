//! Gives the client of the golden case `waiters` one answer after the other; see `tests/waiters.rs`.

mod service;

use service::Answer;
use std::fmt::Display;
use std::time::Duration;
use waiters_client::farrier_runtime::client::{WaitError, WaitErrorKind, Waited};
use waiters_client::operation::GetOrderInput;
use waiters_client::{Client, Config};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let cases = [
        ("shipped", r#"{"state":"SHIPPED"}"#, "success"),
        (
            "shipped",
            r#"{"state":"LOST","notes":["a","b"]}"#,
            "failed: `order.state` is `LOST`: a: b (",
        ),
        ("shipped", r#"{"state":"LOST"}"#, "failed: `order.state` is `LOST` ("),
        ("shipped", r#"{"state":"ELSEWHERE"}"#, "nothing"),
        ("shipped", "", "nothing"),
        ("same", "{}", "success"),
        ("same", r#"{"id":"8"}"#, "nothing"),
        ("same", "", "nothing"),
        ("lines", r#"{"lines":[{"state":"READY"},{"state":"READY"}]}"#, "success"),
        ("lines", r#"{"lines":[]}"#, "nothing"),
        ("lines", r#"{"lines":[{"state":"READY"},{"state":"X"}]}"#, "nothing"),
        (
            "lines",
            r#"{"lines":[{"state":"x","amount":1,"parts":[[{"name":"ok"}],[{},{"name":"broken"}]]}]}"#,
            "failed: one of `order.lines[?amount > '0'].parts[][].name` is `broken`",
        ),
        (
            "lines",
            r#"{"lines":[{"state":"x","amount":0,"parts":[[{"name":"broken"}]]}]}"#,
            "nothing",
        ),
        ("lines", r#"{"lines":[{"state":"x","parts":[[{"name":"broken"}]]}]}"#, "nothing"),
        ("lines", r#"{"note":"gone"}"#, "failed: one of `[order.state, order.note]` is `gone`"),
        ("lines", r#"{"state":"gone"}"#, "failed: one of `[order.state, order.note]` is `gone`"),
        ("lines", r#"{"notes":["x","wait"]}"#, "retry: one of `order.notes` is `wait`"),
        ("complete", r#"{"wanted":1,"lines":[{"state":"READY"},{"state":"X"}]}"#, "success"),
        ("complete", r#"{"lines":[{"state":"READY"}]}"#, "nothing"),
        ("complete", "", "failed: `!order ||"),
        ("complete", r#"{"cancelled":true,"note":"no!"}"#, "failed: `!order ||"),
        ("complete", r#"{"cancelled":true,"note":"yes"}"#, "nothing"),
        ("complete", r#"{"cancelled":false,"note":"no"}"#, "nothing"),
        (
            "complete",
            r#"{"wanted":9,"lines":[{"state":"X","parts":[[]],"amount":1,"wanted":2}]}"#,
            "failed: `order.lines | [@",
        ),
        (
            "complete",
            r#"{"wanted":9,"lines":[{"state":"X","parts":[[]],"amount":1,"wanted":1}]}"#,
            "retry: `order.lines[0].amount < order.lines[-1].wanted` is `false`",
        ),
        // Null equals null, so that the filter takes this line; and the length of null is no number.
        ("complete", r#"{"wanted":9,"lines":[{"state":"X","parts":[[]]}]}"#, "nothing"),
        ("complete", r#"{"wanted":9,"lines":[{"state":"X"}]}"#, "nothing"),
        (
            "complete",
            r#"{"wanted":9,"lines":[{"state":"X","parts":[[]],"amount":5,"wanted":5}]}"#,
            "failed: `contains(order.lines[].[length(parts) >= wanted][], 'false')` is `true`",
        ),
        ("complete", r#"{"tags":{"dead":"x"}}"#, "failed: `contains(keys(order.tags)"),
        ("complete", r#"{"tags":{"alive":"x"}}"#, "nothing"),
    ];
    for (waiter, order, expected) in cases {
        check(waiter, order, expected).await;
    }
    println!("{} answers", cases.len());
}

/// Waits for one answer, of the order 7.
async fn check(waiter: &str, order: &str, expected: &str) {
    let body = match order.strip_prefix('{') {
        None => "{}".to_owned(),
        Some(_) if order.contains(r#""id""#) => format!(r#"{{"order":{order}}}"#),
        Some("}") => r#"{"order":{"id":"7"}}"#.to_owned(),
        Some(members) => format!(r#"{{"order":{{"id":"7",{members}}}"#),
    };
    let client = Client::new(Config::new().with_service(Answer(body)));
    let (input, most) = (GetOrderInput::new("7"), Duration::from_secs(1));
    let found = match waiter {
        "shipped" => told(client.wait_until_order_shipped(input, most).await),
        "lines" => told(client.wait_until_all_lines_ready(input, most).await),
        "complete" => told(client.wait_until_order_complete(input, most).await),
        #[expect(deprecated, reason = "that is what the model says")]
        _ => told(client.wait_until_same_order(input, most).await),
    };
    // What JMESPath writes as `0` is easier to read here as '0'.
    let found = found.replace("`0`]", "'0']").replace("`false`)", "'false')");
    assert!(found.contains(expected), "{waiter}: {order}: {found}");
}

/// How the waiting ended, in short.
fn told<T, E: Display>(outcome: Result<Waited<T, E>, WaitError<T, E>>) -> String {
    let error = match outcome {
        Ok(_) => return "success".to_owned(),
        Err(error) => error,
    };
    match (error.kind(), error.to_string().split_once("in vain for 1s: ")) {
        (WaitErrorKind::TimedOut, Some((_, reason))) => format!("retry: {reason}"),
        (WaitErrorKind::TimedOut, None) => "nothing".to_owned(),
        (_, _) => error.to_string(),
    }
}
