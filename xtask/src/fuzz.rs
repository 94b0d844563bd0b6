//! `cargo xtask fuzz`: the fuzz targets, each for some seconds.

use crate::{
    apis::suggest,
    cargo,
    failure::Failure,
    output::Output,
    table::{Side, Table, grouped, seconds},
    watch::{self, Ended},
    workspace::Workspace,
};
use clap::Args;
use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// What `fuzz` takes.
#[derive(Args, Clone, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct FuzzArgs {
    /// Only this target; may be given several times
    #[arg(long, value_name = "NAME")]
    pub(crate) target: Vec<String>,

    /// How long each target runs
    #[arg(long, value_name = "N", default_value_t = SECONDS)]
    pub(crate) seconds: u64,

    /// List the targets, and run none
    #[arg(long)]
    pub(crate) list: bool,
}

impl Default for FuzzArgs {
    fn default() -> Self {
        Self { target: Vec::new(), seconds: SECONDS, list: false }
    }
}

const SECONDS: u64 = 20;

const EXAMPLES: &str = "\
Examples:
  cargo xtask fuzz                              every target for 20 seconds
  cargo xtask fuzz --seconds 300                every target for five minutes
  cargo xtask fuzz --target idl --target ast
  cargo xtask fuzz --list                       what there is

Needs cargo-fuzz, which is installed below the target directory if it is not there, and a C++ compiler. No
nightly toolchain is needed. What is found lies in fuzz/artifacts; corpora grow below the target directory.";

/// The version that is installed.
const CARGO_FUZZ: &str = "0.13.2";

/// A target in `fuzz/fuzz_targets`. Its seeds lie in `fuzz/seeds/<name>`.
struct Target {
    name: &'static str,
    about: &'static str,
    /// In `fuzz/dictionaries`.
    dictionary: &'static str,
    /// A directory of the workspace whose files are seeds too.
    more_seeds: Option<&'static str>,
}

/// Models of every language, beside what must come of them.
const MODELS: Option<&str> = Some("model/tests/golden");

const TARGETS: [Target; 8] = [
    Target { name: "idl", about: "Smithy's IDL", dictionary: "model.dict", more_seeds: MODELS },
    Target {
        name: "ast",
        about: "Smithy's JSON AST",
        dictionary: "model.dict",
        more_seeds: MODELS,
    },
    Target {
        name: "openapi",
        about: "OpenAPI, JSON and YAML",
        dictionary: "openapi.dict",
        more_seeds: MODELS,
    },
    Target {
        name: "generate",
        about: "from a model to both crates",
        dictionary: "model.dict",
        more_seeds: MODELS,
    },
    Target { name: "json", about: "JSON bodies", dictionary: "json.dict", more_seeds: None },
    Target {
        name: "text",
        about: "labels, queries, headers, timestamps",
        dictionary: "text.dict",
        more_seeds: None,
    },
    Target {
        name: "request",
        about: "requests into the generated Lambda server",
        dictionary: "http.dict",
        more_seeds: None,
    },
    Target {
        name: "answer",
        about: "answers into the generated Lambda client",
        dictionary: "http.dict",
        more_seeds: None,
    },
];

/// How long one input may take, in seconds: thousands of times what the slowest needs.
const PATIENCE: u64 = 5;

/// What a target may use, in MiB.
const MEMORY: u64 = 1024;

/// The longest input, in bytes.
const LONGEST: u64 = 8192;

