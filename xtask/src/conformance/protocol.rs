//! Protocol tests: a client and a server are generated from the model that carries them, with its tests,
//! and the tests are run.
//!
//! Which cases there are is read from the model's JSON here, without the generator: a case that it leaves
//! out fails.

mod errata;
mod expected;
mod tests;

use super::{Case, Outcome};
use crate::{failure::Failure, output::Output, sync, workspace::Workspace};
use expected::Expected;
use farrier_generator::{Manifest, Options, Provenance, Role, generate};
use farrier_model::diagnostic;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Runs the suite `name` whose tests `model` carries.
///
/// # Errors
///
/// Files cannot be read or written, or Cargo cannot be run.
pub(crate) fn run(
    workspace: &Workspace,
    name: &str,
    model: &Path,
    output: &mut Output<'_>,
) -> Result<Vec<Case>, Failure> {
    let expected = expected::read(model)?;
    let reading = farrier_model::read(&[model.to_path_buf()], None);
    let whole =
        |text: String| vec![Case { id: "model".to_owned(), outcome: Outcome::Failed(text) }];
    let Some(mut api) = reading.api else {
        return Ok(whole(diagnostic::render(&reading.sources, &reading.diagnostics, false)));
    };
    for correction in errata::apply(name, &mut api)? {
        output.out(&format!("corrected {name} {correction}\n"));
    }
    let directory = workspace.target().join("conformance");
    let mut packages = Vec::new();
    let mut left_out = BTreeSet::new();
    for role in [Role::Client, Role::Server] {
        let package = package(name, role);
        let options = Options {
            role,
            package: package.clone(),
            runtime_path: Some(workspace.runtime().to_string_lossy().into_owned()),
            manifest: Manifest::default(),
            provenance: Provenance::default(),
            protocol_tests: true,
        };
        let generated = generate(&api, &options);
        if generated.files.is_empty() {
            return Ok(whole(diagnostic::render(&reading.sources, &generated.diagnostics, false)));
        }
        for finding in &generated.diagnostics {
            left_out.insert((role_name(role), finding.message.clone()));
        }
        sync::apply(&[&sync::compare(&directory.join(&package), &generated.files)?])?;
        let has_tests = generated.files.iter().any(|(path, _)| path == "tests/protocol/main.rs");
        if has_tests {
            packages.push((role, package));
        }
    }
    write_workspace(workspace, &directory)?;
    let mut results = BTreeMap::new();
    for (role, package) in &packages {
        let ran = match tests::run(workspace, &directory, package)? {
            Ok(ran) => ran,
            Err(text) => return Ok(whole(text)),
        };
        results.insert(role_name(*role), ran);
    }
    Ok(expected.into_iter().map(|case| judge(case, name, &results, &left_out)).collect())
}

/// How a case went, by what the tests printed.
fn judge(
    expected: Expected,
    suite: &str,
    results: &BTreeMap<&'static str, tests::Ran>,
    left_out: &BTreeSet<(&'static str, String)>,
) -> Case {
    let id = expected.to_string();
    let Expected { kind: Some(kind), role, id: name, .. } = &expected else {
        let reason = "event streams are not supported yet".to_owned();
        return Case { id, outcome: Outcome::Skipped(reason) };
    };
    let role = role_name(*role);
    if let Some(reason) = errata::not_for(suite, role, name) {
        return Case { id, outcome: Outcome::Skipped(reason.to_owned()) };
    }
    let test = farrier_generator::protocol_test_name(*kind, name);
    let outcome = match results.get(role).and_then(|ran| ran.get(&test)) {
        Some(outcome) => outcome.clone(),
        None => {
            let named = format!("`{name}`");
            let why: Vec<&str> = left_out
                .iter()
                .filter(|(side, message)| *side == role && message.contains(&named))
                .map(|(_, message)| message.as_str())
                .collect();
            Outcome::Failed(format!("no test `{test}` was run; {}", why.join("; ")))
        }
    };
    Case { id, outcome }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Client => "client",
        Role::Server => "server",
    }
}

/// `restJson1` → `rest-json-1-client`, as far as Cargo minds.
fn package(suite: &str, role: Role) -> String {
    let name: String = suite
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    format!("conformance-{name}-{}", role_name(role))
}

/// The workspace of all generated crates, with the versions that this one was tested with.
fn write_workspace(workspace: &Workspace, directory: &Path) -> Result<(), Failure> {
    let manifest = directory.join("Cargo.toml");
    let text = "[workspace]\nresolver = \"3\"\nmembers = [\"conformance-*\"]\n\n\
                [profile.dev]\ndebug = false\n";
    if fs::read_to_string(&manifest).ok().as_deref() != Some(text) {
        fs::write(&manifest, text).map_err(Failure::io("write", &manifest))?;
    }
    let (from, to) = (workspace.root().join("Cargo.lock"), directory.join("Cargo.lock"));
    if !to.exists() {
        fs::copy(&from, &to).map_err(Failure::io("copy", &from))?;
    }
    Ok(())
}
