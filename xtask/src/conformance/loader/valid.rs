//! `valid/`: what must load, and give the same model as what stands beside it.

use super::suite::{Suite, same, sound};
use farrier_model::smithy::Mixins;
use std::path::PathBuf;

const SHARED: &str = "valid/__shared.json";
const FLATTENED: &str = ".flattened.smithy";

/// A case a file, and one a pair.
pub(super) fn add(suite: &mut Suite) {
    suite.claim(&["valid"]);
    for file in suite.files_in("valid") {
        suite.add(format!("{file} loads"), sound(&with_shared(suite, &file)).map(|_| ()));
        if let Some(name) = file.strip_suffix(FLATTENED) {
            let mixed = format!("{name}.smithy");
            suite.add(format!("{mixed} is {file}, flattened"), flattened(suite, &mixed, &file));
        } else if let Some(name) = file.strip_suffix(".smithy") {
            let json = format!("{name}.json");
            if suite.has(&json) {
                suite.add(format!("{file} is {json}"), alike(suite, &file, &json));
            }
        } else {
            let idl = file.replace(".json", ".smithy");
            if file != SHARED && !suite.has(&idl) {
                suite.add(file, Err(format!("there is no {idl}")));
            }
        }
    }
}

fn with_shared(suite: &Suite, file: &str) -> Vec<PathBuf> {
    vec![suite.path(SHARED), suite.path(file)]
}

fn alike(suite: &Suite, one: &str, other: &str) -> Result<(), String> {
    let [one, other] = [one, other].map(|file| sound(&with_shared(suite, file)));
    let (one, other) = (one?.model, other?.model);
    for mixins in [Mixins::Kept, Mixins::Flattened] {
        same(&one.to_ast(mixins), &other.to_ast(mixins))?;
    }
    Ok(())
}

/// What is flat has no mixins, but has what remains of them in the file with mixins.
fn flattened(suite: &Suite, mixed: &str, flat: &str) -> Result<(), String> {
    let [mixed, flat] = [mixed, flat].map(|file| sound(&[suite.path(file)]));
    same(&mixed?.model.to_ast(Mixins::Flattened), &flat?.model.to_ast(Mixins::Kept))
}
