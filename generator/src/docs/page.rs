//! A page of Markdown under construction: blocks, the lists they stand in, and lines.

use super::paragraph::{Paragraph, Word, longest_run};

/// How wide a line gets, where words allow it.
const WIDTH: usize = 96;

/// How deep lists and quotations nest; what is nested deeper stays at this depth.
const DEEPEST: usize = 6;

/// What a block stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Bullets,
    /// Numbered items.
    Numbers,
    Quotation,
}

struct Level {
    container: Container,
    /// The next item's number.
    number: u32,
    item: Item,
    /// Whether an item has been written.
    begun: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Item {
    /// Between items, or before the first.
    None,
    /// Its marker is written with its first block, or never.
    Pending,
    /// How far the blocks that follow are indented.
    Written(usize),
}

#[derive(Default)]
pub(super) struct Page {
    pub(super) paragraph: Paragraph,
    lines: Vec<String>,
    levels: Vec<Level>,
    /// Levels that are not there for being too deep.
    beyond: usize,
    table: Option<Table>,
    /// Whether the next block continues the one before: the definition of a term, a note after its label.
    glued: bool,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
}

impl Page {
    /// The lines of the page.
    pub(super) fn finish(mut self) -> Vec<String> {
        self.glued = false;
        self.end_table();
        self.end_block();
        self.lines
    }

    /// Whether the innermost level is a list.
    pub(super) fn in_list(&self) -> bool {
        self.levels.last().is_some_and(|level| level.container != Container::Quotation)
    }

    pub(super) fn start(&mut self, container: Container) {
        self.glued = false;
        self.end_block();
        if self.table.is_some() || self.levels.len() >= DEEPEST {
            self.beyond += 1;
        } else {
            self.levels.push(Level { container, number: 1, item: Item::None, begun: false });
        }
    }

    /// Ends the innermost level.
    pub(super) fn end(&mut self) {
        self.end_block();
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.levels.pop();
        }
    }

    pub(super) fn item(&mut self, number: Option<u32>) {
        self.glued = false;
        self.end_block();
        if let Some(level) = self.levels.last_mut() {
            level.item = Item::Pending;
            level.number = number.unwrap_or(level.number);
        }
    }

    pub(super) fn end_item(&mut self) {
        self.end_block();
        if self.beyond == 0
            && let Some(level) = self.levels.last_mut()
        {
            level.item = Item::None;
        }
    }

    /// Ends the paragraph, and lets the next block continue it all the same.
    pub(super) fn glue(&mut self) {
        self.paragraph.space();
        self.glued = true;
    }

    /// Ends the paragraph.
    pub(super) fn end_block(&mut self) {
        if self.table.is_some() || (self.glued && !self.paragraph.is_empty()) {
            self.paragraph.space();
            return;
        }
        self.write_paragraph();
    }

    /// What is added next is content, to which the paragraph's end matters again.
    pub(super) fn unglue(&mut self) {
        self.glued = false;
    }

    pub(super) fn line_break(&mut self) {
        if self.table.is_some() { self.paragraph.space() } else { self.paragraph.line_break() }
    }

    pub(super) fn code_block(&mut self, language: &str, code: &str) {
        if self.table.is_some() {
            return self.paragraph.code(code);
        }
        self.glued = false;
        self.write_paragraph();
        let fence = "`".repeat(longest_run(code, '`').max(2) + 1);
        let code: Vec<String> =
            code.lines().map(|line| line.replace('\t', "    ").trim_end().to_owned()).collect();
        let first = code.iter().position(|line| !line.is_empty());
        let last = code.iter().rposition(|line| !line.is_empty());
        let (Some(first), Some(last)) = (first, last) else { return };
        let mut lines = vec![format!("{fence}{language}")];
        lines.extend(code.into_iter().take(last + 1).skip(first));
        lines.push(fence);
        self.write(lines);
    }

    pub(super) fn start_table(&mut self) {
        if self.table.is_none() {
            self.glued = false;
            self.write_paragraph();
            self.table = Some(Table::default());
            self.paragraph.in_table(true);
        }
    }

    pub(super) fn row(&mut self) {
        self.end_cell();
        if let Some(table) = &mut self.table {
            table.rows.push(Vec::new());
        }
    }

    /// Ends a cell, if there is anything in it.
    pub(super) fn end_cell(&mut self) {
        if !self.paragraph.is_empty() {
            self.cell();
        }
    }

