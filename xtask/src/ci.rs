//! `cargo xtask ci`: everything that must hold before a change lands.

use crate::{
    apis::suggest,
    cargo,
    codegen::{self, CodegenArgs},
    conformance::{self, ConformanceArgs},
    e2e::{self, E2eArgs},
    failure::Failure,
    fuzz::{self, FuzzArgs},
    licenses,
    output::{BAD, GOOD, Output, STRONG, WARNING, paint},
    storm::{self, StormArgs},
    sync,
    table::{Side, Table, seconds},
    workspace::Workspace,
};
use clap::Args;
use std::{
    collections::BTreeSet,
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use toml_edit::{Document, Item};

/// What `ci` takes.
#[derive(Args, Clone, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CiArgs {
    /// Only this step; may be given several times
    #[arg(long, value_name = "STEP", conflicts_with = "skip")]
    pub(crate) only: Vec<String>,

    /// All steps but this one; may be given several times
    #[arg(long, value_name = "STEP")]
    pub(crate) skip: Vec<String>,

    /// List the steps, and run none
    #[arg(long)]
    pub(crate) list: bool,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask ci                       every step
  cargo xtask ci --list                what there is
  cargo xtask ci --only fmt --only clippy
  cargo xtask ci --skip e2e";

struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Workspace, &mut Output<'_>) -> Result<Ending, Failure>,
}

/// How a step ended that did not fail.
#[derive(Debug, PartialEq, Eq)]
enum Ending {
    /// All of it holds.
    Ran,
    /// Why there was nothing to run.
    Skipped(String),
}

/// In the order in which they run: what fails fast comes first.
const STEPS: [Step; 11] = [
    Step { name: "fmt", about: "the code is formatted", run: fmt },
    Step { name: "codegen", about: "generated/ is what the models give", run: codegen },
    Step { name: "clippy", about: "no warnings, tests and benches included", run: clippy },
    Step { name: "test", about: "the tests pass", run: test },
    Step { name: "features", about: "every feature builds without the others", run: features },
    Step { name: "doc", about: "the documentation builds without warnings", run: doc },
    Step { name: "deny", about: "licences and sources of dependencies (deny.toml)", run: deny },
    Step { name: "conformance", about: "the suites of the corpus pass", run: conformance },
    Step { name: "e2e", about: "whole programs against each other", run: e2e },
    Step { name: "storm", about: "local-lambda stands malformed requests", run: storm },
    Step { name: "fuzz", about: "fuzz targets find nothing in some seconds", run: fuzz },
];

/// Runs the command: every step, even after one that failed.
///
/// # Errors
///
/// A step failed.
pub(crate) fn run(
    workspace: &Workspace,
    args: &CiArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let names = STEPS.map(|step| step.name);
    for name in args.only.iter().chain(&args.skip) {
        if !names.contains(&name.as_str()) {
            let message = format!("there is no step `{name}`");
            return Err(Failure::new(message).with_help(suggest(name, &names)));
        }
    }
    if args.list {
        for step in &STEPS {
            output.out(&format!("{:<11}  {}\n", step.name, step.about));
        }
        return Ok(());
    }
    let mut table =
        Table::new(&[("step", Side::Left), ("outcome", Side::Left), ("time", Side::Right)]);
    let mut failed = Vec::new();
    let mut total = Duration::ZERO;
    for step in &STEPS {
        let is_named = |list: &[String]| list.iter().any(|name| name == step.name);
        if is_named(&args.skip) || !(args.only.is_empty() || is_named(&args.only)) {
            table.row([step.name, "skipped: not asked for", ""].map(str::to_owned));
            continue;
        }
        let head = format!("=== {}: {}", step.name, step.about);
        output.out(&format!("{}\n", paint(output.out_colour(), STRONG, &head)));
        let start = Instant::now();
        let outcome = (step.run)(workspace, output);
        let time = start.elapsed();
        total += time;
        let word = word(&outcome);
        let style = match &outcome {
            Ok(Ending::Ran) => GOOD,
            Ok(Ending::Skipped(_)) => WARNING,
            Err(failure) => {
                output.failure(failure);
                failed.push(step.name);
                BAD
            }
        };
        let painted = paint(output.out_colour(), style, &word);
        output.out(&format!("=== {}: {painted} in {}\n\n", step.name, seconds(time)));
        table.row([step.name.to_owned(), word, seconds(time)]);
    }
    table.row(["".to_owned(), "".to_owned(), seconds(total)]);
    output.out(&table.render());
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("failed: {}", failed.join(", "))))
}

/// What the table says of a step.
fn word(outcome: &Result<Ending, Failure>) -> String {
    match outcome {
        Ok(Ending::Ran) => "passed".to_owned(),
        Ok(Ending::Skipped(why)) => format!("skipped: {why}"),
        Err(_) => "failed".to_owned(),
    }
}

fn fmt(workspace: &Workspace, _: &mut Output<'_>) -> Result<Ending, Failure> {
    cargo::run(cargo::command(workspace, &["fmt", "--all", "--check"]))
        .map_err(|failure| failure.with_help("run `cargo fmt --all`"))?;
    cargo::run(cargo::command(workspace, &["fmt", "--manifest-path", FUZZ, "--check"]))
        .map_err(|failure| failure.with_help(format!("run `cargo fmt --manifest-path {FUZZ}`")))?;
    Ok(Ending::Ran)
}

