//! Where the code spans, links and emphasis of a text are, found before it is read so that each takes linear time.

use std::collections::{HashMap, VecDeque};

use super::inline::References;
use super::paragraph::Emphasis;

/// A link: its text starts after the bracket it was found at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) url: String,
    /// Where its text ends.
    pub(super) end: usize,
    /// Where the text goes on after it.
    pub(super) resume: usize,
}

#[derive(Default)]
pub(super) struct Spans {
    /// From where a code span starts to the length of its fence and where it ends; 0 for a fence that is not closed.
    code: HashMap<usize, (usize, usize)>,
    links: HashMap<usize, Link>,
    /// From where a marker is to whether it opens, what, and how long it is.
    emphasis: HashMap<usize, (bool, Emphasis, usize)>,
}

/// How many markers may be open at a time.
const DEEPEST: usize = 16;

impl Spans {
    pub(super) fn find(text: &str, markdown: bool, references: &References) -> Self {
        let mut spans = Self::default();
        spans.find_code(text, markdown);
        if markdown {
            spans.find_links(text, references);
            spans.find_emphasis(text);
        }
        spans
    }

    /// The length of the fence of the code span that starts at a backtick, and where the span ends.
    pub(super) fn code(&self, at: usize) -> Option<(usize, usize)> {
        self.code.get(&at).copied()
    }

    pub(super) fn link(&self, at: usize) -> Option<&Link> {
        self.links.get(&at)
    }

    pub(super) fn emphasis(&self, at: usize) -> Option<(bool, Emphasis, usize)> {
        self.emphasis.get(&at).copied()
    }

