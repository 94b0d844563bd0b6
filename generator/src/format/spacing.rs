//! Blank lines: decided on the syntax tree, carried through the printer as marker comments, then made.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{AttrStyle, Attribute, ImplItem, Item, TraitItem, Visibility, parse_quote};

use super::MARKER;

/// The text of the marker that becomes an empty line unless both its neighbours are one-line items.
const WEAK_MARKER: &str = "@1";

/// Marks where blank lines go between the items of a file.
pub(super) fn mark(file: &mut syn::File) {
    let blank: Attribute = parse_quote!(#[comment = #MARKER]);
    let weak: Attribute = parse_quote!(#[comment = #WEAK_MARKER]);
    let markers = Markers { blank, weak };
    // The documentation of a crate, and its other attributes.
    let docs = file.attrs.iter().take_while(|attribute| attribute.path().is_ident("doc")).count();
    if docs > 0 && docs < file.attrs.len() {
        file.attrs.insert(docs, parse_quote!(#![comment = #MARKER]));
    }
    markers.items(&mut file.items);
    if let Some(first) = file.items.first_mut().filter(|_| !file.attrs.is_empty()) {
        put(Some(&markers.blank), first);
    }
}

/// Turns markers into empty lines: one at most, none at the start or the end of a block.
pub(super) fn restore(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len() + printed.len() / 16);
    let mut previous = "";
    let mut blank = false;
    let mut lines = printed.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        match line
            .trim_start()
            .strip_prefix("//")
            .and_then(|rest| rest.strip_prefix(MARKER).map(|_| rest))
        {
            Some(rest) if rest == WEAK_MARKER => {
                let next = lines.peek().copied().unwrap_or_default();
                blank |= !(is_one_line_item(previous) && is_one_line_item(next));
                continue;
            }
            Some(rest) if rest == MARKER => {
                blank = true;
                continue;
            }
            _ => {}
        }
        if blank && !previous.is_empty() && !opens(previous) && !closes(line) {
            text.push('\n');
        }
        blank = false;
        text.push_str(line);
        text.push('\n');
        previous = line;
    }
    text
}

/// What is left of tokens where they stop being items, for a message; shortened.
pub(super) fn unparsed(tokens: TokenStream) -> String {
    const LONGEST: usize = 300;
    let mut rest = String::new();
    let items = |input: ParseStream<'_>| {
        Attribute::parse_inner(input)?;
        while !input.is_empty() {
            rest = input.fork().cursor().token_stream().to_string().chars().take(LONGEST).collect();
            input.parse::<Item>()?;
        }
        Ok(())
    };
    // What does not parse is known; only how far it does is wanted.
    let _: syn::Result<()> = items.parse2(tokens);
    rest
}

fn opens(line: &str) -> bool {
    line.ends_with(['{', '(', '[']) && !line.trim_start().starts_with("//")
}

fn closes(line: &str) -> bool {
    line.trim_start().starts_with(['}', ')', ']'])
}

fn is_one_line_item(line: &str) -> bool {
    let line = line.trim_start();
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(' ').map_or("", |(_, rest)| rest),
        Some(rest) => rest.trim_start(),
        None => line,
    };
    line.ends_with(';')
        && ["const ", "static ", "type "].iter().any(|keyword| line.starts_with(keyword))
}

struct Markers {
    blank: Attribute,
    weak: Attribute,
}

/// Items that can stand without blank lines between them: undocumented, of one kind, and a line each.
#[derive(Clone, Copy, PartialEq)]
enum Group {
    Use {
        public: bool,
    },
    ExternCrate,
    Module {
        public: bool,
    },
    /// May take more than a line all the same; so may the next two.
    Const,
    Static,
    Type,
}

/// What a block of items consists of.
trait Spaced {
    fn group(&self) -> Option<Group>;
    fn attributes(&mut self) -> Option<&mut Vec<Attribute>>;
}

