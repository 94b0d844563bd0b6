//! What `codegen` says: diagnostics, differences, and the closing table.

use super::{CodegenArgs, MessageFormat, select::Selection};
use crate::{
    diff,
    failure::Failure,
    generation::Generation,
    output::Output,
    sync::Changes,
    table::{Side, Table, counted, grouped, seconds},
    workspace::{Workspace, with_slashes},
};
use farrier_model::{Diagnostic, Origin, Sources, diagnostic};
use std::{fmt::Write as _, time::Duration};

/// Prints what there is to say about the models.
pub(super) fn diagnostics(generations: &[Generation], args: &CodegenArgs, output: &mut Output<'_>) {
    for generation in generations {
        match args.message_format {
            MessageFormat::Json => output.out(&generation.report(true, false)),
            MessageFormat::Human => {
                let text = generation.report(false, output.err_colour());
                output.err(&text);
            }
        }
    }
}

/// The failure of a run that stops at errors in models.
pub(super) fn nothing_written(generations: &[Generation], args: &CodegenArgs) -> Failure {
    let failed: Vec<String> = generations
        .iter()
        .filter(|generation| generation.failed())
        .map(|generation| {
            let summary = diagnostic::summary(&generation.diagnostics).unwrap_or_default();
            format!("`{}` has {summary}", generation.name)
        })
        .collect();
    let end = if args.check { "" } else { "; nothing was written" };
    Failure::new(format!("{}{end}", failed.join(", ")))
}

/// Prints the differences.
///
/// # Errors
///
/// There is one.
pub(super) fn check(
    workspace: &Workspace,
    selection: &Selection,
    args: &CodegenArgs,
    changes: &[Vec<Changes>],
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let mut stale = 0;
    let mut findings = Findings::default();
    for changes in changes.iter().flatten() {
        let directory = with_slashes(&changes.directory);
        for change in &changes.changes {
            let path = format!("{directory}/{}", change.path);
            let (old, new) = (change.old.as_deref(), change.new.as_deref());
            match args.message_format {
                MessageFormat::Human => {
                    let text = diff::unified(&path, old, new, output.out_colour());
                    output.out(&text);
                }
                MessageFormat::Json => findings.add(
                    "generated-stale",
                    &path,
                    match (old, new) {
                        (None, _) => "this file is missing",
                        (_, None) => "no model gives this file any more",
                        _ => "this file is not what the model gives",
                    },
                ),
            }
            stale += 1;
        }
        if selection.in_workspace {
            for other in &changes.others {
                findings.add("generated-foreign", &format!("{directory}/{other}"), FOREIGN);
            }
        }
    }
    let generated = with_slashes(&workspace.shown(&workspace.generated()));
    for name in &selection.unclaimed {
        findings.add("generated-unclaimed", &format!("{generated}/{name}"), UNCLAIMED);
    }
    let others = findings.print(args, output);
    if stale > 0 {
        let message = format!("{} not what the models give", are(stale));
        return Err(Failure::new(message).with_help(format!("run `{}`", command(args))));
    }
    if others > 0 {
        let message = format!("{} not there because of a model", are(others));
        return Err(Failure::new(message).with_help("move what is yours; delete the rest"));
    }
    let count = changes.iter().flatten().count();
    if args.message_format == MessageFormat::Human {
        output.out(&format!(
            "{} up to date\n",
            if count == 1 {
                "1 crate is".to_owned()
            } else {
                format!("{} are", counted(count, "crate"))
            }
        ));
    }
    Ok(())
}

fn are(count: usize) -> String {
    format!("{} {}", counted(count, "file"), if count == 1 { "is" } else { "are" })
}

const FOREIGN: &str = "this lies in a generated crate, and is none of its files";
const UNCLAIMED: &str = "no API of apis.toml writes this";

/// What is said of a directory that no API claims.
pub(super) fn unclaimed(name: &str) -> String {
    format!("generated/{name}: {UNCLAIMED}; delete it, unless it is yours")
}

/// Findings about files that are not models.
#[derive(Default)]
struct Findings {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
}

impl Findings {
    fn add(&mut self, code: &'static str, path: &str, message: &str) {
        let origin = Origin::span(self.sources.add(path, ""), 0, 0);
        self.diagnostics.push(Diagnostic::invalid(code, origin, message));
    }

