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
    output::{BAD, GOOD, Output, STRONG, paint},
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
    run: fn(&Workspace, &mut Output<'_>) -> Result<(), Failure>,
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
            table.row([step.name, "skipped", ""].map(str::to_owned));
            continue;
        }
        let head = format!("=== {}: {}", step.name, step.about);
        output.out(&format!("{}\n", paint(output.out_colour(), STRONG, &head)));
        let start = Instant::now();
        let outcome = (step.run)(workspace, output);
        let time = start.elapsed();
        total += time;
        let colour = output.out_colour();
        let word = match &outcome {
            Ok(()) => paint(colour, GOOD, "passed"),
            Err(failure) => {
                output.failure(failure);
                failed.push(step.name);
                paint(colour, BAD, "failed")
            }
        };
        output.out(&format!("=== {}: {word} in {}\n\n", step.name, seconds(time)));
        let word = if outcome.is_ok() { "passed" } else { "failed" };
        table.row([step.name.to_owned(), word.to_owned(), seconds(time)]);
    }
    table.row(["".to_owned(), "".to_owned(), seconds(total)]);
    output.out(&table.render());
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("failed: {}", failed.join(", "))))
}

fn fmt(workspace: &Workspace, _: &mut Output<'_>) -> Result<(), Failure> {
    cargo::run(cargo::command(workspace, &["fmt", "--all", "--check"]))
        .map_err(|failure| failure.with_help("run `cargo fmt --all`"))
}

fn codegen(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
    codegen::run(workspace, &CodegenArgs { check: true, ..CodegenArgs::default() }, output)
}

fn clippy(workspace: &Workspace, _: &mut Output<'_>) -> Result<(), Failure> {
    let args = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    cargo::run(cargo::command(workspace, &args))
}

fn test(workspace: &Workspace, _: &mut Output<'_>) -> Result<(), Failure> {
    cargo::run(cargo::command(workspace, &["test", "--workspace"]))
}

fn doc(workspace: &Workspace, _: &mut Output<'_>) -> Result<(), Failure> {
    let mut command = cargo::command(workspace, &["doc", "--quiet", "--workspace", "--no-deps"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    cargo::run(command)
}

/// The runtime and the generated crates with no feature, with each alone, and with all.
fn features(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
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
    Ok(())
}

fn deny(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
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
        return cargo::run(command);
    }
    output.out(
        "cargo-deny is not installed: licences and sources are checked without it, bans are not\n",
    );
    licenses::check(workspace, output)
}

/// The suites, where they are at hand.
fn conformance(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
    if !workspace.corpus().is_dir() {
        let corpus = workspace.shown(&workspace.corpus());
        output.out(&format!("skipped: there is no {}\n", corpus.display()));
        return Ok(());
    }
    conformance::run(workspace, &ConformanceArgs::default(), output)
}

fn e2e(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
    e2e::run(workspace, &E2eArgs::default(), output)
}

fn fuzz(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
    fuzz::run(workspace, &FuzzArgs::default(), output)
}

fn storm(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
    storm::run(workspace, &StormArgs { seconds: 10 }, output)
}
