//! Paths: emitters write them in full, and one pass makes them short and says what to import.

use crate::name::{ident, unraw};
use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};
use quote::quote;
use std::collections::{BTreeMap, BTreeSet};

/// The roots of paths that are imported; all others stay as they are.
const ROOTS: [&str; 3] = ["crate", "farrier_runtime", "std"];

/// `items` with short paths, and with the `use` declarations that these need in front of them.
/// `own` are the names that the file defines itself.
pub(super) fn with_imports(items: TokenStream, own: &[&str]) -> TokenStream {
    with_imports_of("crate", items, own)
}

/// The same for a file outside of the crate `library`, for which `crate` stands in `items`.
pub(super) fn with_imports_of(library: &str, items: TokenStream, own: &[&str]) -> TokenStream {
    let mut imports = Imports { library, names: BTreeMap::new(), own };
    let items = imports.shorten(items);
    let uses = imports.declarations();
    quote! { #uses #items }
}

struct Imports<'a> {
    /// What `crate` is called here.
    library: &'a str,
    /// Short name → full path.
    names: BTreeMap<String, Vec<String>>,
    /// What the file defines itself.
    own: &'a [&'a str],
}

impl Imports<'_> {
    fn shorten(&mut self, tokens: TokenStream) -> TokenStream {
        let mut out = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        // What stands in front: `a::crate` is no path of ours, nor is `pub(crate)`.
        let mut behind_colon = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let inner = if is_visibility(&group) {
                        group.stream()
                    } else {
                        self.shorten(group.stream())
                    };
                    let mut shortened = Group::new(group.delimiter(), inner);
                    shortened.set_span(group.span());
                    out.push(TokenTree::Group(shortened));
                    behind_colon = false;
                }
                TokenTree::Ident(ident) if !behind_colon && is_root(&ident) => {
                    let mut path = vec![ident];
                    while let Some(segment) = next_segment(&mut tokens) {
                        path.push(segment);
                    }
                    self.push_path(path, &mut out);
                    behind_colon = false;
                }
                token => {
                    behind_colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':'
                            && behind_colon_pair(&out, punct));
                    out.push(token);
                }
            }
        }
        out.into_iter().collect()
    }

    /// Puts the short form of `path` behind `out`.
    fn push_path(&mut self, path: Vec<Ident>, out: &mut Vec<TokenTree>) {
        let end = import_end(&path);
        let names: Vec<String> = path.iter().take(end).map(ToString::to_string).collect();
        let short = match names.last() {
            Some(name) if end > 1 => self.import(name.clone(), names),
            _ => false,
        };
        let shown = path.into_iter().skip(if short { end - 1 } else { 0 });
        for (index, segment) in shown.enumerate() {
            if index > 0 {
                out.extend(quote!(::));
            }
            out.push(TokenTree::Ident(if segment == "crate" { self.root() } else { segment }));
        }
    }

    fn root(&self) -> Ident {
        segment(self.library)
    }

    /// Whether `path` can be called `name` here.
    fn import(&mut self, name: String, path: Vec<String>) -> bool {
        if self.own.contains(&name.as_str()) {
            return path.first().is_some_and(|root| root == "crate");
        }
        match self.names.get(&name) {
            Some(known) => *known == path,
            None => {
                self.names.insert(name, path);
                true
            }
        }
    }

    /// One `use` for each root, the standard library's last as the field has it: own, runtime, std.
    fn declarations(&self) -> TokenStream {
        let mut modules: BTreeMap<&[String], BTreeSet<&String>> = BTreeMap::new();
        for path in self.names.values() {
            if let Some((name, module)) = path.split_last() {
                modules.entry(module).or_default().insert(name);
            }
        }
        let mut declarations: Vec<(Vec<&String>, TokenStream)> = modules
            .into_iter()
            .map(|(module, names)| {
                let order = module.iter().chain(names.first().copied()).collect();
                let module = module.iter().map(|name| match name.as_str() {
                    "crate" => self.root(),
                    name => segment(name),
                });
                let names: Vec<Ident> = names.into_iter().map(|name| segment(name)).collect();
                let declaration = match names.as_slice() {
                    [name] => quote! { use #(#module)::* :: #name; },
                    names => quote! { use #(#module)::* :: { #(#names),* }; },
                };
                (order, declaration)
            })
            .collect();
        declarations.sort_by(|one, other| one.0.cmp(&other.0));
        declarations.into_iter().map(|(_, declaration)| declaration).collect()
    }
}

/// How many segments are imported: up to the first type or trait; of a function or static, its
/// module.
fn import_end(path: &[Ident]) -> usize {
    let upper = path.iter().position(|segment| {
        let name = segment.to_string();
        let name = unraw(&name);
        name.starts_with(char::is_uppercase)
            && (name.len() == 1
                || !name.chars().all(|c| c.is_uppercase() || c == '_' || c.is_numeric()))
    });
    match (path.first(), path.get(1), upper) {
        // `fmt::Result` and `fmt::Formatter` are how everybody says them.
        (Some(root), Some(module), _) if root == "std" && module == "fmt" => 2,
        (_, _, Some(upper)) => upper + 1,
        _ => path.len().saturating_sub(1),
    }
}

fn is_root(ident: &Ident) -> bool {
    ROOTS.iter().any(|root| ident == root)
}

/// Whether it is the `(crate)` of `pub(crate)`.
fn is_visibility(group: &Group) -> bool {
    group.delimiter() == Delimiter::Parenthesis && {
        let mut tokens = group.stream().into_iter();
        matches!(tokens.next(), Some(TokenTree::Ident(ident)) if ident == "crate")
            && tokens.next().is_none()
    }
}

fn behind_colon_pair(out: &[TokenTree], _colon: &proc_macro2::Punct) -> bool {
    matches!(out.last(), Some(TokenTree::Punct(punct))
        if punct.as_char() == ':' && punct.spacing() == Spacing::Joint)
}

/// The segment behind the next `::`, if one is next.
fn next_segment(
    tokens: &mut std::iter::Peekable<proc_macro2::token_stream::IntoIter>,
) -> Option<Ident> {
    let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    let mut ahead = tokens.clone();
    let first = ahead.next();
    let joint =
        matches!(&first, Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint);
    if !(colon(first.as_ref()) && joint && colon(ahead.next().as_ref())) {
        return None;
    }
    match ahead.next() {
        Some(TokenTree::Ident(segment)) => {
            *tokens = ahead;
            Some(segment)
        }
        _ => None,
    }
}

/// A segment of a path; of all keywords, `crate` can stand in one.
fn segment(name: &str) -> Ident {
    match name {
        "crate" => Ident::new(name, proc_macro2::Span::call_site()),
        name => ident(name),
    }
}