    fn find_code(&mut self, text: &str, markdown: bool) {
        let bytes = text.as_bytes();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        let mut by_length: HashMap<usize, VecDeque<usize>> = HashMap::new();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if *byte == b'\\' && markdown {
                at += 2;
            } else if *byte == b'`' {
                let length = bytes.iter().skip(at).take_while(|byte| **byte == b'`').count();
                runs.push((at, length));
                by_length.entry(length).or_default().push_back(at);
                at += length;
            } else {
                at += 1;
            }
        }
        let mut free = 0;
        for (start, length) in runs {
            if start < free {
                continue;
            }
            let Some(same) = by_length.get_mut(&length) else { continue };
            while same.front().is_some_and(|next| *next <= start) {
                same.pop_front();
            }
            if let Some(end) = same.front() {
                free = end + length;
                self.code.insert(start, (length, free));
            }
        }
    }

    fn find_links(&mut self, text: &str, references: &References) {
        let bytes = text.as_bytes();
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\\' => at += 1,
                b'`' => {
                    if let Some((_, end)) = self.code(at) {
                        at = end;
                        continue;
                    }
                }
                b'[' => open.push(at),
                b']' => {
                    if let Some(start) = open.pop()
                        && let Some(link) = link(text, start, at, references)
                    {
                        self.links.insert(start, link);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn find_emphasis(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut open: Vec<(u8, usize, usize)> = Vec::new();
        let mut at = 0;
        while let Some(byte) = bytes.get(at).copied() {
            match byte {
                b'\\' => at += 2,
                b'`' if self.code.contains_key(&at) => {
                    at = self.code(at).map_or(at + 1, |(_, end)| end)
                }
                b'<' => {
                    // Neither tags nor addresses have emphasis in them.
                    at += 1;
                    let length =
                        bytes.iter().skip(at).position(|byte| matches!(byte, b'<' | b'>' | b'\n'));
                    if let Some(length) = length
                        && bytes.get(at + length) == Some(&b'>')
                    {
                        at += length;
                    }
                }
                b']' => {
                    // The address of a link is not text.
                    let resume = self.resume_after(text, at);
                    at = resume.unwrap_or(at + 1);
                }
                b'*' | b'_' => {
                    let length = bytes.iter().skip(at).take_while(|next| **next == byte).count();
                    let before =
                        text.get(..at).and_then(|before| before.chars().next_back()).unwrap_or(' ');
                    let after = text
                        .get(at + length..)
                        .and_then(|after| after.chars().next())
                        .unwrap_or(' ');
                    self.marker(byte, at, length, before, after, &mut open);
                    at += length;
                }
                _ => at += 1,
            }
        }
    }

    fn resume_after(&self, text: &str, close: usize) -> Option<usize> {
        // Links are looked up by where they start, so the address is recognised by its form here.
        let rest = text.get(close + 1..)?;
        let inside = rest.strip_prefix('(')?;
        let end = inside.find(|letter: char| letter.is_whitespace() || "()[]<".contains(letter))?;
        (!self.links.is_empty() && inside.as_bytes().get(end) == Some(&b')'))
            .then_some(close + 2 + end)
    }

    fn marker(
        &mut self,
        byte: u8,
        at: usize,
        length: usize,
        before: char,
        after: char,
        open: &mut Vec<(u8, usize, usize)>,
    ) {
        if length > 3 {
            return;
        }
        let sign = |letter: char| !letter.is_alphanumeric() && !letter.is_whitespace();
        let left =
            !after.is_whitespace() && (!sign(after) || before.is_whitespace() || sign(before));
        let right =
            !before.is_whitespace() && (!sign(before) || after.is_whitespace() || sign(after));
        let opens = left && (byte == b'*' || !right || sign(before));
        let closes = right && (byte == b'*' || !left || sign(after));
        let known = open.iter().rposition(|(kind, _, count)| *kind == byte && *count == length);
        if closes && let Some(position) = known {
            if let Some((_, start, _)) = open.get(position).copied() {
                self.pair(start, at, length);
            }
            open.truncate(position);
        } else if opens {
            if open.len() >= DEEPEST {
                open.remove(0);
            }
            open.push((byte, at, length));
        }
    }

    fn pair(&mut self, start: usize, end: usize, length: usize) {
        let mut put = |at, opens, emphasis, length| {
            self.emphasis.insert(at, (opens, emphasis, length));
        };
        match length {
            1 => {
                put(start, true, Emphasis::Light, 1);
                put(end, false, Emphasis::Light, 1);
            }
            2 => {
                put(start, true, Emphasis::Strong, 2);
                put(end, false, Emphasis::Strong, 2);
            }
            _ => {
                put(start, true, Emphasis::Strong, 2);
                put(start + 2, true, Emphasis::Light, 1);
                put(end, false, Emphasis::Light, 1);
                put(end + 1, false, Emphasis::Strong, 2);
            }
        }
    }
}

/// The link whose text stands between two brackets.
fn link(text: &str, start: usize, end: usize, references: &References) -> Option<Link> {
    let after = text.get(end + 1..)?;
    if let Some(inside) = after.strip_prefix('(') {
        let trimmed = inside.trim_start();
        let mut depth = 0_usize;
        let (url, rest) = match trimmed.strip_prefix('<') {
            Some(url) => {
                let length = url.find(['<', '>', '\n'])?;
                let (url, rest) = url.split_at_checked(length)?;
                (url, rest.strip_prefix('>')?)
            }
            None => {
                // No address has a bracket in it, so no text is looked at twice.
                let length = trimmed.find(|letter: char| {
                    match letter {
                        '(' => depth += 1,
                        ')' if depth == 0 => return true,
                        ')' => depth -= 1,
                        _ => {}
                    }
                    letter.is_whitespace() || "[]<".contains(letter)
                })?;
                trimmed.split_at_checked(length)?
            }
        };
        let rest = rest.trim_start();
        let rest = match rest.chars().next()? {
            quote @ ('"' | '\'') => {
                let title = rest.get(1..)?;
                let length = title.find([quote, '['])?;
                title.get(length..)?.strip_prefix(quote)?.trim_start()
            }
            _ => rest,
        };
        let rest = rest.strip_prefix(')')?;
        return Some(Link { url: url.to_owned(), end, resume: text.len() - rest.len() });
    }
    if references.is_empty() {
        return None;
    }
    let own = text.get(start + 1..end)?;
    let (label, resume) = match after.strip_prefix('[') {
        Some(inside) => {
            let length = inside.find(['[', ']'])?;
            let label = inside.get(..length).filter(|label| !label.is_empty()).unwrap_or(own);
            (label, end + 2 + length + 1)
        }
        None => (own, end + 1),
    };
    let url = references.get(&reference(label)?)?;
    Some(Link { url: url.clone(), end, resume })
}

/// A label as labels are compared.
pub(super) fn reference(label: &str) -> Option<String> {
    const LONGEST: usize = 200;
    (label.len() <= LONGEST)
        .then(|| label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}
