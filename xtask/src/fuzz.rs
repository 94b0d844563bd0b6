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
    path::{Path, PathBuf},
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
    #[arg(long, value_name = "N", default_value_t = SECONDS, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) seconds: u64,

    /// Run this input once, such as one in fuzz/artifacts, instead of looking for others
    #[arg(long, value_name = "FILE", requires = "target")]
    pub(crate) input: Option<PathBuf>,

    /// List the targets, and run none
    #[arg(long)]
    pub(crate) list: bool,
}

impl Default for FuzzArgs {
    fn default() -> Self {
        Self { target: Vec::new(), seconds: SECONDS, input: None, list: false }
    }
}

const SECONDS: u64 = 20;

const EXAMPLES: &str = "\
Examples:
  cargo xtask fuzz                              every target for 20 seconds
  cargo xtask fuzz --seconds 300                every target for five minutes
  cargo xtask fuzz --target idl --target ast
  cargo xtask fuzz --target idl --input FILE    one input, such as one that was found
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
/// A target found something, or could not be run to its end.
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
    let fuzz = CargoFuzz { workspace, platform: cargo::platform()? };
    fuzz.ready(output)?;
    output.out("building the targets\n");
    let start = Instant::now();
    cargo::run(fuzz.building()?)?;
    output.out(&format!("built in {}\n", seconds(start.elapsed())));
    if let Some(input) = &args.input {
        let input = workspace.absolute(input);
        for target in TARGETS.iter().filter(is_chosen) {
            cargo::run(fuzz.running_once(target, &input))?;
        }
        return Ok(());
    }
    let mut table =
        Table::new(&[("target", Side::Left), ("runs", Side::Right), ("outcome", Side::Left)]);
    let mut found = Vec::new();
    let mut failed = Vec::new();
    for target in TARGETS.iter().filter(is_chosen) {
        output.out(&format!("{}: {} for {} s\n", target.name, target.about, args.seconds));
        let (runs, outcome) = match fuzz.run(target, args.seconds)? {
            Outcome::Nothing { runs } => (grouped(runs), "nothing found".to_owned()),
            Outcome::Found { said } => {
                output.out(&format!("{said}\n"));
                found.push(target.name);
                (String::new(), "found something".to_owned())
            }
            Outcome::Failed { how, said } => {
                output.out(&format!("{said}\n"));
                failed.push(target.name);
                (String::new(), format!("failed: {how}"))
            }
        };
        table.row([target.name.to_owned(), runs, outcome]);
    }
    output.out(&table.render());
    let Some(first) = found.first() else {
        return match failed.is_empty() {
            true => Ok(()),
            false => Err(Failure::new(format!("not run to the end: {}", failed.join(", ")))),
        };
    };
    let mut message = format!("something was found by: {}", found.join(", "));
    if !failed.is_empty() {
        message += &format!("; not run to the end: {}", failed.join(", "));
    }
    let help = format!(
        "what was found lies in fuzz/artifacts; \
         `cargo xtask fuzz --target {first} --input fuzz/artifacts/{first}/FILE` shows it again"
    );
    Err(Failure::new(message).with_help(help))
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// The target ran for as long as it was to.
    Nothing { runs: usize },
    /// libFuzzer has found an input that must not be.
    Found { said: String },
    /// The target ended otherwise, or not at all.
    Failed { how: String, said: String },
}

