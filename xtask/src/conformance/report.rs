//! What a run of the suites says, for people and for programs.

use super::{Case, Outcome, SuiteOutcome};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fmt};

/// How many cases went how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Counts {
    /// Counts one more.
    pub(super) fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Passed => self.passed += 1,
            Outcome::Failed(_) => self.failed += 1,
            Outcome::Skipped(_) => self.skipped += 1,
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped } = self;
        write!(formatter, "passed {passed}, failed {failed}, skipped {skipped}")
    }
}

/// Why cases were skipped, and how many for that reason.
pub(super) fn skipped(cases: &[Case]) -> BTreeMap<&str, usize> {
    let mut reasons = BTreeMap::new();
    for case in cases {
        if let Outcome::Skipped(reason) = &case.outcome {
            *reasons.entry(reason.as_str()).or_default() += 1;
        }
    }
    reasons
}

/// Every case and how it went, as JSON.
pub(super) fn json(suites: &[SuiteOutcome]) -> String {
    let suites: Vec<Value> = suites
        .iter()
        .map(|suite| {
            let mut counts = Counts::default();
            suite.cases.iter().for_each(|case| counts.add(&case.outcome));
            let cases: Vec<Value> = suite.cases.iter().map(case).collect();
            json!({
                "name": suite.name,
                "passed": counts.passed,
                "failed": counts.failed,
                "skipped": counts.skipped,
                "cases": cases,
            })
        })
        .collect();
    let mut text = format!("{:#}", json!({ "suites": suites }));
    text.push('\n');
    text
}

fn case(case: &Case) -> Value {
    match &case.outcome {
        Outcome::Passed => json!({ "id": case.id, "outcome": "passed" }),
        Outcome::Failed(difference) => {
            json!({ "id": case.id, "outcome": "failed", "difference": difference })
        }
        Outcome::Skipped(reason) => {
            json!({ "id": case.id, "outcome": "skipped", "reason": reason })
        }
    }
}