impl Markers {
    fn list<T: Spaced>(&self, items: &mut [T]) {
        let mut before = None;
        for (index, item) in items.iter_mut().enumerate() {
            let group = item.group();
            let marker = match group {
                Some(Group::Const | Group::Static | Group::Type) if before == group => {
                    Some(&self.weak)
                }
                Some(_) if before == group => None,
                _ => Some(&self.blank),
            };
            if index > 0 {
                put(marker, item);
            }
            before = group;
        }
    }

    fn items(&self, items: &mut [Item]) {
        self.list(items);
        for item in items {
            match item {
                Item::Impl(block) => self.list(&mut block.items),
                Item::Trait(definition) => self.list(&mut definition.items),
                Item::Mod(module) => {
                    let documented = module
                        .attrs
                        .iter()
                        .any(|attribute| matches!(attribute.style, AttrStyle::Inner(_)));
                    if let Some((_, items)) = &mut module.content {
                        self.items(items);
                        if let Some(first) = items.first_mut().filter(|_| documented) {
                            put(Some(&self.blank), first);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

fn put<T: Spaced>(marker: Option<&Attribute>, item: &mut T) {
    if let (Some(marker), Some(attributes)) = (marker, item.attributes()) {
        attributes.insert(0, marker.clone());
    }
}

impl Spaced for Item {
    fn group(&self) -> Option<Group> {
        let public = |visibility: &Visibility| !matches!(visibility, Visibility::Inherited);
        let (attributes, group) = match self {
            Self::Use(item) => (&item.attrs, Group::Use { public: public(&item.vis) }),
            Self::ExternCrate(item) => (&item.attrs, Group::ExternCrate),
            Self::Mod(item) if item.content.is_none() => {
                (&item.attrs, Group::Module { public: public(&item.vis) })
            }
            Self::Const(item) => (&item.attrs, Group::Const),
            Self::Static(item) => (&item.attrs, Group::Static),
            Self::Type(item) => (&item.attrs, Group::Type),
            _ => return None,
        };
        attributes.is_empty().then_some(group)
    }

    fn attributes(&mut self) -> Option<&mut Vec<Attribute>> {
        Some(match self {
            Self::Const(item) => &mut item.attrs,
            Self::Enum(item) => &mut item.attrs,
            Self::ExternCrate(item) => &mut item.attrs,
            Self::Fn(item) => &mut item.attrs,
            Self::ForeignMod(item) => &mut item.attrs,
            Self::Impl(item) => &mut item.attrs,
            Self::Macro(item) => &mut item.attrs,
            Self::Mod(item) => &mut item.attrs,
            Self::Static(item) => &mut item.attrs,
            Self::Struct(item) => &mut item.attrs,
            Self::Trait(item) => &mut item.attrs,
            Self::TraitAlias(item) => &mut item.attrs,
            Self::Type(item) => &mut item.attrs,
            Self::Union(item) => &mut item.attrs,
            Self::Use(item) => &mut item.attrs,
            _ => return None,
        })
    }
}

impl Spaced for ImplItem {
    fn group(&self) -> Option<Group> {
        let (attributes, group) = match self {
            Self::Const(item) => (&item.attrs, Group::Const),
            Self::Type(item) => (&item.attrs, Group::Type),
            _ => return None,
        };
        attributes.is_empty().then_some(group)
    }

    fn attributes(&mut self) -> Option<&mut Vec<Attribute>> {
        Some(match self {
            Self::Const(item) => &mut item.attrs,
            Self::Fn(item) => &mut item.attrs,
            Self::Type(item) => &mut item.attrs,
            Self::Macro(item) => &mut item.attrs,
            _ => return None,
        })
    }
}

impl Spaced for TraitItem {
    fn group(&self) -> Option<Group> {
        let (attributes, group) = match self {
            Self::Const(item) => (&item.attrs, Group::Const),
            Self::Type(item) => (&item.attrs, Group::Type),
            _ => return None,
        };
        attributes.is_empty().then_some(group)
    }

    fn attributes(&mut self) -> Option<&mut Vec<Attribute>> {
        Some(match self {
            Self::Const(item) => &mut item.attrs,
            Self::Fn(item) => &mut item.attrs,
            Self::Type(item) => &mut item.attrs,
            Self::Macro(item) => &mut item.attrs,
            _ => return None,
        })
    }
}