/// Runs the command: every target, even after one that found something.
///
/// # Errors
///
/// A target found something, or cannot be run.
pub(crate) fn run(
    workspace: &Workspace,
    args: &FuzzArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    for name in &args.target {
        if !names.contains(&name.as_str()) {
            let message = format!("there is no target `{name}`");
            return Err(Failure::new(message).with_help(suggest(name, &names)));
        }
    }
    if args.list {
        for target in &TARGETS {
            output.out(&format!("{:<8}  {}\n", target.name, target.about));
        }
        return Ok(());
    }
    let is_chosen = |target: &&Target| {
        args.target.is_empty() || args.target.iter().any(|name| name == target.name)
    };
    let fuzz = CargoFuzz { workspace };
    fuzz.ready(output)?;
    output.out("building the targets\n");
    let start = Instant::now();
    cargo::run(fuzz.building("build")?)?;
    output.out(&format!("built in {}\n", seconds(start.elapsed())));
    let mut table =
        Table::new(&[("target", Side::Left), ("runs", Side::Right), ("outcome", Side::Left)]);
    let mut failed = Vec::new();
    for target in TARGETS.iter().filter(is_chosen) {
        output.out(&format!("{}: {} for {} s\n", target.name, target.about, args.seconds));
        let (runs, outcome) = match fuzz.run(target, args.seconds)? {
            Outcome::Nothing { runs } => (grouped(runs), "nothing found"),
            Outcome::Found { said } => {
                output.out(&format!("{said}\n"));
                failed.push(target.name);
                (String::new(), "found something")
            }
        };
        table.row([target.name.to_owned(), runs, outcome.to_owned()]);
    }
    output.out(&table.render());
    let Some(first) = failed.first() else { return Ok(()) };
    let help = format!(
        "what was found lies in fuzz/artifacts; \
         `cargo fuzz run {first} --sanitizer none fuzz/artifacts/{first}/FILE` shows it again"
    );
    Err(Failure::new(format!("something was found by: {}", failed.join(", "))).with_help(help))
}

enum Outcome {
    Nothing { runs: usize },
    Found { said: String },
}

/// `cargo fuzz` in a workspace.
struct CargoFuzz<'w> {
    workspace: &'w Workspace,
}

impl CargoFuzz<'_> {
    /// A command line of cargo-fuzz, which may be the one that was installed here.
    fn command(&self, args: &[&str]) -> Result<Command, Failure> {
        let mut command = cargo::command(self.workspace, &["fuzz"]);
        let ours = std::iter::once(self.tools().join("bin"));
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(ours.chain(env::split_paths(&path)))
            .map_err(|error| Failure::new(format!("cannot look for cargo-fuzz: {error}")))?;
        command.env("PATH", path).args(args);
        Ok(command)
    }

    /// A command that builds. Without a sanitizer any toolchain will do.
    fn building(&self, verb: &str) -> Result<Command, Failure> {
        let mut command = self.command(&[verb, "--sanitizer", "none", "--target-dir"])?;
        command.arg(self.workspace.target().join("fuzz"));
        Ok(command)
    }

    /// Where tools are installed.
    fn tools(&self) -> PathBuf {
        self.workspace.target().join("tools")
    }

    /// Sees to it that cargo-fuzz is there in the version wanted.
    fn ready(&self, output: &mut Output<'_>) -> Result<(), Failure> {
        if self.version()?.as_deref() == Some(CARGO_FUZZ) {
            return Ok(());
        }
        let tools = self.tools();
        let place = self.workspace.shown(&tools);
        output.out(&format!("installing cargo-fuzz {CARGO_FUZZ} into {}\n", place.display()));
        let args = ["install", "--quiet", "--locked", "--force", "cargo-fuzz", "--version"];
        let mut command = cargo::command(self.workspace, &args);
        command.arg(format!("={CARGO_FUZZ}")).arg("--root").arg(&tools);
        cargo::run(command).map_err(|failure| {
            failure.with_help(format!(
                "fuzzing needs `cargo install cargo-fuzz --locked --version {CARGO_FUZZ}`"
            ))
        })
    }

    /// The version of the cargo-fuzz that is there, if any is.
    fn version(&self) -> Result<Option<String>, Failure> {
        let output = self.command(&["--version"])?.stdin(Stdio::null()).output();
        let text = output.ok().and_then(|output| String::from_utf8(output.stdout).ok());
        let version = text.and_then(|text| Some(text.trim().rsplit_once(' ')?.1.to_owned()));
        Ok(version)
    }

    fn run(&self, target: &Target, limit: u64) -> Result<Outcome, Failure> {
        let fuzz = self.workspace.root().join("fuzz");
        let corpus = self.workspace.target().join("fuzz").join("corpus").join(target.name);
        fs::create_dir_all(&corpus).map_err(Failure::io("make", &corpus))?;
        let mut command = self.building("run")?;
        // What is new goes into the first directory.
        command.arg(target.name).arg(corpus).arg(fuzz.join("seeds").join(target.name));
        if let Some(seeds) = target.more_seeds {
            command.arg(self.workspace.root().join(seeds));
        }
        command.arg("--").args([
            format!("-max_total_time={limit}"),
            format!("-timeout={PATIENCE}"),
            format!("-rss_limit_mb={MEMORY}"),
            format!("-max_len={LONGEST}"),
            format!("-dict={}", fuzz.join("dictionaries").join(target.dictionary).display()),
        ]);
        let Ended { lines, status } =
            watch::run(command, Duration::from_secs(limit) + LEEWAY, &mut |_| {})?;
        let runs = lines.iter().rev().find_map(|line| runs(line));
        Ok(match (runs, status.is_some_and(|status| status.success())) {
            (Some(runs), true) => Outcome::Nothing { runs },
            _ => Outcome::Found { said: said(&lines) },
        })
    }
}

