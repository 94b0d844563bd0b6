//! Documentation, comments and literals made fit to stand on lines of their own.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use super::MARKER;

/// The same tokens, with one attribute a line of documentation or comment, and no literal longer than a line.
pub(super) fn normalized(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                out.push(regrouped(&group));
                if group.delimiter() == Delimiter::Bracket {
                    split_attribute(&mut out);
                }
            }
            TokenTree::Literal(literal) => out.push(TokenTree::Literal(on_one_line(literal))),
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn regrouped(group: &Group) -> TokenTree {
    let mut copy = Group::new(group.delimiter(), normalized(group.stream()));
    copy.set_span(group.span());
    TokenTree::Group(copy)
}

/// What may stand in a comment, and how.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Doc,
    Comment,
}

/// If the last tokens are an attribute of documentation or a comment, one attribute for each of its lines instead.
fn split_attribute(out: &mut Vec<TokenTree>) {
    let Some(TokenTree::Group(group)) = out.last() else { return };
    let Some((kind, text)) = text_of(group) else { return };
    if kind == Kind::Comment && text.starts_with(MARKER) {
        return;
    }
    let clean = |line: &str| {
        !line.contains(is_dropped)
            && !line.ends_with(char::is_whitespace)
            && (line.is_empty() || line.starts_with(' '))
    };
    if clean(&text) {
        return;
    }
    let inner =
        matches!(out.iter().rev().nth(1), Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
    let start = out.len().saturating_sub(if inner { 3 } else { 2 });
    if !matches!(out.get(start), Some(TokenTree::Punct(hash)) if hash.as_char() == '#') {
        return;
    }
    out.truncate(start);
    let name = if kind == Kind::Doc { "doc" } else { "comment" };
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let kept: String = line.chars().filter(|letter| !is_dropped(*letter)).collect();
        let kept = kept.trim_end();
        let line = if kept.is_empty() || kept.starts_with(' ') {
            kept.to_owned()
        } else {
            format!(" {kept}")
        };
        out.push(TokenTree::Punct(Punct::new('#', Spacing::Alone)));
        if inner {
            out.push(TokenTree::Punct(Punct::new('!', Spacing::Alone)));
        }
        let body = [
            TokenTree::Ident(Ident::new(name, Span::call_site())),
            TokenTree::Punct(Punct::new('=', Spacing::Alone)),
            TokenTree::Literal(Literal::string(&line)),
        ];
        out.push(TokenTree::Group(Group::new(Delimiter::Bracket, body.into_iter().collect())));
    }
}

/// The text of `doc = "…"` and `comment = "…"`.
fn text_of(group: &Group) -> Option<(Kind, String)> {
    let mut tokens = group.stream().into_iter();
    let kind = match tokens.next()? {
        TokenTree::Ident(name) if name == "doc" => Kind::Doc,
        TokenTree::Ident(name) if name == "comment" => Kind::Comment,
        _ => return None,
    };
    let (TokenTree::Punct(equals), TokenTree::Literal(literal), None) =
        (tokens.next()?, tokens.next()?, tokens.next())
    else {
        return None;
    };
    match syn::Lit::new(literal) {
        syn::Lit::Str(text) if equals.as_char() == '=' => Some((kind, text.value())),
        _ => None,
    }
}

/// A literal that was written over several lines, or with characters that must not stand in source text, escaped.
fn on_one_line(literal: Literal) -> Literal {
    let written = literal.to_string();
    if !written.contains(|letter| is_dropped(letter) || is_invisible(letter)) {
        return literal;
    }
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Literal::string(&text.value()),
        syn::Lit::ByteStr(bytes) => Literal::byte_string(&bytes.value()),
        syn::Lit::CStr(text) => Literal::c_string(&text.value()),
        syn::Lit::Char(letter) => Literal::character(letter.value()),
        _ => literal,
    }
}

/// What does not belong in a line of a comment: control characters other than the tab, and characters that change the
/// direction of text, which `rustc` denies.
fn is_dropped(letter: char) -> bool {
    (letter.is_control() && letter != '\t')
        || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What nobody can see in a literal: clippy denies it.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{FEFF}'
    )
}
