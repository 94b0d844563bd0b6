//! Text within blocks: HTML tags and entities, and, where a text is Markdown, its spans, links and emphasis.

use std::collections::HashMap;

use super::html::{self, Meaning, Tag};
use super::page::{Container, Page};
use super::paragraph::Emphasis;
use super::spans::Spans;

/// Addresses of links by reference: `[label]: address`.
pub(super) type References = HashMap<String, String>;

/// Who started a list or quotation, and so who ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Html(Meaning),
    Markdown,
}

/// Where to put what is read, and what is open in it.
#[derive(Default)]
pub(super) struct Inline {
    pub(super) page: Page,
    /// Mirrors the page's levels.
    open: Vec<Origin>,
    /// Text that waits to be added.
    text: String,
    /// Within `<code>` or `<pre>`: the tag, and what it has held so far.
    verbatim: Option<Verbatim>,
    references: References,
}

struct Verbatim {
    block: bool,
    name: String,
    depth: usize,
    text: String,
}

impl Inline {
    pub(super) fn new(references: References) -> Self {
        Self { references, ..Self::default() }
    }

    /// The lines of what has been read.
    pub(super) fn finish(mut self) -> Vec<String> {
        self.end_verbatim();
        self.flush();
        self.page.finish()
    }

    /// Starts a list or quotation of Markdown.
    pub(super) fn start(&mut self, container: Container) {
        self.open.push(Origin::Markdown);
        self.page.start(container);
    }

    /// Ends the innermost list or quotation of Markdown, and what HTML left open in it.
    pub(super) fn end(&mut self) {
        while let Some(origin) = self.open.pop() {
            self.page.end();
            if origin == Origin::Markdown {
                break;
            }
        }
    }

    /// Reads text; `markdown` says whether it is more than HTML.
    pub(super) fn read(&mut self, text: &str, markdown: bool) {
        let spans = Spans::find(text, markdown, &self.references);
        let mut at = 0;
        // Where the text of a link ends, and where the text goes on after it.
        let mut link: Option<(usize, usize)> = None;
        // Where the next comment ends that has not ended yet, if any does.
        let mut comment_end = Some(0);
        while let Some(rest) = text.get(at..)
            && let Some(letter) = rest.chars().next()
        {
            if let Some((_, resume)) = link.filter(|(end, _)| at >= *end) {
                self.flush();
                self.page.paragraph.end_link();
                at = resume.max(at);
                link = None;
                continue;
            }
            if rest.starts_with("<!--") {
                if comment_end.is_some_and(|end| end < at + "<!--".len()) {
                    comment_end = rest.find("-->").map(|end| at + end);
                }
                if let Some(end) = comment_end {
                    at = end + "-->".len();
                    continue;
                }
            }
            let width = letter.len_utf8();
            at += match letter {
                '<' => self.angle(rest, markdown).unwrap_or_else(|| self.push(letter)),
                '&' => match html::entity(rest) {
                    Some((letter, length)) => {
                        self.push(letter);
                        length
                    }
                    None => self.push(letter),
                },
                _ if self.verbatim.is_some() => self.push(letter),
                '`' => match spans.code(at) {
                    Some((fence, end))
                        if markdown || !html::has_blocks(text.get(at..end).unwrap_or_default()) =>
                    {
                        self.content();
                        let code = text.get(at + fence..end - fence).unwrap_or_default();
                        self.page.paragraph.code(code);
                        end - at
                    }
                    Some((fence, _)) => {
                        self.text.push_str(&"`".repeat(fence));
                        fence
                    }
                    None => self.push(letter),
                },
                '\\' if markdown => match rest.chars().nth(1) {
                    Some('\n') => {
                        self.flush();
                        self.page.line_break();
                        2
                    }
                    Some(sign) if sign.is_ascii_punctuation() => {
                        self.push(sign);
                        2
                    }
                    _ => self.push(letter),
                },
                '!' if link.is_none() && spans.link(at + 1).is_some() => 1,
                '[' => match spans.link(at).filter(|_| link.is_none()) {
                    Some(found) => {
                        self.content();
                        self.page.paragraph.start_link(&found.url);
                        link = Some((found.end, found.resume));
                        1
                    }
                    None => self.push(letter),
                },
                '*' | '_' => match spans.emphasis(at) {
                    Some((opens, emphasis, length)) => {
                        self.flush();
                        if opens {
                            self.page.paragraph.open(emphasis);
                        } else {
                            self.page.paragraph.close(emphasis);
                        }
                        length
                    }
                    None => self.push(letter),
                },
                _ => {
                    self.push(letter);
                    width
                }
            };
        }
        self.flush();
        if link.is_some() {
            self.page.paragraph.end_link();
        }
    }

    /// Ends a paragraph of Markdown.
    pub(super) fn end_block(&mut self) {
        self.flush();
        if self.verbatim.as_ref().is_none_or(|verbatim| !verbatim.block) {
            self.end_verbatim();
            self.page.end_block();
        }
    }

    fn push(&mut self, letter: char) -> usize {
        match &mut self.verbatim {
            Some(verbatim) => verbatim.text.push(letter),
            None => self.text.push(letter),
        }
        letter.len_utf8()
    }

