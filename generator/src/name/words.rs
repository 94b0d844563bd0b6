//! The words of a model's name.

use std::collections::VecDeque;

/// Words that the field writes with capitals inside, longest first where one starts another.
const COMPOUNDS: &[&str] = &[
    "PostgreSQL",
    "GraphQL",
    "YouTube",
    "GitHub",
    "GitLab",
    "MySQL",
    "NoSQL",
    "OAuth",
    "macOS",
    "iOS",
    "IoT",
];

/// The words of a name in lower case, each made of letters and digits that an identifier may have; at least one.
pub(super) fn words(name: &str) -> Vec<String> {
    let name = sign(name);
    let text: Vec<char> = name.chars().flat_map(spelled).collect();
    let mut found = Vec::new();
    let mut word = String::new();
    let mut compound = 0;
    for (index, &letter) in text.iter().enumerate() {
        if !is_kept(letter) {
            end(&mut word, &mut found);
            compound = 0;
            continue;
        }
        if compound > 0 {
            compound -= 1;
        } else if starts_word(&text, index) {
            end(&mut word, &mut found);
            compound = compound_at(&text, index).saturating_sub(1);
        }
        word.extend(lower(letter));
    }
    end(&mut word, &mut found);
    if found.is_empty() {
        found = signs(&name);
    }
    found
}

/// Whether a text is an identifier that needs no `r#`.
pub(super) fn is_identifier(name: &str) -> bool {
    let mut letters = name.chars();
    let starts =
        letters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first));
    starts && name != "_" && letters.all(unicode_ident::is_xid_continue)
}

fn end(word: &mut String, found: &mut Vec<String>) {
    if !word.is_empty() {
        found.push(std::mem::take(word));
    }
}

/// A leading sign before a number is a word: it may be all that tells two values apart.
fn sign(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some('+'), Some('0'..='9')) => format!("plus{}", letters_from(name)),
        (Some('-'), Some('0'..='9')) => format!("minus{}", letters_from(name)),
        _ => name.to_owned(),
    }
}

fn letters_from(name: &str) -> &str {
    let mut letters = name.chars();
    letters.next();
    letters.as_str()
}

/// Letters and digits of scripts whose characters have one spelling each; the rest are written as their number, for
/// the compiler normalises identifiers, and what differs here could be the same there.
fn spelled(letter: char) -> VecDeque<char> {
    if letter.is_ascii() || !letter.is_alphanumeric() {
        return VecDeque::from([letter]);
    }
    let plain = matches!(letter,
        '\u{C0}'..='\u{24F}' | '\u{388}'..='\u{3CE}' | '\u{400}'..='\u{52F}' | '\u{531}'..='\u{587}'
        | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}' | '\u{E01}'..='\u{E30}' | '\u{10D0}'..='\u{10FA}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
        && unicode_ident::is_xid_start(letter);
    if plain {
        VecDeque::from([letter])
    } else {
        format!(" u{:x} ", u32::from(letter)).chars().collect()
    }
}

fn is_kept(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// A letter in lower case, unless that is not one letter.
fn lower(letter: char) -> impl Iterator<Item = char> {
    let mut small = letter.to_lowercase();
    std::iter::once(match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => letter,
    })
}

/// Whether a word starts at a letter, the one before it belonging to a word too.
fn starts_word(text: &[char], index: usize) -> bool {
    let at = |offset: usize| text.get(index + offset).copied().unwrap_or(' ');
    let before = index.checked_sub(1).and_then(|before| text.get(before)).copied().unwrap_or(' ');
    if !is_kept(before) || compound_at(text, index) > 0 {
        return true;
    }
    let letter = at(0);
    if !letter.is_uppercase() {
        return false;
    }
    if before.is_numeric() {
        // `S3Bucket`, `EC2VPC`, but `MP4A` and `3DScene`.
        let alone =
            !is_kept(at(1)) || at(1).is_numeric() || (at(1).is_uppercase() && at(2).is_lowercase());
        return !alone;
    }
    if !before.is_uppercase() {
        return true;
    }
    // The last capital of several starts a word if small letters follow: `KMSKey`. Not in `ARNs` or `IPv6`.
    at(1).is_lowercase() && !ends_acronym(at(1), at(2))
}

/// Whether what follows an acronym's last capital still belongs to it: a plural's `s`, or the `v` of a version.
fn ends_acronym(first: char, second: char) -> bool {
    (first == 's' && !second.is_lowercase() && !second.is_numeric())
        || (first == 'v' && second.is_numeric())
}

/// How many letters from here are one of [`COMPOUNDS`]; 0 for none.
fn compound_at(text: &[char], index: usize) -> usize {
    let rest = text.get(index..).unwrap_or_default();
    let before = index.checked_sub(1).and_then(|before| text.get(before)).copied().unwrap_or(' ');
    for compound in COMPOUNDS {
        let length = compound.len();
        let follows = rest.get(length).copied().unwrap_or(' ');
        let small_start = compound.starts_with(|first: char| first.is_lowercase());
        if rest.iter().take(length).copied().eq(compound.chars())
            && !follows.is_lowercase()
            && !(small_start && is_kept(before))
        {
            return length;
        }
    }
    0
}

/// Names for a text that has no letter and no digit.
fn signs(name: &str) -> Vec<String> {
    const LONGEST: usize = 8;
    let mut found: Vec<String> = Vec::new();
    for sign in name.chars().take(LONGEST) {
        let spelt = match sign {
            '!' => "exclamation",
            '"' => "quote",
            '#' => "hash",
            '$' => "dollar",
            '%' => "percent",
            '&' => "ampersand",
            '\'' => "apostrophe",
            '(' => "left paren",
            ')' => "right paren",
            '*' => "asterisk",
            '+' => "plus",
            ',' => "comma",
            '-' => "minus",
            '.' => "dot",
            '/' => "slash",
            ':' => "colon",
            ';' => "semicolon",
            '<' => "less than",
            '=' => "equals",
            '>' => "greater than",
            '?' => "question",
            '@' => "at",
            '[' => "left bracket",
            '\\' => "backslash",
            ']' => "right bracket",
            '^' => "caret",
            '_' => "underscore",
            '`' => "backtick",
            '{' => "left brace",
            '|' => "pipe",
            '}' => "right brace",
            '~' => "tilde",
            ' ' => "space",
            _ => {
                found.push(format!("u{:x}", u32::from(sign)));
                continue;
            }
        };
        found.extend(spelt.split(' ').map(str::to_owned));
    }
    if found.is_empty() {
        found.push("empty".to_owned());
    }
    found
}
