//! One pass over a pattern that writes it in the syntax of the `regex` crate.

use super::class;
use super::escape::{self, Escape};
use super::references::{Group, References};

/// How deep groups may nest; `regex` has a like limit.
const DEEPEST: usize = 100;

/// `.` without the `s` flag.
const DOT: &str = r"[^\n\r\u{2028}\u{2029}]";

/// Any character at all.
pub(super) const ANY: &str = "(?s:.)";

/// `\b` among ASCII letters, as look-around.
const WORD_BOUNDARY: &str =
    "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))";

/// `\B`.
const NO_WORD_BOUNDARY: &str =
    "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))";

/// No character at all.
pub(super) const NEVER: &str = r"[^\u{0}-\u{10FFFF}]";

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// That of the `regex` crate, with nothing in place of look-around and references.
    Linear,
    /// That of `fancy-regex`.
    Backtracking {
        /// Whether repetitions up to a bound are loops, not as many copies of what is repeated.
        loops: bool,
    },
}

/// A position in a pattern, and what has been written for what lies before it.
pub(super) struct Translator {
    pub(super) text: Vec<char>,
    pub(super) at: usize,
    pub(super) out: String,
    syntax: Syntax,
    /// Whether the pattern has look-around or back-references.
    pub(super) backtracks: bool,
    /// Something in the pattern that ECMA 262 does not have and that was given its meaning elsewhere.
    pub(super) foreign: Option<&'static str>,
    /// Whether `.` matches everything, outside of each open group.
    groups: Vec<bool>,
    dot_matches_all: bool,
    references: References,
    captures: usize,
    /// Where what can be repeated next begins in `out`.
    atom: usize,
}