    /// What follows is content: text before it goes first.
    fn content(&mut self) {
        self.flush();
        self.page.unglue();
    }

    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.page.unglue();
        }
        self.page.paragraph.text(&text);
    }

    /// A tag, or an address in angle brackets; how long it is.
    fn angle(&mut self, text: &str, markdown: bool) -> Option<usize> {
        if markdown && self.verbatim.is_none() {
            let inside = text.get(1..)?;
            if ["https://", "http://", "mailto:"].iter().any(|scheme| inside.starts_with(scheme)) {
                let end =
                    inside.find(|letter: char| letter.is_whitespace() || "<>".contains(letter))?;
                if inside.as_bytes().get(end) == Some(&b'>') {
                    let url = inside.get(..end)?;
                    self.content();
                    self.page.paragraph.start_link(url);
                    self.page.paragraph.text(url);
                    self.page.paragraph.end_link();
                    return Some(end + 2);
                }
            }
        }
        let tag = html::tag(text)?;
        let meaning = html::meaning(&tag.name)?;
        if let Some(verbatim) = &mut self.verbatim {
            if tag.name == verbatim.name {
                verbatim.depth = if tag.closing { verbatim.depth - 1 } else { verbatim.depth + 1 };
                if verbatim.depth == 0 {
                    self.end_verbatim();
                }
            } else if meaning == Meaning::LineBreak {
                verbatim.text.push('\n');
            } else if !verbatim.block && is_block(meaning) {
                self.end_verbatim();
                self.tag(&tag, meaning);
            }
            return Some(tag.length);
        }
        self.flush();
        self.tag(&tag, meaning);
        Some(tag.length)
    }

    fn end_verbatim(&mut self) {
        let Some(verbatim) = self.verbatim.take() else { return };
        self.page.unglue();
        if verbatim.block {
            self.page.code_block("text", &verbatim.text);
        } else {
            self.page.paragraph.code(&verbatim.text);
        }
    }

    fn tag(&mut self, tag: &Tag<'_>, meaning: Meaning) {
        let page = &mut self.page;
        match (meaning, tag.closing) {
            (Meaning::Block, _) => page.end_block(),
            (Meaning::LineBreak, _) => page.line_break(),
            (Meaning::Bullets | Meaning::Numbers | Meaning::Quotation, false) => {
                self.open.push(Origin::Html(meaning));
                page.start(match meaning {
                    Meaning::Numbers => Container::Numbers,
                    Meaning::Quotation => Container::Quotation,
                    _ => Container::Bullets,
                });
            }
            (Meaning::Bullets | Meaning::Numbers | Meaning::Quotation, true) => {
                self.close_container(meaning)
            }
            (Meaning::Item | Meaning::Term, false) => {
                if !page.in_list() {
                    self.open.push(Origin::Html(Meaning::Bullets));
                    page.start(Container::Bullets);
                }
                self.page.item(None);
                if meaning == Meaning::Term {
                    self.page.paragraph.open(Emphasis::Strong);
                }
            }
            (Meaning::Item, true) => page.end_item(),
            (Meaning::Term, true) => {
                page.paragraph.close(Emphasis::Strong);
                if !page.paragraph.is_empty() {
                    page.paragraph.text(":");
                    page.glue();
                }
            }
            (Meaning::Definition, false) => page.end_block(),
            (Meaning::Definition, true) => page.end_item(),
            (Meaning::Heading, false) => {
                page.end_block();
                page.paragraph.open(Emphasis::Strong);
            }
            (Meaning::Heading, true) => {
                page.paragraph.close(Emphasis::Strong);
                page.end_block();
            }
            (Meaning::Note(label), false) => {
                page.end_block();
                page.paragraph.open(Emphasis::Strong);
                page.paragraph.text(label);
                page.paragraph.text(":");
                page.paragraph.close(Emphasis::Strong);
                page.glue();
            }
            (Meaning::Note(_), true) => {
                page.unglue();
                page.end_block();
            }
            (Meaning::Strong, false) => page.paragraph.open(Emphasis::Strong),
            (Meaning::Strong, true) => page.paragraph.close(Emphasis::Strong),
            (Meaning::Light, false) => page.paragraph.open(Emphasis::Light),
            (Meaning::Light, true) => page.paragraph.close(Emphasis::Light),
            (Meaning::Code | Meaning::CodeBlock, false) => {
                let block = meaning == Meaning::CodeBlock;
                self.verbatim =
                    Some(Verbatim { block, name: tag.name.clone(), depth: 1, text: String::new() });
            }
            (Meaning::Link, false) => {
                let url =
                    tag.attribute("href").or_else(|| tag.attribute("url")).unwrap_or_default();
                page.paragraph.start_link(&url);
            }
            (Meaning::Link, true) => page.paragraph.end_link(),
            (Meaning::Table, false) => page.start_table(),
            (Meaning::Table, true) => page.end_table(),
            (Meaning::Row, false) => page.row(),
            (Meaning::Cell, true) => page.cell(),
            (Meaning::Row, true) | (Meaning::Cell, false) => page.end_cell(),
            (Meaning::Code | Meaning::CodeBlock, true) | (Meaning::Nothing, _) => {}
        }
    }

    /// Ends a list or quotation of HTML, and those left open in it.
    fn close_container(&mut self, meaning: Meaning) {
        const FARTHEST: usize = 16;
        let list = meaning != Meaning::Quotation;
        let inner =
            self.open.iter().rev().take(FARTHEST).take_while(|origin| **origin != Origin::Markdown);
        let found = inner.enumerate().find(|(_, origin)| {
            matches!(origin, Origin::Html(open) if (*open != Meaning::Quotation) == list)
        });
        if let Some((count, _)) = found {
            for _ in 0..=count {
                self.open.pop();
                self.page.end();
            }
        }
    }
}

fn is_block(meaning: Meaning) -> bool {
    !matches!(
        meaning,
        Meaning::Strong | Meaning::Light | Meaning::Code | Meaning::Link | Meaning::Nothing
    )
}
