//! `invalid/`: what must be refused, where the file's first line says, and in words that say the same.

use super::{
    phrases::{self, Phrase},
    suite::{Finding, Suite, errors, load, rendered},
};

/// What the reference says of the one JSON file, which has no first line to say it.
const JSON: (&str, &str) = (
    "invalid/version/properties-v2-only.json",
    "Resource properties can only be used with Smithy version 2 or later.",
);

/// A case a file.
pub(super) fn add(suite: &mut Suite) {
    suite.claim(&["invalid"]);
    for file in suite.files_in("invalid") {
        let text = suite.text(&file);
        let first = text.lines().next().unwrap_or_default();
        let said = match first.strip_prefix("//") {
            Some(said) => said.trim(),
            None if file == JSON.0 => JSON.1,
            None => {
                suite.add(file, Err("its first line says nothing".to_owned()));
                continue;
            }
        };
        let loading = load(&[suite.path(&file)]);
        let result = check(said, &errors(&loading))
            .map_err(|problem| format!("{said}\n{problem}\n{}", rendered(&loading)));
        suite.add(file, result);
    }
}

/// Whether the errors are what the reference says.
fn check(said: &str, errors: &[Finding]) -> Result<(), String> {
    // The table of events ends the column that the message is in.
    let said = said.split(" | ").next().unwrap_or(said);
    let (place, phrase) = place(said);
    let Some(first) = errors.first() else { return Err("there is no error".to_owned()) };
    if let Some(place) = place {
        if first.place != Some(place) {
            return Err(format!("the first error is not at {}:{}", place.0, place.1));
        }
        // What else is said of broken syntax is noise.
        if errors.len() > 1 {
            return Err("there is more than one error".to_owned());
        }
    }
    if first.place.is_none() {
        return Err("the error has no place".to_owned());
    }
    if phrase.is_empty() {
        return Ok(());
    }
    let Some(Phrase { code, fragments }) = phrases::ours(phrase) else {
        return Err(format!("no phrase of the table fits `{phrase}`"));
    };
    if first.code != code {
        return Err(format!("the first error's code is not {code}"));
    }
    match fragments.iter().find(|fragment| !first.message.contains(fragment.as_str())) {
        Some(missing) => Err(format!("the first error does not say `{missing}`")),
        None => Ok(()),
    }
}

/// The place that `Syntax error at line L, column C: phrase` names, and the phrase; whatever stands in front
/// (a shape's id) is dropped.
fn place(said: &str) -> (Option<(u64, u64)>, &str) {
    let Some((_, rest)) = said.split_once("Syntax error at line ") else { return (None, said) };
    let (place, phrase) = rest.split_once(": ").unwrap_or((rest, ""));
    let numbers = place.split_once(", column ");
    let numbers = numbers.and_then(|(line, column)| line.parse().ok().zip(column.parse().ok()));
    (numbers, phrase)
}
