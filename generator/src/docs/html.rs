//! HTML as it occurs in documentation: tags, known or not, and entities.

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// In lower case.
    pub(super) name: String,
    pub(super) closing: bool,
    /// What stands after the name.
    attributes: &'t str,
    /// How many bytes it takes.
    pub(super) length: usize,
}

/// The tag that a text starts with. A tag ends before the next `<`, come what may, so that no text is looked at twice.
pub(super) fn tag(text: &str) -> Option<Tag<'_>> {
    let inside = text.strip_prefix('<')?;
    let end = inside.find(['<', '>'])?;
    let (inside, rest) = inside.split_at_checked(end)?;
    if !rest.starts_with('>') {
        return None;
    }
    let (closing, inside) = match inside.strip_prefix('/') {
        Some(inside) => (true, inside),
        None => (false, inside),
    };
    let length =
        inside.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, attributes) = inside.split_at_checked(length)?;
    let ends = attributes.is_empty()
        || attributes.starts_with(|next: char| next == '/' || next.is_ascii_whitespace());
    (ends && name.starts_with(|first: char| first.is_ascii_alphabetic())).then(|| Tag {
        name: name.to_ascii_lowercase(),
        closing,
        attributes,
        length: end + 2,
    })
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((before, after)) = rest.split_once('=') {
            let found = before
                .split_whitespace()
                .next_back()
                .is_some_and(|last| last.eq_ignore_ascii_case(name));
            let value = after.trim_start();
            let (value, after) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let value = value.get(1..).unwrap_or_default();
                    value.split_once(quote).unwrap_or((value, ""))
                }
                _ => value
                    .split_at_checked(value.find(char::is_whitespace).unwrap_or(value.len()))
                    .unwrap_or_default(),
            };
            if found {
                return Some(decoded(value));
            }
            rest = after;
        }
        None
    }
}

/// What a tag asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Another paragraph: before it, and after it.
    Block,
    LineBreak,
    Bullets,
    Numbers,
    Item,
    Term,
    Definition,
    Heading,
    /// A paragraph with a label.
    Note(&'static str),
    Strong,
    Light,
    Code,
    CodeBlock,
    Link,
    Quotation,
    Table,
    Row,
    Cell,
    /// Nothing: what is in it is text.
    Nothing,
}

/// What a tag means; nothing is known of placeholders such as `<bucket>`, which are text.
pub(super) fn meaning(name: &str) -> Option<Meaning> {
    Some(match name {
        "p" | "div" | "section" | "article" | "body" | "html" | "head" | "center" | "hr"
        | "para" | "details" | "form" | "header" | "footer" | "main" | "nav" | "aside"
        | "figure" | "simpara" => Meaning::Block,
        "br" => Meaning::LineBreak,
        "ul" | "menu" | "dl" | "itemizedlist" | "variablelist" => Meaning::Bullets,
        "ol" | "orderedlist" => Meaning::Numbers,
        "li" | "listitem" => Meaning::Item,
        "dt" => Meaning::Term,
        "dd" => Meaning::Definition,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "fullname" | "summary" | "caption"
        | "figcaption" => Meaning::Heading,
        "note" => Meaning::Note("Note"),
        "important" => Meaning::Note("Important"),
        "caution" => Meaning::Note("Caution"),
        "warning" => Meaning::Note("Warning"),
        "tip" => Meaning::Note("Tip"),
        "b" | "strong" => Meaning::Strong,
        "i" | "em" | "cite" | "var" | "dfn" | "emphasis" | "replaceable" | "u" | "ins" => {
            Meaning::Light
        }
        "code" | "tt" | "kbd" | "samp" | "filename" | "codeph" => Meaning::Code,
        "pre" | "programlisting" | "screen" | "codeblock" => Meaning::CodeBlock,
        "a" | "ulink" => Meaning::Link,
        "blockquote" => Meaning::Quotation,
        "table" => Meaning::Table,
        "tr" => Meaning::Row,
        "td" | "th" => Meaning::Cell,
        "span" | "font" | "small" | "big" | "sub" | "sup" | "img" | "thead" | "tbody" | "tfoot"
        | "colgroup" | "col" | "link" | "xref" | "s" | "del" | "strike" | "mark" | "abbr"
        | "acronym" | "q" | "wbr" | "label" | "input" | "button" | "script" | "style" | "meta"
        | "title" | "noloc" | "iframe" | "video" | "svg" => Meaning::Nothing,
        _ => return None,
    })
}

/// The character that an entity stands for, and how many bytes the entity takes.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 12;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => named(name)?,
    };
    Some((letter, end + 1))
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "amp" | "AMP" => '&',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "times" => '×',
        "divide" => '÷',
        "plusmn" => '±',
        "minus" => '−',
        "le" => '≤',
        "ge" => '≥',
        "ne" => '≠',
        "deg" => '°',
        "micro" => 'µ',
        "middot" => '·',
        "bull" => '•',
        "sect" => '§',
        "para" => '¶',
        "larr" => '←',
        "rarr" => '→',
        "rArr" => '⇒',
        "harr" => '↔',
        "euro" => '€',
        "pound" => '£',
        "yen" => '¥',
        "cent" => '¢',
        "frac12" => '½',
        "eacute" => 'é',
        "uuml" => 'ü',
        "auml" => 'ä',
        "ouml" => 'ö',
        "szlig" => 'ß',
        "ast" => '*',
        "lowbar" => '_',
        "grave" => '`',
        "lsqb" | "lbrack" => '[',
        "rsqb" | "rbrack" => ']',
        "lcub" | "lbrace" => '{',
        "rcub" | "rbrace" => '}',
        "vert" => '|',
        "bsol" => '\\',
        "sol" => '/',
        "num" => '#',
        "percnt" => '%',
        "dollar" => '$',
        "commat" => '@',
        "colon" => ':',
        "comma" => ',',
        "period" => '.',
        "lpar" => '(',
        "rpar" => ')',
        "plus" => '+',
        "equals" => '=',
        "Tab" | "NewLine" => ' ',
        _ => return None,
    })
}

/// A text with its entities decoded.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let (letter, length) = entity(from).unwrap_or(('&', 1));
        out.push(letter);
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Whether a text is HTML rather than Markdown: it has the tags of blocks, and no blocks of Markdown.
pub(super) fn is_html(text: &str) -> bool {
    if !has_blocks(text) {
        return false;
    }
    let mut blank = true;
    for line in text.lines() {
        let line = line.trim_start();
        let markdown =
            ["- ", "* ", "# ", "## ", "### ", "```"].iter().any(|start| line.starts_with(start));
        if blank && markdown {
            return false;
        }
        blank = line.is_empty();
    }
    true
}

/// Whether a text has the tags of paragraphs or lists.
pub(super) fn has_blocks(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at..).unwrap_or_default();
        if let Some(tag) = tag(rest)
            && matches!(
                meaning(&tag.name),
                Some(
                    Meaning::Block
                        | Meaning::Bullets
                        | Meaning::Numbers
                        | Meaning::Item
                        | Meaning::Note(_)
                        | Meaning::Heading
                )
            )
        {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}
