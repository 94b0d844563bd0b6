//! Differences between texts, for people.

use crate::{
    output::{BAD, GOOD, PLACE, STRONG, paint},
    table::counted,
};
use similar::{ChangeTag, TextDiff};
use std::{fmt::Write as _, time::Duration};

/// The unified diff of a file that is called `path`: what is there, and what is to be there. Of a file
/// that is new or to be deleted only the head is shown.
pub(crate) fn unified(path: &str, old: Option<&str>, new: Option<&str>, colour: bool) -> String {
    let mut text = String::new();
    let head = |sign, path: &str| paint(colour, STRONG, &format!("{sign} {}", visible(path)));
    let (before, after) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (None, Some(new)) => {
            let lines = counted(new.lines().count(), "line");
            let note = paint(colour, GOOD, &format!("(missing; {lines} to be written)"));
            let _ = writeln!(text, "{}\n{} {note}", head("---", "/dev/null"), head("+++", path));
            return text;
        }
        (Some(old), None) => {
            let lines = counted(old.lines().count(), "line");
            let note = paint(colour, BAD, &format!("(left over; {lines} to be deleted)"));
            let _ = writeln!(text, "{}\n{} {note}", head("---", path), head("+++", "/dev/null"));
            return text;
        }
        (None, None) => return text,
    };
    let _ = writeln!(text, "{}\n{}", head("---", path), head("+++", path));
    // A file that was rewritten altogether must not hold up the rest.
    let diff = TextDiff::configure().timeout(Duration::from_secs(2)).diff_lines(before, after);
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        let _ = writeln!(text, "{}", paint(colour, PLACE, &hunk.header().to_string()));
        for change in hunk.iter_changes() {
            let line = visible(change.value().trim_end_matches('\n'));
            let line = match change.tag() {
                ChangeTag::Equal => format!(" {line}"),
                ChangeTag::Delete => paint(colour, BAD, &format!("-{line}")),
                ChangeTag::Insert => paint(colour, GOOD, &format!("+{line}")),
            };
            text += line.trim_end_matches(' ');
            text.push('\n');
            if change.missing_newline() {
                text += "\\ No newline at end of file\n";
            }
        }
    }
    text
}

/// The text with what a terminal would obey written out.
fn visible(text: &str) -> String {
    let is_shown = |character: char| {
        character == '\t'
            || !(character.is_control()
                || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    };
    let mut shown = String::new();
    for character in text.chars() {
        match is_shown(character) {
            true => shown.push(character),
            false => shown.extend(character.escape_unicode()),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_stands_among_what_did_not() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9";
        let expected = "\
--- a/b.rs
+++ a/b.rs
@@ -2,8 +2,8 @@
 2
 3
 4
-5
+five
 6
 7
 8
-9
+9
\\ No newline at end of file
";
        assert_eq!(unified("a/b.rs", Some(old), Some(new), false), expected);
    }

    #[test]
    fn new_and_old_files() {
        assert_eq!(
            unified("a.rs", None, Some("1\n2\n"), false),
            "--- /dev/null\n+++ a.rs (missing; 2 lines to be written)\n"
        );
        assert_eq!(
            unified("a.rs", Some("1\n"), None, false),
            "--- a.rs\n+++ /dev/null (left over; 1 line to be deleted)\n"
        );
    }

    #[test]
    fn in_colour() {
        let diff = unified("a", Some("x\n"), Some("y\n"), true);
        assert!(diff.contains("\u{1b}[31m-x\u{1b}[0m\n\u{1b}[32m+y\u{1b}[0m\n"), "{diff:?}");
    }

    #[test]
    fn a_terminal_obeys_nothing_in_a_diff() {
        let diff = unified("a", Some("\u{1b}[2J\u{202e}\r\n"), Some("y\n"), false);
        assert!(diff.contains("-\\u{1b}[2J\\u{202e}\\u{d}\n"), "{diff:?}");
    }
}