    /// Ends a cell, empty or not.
    pub(super) fn cell(&mut self) {
        if let Some(table) = &mut self.table {
            let text = joined(&self.paragraph.take());
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(text);
            }
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_cell();
        self.paragraph.in_table(false);
        let Some(mut table) = self.table.take() else { return };
        table.rows.retain(|row| !row.is_empty());
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut lines = Vec::with_capacity(table.rows.len() + 1);
        for (index, mut row) in table.rows.into_iter().enumerate() {
            if index == 0 {
                row.resize(columns, String::new());
            }
            lines.push(format!("| {} |", row.join(" | ")));
            if index == 0 {
                lines.push(format!("|{}", "---|".repeat(columns)));
            }
        }
        if !lines.is_empty() {
            self.write(lines);
        }
    }

    fn write_paragraph(&mut self) {
        let words = self.paragraph.take();
        if words.is_empty() {
            return;
        }
        let (first, rest) = self.indents();
        let width = WIDTH.saturating_sub(first.max(rest)).max(WIDTH / 2);
        self.write(wrapped(words, width));
    }

    /// How far the first line of a block is indented, its marker included, and the lines that follow.
    fn indents(&self) -> (usize, usize) {
        let (first, rest, _) = self.prefixes();
        (first.len(), rest.len())
    }

    /// What the first line of a block starts with, what the others do, and which level's marker that has in it.
    fn prefixes(&self) -> (String, String, Option<usize>) {
        let innermost = self.levels.iter().rposition(|level| level.item != Item::None);
        let mut first = String::new();
        let mut rest = String::new();
        let mut marked = None;
        for (index, level) in self.levels.iter().enumerate() {
            match (level.container, level.item) {
                (Container::Quotation, _) => {
                    first.push_str("> ");
                    rest.push_str("> ");
                }
                (_, Item::Written(width)) => {
                    first.push_str(&" ".repeat(width));
                    rest.push_str(&" ".repeat(width));
                }
                (container, Item::Pending) if Some(index) == innermost => {
                    let marker = match container {
                        Container::Numbers => format!("{}. ", level.number),
                        _ => "- ".to_owned(),
                    };
                    rest.push_str(&" ".repeat(marker.len()));
                    first.push_str(&marker);
                    marked = Some(index);
                }
                _ => {}
            }
        }
        (first, rest, marked)
    }

    fn write(&mut self, block: Vec<String>) {
        let (first, rest, marked) = self.prefixes();
        let nested = self.levels.iter().any(|level| matches!(level.item, Item::Written(_)));
        let after_item = self.lines.last().is_some_and(|line| in_list(line));
        let mut tight = false;
        if let Some(level) = marked.and_then(|index| self.levels.get_mut(index)) {
            let numbered = level.container == Container::Numbers;
            // A list that starts within an item needs no empty line, unless it starts with another number than 1.
            tight = after_item && (level.begun || (nested && (!numbered || level.number == 1)));
            level.item =
                Item::Written(if numbered { level.number.to_string().len() + 2 } else { 2 });
            level.number = level.number.saturating_add(1);
            level.begun = true;
        }
        if !self.lines.is_empty() && !tight {
            let quoted = self.lines.last().is_some_and(|line| line.starts_with('>'))
                && rest.starts_with('>');
            self.lines.push(if quoted { ">".to_owned() } else { String::new() });
        }
        for (index, line) in block.into_iter().enumerate() {
            let prefix = if index == 0 { &first } else { &rest };
            self.lines.push(format!("{prefix}{line}").trim_end().to_owned());
        }
    }
}

/// Whether a line of the page is one of a list's: only those are indented or marked.
fn in_list(line: &str) -> bool {
    let line = line.trim_start_matches("> ");
    let number = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
    line.starts_with("- ")
        || line.starts_with("  ")
        || (number.len() < line.len() && number.starts_with(". "))
}

fn joined(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word.text);
    }
    text
}

/// Words in lines, none of which starts as if it were anything but text.
fn wrapped(words: Vec<Word>, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    let last = words.len().saturating_sub(1);
    for (index, word) in words.into_iter().enumerate() {
        let length = word.text.chars().count();
        if used > 0 && used + 1 + length > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            line.push_str(&word.text);
            used += 1 + length;
        } else {
            push_first(&mut line, &word.text);
            used = length.max(1);
        }
        if word.breaks && index < last {
            line.push('\\');
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

/// Writes the first word of a line, escaped where it would start a heading, an item, a quotation, a rule or a table.
fn push_first(line: &mut String, word: &str) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let all = |signs: &str| word.chars().all(|letter| signs.contains(letter));
    if (1..=9).contains(&digits) && matches!(word.get(digits..), Some("." | ")")) {
        let (number, sign) = word.split_at_checked(digits).unwrap_or((word, ""));
        line.push_str(number);
        line.push('\\');
        line.push_str(sign);
        return;
    }
    if word.starts_with('>') || word == "+" || all("#") || all("=") || all("-:|") {
        line.push('\\');
    }
    line.push_str(word);
}
