//! `cargo xtask conformance`: the suites of the corpus.

mod known;
mod loader;
mod protocol;
mod report;
mod validators;

use crate::{
    apis::suggest,
    failure::Failure,
    output::{BAD, GOOD, Output, paint},
    workspace::Workspace,
};
use clap::Args;
use known::Known;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What `conformance` takes.
#[derive(Args, Clone, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ConformanceArgs {
    /// Where the corpus lies; ../shared/corpus if not given
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,

    /// Only this suite; may be given several times
    #[arg(long, value_name = "NAME")]
    pub(crate) suite: Vec<String>,

    /// Write every case and its outcome there, as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,

    /// List the suites, and run none
    #[arg(long)]
    pub(crate) list: bool,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask conformance                          every suite that the corpus has
  cargo xtask conformance --list                   what there is
  cargo xtask conformance --suite restJson1        one of them
  cargo xtask conformance --report conformance.json

The exit status is 1 if a case fails that xtask/conformance-known.txt does not list, or one passes that
it lists.";

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

/// A suite that the corpus has.
struct Suite {
    name: String,
    kind: Kind,
}

enum Kind {
    Loader,
    Validators,
    /// The model that carries the tests.
    Protocol(PathBuf),
}

/// A suite, and how its cases went.
pub(crate) struct SuiteOutcome {
    pub(crate) name: String,
    pub(crate) cases: Vec<Case>,
}

/// Runs the command.
///
/// # Errors
///
/// The corpus is not there, a suite cannot be run, or a case went otherwise than known.
pub(crate) fn run(
    workspace: &Workspace,
    args: &ConformanceArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let known = Known::committed()?;
    run_against(workspace, args, known, output)
}

fn run_against(
    workspace: &Workspace,
    args: &ConformanceArgs,
    mut known: Known,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let corpus = match &args.corpus {
        Some(corpus) => workspace.absolute(corpus),
        None => workspace.corpus(),
    };
    let (suites, left_out) = chosen(&corpus, args)?;
    if args.list {
        for suite in &suites {
            output.out(&format!("{}\n", suite.name));
        }
        return Ok(());
    }
    let mut outcomes = Vec::new();
    let mut unexpected = 0;
    for suite in suites {
        let cases = match &suite.kind {
            Kind::Loader => loader::run(&corpus)?,
            Kind::Validators => validators::run(&corpus)?,
            Kind::Protocol(model) => protocol::run(workspace, &suite.name, model, output)?,
        };
        unexpected += report_suite(&suite.name, &cases, &mut known, output);
        outcomes.push(SuiteOutcome { name: suite.name, cases });
    }
    let left_out: Vec<&str> = left_out.iter().map(|suite| suite.name.as_str()).collect();
    for (suite, id) in known.unclaimed(&left_out) {
        output.out(&format!("{suite}: {id} is listed as known, and there is no such case\n"));
        unexpected += 1;
    }
    if let Some(path) = &args.report {
        let path = workspace.absolute(path);
        fs::write(&path, report::json(&outcomes)).map_err(Failure::io("write", &path))?;
    }
    if unexpected == 0 {
        return Ok(());
    }
    Err(Failure::new(format!("{unexpected} cases went otherwise than they should")))
}

/// The suites that the arguments ask for, and the others.
fn chosen(corpus: &Path, args: &ConformanceArgs) -> Result<(Vec<Suite>, Vec<Suite>), Failure> {
    let smithy = corpus.join("smithy");
    if !smithy.is_dir() {
        let message = format!("there is no corpus at {}: it lacks smithy/", corpus.display());
        return Err(Failure::new(message).with_help(
            "`--corpus DIR` names a directory with smithy/loader, smithy/traits and \
             smithy/protocol-tests of the Smithy project",
        ));
    }
    if args.suite.is_empty() && !args.list {
        complete(corpus)?;
    }
    let suites = found(&smithy)?;
    let names: Vec<&str> = suites.iter().map(|suite| suite.name.as_str()).collect();
    for name in &args.suite {
        if !names.contains(&name.as_str()) {
            let message = format!("{} has no suite `{name}`", corpus.display());
            return Err(Failure::new(message).with_help(suggest(name, &names)));
        }
    }
    let is_chosen = |suite: &Suite| args.suite.is_empty() || args.suite.contains(&suite.name);
    Ok(suites.into_iter().partition(is_chosen))
}

/// What every corpus has below `smithy/`.
const PARTS: [&str; 3] = ["loader", "traits", "protocol-tests"];

/// Sees to it that no part of `corpus` is missing or empty: what is not there would pass.
fn complete(corpus: &Path) -> Result<(), Failure> {
    let smithy = corpus.join("smithy");
    let missing: Vec<String> = PARTS
        .iter()
        .filter(|part| {
            let entries = fs::read_dir(smithy.join(part));
            !entries.is_ok_and(|mut entries| entries.next().is_some())
        })
        .map(|part| format!("smithy/{part}"))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("{} lacks {}", corpus.display(), missing.join(" and "));
    Err(Failure::new(message).with_help("`--suite NAME` runs a suite that is there by itself"))
}

