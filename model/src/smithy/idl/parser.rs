//! The parser's state, and what every part of the grammar is made of: expecting tokens, skipping
//! white space, reporting errors and going on behind them.

use std::collections::HashMap;

use crate::{
    api::ShapeId,
    diagnostic::Diagnostic,
    node,
    smithy::document::{Document, Version},
    source::{Origin, SourceId},
};

use super::lexer::{Invalid, Lexer, Token, TokenKind};

/// How deep arrays and objects may nest: less than in JSON, so that what is read here can be written there, where
/// a value stands in six objects.
pub(super) const MAX_DEPTH: usize = node::MAX_DEPTH - 10;

/// How many errors of one file are reported.
const MAX_ERRORS: usize = 500;

/// The code of everything that breaks the grammar.
pub(super) const SYNTAX: &str = "syntax";

/// Reads one file.
pub(super) struct Parser<'text, 'out> {
    pub(super) text: &'text str,
    pub(super) source: SourceId,
    lexer: Lexer<'text>,
    /// The token that comes next.
    pub(super) token: Token,
    /// The last token at the beginning of a line that looks like a statement.
    last_statement: Option<usize>,
    diagnostics: &'out mut Vec<Diagnostic>,
    pub(super) errors: usize,
    warnings: usize,
    pub(super) document: Document,
    /// Whether a `$version` was read or at least meant; without one, a file is 1.0.
    pub(super) version_stated: bool,
    pub(super) namespace: String,
    /// What `use` brought in, by name.
    pub(super) imports: HashMap<&'text str, (ShapeId, Origin)>,
    pub(super) input_suffix: String,
    pub(super) output_suffix: String,
    /// How deep in arrays and objects the parser is.
    pub(super) depth: usize,
}

/// What broke off the parsing of a statement.
#[derive(Debug)]
pub(super) struct SyntaxError(pub(super) Box<Diagnostic>);

/// What parsing a part of a statement gives.
pub(super) type Parsed<T> = Result<T, SyntaxError>;

impl<'text, 'out> Parser<'text, 'out> {
    pub(super) fn new(
        text: &'text str,
        source: SourceId,
        diagnostics: &'out mut Vec<Diagnostic>,
    ) -> Self {
        let mut parser = Self {
            text,
            source,
            lexer: Lexer::new(text),
            token: Token { kind: TokenKind::EndOfFile, start: 0, end: 0 },
            last_statement: None,
            diagnostics,
            errors: 0,
            warnings: 0,
            document: Document {
                version: Version::V1,
                metadata: Vec::new(),
                shapes: Vec::new(),
                applies: Vec::new(),
                uses: Vec::new(),
            },
            version_stated: false,
            namespace: String::new(),
            imports: HashMap::new(),
            input_suffix: "Input".to_owned(),
            output_suffix: "Output".to_owned(),
            depth: 0,
        };
        parser.bump();
        parser
    }

    /// Goes to the next token and gives the one that was current.
    pub(super) fn bump(&mut self) -> Token {
        let token = self.token;
        self.token = self.lexer.next_token();
        if self.token.kind == TokenKind::Identifier
            && self.is_at_line_start()
            && self.begins_statement(is_keyword)
        {
            self.last_statement = Some(self.token.start);
        }
        token
    }

