//! Cases that say what no implementation can do, and how they are read instead. Each is checked to be
//! still so: one that no longer applies is an error.

use crate::failure::Failure;
use farrier_model::{
    Api,
    api::{BodyAssertion, MalformedRequestTest},
};

/// A text of a malformed request's answer that is read otherwise.
struct Correction {
    suite: &'static str,
    id: &'static str,
    /// What the case says, and what is meant.
    text: (&'static str, &'static str),
    why: &'static str,
}

const CORRECTIONS: [Correction; 1] = [Correction {
    suite: "restJson1-validation",
    id: "RestJsonMalformedPatternReDOSString",
    text: ("^([0-9]+)+$$", "^([0-9]+)+$"),
    why: "`$$` stands for `$` in cases with parameters; this one has none, and the pattern has one `$`",
}];

/// Corrects the cases of `suite` in `api`; says which, and why.
///
/// # Errors
///
/// A case is not there, or does not say what is corrected.
pub(super) fn apply(suite: &str, api: &mut Api) -> Result<Vec<String>, Failure> {
    let mut said = Vec::new();
    for correction in CORRECTIONS.iter().filter(|correction| correction.suite == suite) {
        let mut tests =
            api.operations.values_mut().flat_map(|operation| &mut operation.tests.malformed);
        let test = tests.find(|test| test.test.id == correction.id);
        let Some(contents) = test.and_then(contents) else {
            return Err(Failure::new(format!("there is no case {suite} {}", correction.id)));
        };
        let (from, to) = correction.text;
        if !contents.contains(from) {
            let message = format!("{suite} {} needs no correction any more", correction.id);
            return Err(Failure::new(message));
        }
        *contents = contents.replace(from, to);
        said.push(format!("{}: {}", correction.id, correction.why));
    }
    Ok(said)
}

fn contents(test: &mut MalformedRequestTest) -> Option<&mut String> {
    match &mut test.answer_body {
        Some(BodyAssertion::Contents { contents, .. }) => Some(contents),
        _ => None,
    }
}