/// What a target may take besides: for Cargo to see that it is built, and to read its corpus.
const LEEWAY: Duration = Duration::from_secs(120);

/// The count in `Done 1234 runs in 20 second(s)`.
fn runs(line: &str) -> Option<usize> {
    line.strip_prefix("Done ")?.split_once(" runs in ")?.0.parse().ok()
}

/// What a target said when it found something: from the panic on, without what it said while all was well.
fn said(lines: &[String]) -> String {
    const SHOWN: usize = 60;
    let lines: Vec<&str> =
        lines.iter().map(String::as_str).filter(|line| !line.starts_with('#')).collect();
    let panics = lines.iter().position(|line| line.contains("panicked at"));
    let start = panics.unwrap_or_else(|| lines.len().saturating_sub(SHOWN));
    lines.iter().skip(start).take(SHOWN).copied().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml_edit::Document;

    #[test]
    fn targets_are_those_of_the_crate_and_have_seeds() {
        let root = Workspace::here().root().to_path_buf();
        let fuzz = root.join("fuzz");
        let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
        let manifest: Document<String> = Document::parse(manifest).unwrap();
        let built = manifest["bin"].as_array_of_tables().unwrap().iter();
        let built: Vec<&str> = built.map(|bin| bin["name"].as_str().unwrap()).collect();
        assert_eq!(built, TARGETS.map(|target| target.name));
        for target in TARGETS {
            let seeds = fuzz.join("seeds").join(target.name);
            assert!(seeds.read_dir().unwrap().next().is_some(), "{}", seeds.display());
            let dictionary = fuzz.join("dictionaries").join(target.dictionary);
            assert!(dictionary.is_file(), "{}", dictionary.display());
            if let Some(seeds) = target.more_seeds {
                assert!(root.join(seeds).is_dir(), "{seeds}");
            }
        }
    }

    #[test]
    fn runs_are_counted_and_findings_shown() {
        assert_eq!(runs("Done 9883 runs in 21 second(s)"), Some(9883));
        assert_eq!(runs("Done with it"), None);
        let lines = ["INFO: x", "#1 NEW", "thread panicked at a.rs:1", "no", "#2 NEW", "SUMMARY"];
        assert_eq!(said(&lines.map(str::to_owned)), "thread panicked at a.rs:1\nno\nSUMMARY");
        assert_eq!(said(&["a", "b"].map(str::to_owned)), "a\nb");
    }
}
