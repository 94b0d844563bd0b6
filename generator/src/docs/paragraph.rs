//! A paragraph under construction: words of Markdown, escaped so that text stays text.

/// Which kind of emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Emphasis {
    Strong,
    Light,
}

impl Emphasis {
    fn marker(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Light => "*",
        }
    }
}

/// What is never broken across lines.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    /// Whether a line must end after it.
    pub(super) breaks: bool,
}

#[derive(Default)]
pub(super) struct Paragraph {
    words: Vec<Word>,
    /// The word that is not finished.
    word: String,
    /// Emphasis that was asked for; it opens with the next content, or never.
    pending: Vec<Emphasis>,
    /// Emphasis that is open, outermost first.
    open: Vec<Emphasis>,
    link: Option<Link>,
    /// The last character of the unfinished word, as it will be read; a space if there is none.
    last: char,
    /// Whether emphasis was closed after a sign, so that a letter right after it would open it again.
    closed: bool,
    /// Whether bars are escaped.
    in_table: bool,
}

/// A link that is open, and what there was when it opened.
struct Link {
    url: String,
    words: usize,
    offset: usize,
    emphasis: usize,
}

/// The longest address that becomes a link.
const LONGEST_URL: usize = 2_000;

impl Paragraph {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.word.is_empty()
    }

    pub(super) fn in_table(&mut self, in_table: bool) {
        self.in_table = in_table;
    }

    /// Ends the paragraph: its words, with everything closed that was open.
    pub(super) fn take(&mut self) -> Vec<Word> {
        self.end_link();
        self.pending.clear();
        while let Some(emphasis) = self.open.pop() {
            self.append(emphasis.marker());
        }
        self.space();
        self.closed = false;
        std::mem::take(&mut self.words)
    }

    pub(super) fn space(&mut self) {
        if !self.word.is_empty() {
            self.words.push(Word { text: std::mem::take(&mut self.word), breaks: false });
        }
        self.last = ' ';
        self.closed = false;
    }

    pub(super) fn line_break(&mut self) {
        if self.link.is_some() {
            return self.space();
        }
        self.space();
        if let Some(word) = self.words.last_mut() {
            word.breaks = true;
        }
    }

    /// Adds text in which white space parts words, and addresses become links.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            if letter.is_whitespace() {
                self.space();
            } else if letter == 'h'
                && self.link.is_none()
                && !self.last.is_alphanumeric()
                && is_url(rest)
            {
                rest = self.url(rest);
                continue;
            } else {
                rest = after(rest, letter);
                self.letter(letter, rest);
                continue;
            }
            rest = after(rest, letter);
        }
    }

    /// Adds code.
    pub(super) fn code(&mut self, code: &str) {
        let mut text = String::with_capacity(code.len());
        for word in code.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        if text.is_empty() {
            return;
        }
        if self.in_table {
            text = text.replace('|', r"\|");
        }
        self.start(false);
        // Two spans that touch would be one.
        if self.last == '`' {
            self.space();
        }
        let fence = "`".repeat(longest_run(&text, '`') + 1);
        let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        for piece in [&fence, pad, &text, pad, &fence] {
            self.word.push_str(piece);
        }
        self.last = '`';
    }

    pub(super) fn open(&mut self, emphasis: Emphasis) {
        if !self.open.contains(&emphasis) && !self.pending.contains(&emphasis) {
            self.pending.push(emphasis);
        }
    }

    pub(super) fn close(&mut self, emphasis: Emphasis) {
        self.pending.retain(|pending| *pending != emphasis);
        let Some(position) = self.open.iter().position(|open| *open == emphasis) else { return };
        if self.link.as_ref().is_some_and(|link| position < link.emphasis) {
            self.end_link();
        }
        while let Some(open) = self.open.pop() {
            self.append(open.marker());
            if open == emphasis {
                break;
            }
        }
    }

    pub(super) fn start_link(&mut self, url: &str) {
        self.end_link();
        if let Some(url) = link_url(url) {
            self.start(false);
            self.link = Some(Link {
                url,
                words: self.words.len(),
                offset: self.word.len(),
                emphasis: self.open.len(),
            });
        }
    }

    pub(super) fn end_link(&mut self) {
        let Some(link) = self.link.take() else { return };
        while self.open.len() > link.emphasis {
            if let Some(emphasis) = self.open.pop() {
                self.append(emphasis.marker());
            }
        }
        // All that was added since is one word: the link is not broken.
        let trailing_space = self.word.is_empty() && self.words.len() > link.words;
        let mut text = String::new();
        let mut before = String::new();
        let unfinished = std::mem::take(&mut self.word);
        let pieces = self.words.drain(link.words.min(self.words.len())..).map(|word| word.text);
        for (index, piece) in
            pieces.chain((!unfinished.is_empty()).then_some(unfinished)).enumerate()
        {
            if index == 0 {
                let (earlier, own) = piece.split_at_checked(link.offset).unwrap_or(("", &piece));
                before.push_str(earlier);
                text.push_str(own);
            } else {
                text.push(' ');
                text.push_str(&piece);
            }
        }
        self.word = before;
        let text = text.trim();
        if text.is_empty() {
            self.last = self.word.chars().next_back().unwrap_or(' ');
            if trailing_space {
                self.space();
            }
            return;
        }
        if text.replace('\\', "") == link.url {
            self.word.push('<');
            self.word.push_str(&link.url);
            self.word.push('>');
        } else {
            // `!` right before would make it an image.
            if self.word.ends_with('!') {
                self.word.insert(self.word.len() - 1, '\\');
            }
            self.word.push('[');
            self.word.push_str(text);
            self.word.push_str("](");
            self.word.push_str(&link.url);
            self.word.push(')');
        }
        self.last = ')';
        if trailing_space {
            self.space();
        }
    }

    /// Makes an address that stands in text a link, and gives what follows it.
    fn url<'t>(&mut self, text: &'t str) -> &'t str {
        let stops = |letter: char| {
            letter.is_whitespace() || letter.is_control() || r#"<>"`{}[]\^|"#.contains(letter)
        };
        let length = text.find(stops).unwrap_or(text.len());
        let (url, rest) = text.split_at_checked(length).unwrap_or((text, ""));
        // `https://{id}.example.com/[path]` is no address, but it reads as one piece.
        if rest.starts_with(['{', '[', '<', '\\']) {
            let length = text.find(char::is_whitespace).unwrap_or(text.len());
            let (whole, _) = text.split_at_checked(length).unwrap_or((text, ""));
            let whole = whole.trim_end_matches(['.', ',', ';', ':', ')', '"', '\'']);
            self.code(whole);
            return text.get(whole.len()..).unwrap_or_default();
        }
        let mut url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        while url.len() <= LONGEST_URL
            && url.ends_with(')')
            && url.matches(')').count() > url.matches('(').count()
        {
            url = url.strip_suffix(')').unwrap_or(url).trim_end_matches(['.', ',']);
        }
        let rest = text.get(url.len()..).unwrap_or_default();
        self.start(false);
        if link_url(url).is_some() {
            self.word.push('<');
            self.word.push_str(url);
            self.word.push('>');
            self.last = '>';
        } else {
            self.code(url);
        }
        rest
    }

    fn letter(&mut self, letter: char, rest: &str) {
        let next = rest.chars().next();
        self.start(letter.is_alphanumeric());
        let escaped = match letter {
            '\\' | '*' | '`' | '[' | ']' | '~' => true,
            '_' => !(self.last.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => is_entity(rest),
            '|' => self.in_table,
            _ => false,
        };
        if escaped {
            self.word.push('\\');
        }
        self.word.push(letter);
        self.last = letter;
    }

    /// Opens the emphasis that waits for content. It cannot open between a letter and a sign.
    fn start(&mut self, letter: bool) {
        if self.closed && letter {
            self.space();
        }
        self.closed = false;
        let opens = letter || !self.last.is_alphanumeric();
        for emphasis in std::mem::take(&mut self.pending) {
            if opens {
                self.word.push_str(emphasis.marker());
                self.open.push(emphasis);
            }
        }
    }

    fn append(&mut self, marker: &str) {
        if !self.word.is_empty() {
            self.word.push_str(marker);
            self.closed = !self.last.is_alphanumeric();
        } else if let Some(word) = self.words.last_mut() {
            word.text.push_str(marker);
        }
    }
}

/// An address as it may stand in a link; none if it leads nowhere outside the page it was written for.
fn link_url(url: &str) -> Option<String> {
    let url = url.trim();
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| {
        url.strip_prefix(scheme)
            .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphanumeric()))
    });
    if !known || url.len() > LONGEST_URL {
        return None;
    }
    let mut clean = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            '(' | ')' | '<' | '>' | '\\' | '[' | ']' | '{' | '}' | '"' | '`' | '^' | '|' | ' ' => {
                clean.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            _ if letter.is_whitespace() || letter.is_control() => {}
            _ => clean.push(letter),
        }
    }
    Some(clean)
}

fn is_url(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        text.strip_prefix(scheme).is_some_and(|rest| {
            rest.starts_with(|first: char| first.is_ascii_alphanumeric() || "{[<".contains(first))
        })
    })
}

/// Whether what follows a `&` makes it an entity.
fn is_entity(rest: &str) -> bool {
    const LONGEST: usize = 40;
    let name = rest
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    name > 0 && rest.as_bytes().get(name) == Some(&b';')
}

fn after(text: &str, letter: char) -> &str {
    text.get(letter.len_utf8()..).unwrap_or_default()
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, wanted: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for letter in text.chars() {
        run = if letter == wanted { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