impl Translator {
    /// Goes over a whole pattern.
    pub(super) fn run(pattern: &str, syntax: Syntax) -> Result<Self, String> {
        let text: Vec<char> = pattern.chars().collect();
        let captures = captures(&text);
        let mut translator = Self {
            out: String::with_capacity(pattern.len() * 2),
            text,
            at: 0,
            syntax,
            backtracks: false,
            foreign: None,
            groups: Vec::new(),
            dot_matches_all: false,
            references: References::new(),
            captures,
            atom: 0,
        };
        translator.alternatives()?;
        Ok(translator)
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    pub(super) fn rest(&self) -> &[char] {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    /// Steps over a text if it comes next.
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let length = expected.chars().count();
        let found = self.rest().iter().take(length).copied().eq(expected.chars());
        if found {
            self.at += length;
        }
        found
    }

    fn alternatives(&mut self) -> Result<(), String> {
        // Whether what was written last can be repeated.
        let mut repeatable = false;
        while let Some(letter) = self.next() {
            let start = self.out.len();
            repeatable = match letter {
                '\\' => self.escape()?,
                '[' => {
                    let class = class::parse(self)?;
                    self.out.push_str(&class);
                    true
                }
                '(' => self.open()?,
                ')' => {
                    self.dot_matches_all = self.groups.pop().ok_or("a `)` closes no group")?;
                    self.out.push(')');
                    self.atom = self.references.close();
                    repeatable = true;
                    continue;
                }
                '.' => {
                    self.out.push_str(if self.dot_matches_all { ANY } else { DOT });
                    true
                }
                '^' | '$' => {
                    self.out.push(letter);
                    false
                }
                '|' => {
                    self.references.next_alternative();
                    self.out.push(letter);
                    false
                }
                '*' | '+' | '?' => {
                    self.repeat(repeatable, &letter.to_string(), letter != '+')?;
                    false
                }
                '{' => match self.bounds()? {
                    Some((bounds, optional)) => {
                        self.loops();
                        self.repeat(repeatable, &bounds, optional)?;
                        false
                    }
                    None => {
                        self.out.push_str(r"\{");
                        true
                    }
                },
                literal => {
                    push_literal(&mut self.out, literal);
                    true
                }
            };
            if repeatable {
                self.atom = start;
                self.references.forget_last();
            }
        }
        if self.groups.is_empty() { Ok(()) } else { Err("a group is not closed".to_owned()) }
    }

    /// What follows `(`, as far as it says what kind of group this is.
    fn open(&mut self) -> Result<bool, String> {
        if self.groups.len() >= DEEPEST {
            return Err(format!("its groups are nested deeper than {DEEPEST}"));
        }
        let outside = self.dot_matches_all;
        let start = self.out.len();
        let around = ["?=", "?!", "?<=", "?<!"].into_iter().find(|sign| self.eat(sign));
        let group = if let Some(sign) = around {
            self.backtracks = true;
            self.push(&format!("({sign}"), "(?:");
            match sign {
                "?=" => Group::Plain,
                "?!" => Group::NotAhead,
                _ => Group::Behind,
            }
        } else if self.eat("?<") {
            let name = self.group_name()?;
            self.push("(", "(?:");
            Group::Capture { name: Some(name) }
        } else if self.eat("?:") {
            self.out.push_str("(?:");
            Group::Plain
        } else if !self.eat("?") {
            self.push("(", "(?:");
            Group::Capture { name: None }
        } else {
            return self.flags(outside);
        };
        self.references.open(group, start);
        self.groups.push(outside);
        Ok(false)
    }

    /// Writes one of two texts.
    fn push(&mut self, backtracking: &str, linear: &str) {
        self.out.push_str(match self.syntax {
            Syntax::Backtracking { .. } => backtracking,
            Syntax::Linear => linear,
        });
    }

    /// A group's name and the bracket that closes it.
    fn group_name(&mut self) -> Result<String, String> {
        let length = self.rest().iter().position(|letter| *letter == '>');
        let length = length.ok_or("a group's name is not closed")?;
        let name = self.rest().iter().take(length).collect();
        self.at += length + 1;
        Ok(name)
    }

    /// `(?i)`, `(?s)`, `(?i:…)`; Java's, and in part ECMA 262's since 2025.
    fn flags(&mut self, outside: bool) -> Result<bool, String> {
        let mut flags = String::new();
        loop {
            match self.next() {
                Some(flag @ ('i' | 's' | 'm' | '-')) => flags.push(flag),
                Some(end @ (')' | ':')) if !flags.is_empty() && !flags.ends_with('-') => {
                    let on = flags.split('-').next().unwrap_or_default();
                    if flags.contains('s') {
                        self.dot_matches_all = on.contains('s');
                    }
                    if end == ':' {
                        self.references.open(Group::Plain, self.out.len());
                    }
                    self.out.push_str("(?");
                    self.out.push_str(&flags);
                    self.out.push(end);
                    if end == ':' {
                        self.groups.push(outside);
                    }
                    self.foreign = Some("an inline flag");
                    return Ok(false);
                }
                _ => {
                    return Err(
                        "a group starts with `(?`, and what follows is not known".to_owned()
                    );
                }
            }
        }
    }

    fn repeat(&mut self, repeatable: bool, times: &str, optional: bool) -> Result<(), String> {
        if !repeatable {
            return Err(format!("there is nothing for `{times}` to repeat"));
        }
        if optional {
            self.references.last_is_optional();
        }
        self.out.push_str(times);
        // As few as possible: that counts only for what a group captures, the pattern matches or it does not.
        if self.eat("?") {
            self.push("?", "");
        }
        Ok(())
    }

    /// Sees to it that what is repeated next is a loop: `fancy-regex` hands what has no look-around to `regex`, which would
    /// make copies of it.
    fn loops(&mut self) {
        if self.syntax == (Syntax::Backtracking { loops: true }) {
            self.out.insert_str(self.atom, "(?:(?=)");
            self.out.push(')');
        }
    }

    /// What follows `{`, if it is a repetition's bounds, and whether they allow for none at all; otherwise the brace stands
    /// for itself.
    fn bounds(&mut self) -> Result<Option<(String, bool)>, String> {
        let Some(length) = self.rest().iter().position(|letter| *letter == '}') else {
            return Ok(None);
        };
        let text: String = self.rest().iter().take(length).collect();
        let (min, max) = match text.split_once(',') {
            Some((min, max)) => (min, Some(max)),
            None => (text.as_str(), None),
        };
        let is_number =
            |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        if !is_number(min) || !max.is_none_or(|max| max.is_empty() || is_number(max)) {
            return Ok(None);
        }
        self.at += length + 1;
        let number = |text: &str| {
            text.parse::<u32>().map_err(|_| format!("`{text}` is too large a repetition"))
        };
        let low = number(min)?;
        let bounds = match max {
            None => format!("{{{low}}}"),
            Some("") => format!("{{{low},}}"),
            Some(max) => {
                let high = number(max)?;
                if low > high {
                    return Err(format!("the bounds of `{{{text}}}` are the wrong way round"));
                }
                format!("{{{low},{high}}}")
            }
        };
        Ok(Some((bounds, low == 0)))
    }

    /// What follows `\` outside a class.
    fn escape(&mut self) -> Result<bool, String> {
        if matches!(self.peek(), Some('1'..='9')) {
            let digits: String =
                self.rest().iter().take_while(|digit| digit.is_ascii_digit()).collect();
            let group = digits.parse().unwrap_or(usize::MAX);
            if group > self.captures {
                return Err(format!("`\\{digits}` refers to a group that it does not have"));
            }
            self.at += digits.len();
            return self.reference(Some(group), &format!("`\\{digits}`"));
        }
        if self.eat("k<") {
            let name = self.group_name()?;
            return self.reference(self.references.named(&name), &format!("`\\k<{name}>`"));
        }
        if self.eat("b") {
            self.push(WORD_BOUNDARY, r"(?-u:\b)");
            return Ok(false);
        }
        if self.eat("B") {
            self.push(NO_WORD_BOUNDARY, r"(?-u:\B)");
            return Ok(false);
        }
        if self.eat("A") {
            self.foreign = Some(r"`\A`");
            self.out.push('^');
            return Ok(false);
        }
        if self.eat("Z") || self.eat("z") {
            self.foreign = Some(r"`\Z`");
            self.out.push('$');
            return Ok(false);
        }
        if self.eat("Q") {
            self.foreign = Some(r"`\Q`");
            while !self.eat(r"\E") {
                match self.next() {
                    Some(literal) => push_literal(&mut self.out, literal),
                    None => break,
                }
            }
            return Ok(true);
        }
        match escape::parse(self)? {
            Escape::Character(code) => match char::from_u32(code) {
                Some(letter) => push_literal(&mut self.out, letter),
                // Half a surrogate pair: no text has it.
                None => self.out.push_str(NEVER),
            },
            Escape::Set(set) if ["[", r"\p", r"\P"].iter().any(|start| set.starts_with(start)) => {
                self.out.push_str(&set)
            }
            Escape::Set(set) => {
                self.out.push('[');
                self.out.push_str(&set);
                self.out.push(']');
            }
        }
        Ok(true)
    }
}

impl Translator {
    /// What a group has captured, once more.
    fn reference(&mut self, group: Option<usize>, shown: &str) -> Result<bool, String> {
        self.backtracks = true;
        let Some(group) = group.filter(|group| self.references.has_captured(*group)) else {
            return Err(format!(
                "{shown} refers to a group that need not have captured anything where it stands"
            ));
        };
        // A digit may follow.
        self.push(&format!("(?:\\{group})"), "(?:)");
        Ok(true)
    }
}

/// Writes a character that stands for itself, in a class or outside.
pub(super) fn push_literal(out: &mut String, literal: char) {
    if regex_syntax::is_meta_character(literal) {
        out.push('\\');
        out.push(literal);
    } else if literal == ' '
        || literal.is_ascii_graphic()
        || (literal.is_alphanumeric() && literal <= '\u{FFFF}')
    {
        out.push(literal);
    } else {
        out.push_str(&format!(r"\u{{{:X}}}", u32::from(literal)));
    }
}

/// How many capturing groups a pattern has.
fn captures(text: &[char]) -> usize {
    let mut count = 0;
    let mut in_class = false;
    let mut letters = text.iter().copied().enumerate();
    while let Some((index, letter)) = letters.next() {
        match letter {
            '\\' => {
                letters.next();
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                let follows = |offset: usize| text.get(index + offset).copied();
                let named = follows(2) == Some('<') && !matches!(follows(3), Some('=' | '!'));
                count += usize::from(follows(1) != Some('?') || named);
            }
            _ => {}
        }
    }
    count
}
