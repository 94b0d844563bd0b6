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
    Ok(judge(&expected, &results, &left_out))
}

/// What the generator left out, and on which side.
type LeftOut = BTreeSet<(&'static str, String)>;

/// How all cases went, by what the tests printed, and tests that failed and are no case's.
fn judge(
    expected: &[Expected],
    results: &BTreeMap<&'static str, tests::Ran>,
    left_out: &LeftOut,
) -> Vec<Case> {
    let mut claims: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for case in expected {
        if let Some(test) = case.test() {
            *claims.entry((role_name(case.role), test)).or_default() += 1;
        }
    }
    let mut cases = Vec::new();
    for case in expected {
        let outcome = match case.test() {
            None => Outcome::Skipped("event streams are not supported yet".to_owned()),
            Some(test) if claims.get(&(role_name(case.role), test.clone())) > Some(&1) => {
                Outcome::Failed(format!("other cases are the test `{test}` too"))
            }
            Some(test) => judge_case(case, &test, results, left_out),
        };
        cases.push(Case { id: case.to_string(), outcome });
    }
    for (role, ran) in results {
        for (test, outcome) in ran {
            if let Outcome::Failed(difference) = outcome
                && !claims.contains_key(&(*role, test.clone()))
            {
                let difference = format!("the test `{test}` is no case's, and fails\n{difference}");
                cases.push(Case {
                    id: format!("{role}/{test}"),
                    outcome: Outcome::Failed(difference),
                });
            }
        }
    }
    cases
}

/// How a case went whose test is `test`.
fn judge_case(
    case: &Expected,
    test: &str,
    results: &BTreeMap<&'static str, tests::Ran>,
    left_out: &LeftOut,
) -> Outcome {
    let role = role_name(case.role);
    if let Some(tag) = &case.other_side {
        return Outcome::Skipped(format!("it is tagged `{tag}`"));
    }
    if let Some(outcome) = results.get(role).and_then(|ran| ran.get(test)) {
        return outcome.clone();
    }
    let named = format!("`{}`", case.id);
    let why: Vec<&str> = left_out
        .iter()
        .filter(|(side, message)| *side == role && message.contains(&named))
        .map(|(_, message)| message.as_str())
        .collect();
    Outcome::Failed(format!("no test `{test}` was run; {}", why.join("; ")))
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
    // Cargo adds the generated crates to its own, so that another one tells what was copied last.
    let copied = directory.join("Cargo.lock.copied");
    let lock = fs::read(&from).map_err(Failure::io("read", &from))?;
    if !to.exists() || fs::read(&copied).ok().as_ref() != Some(&lock) {
        fs::write(&to, &lock).map_err(Failure::io("write", &to))?;
        fs::write(&copied, &lock).map_err(Failure::io("write", &copied))?;
    }
    Ok(())
}

#[cfg(test)]
mod check {
    use super::*;
    use farrier_generator::ProtocolTestKind;

    fn case(role: Role, id: &str) -> Expected {
        let kind = Some(ProtocolTestKind::Request);
        Expected { kind, role, id: id.to_owned(), other_side: None }
    }

    fn failed(text: &str) -> Outcome {
        Outcome::Failed(text.to_owned())
    }

    fn judged(expected: &[Expected], ran: &[(&str, Outcome)]) -> Vec<(String, Outcome)> {
        let ran = ran.iter().map(|(name, outcome)| ((*name).to_owned(), outcome.clone())).collect();
        let results = BTreeMap::from([("client", ran)]);
        let cases = judge(expected, &results, &LeftOut::new());
        cases.into_iter().map(|case| (case.id, case.outcome)).collect()
    }

    #[test]
    fn every_case_is_judged_by_a_test_of_its_own() {
        let cases = [case(Role::Client, "One"), case(Role::Client, "one")];
        let coincide = failed("other cases are the test `request_one` too");
        let expected = ["client/request/One", "client/request/one"]
            .map(|id| (id.to_owned(), coincide.clone()));
        assert_eq!(judged(&cases, &[("request_one", Outcome::Passed)]), expected);
        // Each side has its own.
        let cases = [case(Role::Client, "One"), case(Role::Server, "One")];
        let outcomes = judged(&cases, &[("request_one", Outcome::Passed)]);
        assert_eq!(outcomes[0].1, Outcome::Passed);
        assert_eq!(outcomes[1].1, failed("no test `request_one` was run; "));
    }

    #[test]
    fn a_failure_that_is_no_case_s_is_one() {
        let ran = [("request_one", Outcome::Passed), ("request_one_2", failed("the body"))];
        let outcomes = judged(&[case(Role::Client, "One")], &ran);
        let text = "the test `request_one_2` is no case's, and fails\nthe body";
        let expected = [
            ("client/request/One".to_owned(), Outcome::Passed),
            ("client/request_one_2".to_owned(), failed(text)),
        ];
        assert_eq!(outcomes, expected);
    }

    #[test]
    fn what_is_tagged_for_the_other_side_is_skipped() {
        let other_side = Some("server-only".to_owned());
        let case = Expected { other_side, ..case(Role::Client, "One") };
        let outcomes = judged(&[case], &[("request_one", failed("the body"))]);
        let skipped = Outcome::Skipped("it is tagged `server-only`".to_owned());
        assert_eq!(outcomes, [("client/request/One".to_owned(), skipped)]);
    }

    #[test]
    fn the_lock_follows_the_workspace_s() {
        let folder = tempfile::tempdir().unwrap();
        let directory = folder.path().join("conformance");
        fs::create_dir(&directory).unwrap();
        let workspace = Workspace::at(folder.path());
        let (from, to) = (folder.path().join("Cargo.lock"), directory.join("Cargo.lock"));
        let lock = || fs::read_to_string(&to).unwrap();
        fs::write(&from, "one").unwrap();
        write_workspace(&workspace, &directory).unwrap();
        assert_eq!(lock(), "one");
        // As Cargo does.
        fs::write(&to, "one and more").unwrap();
        write_workspace(&workspace, &directory).unwrap();
        assert_eq!(lock(), "one and more");
        fs::write(&from, "two").unwrap();
        write_workspace(&workspace, &directory).unwrap();
        assert_eq!(lock(), "two");
    }
}
