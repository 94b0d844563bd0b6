//! The blocks of a Markdown text: paragraphs, lists, quotations, headings, code, tables.

use super::html;
use super::inline::{Inline, References};
use super::page::Container;
use super::paragraph::Emphasis;
use super::spans::reference;

/// How deep lists nest; what is nested deeper stays at this depth.
const DEEPEST: usize = 6;

/// An item of a list that is open.
struct Item {
    /// The sign of its list: a hyphen, say, or the sign after its number.
    sign: char,
    /// The column in which its content starts.
    content: usize,
}

struct Fence {
    sign: char,
    length: usize,
    language: String,
    code: String,
}

#[derive(Default)]
struct Blocks {
    inline: Inline,
    items: Vec<Item>,
    quoted: bool,
    /// The paragraph that is open.
    paragraph: String,
    /// Whether its last line ended in two spaces, and so ends there.
    breaks: bool,
    fence: Option<Fence>,
    /// Indented code that is open.
    indented: Option<String>,
    blank: bool,
}

/// The lines of a Markdown text, written anew.
pub(super) fn markdown(text: &str) -> Vec<String> {
    let mut blocks =
        Blocks { inline: Inline::new(references(text)), blank: true, ..Blocks::default() };
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.replace('\t', "    ");
        if blocks.fence.is_none() && blocks.paragraph.is_empty() && blocks.indented.is_none() {
            if is_reference(&line) {
                continue;
            }
            if line.contains('|') && lines.peek().is_some_and(|next| is_delimiter(next)) {
                blocks.leave(0);
                blocks.quote(false);
                blocks.inline.page.start_table();
                blocks.row(&line);
                lines.next();
                while let Some(row) = lines.next_if(|next| next.contains('|')) {
                    blocks.row(row);
                }
                blocks.inline.page.end_table();
                blocks.blank = true;
                continue;
            }
            let start = line.trim_start();
            if let Some(tag) = html::tag(start)
                && html::meaning(&tag.name) == Some(html::Meaning::CodeBlock)
                && !tag.closing
            {
                let end = format!("</{}", tag.name);
                let mut whole = line.clone();
                while !whole.contains(&end)
                    && let Some(next) = lines.next()
                {
                    // Only the last line can have the end in it.
                    blocks.inline.read(&whole, false);
                    blocks.inline.read("\n", false);
                    whole = next.to_owned();
                }
                blocks.inline.read(&whole, false);
                blocks.inline.end_block();
                continue;
            }
        }
        blocks.line(&line);
    }
    blocks.end_leaf();
    blocks.inline.finish()
}

impl Blocks {
    fn line(&mut self, line: &str) {
        let mut rest = line.trim_end();
        if self.fence.is_none() {
            let marked = rest.trim_start().strip_prefix('>').filter(|_| indent(rest) < 4);
            if rest.is_empty() {
                self.end_paragraph();
                if let Some(code) = &mut self.indented {
                    code.push('\n');
                }
                self.blank = true;
                return;
            }
            match marked {
                Some(inside) => {
                    self.quote(true);
                    rest = inside.trim_start_matches('>');
                    rest = rest.strip_prefix(' ').unwrap_or(rest);
                    if rest.trim().is_empty() {
                        self.end_paragraph();
                        self.blank = true;
                        return;
                    }
                }
                None if self.quoted
                    && (self.blank
                        || self.paragraph.is_empty()
                        || starts_block(rest.trim_start())) =>
                {
                    self.quote(false);
                }
                None => {}
            }
        }
        let column = indent(rest);
        let inside = self.items.iter().take_while(|item| column >= item.content).count();
        if let Some(fence) = &mut self.fence {
            let base = self
                .items
                .get(..inside)
                .and_then(|items| items.last())
                .map_or(0, |item| item.content);
            let text = rest.trim_start();
            let closes =
                text.len() >= fence.length && text.chars().all(|letter| letter == fence.sign);
            if closes || (inside < self.items.len() && !rest.is_empty()) {
                self.end_leaf();
                if closes {
                    return;
                }
            } else {
                fence.code.push_str(rest.get(base.min(column)..).unwrap_or_default());
                fence.code.push('\n');
                return;
            }
        }
        self.content(rest.trim_start(), column, inside);
        self.breaks = line.ends_with("  ");
        self.blank = false;
    }

