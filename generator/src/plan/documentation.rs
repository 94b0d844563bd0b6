//! What generated documentation says besides what the model says.

use crate::docs;
use farrier_model::api::{
    Constraints, HttpLocation, Length, Member, Number, Range, Simple, Target,
};

/// The documentation of something that the model calls `name`.
pub(crate) fn of(
    documentation: Option<&str>,
    deprecated: Option<&str>,
    fallback: &str,
) -> Vec<String> {
    let mut lines = documentation.map(docs::markdown).unwrap_or_default();
    if lines.is_empty() {
        lines.push(fallback.to_owned());
    }
    if let Some(reason) = deprecated {
        lines.push(String::new());
        match docs::first_sentence(reason) {
            reason if reason.is_empty() => lines.push("**Deprecated.**".to_owned()),
            reason => lines.push(format!("**Deprecated:** {reason}")),
        }
    }
    lines
}

/// The documentation of a member, with the facts that a caller has to know.
pub(crate) fn of_member(member: &Member, facts: bool) -> Vec<String> {
    let fallback = format!("{}.", code(&member.name));
    let mut lines = of(member.documentation.as_deref(), member.deprecated.as_deref(), &fallback);
    let facts: Vec<String> = if facts { self::facts(member) } else { Vec::new() };
    if !facts.is_empty() {
        lines.push(String::new());
        let mut sentence = facts.join("; ");
        sentence.push('.');
        if let Some(first) = sentence.get(..1) {
            let first = first.to_uppercase();
            sentence.replace_range(..1, &first);
        }
        lines.push(sentence);
    }
    lines
}

/// Text that is shown as code, `` `text` ``: no backtick ends it early, and nothing in it is invisible.
pub(crate) fn code(text: &str) -> String {
    if text.is_empty() {
        return "(the empty string)".to_owned();
    }
    // More backticks than are in the text; a space keeps them from those at its ends.
    let runs = text.split(|character| character != '`');
    let fence = "`".repeat(runs.map(str::len).max().unwrap_or(0) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let mut code = format!("{fence}{space}");
    for character in text.chars() {
        match character {
            character if character.is_control() || is_invisible(character) => {
                code.extend(character.escape_unicode());
            }
            character => code.push(character),
        }
    }
    code.push_str(space);
    code.push_str(&fence);
    code
}

/// Whether a character cannot be seen, or changes the direction of the text around it.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn facts(member: &Member) -> Vec<String> {
    let mut facts = Vec::new();
    constraint_facts(&member.constraints, &member.target, &mut facts);
    match &member.http {
        Some(HttpLocation::Label) => facts.push("sent in the path".to_owned()),
        Some(HttpLocation::Query(name)) => {
            facts.push(format!("sent as the query parameter {}", code(name)));
        }
        Some(HttpLocation::QueryParams) => facts.push("sent as query parameters".to_owned()),
        Some(HttpLocation::Header(name)) => {
            facts.push(format!("sent as the header {}", code(name)));
        }
        Some(HttpLocation::PrefixHeaders(prefix)) => {
            facts.push(format!("sent as headers that start with {}", code(prefix)));
        }
        Some(HttpLocation::Payload) => facts.push("sent as the whole body".to_owned()),
        Some(HttpLocation::ResponseCode) => facts.push("sent as the status code".to_owned()),
        None => {}
    }
    facts
}

fn constraint_facts(constraints: &Constraints, target: &Target, facts: &mut Vec<String>) {
    if let Some(length) = constraints.length {
        let unit = match target {
            Target::Simple(Simple::Blob(_)) => "bytes",
            Target::Simple(_) => "characters",
            Target::Shape(_) => "items",
        };
        facts.extend(length_fact(length, unit));
    }
    if let Some(range) = constraints.range {
        facts.extend(range_fact(range));
    }
    if let Some(divisor) = constraints.multiple_of {
        facts.push(format!("a multiple of {}", number(divisor)));
    }
    if constraints.unique_items {
        facts.push("no item twice".to_owned());
    }
}

fn length_fact(length: Length, unit: &str) -> Option<String> {
    let one = |count| if count == 1 { unit.trim_end_matches('s') } else { unit };
    Some(match (length.min, length.max) {
        (Some(min), Some(max)) if min == max => format!("exactly {max} {}", one(max)),
        (Some(0) | None, Some(max)) => format!("at most {max} {}", one(max)),
        (Some(min), Some(max)) => format!("{min} to {max} {}", one(max)),
        (Some(0), None) => return None,
        (Some(min), None) => format!("at least {min} {}", one(min)),
        (None, None) => return None,
    })
}

fn range_fact(range: Range) -> Option<String> {
    let low = range.min.map(|min| match range.exclusive_min {
        true => format!("more than {}", number(min)),
        false => format!("at least {}", number(min)),
    });
    let high = range.max.map(|max| match range.exclusive_max {
        true => format!("less than {}", number(max)),
        false => format!("at most {}", number(max)),
    });
    match (range.min, range.max) {
        (Some(min), Some(max)) if !range.exclusive_min && !range.exclusive_max => {
            Some(format!("{} to {}", number(min), number(max)))
        }
        _ => match (low, high) {
            (Some(low), Some(high)) => Some(format!("{low} and {high}")),
            (one, other) => one.or(other),
        },
    }
}

fn number(number: Number) -> String {
    match number {
        Number::Integer(integer) => integer.to_string(),
        Number::Float(float) => float.to_string(),
        large @ Number::Large { .. } => large.to_string(),
    }
}
