//! `cargo xtask conformance`: the suites of the corpus.

mod loader;
mod validators;

use crate::{failure::Failure, output::Output, workspace::Workspace};
use clap::Args;
use std::path::PathBuf;

/// What `conformance` takes.
#[derive(Args, Clone, Debug)]
pub(crate) struct ConformanceArgs {
    /// Only this suite
    #[arg(long, value_name = "NAME")]
    pub(crate) suite: Option<String>,

    /// Where the corpus lies
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
}

/// One check of a suite.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Its name, unique in the suite.
    pub(crate) id: String,
    /// How it went.
    pub(crate) outcome: Outcome,
}

/// How a case went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// As it should.
    Passed,
    /// What differs.
    Failed(String),
    /// Why it means nothing here.
    Skipped(String),
}

/// Runs the command.
///
/// # Errors
///
/// A case fails, or the corpus is not there.
pub(crate) fn run(
    workspace: &Workspace,
    args: &ConformanceArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let corpus = args.corpus.clone();
    let corpus = corpus.unwrap_or_else(|| workspace.root().join("../shared/corpus"));
    let suite = args.suite.as_deref().unwrap_or("loader");
    let cases = match suite {
        "validators" => validators::run(&corpus)?,
        _ => loader::run(&corpus)?,
    };
    let mut counts = [0; 3];
    for case in &cases {
        match &case.outcome {
            Outcome::Passed => counts[0] += 1,
            Outcome::Failed(difference) => {
                counts[1] += 1;
                output.out(&format!("failed  {}\n{difference}\n", case.id));
            }
            Outcome::Skipped(reason) => {
                counts[2] += 1;
                output.out(&format!("skipped {}: {reason}\n", case.id));
            }
        }
    }
    let [passed, failed, skipped] = counts;
    output.out(&format!("{suite}: passed {passed}, failed {failed}, skipped {skipped}\n"));
    if failed == 0 { Ok(()) } else { Err(Failure::Reported) }
}
