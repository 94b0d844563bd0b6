//! Documentation of a model as Markdown for Rustdoc.
//!
//! It comes as Markdown with HTML in it (Smithy, OpenAPI) or as HTML with mistakes in it (AWS). It leaves as Markdown
//! of the plainest kind, in lines: what was text stays text, and nothing in it is a tag, a link to a Rust item, or a
//! program to test, whatever the model says.

mod blocks;
mod html;
mod inline;
mod page;
mod paragraph;
mod spans;

use inline::{Inline, References};

/// The longest summary, in characters.
const LONGEST_SUMMARY: usize = 300;

/// The lines of a documentation text; none if it says nothing.
pub(crate) fn markdown(text: &str) -> Vec<String> {
    let text = clean(text);
    if html::is_html(&text) {
        let mut inline = Inline::new(References::new());
        inline.read(&text, false);
        inline.finish()
    } else {
        blocks::markdown(&text)
    }
}

/// The first sentence of a documentation text, on one line; empty if it says nothing.
pub(crate) fn first_sentence(text: &str) -> String {
    let lines = without_code(markdown(text));
    let blocks = lines.split(|line| line.trim_end_matches([' ', '>']).is_empty());
    let is_text = |block: &&[String]| {
        let first = block.first().map(|line| unmarked(line)).unwrap_or_default();
        !(first.is_empty() || first.starts_with('|'))
    };
    let is_heading = |block: &&[String]| matches!(block, [line] if line.starts_with("**") && line.ends_with("**"));
    let mut texts = blocks.filter(is_text);
    let first = texts.next();
    let found =
        first.filter(|block| !is_heading(block)).or_else(|| texts.find(|block| !is_heading(block)));
    let Some(block) = found.or(first) else { return String::new() };
    let mut summary = String::new();
    for (index, line) in block.iter().enumerate() {
        let text = unmarked(line);
        if index > 0 {
            // What follows is another item.
            if text.len() + 1 < line.trim_start().len() {
                break;
            }
            summary.push(' ');
        }
        summary.push_str(text.strip_suffix('\\').unwrap_or(text));
    }
    shortened(&summary)
}

/// Lines, with empty ones for those of code blocks.
fn without_code(lines: Vec<String>) -> Vec<String> {
    let mut fence: Option<String> = None;
    let blanked = lines.into_iter().map(|line| {
        let text = unmarked(&line);
        let ticks = text.len() - text.trim_start_matches('`').len();
        match &fence {
            Some(open) if text == open => fence = None,
            Some(_) => {}
            // A code span has its end on the same line.
            None if ticks >= 3 && !text.trim_start_matches('`').contains('`') => {
                fence = Some("`".repeat(ticks))
            }
            None => return line,
        }
        String::new()
    });
    blanked.collect()
}

/// A line without what it is indented by, and the markers of the items and quotations it starts.
fn unmarked(line: &str) -> &str {
    let mut rest = line.trim_start();
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = match digits {
            0 => rest.strip_prefix("- ").or_else(|| rest.strip_prefix("> ")),
            _ => rest.get(digits..).and_then(|rest| rest.strip_prefix(". ")),
        };
        match after {
            Some(after) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// A paragraph up to where its first sentence ends.
fn shortened(paragraph: &str) -> String {
    let mut code = 0;
    let mut bold = false;
    let mut link = 0_usize;
    let mut last_space = None;
    let mut length = 0;
    let mut letters = paragraph.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        length += 1;
        match letter {
            '\\' if code == 0 => {
                letters.next();
            }
            '`' => {
                let mut fence = 1;
                while letters.next_if(|(_, next)| *next == '`').is_some() {
                    fence += 1;
                }
                if code == 0 {
                    code = fence;
                } else if code == fence {
                    code = 0;
                }
            }
            _ if code > 0 => {}
            '[' | '<' => link += 1,
            '(' if paragraph.get(..at).is_some_and(|before| before.ends_with(']')) => link += 1,
            ']' | '>' => link = link.saturating_sub(1),
            ')' => link = link.saturating_sub(1),
            '*' if letters.peek().is_some_and(|(_, next)| *next == '*') => {
                letters.next();
                bold = !bold;
            }
            ' ' if link == 0 && !bold && length <= LONGEST_SUMMARY => last_space = Some(at),
            '.' | '!' | '?' if link == 0 && !bold => {
                let (before, after) = paragraph.split_at_checked(at + 1).unwrap_or((paragraph, ""));
                if ends_sentence(before, after) {
                    return before.to_owned();
                }
            }
            _ => {}
        }
    }
    match last_space {
        Some(at) if length > LONGEST_SUMMARY => {
            format!(
                "{}…",
                paragraph.get(..at).unwrap_or_default().trim_end_matches([',', ';', ':'])
            )
        }
        _ => paragraph.to_owned(),
    }
}

fn ends_sentence(before: &str, after: &str) -> bool {
    const ABBREVIATIONS: &[&str] =
        &["e.g.", "i.e.", "etc.", "vs.", "approx.", "cf.", "no.", "incl.", "ca."];
    const LONGEST: usize = 8;
    let start = before.char_indices().rev().take(LONGEST).last().map_or(0, |(start, _)| start);
    let word =
        before.get(start..).and_then(|end| end.rsplit([' ', '(']).next()).unwrap_or_default();
    // `U.S.`, or the initial of a name.
    let initial = word
        .split_terminator('.')
        .all(|part| part.len() == 1 && part.starts_with(char::is_uppercase));
    let abbreviated =
        ABBREVIATIONS.iter().any(|abbreviation| word.eq_ignore_ascii_case(abbreviation));
    let next = after.strip_prefix(' ').and_then(|after| after.chars().next());
    match next {
        _ if abbreviated || initial => after.is_empty(),
        Some(next) => !next.is_lowercase(),
        None => after.is_empty(),
    }
}

/// A text without what has no place in documentation: control characters, and characters that change the direction
/// of text.
fn clean(text: &str) -> String {
    let kept = |letter: &char| {
        (!letter.is_control() || letter.is_whitespace())
            && !matches!(letter, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(kept).collect()
}

#[cfg(test)]
mod tests;