    fn print(&self, args: &CodegenArgs, output: &mut Output<'_>) -> usize {
        match args.message_format {
            MessageFormat::Json => {
                output.out(&diagnostic::to_json_lines(&self.sources, &self.diagnostics));
            }
            MessageFormat::Human => {
                let colour = output.err_colour();
                output.err(&diagnostic::render(&self.sources, &self.diagnostics, colour));
            }
        }
        self.diagnostics.len()
    }
}

/// The command that writes what `--check` found missing.
fn command(args: &CodegenArgs) -> String {
    let mut command = "cargo xtask codegen".to_owned();
    let quoted = |text: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:#,=+@%".contains(c);
        match !text.is_empty() && text.chars().all(plain) && !text.contains('#') {
            true => text.to_owned(),
            false => format!("'{}'", text.replace('\'', "'\\''")),
        }
    };
    let mut add = |option: &str, value: &str| {
        let _ = write!(command, " {option} {}", quoted(value));
    };
    for name in &args.api {
        add("--api", name);
    }
    for path in &args.model {
        add("--model", &path.to_string_lossy());
    }
    if let Some(service) = &args.service {
        add("--service", service);
    }
    for (option, directory) in [("--client", &args.client), ("--server", &args.server)] {
        if let Some(directory) = directory {
            add(option, &directory.to_string_lossy());
        }
    }
    if !args.operations.is_empty() {
        add("--operations", &args.operations.join(","));
    }
    command
}

/// Prints what was written.
pub(super) fn written(
    workspace: &Workspace,
    selection: &Selection,
    generations: &[Generation],
    changes: &[Vec<Changes>],
    time: Duration,
    args: &CodegenArgs,
    output: &mut Output<'_>,
) {
    let text = closing(workspace, selection, generations, changes, time);
    match args.message_format {
        MessageFormat::Human => output.out(&text),
        MessageFormat::Json => output.err(&text),
    }
}

fn closing(
    workspace: &Workspace,
    selection: &Selection,
    generations: &[Generation],
    changes: &[Vec<Changes>],
    time: Duration,
) -> String {
    let mut text = String::new();
    for changes in changes.iter().flatten() {
        for change in changes.changes.iter().filter(|change| change.new.is_none()) {
            let directory = with_slashes(&changes.directory);
            let _ = writeln!(text, "deleted {directory}/{}", change.path);
        }
    }
    let mut table = Table::new(&[
        ("api", Side::Left),
        ("model", Side::Left),
        ("crate", Side::Left),
        ("files", Side::Right),
        ("lines", Side::Right),
        ("written", Side::Right),
        ("time", Side::Right),
    ]);
    for ((generation, target), changes) in generations.iter().zip(&selection.targets).zip(changes) {
        let paths: Vec<String> =
            target.model.iter().map(|path| with_slashes(&workspace.shown(path))).collect();
        let mut first = [generation.name.clone(), paths.join(", ")];
        let lines = generation.sources.iter().map(|(_, source)| source.text.lines().count());
        table.row(first.iter().cloned().chain([
            String::new(),
            grouped(generation.models),
            grouped(lines.sum()),
            String::new(),
            seconds(generation.reading),
        ]));
        for (made, changes) in generation.crates.iter().zip(changes) {
            first = [String::new(), String::new()];
            let lines = made.files.iter().map(|(_, text)| text.lines().count());
            table.row(first.iter().cloned().chain([
                made.target.package.clone(),
                grouped(made.files.len()),
                grouped(lines.sum()),
                grouped(changes.written()),
                seconds(made.time),
            ]));
        }
    }
    text += &table.render();
    let crates: Vec<&Changes> = changes.iter().flatten().collect();
    let written: usize = crates.iter().map(|changes| changes.written()).sum();
    let deleted: usize = crates.iter().map(|changes| changes.deleted()).sum();
    let what = match (crates.len(), written, deleted) {
        (0, ..) => "the model is in order; no crate was asked for".to_owned(),
        (_, 0, 0) => "nothing changed".to_owned(),
        (_, written, 0) => format!("{} written", counted(written, "file")),
        (_, written, deleted) => {
            format!("{} written, {} deleted", counted(written, "file"), grouped(deleted))
        }
    };
    let _ = writeln!(text, "\n{}: {what} ({})", counted(crates.len(), "crate"), seconds(time));
    text
}