    /// A line without what it is indented by, its column, and how many open items it belongs to.
    fn content(&mut self, text: &str, column: usize, inside: usize) {
        let (mut text, mut column, mut inside) = (text, column, inside);
        let lazy = !self.paragraph.is_empty() && !self.blank;
        while let Some((marker, number, width)) = marker(text) {
            let base = self
                .items
                .get(..inside)
                .and_then(|items| items.last())
                .map_or(0, |item| item.content);
            let interrupts = number.is_none_or(|number| number == 1 || !self.items.is_empty());
            if (column > base + 3 && !self.items.is_empty()) || rule(text) || (lazy && !interrupts)
            {
                break;
            }
            let after = text.get(width..).unwrap_or_default();
            let spaces = match indent(after) {
                spaces @ 1..=4 => spaces,
                _ => 1,
            };
            let item = Item { sign: marker, content: column + width + spaces };
            if inside >= DEEPEST {
                inside = DEEPEST - 1;
            }
            if self.items.get(inside).is_some_and(|open| open.sign == marker) {
                self.leave(inside + 1);
                self.end_leaf();
                self.inline.page.item(None);
                if let Some(open) = self.items.get_mut(inside) {
                    *open = item;
                }
            } else {
                self.leave(inside);
                self.inline.start(if number.is_some() {
                    Container::Numbers
                } else {
                    Container::Bullets
                });
                self.inline.page.item(number);
                self.items.push(item);
            }
            column += width + spaces.min(indent(after).max(1));
            inside = self.items.len();
            text = after.trim_start();
            if text.is_empty() {
                return;
            }
        }
        if inside < self.items.len() && !(lazy && !starts_block(text) && !self.paragraph.is_empty())
        {
            self.leave(inside);
        }
        let base = self.items.last().map_or(0, |item| item.content);
        self.leaf(text, column.saturating_sub(base));
    }

    fn leaf(&mut self, text: &str, indented: usize) {
        if self.paragraph.is_empty() && (indented >= 4) && html::tag(text).is_none() {
            let code = self.indented.get_or_insert_default();
            code.push_str(&" ".repeat(indented - 4));
            code.push_str(text);
            code.push('\n');
            return;
        }
        if self.indented.is_some() {
            self.end_leaf();
        }
        if let Some(sign) = text.chars().next().filter(|sign| "`~".contains(*sign)) {
            let length = text.chars().take_while(|letter| *letter == sign).count();
            let language = text.get(length..).unwrap_or_default();
            if length >= 3 && !language.contains('`') {
                self.end_leaf();
                self.fence = Some(Fence {
                    sign,
                    length,
                    language: known_language(language),
                    code: String::new(),
                });
                return;
            }
        }
        if let Some(heading) = heading(text) {
            self.end_leaf();
            self.heading(heading);
        } else if !self.paragraph.is_empty()
            && (text.chars().all(|sign| sign == '=') || text.chars().all(|sign| sign == '-'))
        {
            let heading = std::mem::take(&mut self.paragraph);
            self.heading(&heading);
        } else if rule(text) {
            self.end_leaf();
        } else {
            if !self.paragraph.is_empty() {
                self.paragraph.push_str(if self.breaks { "\\\n" } else { "\n" });
            }
            self.paragraph.push_str(text);
        }
    }

    fn heading(&mut self, text: &str) {
        self.inline.end_block();
        self.inline.page.paragraph.open(Emphasis::Strong);
        self.inline.read(text, true);
        self.inline.page.paragraph.close(Emphasis::Strong);
        self.inline.end_block();
    }

