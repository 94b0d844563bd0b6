//! One pass over a pattern that writes it in the syntax of the `regex` crate.

use super::class;
use super::escape::{self, Escape};

/// How deep groups may nest; `regex` has a like limit.
const DEEPEST: usize = 100;

/// `.` without the `s` flag.
const DOT: &str = r"[^\n\r\u{2028}\u{2029}]";

/// Any character at all.
pub(super) const ANY: &str = "(?s:.)";

/// No character at all.
pub(super) const NEVER: &str = r"[^\u{0}-\u{10FFFF}]";

/// A position in a pattern, and what has been written for what lies before it.
pub(super) struct Translator {
    pub(super) text: Vec<char>,
    pub(super) at: usize,
    pub(super) out: String,
    /// Whether the pattern has look-around or back-references.
    pub(super) backtracks: bool,
    /// Something in the pattern that ECMA 262 does not have and that was given its meaning elsewhere.
    pub(super) foreign: Option<&'static str>,
    /// For each open group, whether `.` matches everything outside it.
    groups: Vec<bool>,
    dot_matches_all: bool,
    captures: usize,
}

impl Translator {
    /// Goes over a whole pattern.
    pub(super) fn run(pattern: &str) -> Result<Self, String> {
        let text: Vec<char> = pattern.chars().collect();
        let captures = captures(&text);
        let mut translator = Self {
            out: String::with_capacity(pattern.len() * 2),
            text,
            at: 0,
            backtracks: false,
            foreign: None,
            groups: Vec::new(),
            dot_matches_all: false,
            captures,
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
                    true
                }
                '.' => {
                    self.out.push_str(if self.dot_matches_all { ANY } else { DOT });
                    true
                }
                '^' | '$' | '|' => {
                    self.out.push(letter);
                    false
                }
                '*' | '+' | '?' => {
                    self.repeat(repeatable, &letter.to_string())?;
                    false
                }
                '{' => match self.bounds()? {
                    Some(bounds) => {
                        self.repeat(repeatable, &bounds)?;
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
        }
        if self.groups.is_empty() { Ok(()) } else { Err("a group is not closed".to_owned()) }
    }

    /// What follows `(`, as far as it says what kind of group this is.
    fn open(&mut self) -> Result<bool, String> {
        if self.groups.len() >= DEEPEST {
            return Err(format!("its groups are nested deeper than {DEEPEST}"));
        }
        let outside = self.dot_matches_all;
        if self.eat("?=") || self.eat("?!") || self.eat("?<=") || self.eat("?<!") {
            self.backtracks = true;
            self.out.push_str("(?:");
        } else if self.eat("?<") {
            let name = self
                .rest()
                .iter()
                .position(|letter| *letter == '>')
                .ok_or("a group's name is not closed")?;
            self.at += name + 1;
            self.out.push_str("(?:");
        } else if self.eat("?:") || !self.eat("?") {
            self.out.push_str("(?:");
        } else {
            return self.flags(outside);
        }
        self.groups.push(outside);
        Ok(false)
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

    fn repeat(&mut self, repeatable: bool, times: &str) -> Result<(), String> {
        if !repeatable {
            return Err(format!("there is nothing for `{times}` to repeat"));
        }
        self.out.push_str(times);
        // Whether as few or as many as possible: the pattern matches or it does not.
        self.eat("?");
        Ok(())
    }

    /// What follows `{`, if it is a repetition's bounds; otherwise the brace stands for itself.
    fn bounds(&mut self) -> Result<Option<String>, String> {
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
        Ok(Some(match max {
            None => format!("{{{low}}}"),
            Some("") => format!("{{{low},}}"),
            Some(max) => {
                let high = number(max)?;
                if low > high {
                    return Err(format!("the bounds of `{{{text}}}` are the wrong way round"));
                }
                format!("{{{low},{high}}}")
            }
        }))
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
            self.backtracks = true;
            self.out.push_str("(?:)");
            return Ok(true);
        }
        if self.eat("k<") {
            self.backtracks = true;
            let name = self
                .rest()
                .iter()
                .position(|letter| *letter == '>')
                .ok_or("a group's name is not closed")?;
            self.at += name + 1;
            self.out.push_str("(?:)");
            return Ok(true);
        }
        if self.eat("b") {
            self.out.push_str(r"(?-u:\b)");
            return Ok(false);
        }
        if self.eat("B") {
            self.out.push_str(r"(?-u:\B)");
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