    /// The text of `token`.
    pub(super) fn lexeme(&self, token: Token) -> &'text str {
        self.text.get(token.range()).unwrap_or_default()
    }

    /// The text of the current token.
    pub(super) fn word(&self) -> &'text str {
        self.lexeme(self.token)
    }

    /// Whether the current token is of this kind.
    pub(super) fn at(&self, kind: TokenKind) -> bool {
        self.token.kind == kind
    }

    /// Whether the current token is this name.
    pub(super) fn at_word(&self, word: &str) -> bool {
        self.at(TokenKind::Identifier) && self.word() == word
    }

    /// Where `token` is.
    pub(super) fn origin(&self, token: Token) -> Origin {
        Origin::span(self.source, token.start, token.end)
    }

    /// The bytes from `start` to `end`.
    pub(super) fn origin_from(&self, start: usize, end: usize) -> Origin {
        Origin::span(self.source, start, end)
    }

    /// Takes a token of this kind. `what` says what was expected, for the message.
    pub(super) fn expect(&mut self, kind: TokenKind, what: &str) -> Parsed<Token> {
        if self.at(kind) { Ok(self.bump()) } else { Err(self.unexpected(what)) }
    }

    /// Takes the spaces that have to follow `after`.
    pub(super) fn expect_spaces(&mut self, after: &str) -> Parsed<()> {
        match self.token.kind {
            TokenKind::Space => {
                self.bump();
                Ok(())
            }
            _ => Err(self.unexpected(&format!("a space after {after}"))),
        }
    }

    /// Skips spaces and tabs.
    pub(super) fn skip_spaces(&mut self) {
        if self.at(TokenKind::Space) {
            self.bump();
        }
    }

    /// Skips white space and comments, but no documentation.
    pub(super) fn skip_space(&mut self) {
        while let TokenKind::Space | TokenKind::Newline | TokenKind::Comma | TokenKind::Comment =
            self.token.kind
        {
            self.bump();
        }
    }

    /// Skips white space, comments, and documentation that documents nothing, which is reported.
    pub(super) fn skip_space_and_docs(&mut self) {
        if let Some(skipped) = self.skip_docs() {
            self.report_stray_docs(skipped);
        }
    }

    /// Skips white space, comments and documentation, and gives the place of the last.
    pub(super) fn skip_docs(&mut self) -> Option<Origin> {
        self.skip_space();
        let start = self.token.start;
        let mut skipped = None;
        while self.at(TokenKind::DocComment) {
            let comment = self.bump();
            skipped = Some(self.origin_from(start, comment.end));
            self.skip_space();
        }
        skipped
    }

    pub(super) fn report_stray_docs(&mut self, origin: Origin) {
        let message = "this comment documents nothing";
        self.report_warning(
            Diagnostic::warning("stray-documentation", origin, message)
                .with_help(
                    "`///` stands on lines of its own, directly above a shape or member and its \
                     traits",
                )
                .with_event("Model.BadDocumentationComment", None),
        );
    }

    /// Takes the line break that has to follow `after`, and the white space behind it. A comment at
    /// the end of the line is fine, as is the end of the file.
    pub(super) fn expect_line_break(&mut self, after: &str) -> Parsed<()> {
        self.skip_spaces();
        match self.token.kind {
            TokenKind::Newline | TokenKind::Comment | TokenKind::DocComment => {
                self.bump();
                self.skip_space();
                Ok(())
            }
            TokenKind::EndOfFile => Ok(()),
            _ => Err(self.unexpected(&format!("a line break after {after}"))),
        }
    }

    /// The error that the current token is not what was expected.
    pub(super) fn unexpected(&self, expected: &str) -> SyntaxError {
        if let TokenKind::Invalid(invalid) = self.token.kind {
            return self.invalid_token(invalid);
        }
        let message = format!("expected {expected}, found {}", self.found());
        self.error(self.origin(self.token), message)
    }

    /// A syntax error at a place.
    pub(super) fn error(&self, origin: Origin, message: impl Into<String>) -> SyntaxError {
        SyntaxError(Box::new(Diagnostic::invalid(SYNTAX, origin, message)))
    }

    /// What the current token is, in words for a message.
    fn found(&self) -> String {
        let lexeme = self.word();
        match self.token.kind {
            TokenKind::Identifier if lexeme.len() <= 60 => format!("`{lexeme}`"),
            TokenKind::Number if lexeme.len() <= 60 => format!("the number {lexeme}"),
            TokenKind::String if lexeme.len() <= 60 && !lexeme.contains('\n') => {
                format!("the string {lexeme}")
            }
            kind => kind.description().to_owned(),
        }
    }

    fn invalid_token(&self, invalid: Invalid) -> SyntaxError {
        let Token { start, end, .. } = self.token;
        let lexeme = self.word();
        let mut error = match invalid {
            Invalid::Character => self.error(
                self.origin(self.token),
                format!("unexpected character `{}`", shown(lexeme)),
            ),
            Invalid::Identifier => {
                let next = self.text.get(end..).and_then(|rest| rest.chars().next());
                let length = next.map_or(0, char::len_utf8);
                let found = next.map_or_else(
                    || "the end of the file".to_owned(),
                    |next| format!("`{}`", shown(next.encode_utf8(&mut [0; 4]))),
                );
                self.error(
                    self.origin_from(end, end + length),
                    format!("expected a letter or digit after `{lexeme}`, found {found}"),
                )
            }
            Invalid::Number(reason) => {
                let shown = if lexeme.len() <= 60 { lexeme } else { "…" };
                self.error(self.origin(self.token), format!("invalid number `{shown}`: {reason}"))
            }
            Invalid::String | Invalid::TextBlock => {
                let (what, quotes) = match invalid {
                    Invalid::TextBlock => ("text block", "\"\"\""),
                    _ => ("string", "\""),
                };
                let message = format!("expected `{quotes}`, found the end of the file");
                let mut error = self.error(self.origin_from(end, end), message);
                let opening = self.origin_from(start, start + quotes.len());
                error.0.related.push((opening, format!("this {what} is never closed")));
                error
            }
        };
        if invalid == Invalid::Character && lexeme == "'" {
            error.0.help = Some("strings are written in double quotes".to_owned());
        }
        error
    }

    /// Reports something that does not break off the parsing.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.errors += 1;
        if self.errors <= MAX_ERRORS {
            self.diagnostics.push(diagnostic);
        } else if self.errors == MAX_ERRORS + 1 {
            let message =
                format!("more than {MAX_ERRORS} errors in this file; the rest is not shown");
            let origin = diagnostic.origin;
            self.diagnostics.push(Diagnostic::invalid("too-many-errors", origin, message));
        }
    }

    /// Reports something that is worth knowing.
    pub(super) fn report_warning(&mut self, diagnostic: Diagnostic) {
        self.warnings += 1;
        if self.warnings <= MAX_ERRORS {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Whether so much is wrong that reading on is of no use.
    pub(super) fn gives_up(&self) -> bool {
        self.errors > MAX_ERRORS
    }

    /// Reports what broke off the statement that began at `start`, and goes to where the next one
    /// probably begins.
    pub(super) fn recover(&mut self, error: SyntaxError, start: usize) {
        let mut diagnostic = *error.0;
        let next = self.last_statement.filter(|statement| *statement > start);
        if self.at(TokenKind::EndOfFile) && diagnostic.related.is_empty() && next.is_none() {
            let first = Lexer::at(self.text, start).next_token();
            let note = "what begins here is not finished".to_owned();
            diagnostic.related.push((self.origin(first), note));
        }
        if next.is_some() && diagnostic.help.is_none() {
            diagnostic.help = Some("a closing `}`, `]` or `)` may be missing above".to_owned());
        }
        self.report(diagnostic);
        self.depth = 0;
        // A brace or quote that is missing lets the parser run into the statements that follow:
        // the last of them is read again.
        if let Some(statement) = next {
            self.rewind(statement);
            return;
        }
        // The token that failed is behind `start` or is the statement's first.
        loop {
            if self.at(TokenKind::EndOfFile) {
                return;
            }
            self.bump();
            if !self.is_at_line_start() {
                continue;
            }
            match self.token.kind {
                TokenKind::At | TokenKind::DocComment => return,
                TokenKind::Dollar if self.namespace.is_empty() => return,
                TokenKind::Identifier if self.begins_statement(|_| true) => return,
                _ => {}
            }
        }
    }

    /// Where recovery goes back to has to come behind the current token.
    pub(super) fn forget_statement(&mut self) {
        self.last_statement = None;
    }

    /// Goes back to a token that began at `position`.
    pub(super) fn rewind(&mut self, position: usize) {
        self.lexer.rewind(position);
        self.bump();
    }

    fn is_at_line_start(&self) -> bool {
        match self.token.start.checked_sub(1) {
            None => true,
            Some(before) => self.text.as_bytes().get(before) == Some(&b'\n'),
        }
    }

    /// Whether the current name is `wanted` and another name follows on the same line, as in
    /// `structure Foo` and not in `list: Foo`.
    fn begins_statement(&self, wanted: impl Fn(&str) -> bool) -> bool {
        let behind = self.text.as_bytes().get(self.token.end..).unwrap_or_default();
        let spaces = behind.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let next = behind.get(spaces).copied();
        let named = next.is_some_and(|byte| byte == b'_' || byte.is_ascii_alphabetic());
        spaces > 0 && named && wanted(self.word())
    }
}

/// A character as a message shows it.
fn shown(character: &str) -> String {
    if character.chars().all(char::is_control) {
        character.escape_debug().to_string()
    } else {
        character.to_owned()
    }
}

/// Whether a statement begins with `word`.
fn is_keyword(word: &str) -> bool {
    use crate::smithy::document::Kind;
    matches!(word, "apply" | "use" | "namespace" | "metadata") || Kind::from_name(word).is_some()
}
