//! The tree that finds the operation of a request.

use crate::{
    format,
    name::{self, Scope},
    plan::{Operation, RouteSegment},
};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use std::collections::BTreeMap;

/// The static `ROUTES`, and those that it refers to.
pub(super) fn routes(operations: &[Operation]) -> TokenStream {
    let mut root = Node::default();
    for (number, operation) in operations.iter().enumerate() {
        let endpoint =
            Endpoint { method: &operation.http_method, query: &operation.query, operation: number };
        root.insert(&operation.route, endpoint);
    }
    let mut statics = Statics { scope: Scope::reserving(["ROUTES"]), below: Vec::new() };
    let root = root.tokens("", &mut statics);
    let below = statics.below;
    quote! {
        pub(crate) static ROUTES: farrier_runtime::server::Node = #root;
        #(#below)*
    }
}

/// The statics of the nodes below the root.
struct Statics {
    scope: Scope,
    below: Vec<TokenStream>,
}

impl Statics {
    /// The name of the static that holds the node at `path`.
    fn add(&mut self, path: &str, node: &Node<'_>) -> Ident {
        let name = name::ident(&name::constant_name(path, &mut self.scope));
        // The place is kept, so that parents stand above their children.
        let place = self.below.len();
        self.below.push(TokenStream::new());
        let tokens = node.tokens(path, self);
        let comment = format::comment(&format!("`{path}`"));
        if let Some(entry) = self.below.get_mut(place) {
            *entry = quote! { #comment static #name: farrier_runtime::server::Node = #tokens; };
        }
        name
    }
}

#[derive(Default)]
struct Node<'a> {
    endpoints: Vec<Endpoint<'a>>,
    literals: BTreeMap<&'a str, Node<'a>>,
    /// The texts around the labels of a segment.
    mixed: BTreeMap<Vec<&'a str>, Node<'a>>,
    label: Option<Box<Node<'a>>>,
    /// The literal segments behind a greedy label.
    greedy: BTreeMap<Vec<&'a str>, Vec<Endpoint<'a>>>,
}

#[derive(Clone, Copy)]
struct Endpoint<'a> {
    method: &'a str,
    query: &'a [(String, Option<String>)],
    operation: usize,
}

impl<'a> Node<'a> {
    fn insert(&mut self, route: &'a [RouteSegment], endpoint: Endpoint<'a>) {
        let mut node = self;
        let mut rest = route;
        while let Some((segment, behind)) = rest.split_first() {
            rest = behind;
            node = match segment {
                RouteSegment::Literal(literal) => node.literals.entry(literal).or_default(),
                RouteSegment::Label(_) => node.label.get_or_insert_default(),
                RouteSegment::Mixed(parts) => node.mixed.entry(around(parts)).or_default(),
                RouteSegment::Greedy(_) => {
                    let tail = behind.iter().filter_map(|segment| match segment {
                        RouteSegment::Literal(literal) => Some(literal.as_str()),
                        _ => None,
                    });
                    node.greedy.entry(tail.collect()).or_default().push(endpoint);
                    return;
                }
            };
        }
        node.endpoints.push(endpoint);
    }

    fn tokens(&self, path: &str, statics: &mut Statics) -> TokenStream {
        let mut tokens = quote!(farrier_runtime::server::Node::new());
        if !self.endpoints.is_empty() {
            let endpoints = endpoints(&self.endpoints);
            tokens.extend(quote!(.endpoints(#endpoints)));
        }
        if !self.literals.is_empty() {
            let literals: Vec<TokenStream> = self
                .literals
                .iter()
                .map(|(literal, node)| {
                    let node = statics.add(&format!("{path}/{literal}"), node);
                    quote!((#literal, &#node))
                })
                .collect();
            tokens.extend(quote!(.literals(&[#(#literals),*])));
        }
        if !self.mixed.is_empty() {
            let mixed: Vec<TokenStream> = self
                .mixed
                .iter()
                .map(|(around, node)| {
                    let node = statics.add(&format!("{path}/{}", around.join("{}")), node);
                    quote!((farrier_runtime::server::Mixed::new(&[#(#around),*]), &#node))
                })
                .collect();
            tokens.extend(quote!(.mixed(&[#(#mixed),*])));
        }
        if let Some(label) = &self.label {
            let label = statics.add(&format!("{path}/{{}}"), label);
            tokens.extend(quote!(.label(&#label)));
        }
        if !self.greedy.is_empty() {
            let mut greedy: Vec<_> = self.greedy.iter().collect();
            greedy.sort_by_key(|(tail, _)| std::cmp::Reverse(tail.len()));
            let greedy = greedy.into_iter().map(|(tail, endpoints)| {
                let endpoints = self::endpoints(endpoints);
                quote!(farrier_runtime::server::Greedy::new(&[#(#tail),*], #endpoints))
            });
            tokens.extend(quote!(.greedy(&[#(#greedy),*])));
        }
        tokens
    }
}

fn endpoints(endpoints: &[Endpoint<'_>]) -> TokenStream {
    let endpoints = endpoints.iter().map(|endpoint| {
        let method = endpoint.method;
        let operation = Literal::usize_unsuffixed(endpoint.operation);
        let query = (!endpoint.query.is_empty()).then(|| {
            let query = endpoint.query.iter().map(|(name, value)| match value {
                Some(value) => quote!((#name, Some(#value))),
                None => quote!((#name, None)),
            });
            quote!(.query(&[#(#query),*]))
        });
        quote!(farrier_runtime::server::Endpoint::new(#method, #operation) #query)
    });
    quote!(&[#(#endpoints),*])
}

/// The texts before, between and behind the labels of a segment.
fn around(parts: &[RouteSegment]) -> Vec<&str> {
    let mut texts = vec![""];
    for part in parts {
        match part {
            RouteSegment::Literal(text) => {
                if let Some(last) = texts.last_mut() {
                    *last = text;
                }
            }
            _ => texts.push(""),
        }
    }
    texts
}
