//! Lambda's words for what violates the model's constraints.
//!
//! They are older than Smithy's: the value is quoted, members begin with a small letter and are joined by dots, and of a
//! range or length only the side is told that was overstepped.

use lambda_server::farrier_runtime::Document;
use lambda_server::farrier_runtime::codec::{Bound, Constraint, Segment, Violation, Violations};
use lambda_server::{Context, Fault};

use crate::refusal::USER;

/// The answer to a request that violates constraints of the model.
pub(crate) fn answer(violations: &Violations, context: &Context) -> Fault {
    let (runtimes, others): (Vec<_>, Vec<_>) =
        violations.iter().partition(|violation| is_runtime_of_function(violation, context));
    if let ([runtime], []) = (&runtimes[..], &others[..]) {
        return unknown_runtime(runtime);
    }
    let mut sentences: Vec<String> = Vec::new();
    for violation in others {
        let sentence = sentence(violation, violations.body());
        // However many items of a list are wrong, the list is told once.
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    let count = sentences.len();
    let plural = if count == 1 { "" } else { "s" };
    let message = format!("{count} validation error{plural} detected: {}", sentences.join("; "));
    Fault::new(400, "ValidationException", message)
}

/// Lambda holds a function's runtime against its list only when the model has nothing else to say.
fn is_runtime_of_function(violation: &Violation, context: &Context) -> bool {
    let is_runtime = matches!(violation.path.segments(), [Segment::Member { name: "Runtime", .. }]);
    context.operation() == "CreateFunction" && is_runtime
}

fn unknown_runtime(violation: &Violation) -> Fault {
    let value = violation.value.as_deref().unwrap_or_default();
    let rule = rule(violation);
    let message = format!(
        "Value {value} at 'runtime' failed to satisfy constraint: {rule} or be a valid ARN"
    );
    Fault::new(400, "InvalidParameterValueException", message).with_member("Type", USER)
}

/// `Value 'x' at 'functionName' failed to satisfy constraint: Member must …`
fn sentence(violation: &Violation, body: Option<&Document>) -> String {
    let mut path = violation.path.segments();
    let mut rule = rule(violation);
    if let [list @ .., Segment::Index(_)] = path {
        rule = format!("Member must satisfy constraint: [{}]", rules_of_items(list, rule));
        path = list;
    }
    let value = match &violation.value {
        _ if violation.constraint == Constraint::Required => " null".to_owned(),
        Some(value) if path.len() == violation.path.segments().len() => format!(" '{value}'"),
        _ => body
            .and_then(|body| list_text(body, path))
            .map(|list| format!(" '{list}'"))
            .unwrap_or_default(),
    };
    format!("Value{value} at '{}' failed to satisfy constraint: {rule}", path_text(path))
}

/// `Member must …`, about the violated side alone.
fn rule(violation: &Violation) -> String {
    match &violation.constraint {
        Constraint::Length { min: Some(min), actual, .. } if actual < min => {
            format!("Member must have length greater than or equal to {min}")
        }
        Constraint::Length { max: Some(max), .. } => {
            format!("Member must have length less than or equal to {max}")
        }
        Constraint::Range { min: Some(min), max }
            if max.is_none() || is_below(violation, min.bound) =>
        {
            format!("Member must have value greater than or equal to {}", min.bound)
        }
        Constraint::Range { max: Some(max), .. } => {
            format!("Member must have value less than or equal to {}", max.bound)
        }
        other => other.to_string(),
    }
}

fn is_below(violation: &Violation, bound: Bound) -> bool {
    let value: Option<i64> = violation.value.as_ref().and_then(|value| value.parse().ok());
    matches!((value, bound), (Some(value), Bound::Integer(bound)) if value < bound)
}

/// Of the items of a list, Lambda tells every rule, not only the one that was broken.
fn rules_of_items(list: &[Segment], broken: String) -> String {
    match list {
        [Segment::Member { name: "Layers", .. }] => format!(
            "Member must have length less than or equal to 140, Member must have length greater than or equal to 1, \
             Member must satisfy regular expression pattern: {LAYER_VERSION_ARN}, Member must not be null"
        ),
        _ => format!("{broken}, Member must not be null"),
    }
}

const LAYER_VERSION_ARN: &str =
    "arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+";

/// `fileSystemConfigs.1.member.arn`
fn path_text(path: &[Segment]) -> String {
    let mut text = String::new();
    for segment in path {
        if !text.is_empty() {
            text.push('.');
        }
        match segment {
            Segment::Member { name, .. } => {
                let mut letters = name.chars();
                text.extend(letters.next().map(|first| first.to_ascii_lowercase()));
                text.push_str(letters.as_str());
            }
            Segment::Index(index) => text.push_str(&format!("{}.member", index + 1)),
            Segment::Key(key) => text.push_str(&format!("{key}.member")),
        }
    }
    text
}

/// `[x86_64, arm64]`, if there is a list of texts at `path`.
fn list_text(body: &Document, path: &[Segment]) -> Option<String> {
    let list = path.iter().try_fold(body, |value, segment| match segment {
        Segment::Member { name, .. } => value.get(name),
        Segment::Index(index) => value.at(*index),
        Segment::Key(key) => value.get(key),
    })?;
    let items: Option<Vec<&str>> = list.as_array()?.iter().map(Document::as_str).collect();
    Some(format!("[{}]", items?.join(", ")))
}