/// `cargo fuzz` in a workspace.
struct CargoFuzz<'w> {
    workspace: &'w Workspace,
    /// What is built for: this machine.
    platform: String,
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

    /// The command that builds. Without a sanitizer any toolchain will do.
    fn building(&self) -> Result<Command, Failure> {
        let args = ["build", "--sanitizer", "none", "--target", &self.platform, "--target-dir"];
        let mut command = self.command(&args)?;
        command.arg(self.built());
        Ok(command)
    }

    /// Where the targets are built.
    fn built(&self) -> PathBuf {
        self.workspace.target().join("fuzz")
    }

    /// A target's program. It is not run through Cargo: what stops that would leave the program running.
    fn program(&self, target: &Target) -> Command {
        let name = format!("{}{}", target.name, env::consts::EXE_SUFFIX);
        let mut command =
            Command::new(self.built().join(&self.platform).join("release").join(name));
        command
            .current_dir(self.workspace.root())
            .arg(format!("-timeout={PATIENCE}"))
            .arg(format!("-rss_limit_mb={MEMORY}"));
        command
    }

    /// The command that runs one input.
    fn running_once(&self, target: &Target, input: &Path) -> Command {
        let mut command = self.program(target);
        command.arg(input);
        command
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
        let artifacts = fuzz.join("artifacts").join(target.name);
        fs::create_dir_all(&artifacts).map_err(Failure::io("make", &artifacts))?;
        let mut command = self.program(target);
        command.args([
            format!("-max_total_time={limit}"),
            format!("-max_len={LONGEST}"),
            format!("-dict={}", fuzz.join("dictionaries").join(target.dictionary).display()),
            // A prefix, not a directory.
            format!("-artifact_prefix={}/", artifacts.display()),
        ]);
        // What is new goes into the first directory.
        command.arg(corpus).arg(fuzz.join("seeds").join(target.name));
        if let Some(seeds) = target.more_seeds {
            command.arg(self.workspace.root().join(seeds));
        }
        outcome(command, Duration::from_secs(limit) + LEEWAY)
    }
}

/// What a target may take besides, to read its corpus.
const LEEWAY: Duration = Duration::from_secs(120);

/// How a target's run ends.
fn outcome(command: Command, limit: Duration) -> Result<Outcome, Failure> {
    let Ended { lines, status } = watch::run(command, limit, &mut |_| {})?;
    let runs = lines.iter().rev().find_map(|line| runs(line));
    let is_found = lines.iter().any(|line| line.starts_with("SUMMARY: libFuzzer: "));
    Ok(match (status, runs) {
        (Some(status), Some(runs)) if status.success() => Outcome::Nothing { runs },
        _ if is_found => Outcome::Found { said: said(&lines) },
        (Some(status), _) => Outcome::Failed { how: status.to_string(), said: said(&lines) },
        (None, _) => {
            let how = format!("still running after {}", seconds(limit));
            Outcome::Failed { how, said: said(&lines) }
        }
    })
}

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

    #[cfg(unix)]
    #[test]
    fn what_failed_is_not_called_found() {
        let check = |script: &str, expected: Outcome| {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            assert_eq!(outcome(command, Duration::from_millis(500)).unwrap(), expected, "{script}");
        };
        let failed = |how: &str, said: &str| Outcome::Failed { how: how.into(), said: said.into() };
        check("echo Done 12 runs in 1 'second(s)'", Outcome::Nothing { runs: 12 });
        let said = "SUMMARY: libFuzzer: deadly signal".to_owned();
        check("echo SUMMARY: libFuzzer: deadly signal; exit 77", Outcome::Found { said });
        check("echo no dictionary; exit 1", failed("exit status: 1", "no dictionary"));
        check("true", failed("exit status: 0", ""));
        check("echo on; exec sleep 60", failed("still running after 500 ms", "on"));
    }

    #[test]
    fn for_ever_is_not_a_time() {
        #[derive(clap::Parser)]
        struct Cli {
            #[command(flatten)]
            args: FuzzArgs,
        }
        let seconds = |text| {
            <Cli as clap::Parser>::try_parse_from(["fuzz", "--seconds", text])
                .map(|cli| cli.args.seconds)
        };
        assert_eq!(seconds("1").ok(), Some(1));
        assert!(seconds("0").is_err());
    }

    #[test]
    fn what_is_run_is_what_is_stopped() {
        let workspace = Workspace::here();
        let fuzz = CargoFuzz { workspace: &workspace, platform: cargo::platform().unwrap() };
        let command = fuzz.program(&TARGETS[0]);
        let program = Path::new(command.get_program());
        assert_eq!(program.file_stem().unwrap(), "idl");
        assert!(program.starts_with(workspace.target().join("fuzz").join(&fuzz.platform)));
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