/// The suites of a corpus whose Smithy part is `smithy`.
fn found(smithy: &Path) -> Result<Vec<Suite>, Failure> {
    let mut suites = Vec::new();
    if smithy.join("loader").is_dir() {
        suites.push(Suite { name: "loader".to_owned(), kind: Kind::Loader });
    }
    if smithy.join("validators").is_dir() {
        suites.push(Suite { name: "validators".to_owned(), kind: Kind::Validators });
    }
    let directory = smithy.join("protocol-tests");
    if directory.is_dir() {
        let entries = fs::read_dir(&directory).map_err(Failure::io("read", &directory))?;
        let mut models: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
            .collect();
        models.sort();
        suites.extend(models.into_iter().filter_map(|path| {
            let name = path.file_stem()?.to_string_lossy().into_owned();
            Some(Suite { name, kind: Kind::Protocol(path) })
        }));
    }
    if suites.is_empty() {
        let message = format!("{} holds no suite that Farrier knows", smithy.display());
        return Err(Failure::new(message));
    }
    Ok(suites)
}

/// Says how a suite went, and how many of its cases went otherwise than known.
fn report_suite(name: &str, cases: &[Case], known: &mut Known, output: &mut Output<'_>) -> usize {
    let mut counts = report::Counts::default();
    let mut unexpected = 0;
    for case in cases {
        counts.add(&case.outcome);
        let is_known = known.claim(name, &case.id);
        let colour = output.out_colour();
        match (&case.outcome, is_known) {
            (Outcome::Passed | Outcome::Skipped(_), None) => {}
            (Outcome::Failed(difference), None) => {
                unexpected += 1;
                let failed = paint(colour, BAD, "failed");
                let difference = difference.trim_end().replace('\n', "\n    ");
                output.out(&format!("{failed} {name} {}\n    {difference}\n", case.id));
            }
            (Outcome::Failed(_), Some(reason)) => {
                output.out(&format!("known {name} {}: {reason}\n", case.id));
            }
            (outcome @ (Outcome::Passed | Outcome::Skipped(_)), Some(_)) => {
                unexpected += 1;
                let failed = paint(colour, BAD, "failed");
                let how = if *outcome == Outcome::Passed { "passes" } else { "is skipped" };
                output.out(&format!(
                    "{failed} {name} {}\n    it {how}, but xtask/conformance-known.txt says that it fails\n",
                    case.id
                ));
            }
        }
    }
    if cases.is_empty() {
        unexpected += 1;
        let failed = paint(output.out_colour(), BAD, "failed");
        output.out(&format!("{failed} {name}\n    it has no cases\n"));
    }
    for (reason, count) in report::skipped(cases) {
        output.out(&format!("skipped {name}: {count} × {reason}\n"));
    }
    let line = format!("{name}: {counts}");
    let style = if unexpected == 0 { GOOD } else { BAD };
    output.out(&format!("{}\n", paint(output.out_colour(), style, &line)));
    unexpected
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conformance(folders: &[&str], suite: &[&str]) -> (String, bool) {
        conformance_but(folders, suite, "")
    }

    /// What running the suites says and whether they pass, in a corpus of these folders below `smithy/`, with
    /// this list of cases that are known to fail.
    fn conformance_but(folders: &[&str], suite: &[&str], known: &str) -> (String, bool) {
        let corpus = tempfile::tempdir().unwrap();
        for folder in folders {
            fs::create_dir_all(corpus.path().join("smithy").join(folder)).unwrap();
        }
        let suite = suite.iter().map(|name| (*name).to_owned()).collect();
        let args = ConformanceArgs {
            corpus: Some(corpus.path().to_path_buf()),
            suite,
            ..ConformanceArgs::default()
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut output = Output::to(&mut out, &mut err);
        let known = Known::parse(known).unwrap();
        let outcome = run_against(&Workspace::here(), &args, known, &mut output);
        if let Err(failure) = &outcome {
            output.failure(failure);
        }
        drop(output);
        (String::from_utf8([out, err].concat()).unwrap(), outcome.is_ok())
    }

    #[test]
    fn a_missing_part_of_the_corpus_is_named() {
        for (folders, missing) in [
            (vec!["loader/valid", "traits/aws"], "lacks smithy/protocol-tests\n"),
            (vec!["protocol-tests/a", "traits/aws", "loader"], "lacks smithy/loader\n"),
            (vec!["loader/valid"], "lacks smithy/traits and smithy/protocol-tests\n"),
        ] {
            let (said, passed) = conformance(&folders, &[]);
            assert!(!passed && said.contains(missing), "{said}");
        }
    }

    #[test]
    fn what_is_listed_as_known_fails() {
        let known = "loader | validation-event-decorator-test: a decorator of the class path changes findings | it is Java\n\
                     loader | valid/ | it is empty\n\
                     loder | valid/ | it is misspelt\n\
                     validators | a | it is not run\n";
        let folders = ["loader", "traits", "validators"];
        let (said, passed) = conformance_but(&folders, &["loader"], known);
        assert!(!passed);
        for line in [
            "it is skipped, but xtask/conformance-known.txt says that it fails\n",
            "known loader valid/: it is empty\n",
            "loder: valid/ is listed as known, and there is no such case\n",
        ] {
            assert!(said.contains(line), "{said}");
        }
        assert!(!said.contains("validators: a is listed"), "{said}");
    }

    #[test]
    fn nothing_is_not_passed() {
        let (said, passed) = conformance(&["validators"], &["validators"]);
        assert!(!passed && said.contains("failed validators\n    it has no cases\n"), "{said}");
        let (said, passed) = conformance(&["loader", "traits"], &["loader"]);
        assert!(!passed);
        for folder in ["valid", "invalid", "upgrade-box", "traits"] {
            let line = format!("failed loader {folder}/\n    it holds no files\n");
            assert!(said.contains(&line), "{said}");
        }
    }
}
