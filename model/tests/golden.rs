//! Models beside what must come of them: `tests/golden/`.
//!
//! A case is a file `NAME.smithy`, `NAME.json`, `NAME.yaml` or a directory `NAME` of several; inputs
//! of one name describe the same API in several languages. `NAME.api` is the dump of the `Api`, the
//! same for all of them; where one has to differ it has its own, `NAME.yaml.api`. What there is to
//! say about an input is in `NAME.smithy.errors`; an input without an `.api` must fail. With
//! `BLESS=1` in the environment the files are written instead of compared.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

/// Relative to the package, which is where tests run, so that rendered paths are the same everywhere.
const DIRECTORY: &str = "tests/golden";

#[test]
fn golden() {
    let bless = env::var_os("BLESS").is_some_and(|value| value == "1");
    let mut present = BTreeSet::new();
    for entry in fs::read_dir(DIRECTORY).unwrap() {
        present.insert(entry.unwrap().path());
    }
    let inputs: Vec<PathBuf> = present.iter().filter(|path| is_input(path)).cloned().collect();
    assert!(inputs.len() > 10, "the golden models are gone");

    // What each input must give, by the files that hold it.
    let mut expected: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut problems = Vec::new();
    for input in &inputs {
        let reading = farrier_model::read(std::slice::from_ref(input), None);
        if !reading.diagnostics.is_empty() {
            let text =
                farrier_model::diagnostic::render(&reading.sources, &reading.diagnostics, false);
            expected.insert(suffixed(input, ".errors"), text);
        }
        let own = suffixed(input, ".api");
        let shared = suffixed(&input.with_extension(""), ".api");
        let Some(api) = reading.api else { continue };
        let dump = farrier_model::dump::dump(&api);
        if own != shared && present.contains(&own) {
            expected.insert(own, dump);
        } else if let Some(other) = expected.get(&shared) {
            if *other != dump {
                let input = input.display();
                problems.push(format!(
                    "{input} does not give the same Api as its siblings:\n{}",
                    difference(other, &dump)
                ));
            }
        } else {
            expected.insert(shared, dump);
        }
    }

    for (path, text) in &expected {
        let found = fs::read_to_string(path).ok();
        if found.as_deref() == Some(text) {
            continue;
        }
        if bless {
            fs::write(path, text).unwrap();
        } else {
            let found = found.unwrap_or_default();
            problems.push(format!("{}:\n{}", path.display(), difference(&found, text)));
        }
    }
    for path in present.iter().filter(|path| !is_input(path) && !expected.contains_key(*path)) {
        if bless {
            fs::remove_file(path).unwrap();
        } else {
            problems.push(format!("{}: no case gives this file", path.display()));
        }
    }
    assert!(
        problems.is_empty(),
        "{}\n{} golden files differ; BLESS=1 writes them",
        problems.join("\n"),
        problems.len()
    );
}

fn is_input(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    path.is_dir() || matches!(extension, Some("smithy" | "json" | "yaml" | "yml"))
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn difference(before: &str, after: &str) -> String {
    similar::TextDiff::from_lines(before, after).unified_diff().context_radius(2).to_string()
}
