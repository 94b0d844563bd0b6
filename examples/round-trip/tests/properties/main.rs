//! What a client writes a server reads back equal, and the other way, for arbitrary values of every type.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]

mod absent;
mod arbitrary;
mod kinds;
mod lambda;
mod unknown;

use std::fmt::Debug;
use std::future::Future;

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde::Serialize;
use serde_json::Value;

/// Runs `check` with the choices for many values: the same in every run, or as many others as `PROPTEST_CASES` says.
fn for_all(check: impl Fn(&[u64])) {
    let config =
        Config { failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut runner = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => TestRunner::new(config),
        None => {
            let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
            TestRunner::new_with_rng(Config { cases: CASES, ..config }, rng)
        }
    };
    let outcome = runner.run(&arbitrary::choices(), |numbers| {
        check(&numbers);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// So many values take seconds where nothing is optimised.
const CASES: u32 = 96;

/// What a value says.
type Shown = (Value, Vec<String>);

/// All that a value says: as JSON by serde, which has nothing to do with how it travels, and, since JSON has no NaN, all
/// floats that it holds.
fn shown<T: Serialize + Debug>(value: &T) -> Shown {
    let json = serde_json::to_value(value).expect("JSON");
    let text = format!("{value:?}");
    let special = ["NaN", "-inf", "inf"];
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
    let floats = words.filter(|word| special.contains(word)).map(str::to_owned).collect();
    (json, floats)
}

/// Runs to the end on this thread.
fn block_on<F: Future>(future: F) -> F::Output {
    thread_local! {
        static RUNTIME: tokio::runtime::Runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    }
    RUNTIME.with(|runtime| runtime.block_on(future))
}