    fn row(&mut self, line: &str) {
        self.inline.page.row();
        let line = line.trim();
        let line = line.strip_prefix('|').unwrap_or(line);
        let line = line.strip_suffix('|').unwrap_or(line);
        let mut cell = String::new();
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' if letters.next_if_eq(&'|').is_some() => cell.push('|'),
                '|' => {
                    self.inline.read(&cell, true);
                    self.inline.page.cell();
                    cell.clear();
                }
                _ => cell.push(letter),
            }
        }
        self.inline.read(&cell, true);
        self.inline.page.cell();
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            let text = std::mem::take(&mut self.paragraph);
            self.inline.read(&text, true);
            self.inline.end_block();
        }
    }

    /// Ends the paragraph or the code that is open.
    fn end_leaf(&mut self) {
        self.end_paragraph();
        if let Some(fence) = self.fence.take() {
            self.inline.page.code_block(&fence.language, &fence.code);
        }
        if let Some(code) = self.indented.take() {
            self.inline.page.code_block("text", &code);
        }
    }

    /// Ends all items but so many.
    fn leave(&mut self, keep: usize) {
        self.end_leaf();
        while self.items.len() > keep {
            self.items.pop();
            self.inline.end();
        }
    }

    fn quote(&mut self, quoted: bool) {
        if self.quoted == quoted {
            return;
        }
        self.leave(0);
        if quoted {
            self.inline.start(Container::Quotation);
        } else {
            self.inline.end();
        }
        self.quoted = quoted;
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The sign of the item that a line starts, its number, and how long its marker is.
fn marker(text: &str) -> Option<(char, Option<u32>, usize)> {
    let spaced = |at: usize| matches!(text.as_bytes().get(at), None | Some(b' '));
    match text.chars().next()? {
        sign @ ('-' | '*' | '+') => spaced(1).then_some((sign, None, 1)),
        '0'..='9' => {
            let digits = text.bytes().take(10).take_while(u8::is_ascii_digit).count();
            let sign = char::from(*text.as_bytes().get(digits)?);
            let number = text.get(..digits)?.parse().ok()?;
            (digits < 10 && ".)".contains(sign) && spaced(digits + 1)).then_some((
                sign,
                Some(number),
                digits + 1,
            ))
        }
        _ => None,
    }
}

/// Whether a line is nothing but three or more of a sign, such as `* * *`.
fn rule(text: &str) -> bool {
    let Some(sign) = text.chars().next().filter(|sign| "-*_".contains(*sign)) else { return false };
    text.chars().filter(|letter| *letter == sign).take(3).count() == 3
        && text.chars().all(|letter| letter == sign || letter == ' ')
}

fn heading(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    let heads = (1..=6).contains(&level) && (rest.is_empty() || rest.starts_with(' '));
    heads.then(|| rest.trim_end_matches('#').trim())
}

/// Whether a line cannot continue a paragraph.
fn starts_block(text: &str) -> bool {
    heading(text).is_some()
        || text.starts_with("```")
        || text.starts_with("~~~")
        || rule(text)
        || marker(text).is_some()
}

fn is_delimiter(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|letter| "|-: \t".contains(letter))
}

/// A language whose code Rustdoc shows and does not run.
fn known_language(info: &str) -> String {
    const KNOWN: &[&str] = &[
        "bash",
        "c",
        "console",
        "cpp",
        "csharp",
        "css",
        "diff",
        "go",
        "graphql",
        "html",
        "http",
        "ini",
        "java",
        "javascript",
        "js",
        "json",
        "jsonc",
        "kotlin",
        "php",
        "powershell",
        "proto",
        "python",
        "ruby",
        "sh",
        "shell",
        "sql",
        "swift",
        "toml",
        "ts",
        "typescript",
        "xml",
        "yaml",
        "yml",
    ];
    let language = info.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
    if KNOWN.contains(&language.as_str()) { language } else { "text".to_owned() }
}

fn references(text: &str) -> References {
    text.lines().filter_map(definition).collect()
}

fn is_reference(line: &str) -> bool {
    definition(line).is_some()
}

/// `[label]: address`.
fn definition(line: &str) -> Option<(String, String)> {
    let rest = line.trim_start().strip_prefix('[')?;
    let (label, rest) = rest.split_once("]:")?;
    let url = rest.split_whitespace().next()?;
    let url = url.strip_prefix('<').and_then(|url| url.strip_suffix('>')).unwrap_or(url);
    (!label.contains(['[', ']']) && !label.is_empty() && indent(line) < 4)
        .then_some((reference(label)?, url.to_owned()))
}
