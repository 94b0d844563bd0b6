//! Cases as data: files, what stands beside them, and what must come of it.

use super::{
    compare::{at, equal},
    suite::{Finding, Suite, checked, findings, load, load_sources, rendered, without_errors},
};
use farrier_model::{
    Sources,
    api::Value,
    smithy::{self, Loading, Mixins},
};

/// One case.
pub(super) struct Check {
    pub(super) id: &'static str,
    /// Files or folders of the suite, in order.
    pub(super) files: &'static [&'static str],
    /// Files of our own that complete the model: names and texts. With any, `files` are only files.
    pub(super) beside: &'static [(&'static str, &'static str)],
    /// What must hold. Without an [`Expected::Error`] there must be none.
    pub(super) expected: &'static [Expected],
}

/// What must hold of a model.
pub(super) enum Expected {
    /// There is an error of this code at this line and column; there are no others than these.
    Error(&'static str, u64, u64),
    /// There is a finding of this severity and code at this line and column.
    Finding(&'static str, &'static str, u64, u64),
    /// What validators say of the model is not looked at: the reference's test does not either.
    Unvalidated,
    /// The diagnostics as people see them show this.
    Shown(&'static str),
    /// The JSON AST has this value there.
    Is(&'static str, &'static str),
    /// The JSON AST has there what this JSON file of the suite has there.
    AsIn(&'static str, &'static str),
    /// The JSON AST with its mixins flattened has this value there.
    Flat(&'static str, &'static str),
    /// The JSON AST has nothing there.
    Lacks(&'static str),
    /// The flattened object there has these members, in this order.
    Order(&'static str, &'static [&'static str]),
}

/// Adds a case a check.
pub(super) fn add(suite: &mut Suite, checks: &[Check]) {
    for check in checks {
        suite.claim(check.files);
        let result = run(suite, check);
        suite.add(check.id, result);
    }
}

fn run(suite: &Suite, check: &Check) -> Result<(), String> {
    let is_error =
        |it: &&Expected| matches!(it, Expected::Error(..) | Expected::Finding("danger", ..));
    let is_broken = check.expected.iter().any(|it| is_error(&it));
    let is_unvalidated = check.expected.iter().any(|it| matches!(it, Expected::Unvalidated));
    let loading = if check.beside.is_empty() {
        let paths: Vec<_> = check.files.iter().map(|file| suite.path(file)).collect();
        if is_unvalidated { smithy::load(&paths) } else { load(&paths) }
    } else {
        let mut sources = Sources::new();
        for file in check.files {
            sources.load(&suite.path(file)).map_err(|error| format!("{file}: {error}"))?;
        }
        for (name, text) in check.beside {
            sources.add(*name, *text);
        }
        if is_unvalidated { smithy::load_sources(sources) } else { load_sources(sources) }
    };
    let loading = match (is_broken, is_unvalidated) {
        (true, _) => loading,
        (false, true) => without_errors(loading)?,
        (false, false) => checked(loading)?,
    };
    let problems = problems(suite, check.expected, &loading);
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn problems(suite: &Suite, expected: &[Expected], loading: &Loading) -> Vec<String> {
    let mut problems = Vec::new();
    let findings = findings(loading);
    let mut errors: Vec<&Finding> = findings.iter().filter(|it| it.severity == "error").collect();
    let kept = loading.model.to_ast(Mixins::Kept);
    let flat = loading.model.to_ast(Mixins::Flattened);
    for expected in expected {
        match expected {
            Expected::Error(code, line, column) => {
                let is_it = |it: &&Finding| it.code == *code && it.place == Some((*line, *column));
                match errors.iter().position(is_it) {
                    Some(index) => {
                        errors.remove(index);
                    }
                    None => problems.push(format!("there is no {code} at {line}:{column}")),
                }
            }
            Expected::Finding(severity, code, line, column) => {
                let place = Some((*line, *column));
                let is_it = |it: &Finding| {
                    it.severity == *severity && it.code == *code && it.place == place
                };
                if !findings.iter().any(is_it) {
                    problems.push(format!("there is no {severity} {code} at {line}:{column}"));
                }
            }
            Expected::Unvalidated => {}
            Expected::Shown(text) => {
                let shown = rendered(loading);
                if !shown.contains(text) {
                    problems.push(format!("`{text}` is not shown:\n{shown}"));
                }
            }
            Expected::Is(pointer, json) => problems.extend(differs(&kept, pointer, json)),
            Expected::AsIn(pointer, file) => {
                let text = suite.text(file);
                let found = serde_json::from_str(&text).unwrap_or(serde_json::Value::Null);
                problems.extend(match found.pointer(pointer) {
                    Some(json) => differs(&kept, pointer, &json.to_string()),
                    None => Some(format!("{file} has no {pointer}")),
                });
            }
            Expected::Flat(pointer, json) => problems.extend(differs(&flat, pointer, json)),
            Expected::Lacks(pointer) => {
                if let Some(found) = at(&kept, pointer) {
                    problems.push(format!("{pointer} is {}", found.to_json()));
                }
            }
            Expected::Order(pointer, names) => {
                let members = at(&flat, pointer).and_then(Value::as_object);
                let found: Vec<&str> =
                    members.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
                if found != *names {
                    problems.push(format!("{pointer} has {found:?}, and not {names:?}"));
                }
            }
        }
    }
    if !errors.is_empty() {
        problems.push(format!("errors that should not be:\n{}", rendered(loading)));
    } else if !problems.is_empty() && !findings.is_empty() {
        problems.push(rendered(loading));
    }
    problems
}

fn differs(ast: &Value, pointer: &str, json: &str) -> Option<String> {
    let expected: serde_json::Value = match serde_json::from_str(json) {
        Ok(expected) => expected,
        Err(error) => return Some(format!("the case is wrong: {json}: {error}")),
    };
    match at(ast, pointer) {
        Some(found) if equal(found, &value(&expected)) => None,
        Some(found) => Some(format!("{pointer} is {}, and not {json}", found.to_json())),
        None => Some(format!("there is no {pointer}, which should be {json}")),
    }
}

fn value(json: &serde_json::Value) -> Value {
    use farrier_model::api::Number;
    match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(value) => Value::Bool(*value),
        serde_json::Value::Number(number) => Value::Number(match number.as_i64() {
            Some(integer) => Number::Integer(integer.into()),
            None => Number::Float(number.as_f64().unwrap_or_default()),
        }),
        serde_json::Value::String(text) => Value::String(text.clone()),
        serde_json::Value::Array(items) => Value::Array(items.iter().map(value).collect()),
        serde_json::Value::Object(members) => Value::Object(
            members.iter().map(|(name, member)| (name.clone(), value(member))).collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_with_files_of_our_own_are_validated() {
        let folder = tempfile::tempdir().unwrap();
        let suite = Suite::list(folder.path()).unwrap();
        let check = |text: &'static str, expected: &'static [Expected]| {
            let beside = Box::leak(Box::new([("a.smithy", text)]));
            run(&suite, &Check { id: "a", files: &[], beside, expected })
        };
        let sound = "$version: \"2.0\"\nnamespace a\nstructure A {\n    a: A\n}\n";
        assert_eq!(check(sound, &[]), Ok(()));
        // Only validators see that such a structure has no end.
        let endless = "$version: \"2.0\"\nnamespace a\nstructure A {\n    @required\n    a: A\n}\n";
        assert!(check(endless, &[]).is_err());
        assert_eq!(check(endless, &[Expected::Unvalidated]), Ok(()));
    }
}
