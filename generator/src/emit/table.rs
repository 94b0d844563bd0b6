//! The tables that say what members are called and how they travel.

use super::ty::number;
use crate::{
    name::ident,
    plan::{Bound, Constraint, Member, Pattern},
};
use farrier_model::api::Number;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// The static `name` with the members of `shape`, and the statics that it refers to.
pub(super) fn table<'a>(
    name: &str,
    shape: &str,
    closed: bool,
    members: impl Iterator<Item = &'a Member>,
) -> TokenStream {
    let mut patterns = Vec::new();
    let name = ident(name);
    let members: Vec<TokenStream> =
        members.map(|member| entry(member, &name.to_string(), &mut patterns)).collect();
    let closed = closed.then(|| quote!(.closed()));
    let patterns = patterns.iter().enumerate().map(|(index, pattern)| {
        let pattern_name = pattern_name(&name.to_string(), index);
        let value = match pattern {
            Pattern::Linear { original, translated } => {
                quote!(farrier_runtime::codec::Pattern::new(#original, #translated))
            }
            Pattern::Backtracking { original, translated } => {
                quote!(farrier_runtime::codec::Pattern::backtracking(#original, #translated))
            }
        };
        quote! { static #pattern_name: farrier_runtime::codec::Pattern = #value; }
    });
    quote! {
        static #name: farrier_runtime::codec::Structure =
            farrier_runtime::codec::Structure::new(#shape, &[#(#members),*]) #closed;
        #(#patterns)*
    }
}

fn pattern_name(table: &str, index: usize) -> proc_macro2::Ident {
    format_ident!("{}_PATTERN_{}", table, index + 1)
}

fn entry(member: &Member, table: &str, patterns: &mut Vec<Pattern>) -> TokenStream {
    let name = &member.name;
    let mut tokens = quote!(farrier_runtime::codec::Member::new(#name));
    if let Some(json) = &member.json {
        tokens.extend(quote!(.json(#json)));
    }
    if let Some(also) = &member.also {
        tokens.extend(quote!(.also(#also)));
    }
    if let Some(format) = member.timestamp {
        let format = ident(format);
        tokens.extend(quote!(.timestamp(farrier_runtime::TimestampFormat::#format)));
    }
    if member.media_type {
        tokens.extend(quote!(.media_type()));
    }
    if member.sensitive {
        tokens.extend(quote!(.sensitive()));
    }
    if member.required {
        tokens.extend(quote!(.required()));
    }
    if member.nullable {
        tokens.extend(quote!(.nullable()));
    }
    for constraint in &member.constraints {
        tokens.extend(self::constraint(constraint, table, patterns));
    }
    for (method, nested) in [("keys", &member.keys), ("items", &member.items)] {
        if let Some(nested) = nested {
            let method = ident(method);
            let nested = entry(nested, table, patterns);
            tokens.extend(quote!(.#method(&#nested)));
        }
    }
    tokens
}

fn constraint(constraint: &Constraint, table: &str, patterns: &mut Vec<Pattern>) -> TokenStream {
    let length = |length: u64| Literal::u64_unsuffixed(length);
    match constraint {
        Constraint::Length { min: Some(min), max: Some(max) } => {
            let (min, max) = (length(*min), length(*max));
            quote!(.length(#min, #max))
        }
        Constraint::Length { min: Some(min), max: None } => {
            let min = length(*min);
            quote!(.min_length(#min))
        }
        Constraint::Length { min: None, max: Some(max) } => {
            let max = length(*max);
            quote!(.max_length(#max))
        }
        Constraint::Length { min: None, max: None } => TokenStream::new(),
        Constraint::Min { bound, exclusive } => {
            let bound = self::bound(*bound);
            if *exclusive { quote!(.exclusive_min(#bound)) } else { quote!(.min(#bound)) }
        }
        Constraint::Max { bound, exclusive } => {
            let bound = self::bound(*bound);
            if *exclusive { quote!(.exclusive_max(#bound)) } else { quote!(.max(#bound)) }
        }
        Constraint::MultipleOf(bound) => {
            let bound = self::bound(*bound);
            quote!(.multiple_of(#bound))
        }
        Constraint::Pattern(pattern) => {
            let known = patterns.iter().position(|known| known == pattern);
            let index = known.unwrap_or_else(|| {
                patterns.push(pattern.clone());
                patterns.len() - 1
            });
            let name = pattern_name(table, index);
            quote!(.pattern(&#name))
        }
        Constraint::Unique => quote!(.unique()),
    }
}

fn bound(bound: Bound) -> TokenStream {
    match bound {
        Bound::Integer(integer) => {
            let number = number(Number::Integer(integer.into()));
            quote!(farrier_runtime::codec::Bound::Integer(#number))
        }
        Bound::Float(float) => {
            let number = number(Number::Float(float));
            quote!(farrier_runtime::codec::Bound::Float(#number))
        }
    }
}