fn codegen(workspace: &Workspace, output: &mut Output<'_>) -> Result<Ending, Failure> {
    codegen::run(workspace, &CodegenArgs { check: true, ..CodegenArgs::default() }, output)?;
    Ok(Ending::Ran)
}

fn clippy(workspace: &Workspace, _: &mut Output<'_>) -> Result<Ending, Failure> {
    let args = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    cargo::run(cargo::command(workspace, &args))?;
    let args = ["clippy", "--quiet", "--manifest-path", FUZZ, "--all-targets", "--target-dir"];
    let mut command = cargo::command(workspace, &args);
    command.arg(workspace.target()).args(["--", "-D", "warnings"]);
    cargo::run(command)?;
    Ok(Ending::Ran)
}

/// A workspace of its own, which `--workspace` and `--all` pass over.
const FUZZ: &str = "fuzz/Cargo.toml";

fn test(workspace: &Workspace, _: &mut Output<'_>) -> Result<Ending, Failure> {
    cargo::run(cargo::command(workspace, &["test", "--workspace"]))?;
    Ok(Ending::Ran)
}

fn doc(workspace: &Workspace, _: &mut Output<'_>) -> Result<Ending, Failure> {
    let mut command = cargo::command(workspace, &["doc", "--quiet", "--workspace", "--no-deps"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    cargo::run(command)?;
    Ok(Ending::Ran)
}

/// The runtime and the generated crates with no feature, with each alone, and with all.
fn features(workspace: &Workspace, output: &mut Output<'_>) -> Result<Ending, Failure> {
    let generated = workspace.generated();
    let names = if generated.exists() { sync::list(&generated)? } else { Vec::new() };
    let mut manifests = Vec::new();
    for name in names {
        if sync::is_generated(&generated.join(&name)) {
            manifests.push((name.clone(), generated.join(&name).join("Cargo.toml")));
        }
    }
    let runtime = vec![("farrier-runtime".to_owned(), workspace.runtime().join("Cargo.toml"))];
    for packages in [runtime, manifests].iter().filter(|packages| !packages.is_empty()) {
        let mut features = BTreeSet::new();
        for (_, manifest) in packages {
            let text = std::fs::read_to_string(manifest).map_err(Failure::io("read", manifest))?;
            let document = Document::parse(text)
                .map_err(|error| Failure::new(format!("{}: {error}", manifest.display())))?;
            let table = document.get("features").and_then(Item::as_table);
            features.extend(table.into_iter().flatten().map(|(key, _)| key.to_owned()));
        }
        features.remove("default");
        let alone =
            features.iter().map(|feature| vec!["--no-default-features", "--features", feature]);
        let sets = std::iter::once(vec!["--no-default-features"])
            .chain(alone)
            .chain(std::iter::once(vec!["--all-features"]));
        for set in sets {
            let mut command = cargo::command(workspace, &["clippy", "--quiet"]);
            for (package, _) in packages {
                command.args(["--package", package]);
            }
            command.args(&set).args(["--", "-D", "warnings"]);
            output.out(&format!("{}\n", cargo::shown(&command)));
            cargo::run(command)?;
        }
    }
    Ok(Ending::Ran)
}

fn deny(workspace: &Workspace, output: &mut Output<'_>) -> Result<Ending, Failure> {
    let mut probe = cargo::command(workspace, &["deny", "--version"]);
    let is_there = probe
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if is_there {
        // Advisories come from a database that has to be fetched; they change without any change here.
        let command: Command =
            cargo::command(workspace, &["deny", "check", "licenses", "bans", "sources"]);
        cargo::run(command)?;
        return Ok(Ending::Ran);
    }
    output.out(
        "cargo-deny is not installed: licences and sources are checked without it, bans are not\n",
    );
    licenses::check(workspace, output)?;
    Ok(Ending::Ran)
}

/// The suites, where they are at hand.
fn conformance(workspace: &Workspace, output: &mut Output<'_>) -> Result<Ending, Failure> {
    if !workspace.corpus().is_dir() {
        let corpus = workspace.shown(&workspace.corpus());
        return Ok(Ending::Skipped(format!("there is no {}", corpus.display())));
    }
    conformance::run(workspace, &ConformanceArgs::default(), output)?;
    Ok(Ending::Ran)
}

fn e2e(workspace: &Workspace, output: &mut Output<'_>) -> Result<Ending, Failure> {
    e2e::run(workspace, &E2eArgs::default(), output)?;
    Ok(Ending::Ran)
}

fn fuzz(workspace: &Workspace, output: &mut Output<'_>) -> Result<Ending, Failure> {
    fuzz::run(workspace, &FuzzArgs::default(), output)?;
    Ok(Ending::Ran)
}

fn storm(workspace: &Workspace, output: &mut Output<'_>) -> Result<Ending, Failure> {
    storm::run(workspace, &StormArgs::default(), output)?;
    Ok(Ending::Ran)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_skipped_is_not_called_passed() {
        let directory = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(&directory.path().join("workspace"));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let ending = conformance(&workspace, &mut Output::to(&mut out, &mut err)).unwrap();
        let why = format!("there is no {}", workspace.corpus().display());
        assert_eq!(ending, Ending::Skipped(why.clone()));
        assert_eq!(word(&Ok(ending)), format!("skipped: {why}"));
        assert_eq!(word(&Ok(Ending::Ran)), "passed");
        assert_eq!(word(&Err(Failure::Reported)), "failed");
    }
}
