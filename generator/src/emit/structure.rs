//! Structures: what they are, how they are made, and how they look.

use super::{
    doc::{deprecated, doc, docs, serde},
    ty::{self, argument, initial},
};
use crate::{
    name::ident,
    plan::{DefaultImpl, Field, Literal, Location, Presence, RustType, Structure},
};
use proc_macro2::TokenStream;
use quote::quote;

/// The structure with everything that has nothing to do with the wire.
pub(super) fn structure(plan: &Structure) -> TokenStream {
    let definition = definition(plan);
    let methods = methods(plan);
    let default = default(plan);
    let debug = plan.redacted.then(|| debug(plan));
    let error = plan.error.as_ref().map(|_| error(plan));
    let corrected = plan.correct.then(|| corrected(plan));
    quote! { #definition #methods #default #debug #error #corrected }
}

fn definition(plan: &Structure) -> TokenStream {
    let name = ident(&plan.name);
    let docs = docs(&plan.docs);
    let mut derives = Vec::new();
    if !plan.stream {
        derives.push(quote!(Clone));
    }
    if !plan.redacted {
        derives.push(quote!(Debug));
    }
    if plan.default == DefaultImpl::Derive {
        derives.push(quote!(Default));
    }
    if !plan.stream {
        derives.push(quote!(PartialEq));
    }
    let derives = (!derives.is_empty()).then(|| quote!(#[derive(#(#derives),*)]));
    let serde = plan.serde.then(serde);
    let fields = plan.fields.iter().map(|field| {
        let docs = self::docs(&field.docs);
        let name = ident(&field.name);
        let declared = ty::ty(&field.declared());
        quote! { #docs pub #name: #declared, }
    });
    quote! {
        #docs
        #derives
        #serde
        #[non_exhaustive]
        pub struct #name { #(#fields)* }
    }
}

fn methods(plan: &Structure) -> TokenStream {
    let mut methods = Vec::new();
    if plan.constructor {
        methods.push(constructor(plan));
    }
    if plan.setters {
        methods.extend(plan.fields.iter().filter(|field| has_setter(field)).map(setter));
    }
    if methods.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&plan.name);
    quote! { impl #name { #(#methods)* } }
}

fn has_setter(field: &Field) -> bool {
    field.presence != Presence::Required
}

fn constructor(plan: &Structure) -> TokenStream {
    let required: Vec<&Field> =
        plan.fields.iter().filter(|field| field.presence == Presence::Required).collect();
    let (parameters, values): (Vec<_>, Vec<_>) = required
        .iter()
        .map(|field| {
            let name = ident(&field.name);
            let (ty, value) = argument(&field.ty, &quote!(#name));
            let is_shorthand = value.to_string() == quote!(#name).to_string();
            let value = if is_shorthand { quote!(#name) } else { quote!(#name: #value) };
            (quote!(#name: #ty), value)
        })
        .unzip();
    let docs = doc(if required.is_empty() {
        "One with nothing set."
    } else if required.len() == plan.fields.len() {
        "One with all that it needs."
    } else {
        "One with what is required, and nothing else."
    });
    let body = if plan.default == DefaultImpl::Derive {
        quote!(Self::default())
    } else {
        let rest = plan.fields.iter().filter_map(|field| {
            let name = ident(&field.name);
            match &field.presence {
                Presence::Required => None,
                Presence::Optional | Presence::Nullable => Some(quote!(#name: None)),
                Presence::Default(value) => {
                    let value = initial(&field.ty, value);
                    Some(quote!(#name: #value))
                }
            }
        });
        quote!(Self { #(#values,)* #(#rest,)* })
    };
    // More than seven parameters: what the model requires, it requires.
    let many = (required.len() > 7).then(
        || quote!(#[expect(clippy::too_many_arguments, reason = "the model requires them all")]),
    );
    quote! {
        #docs
        #many
        pub fn new(#(#parameters),*) -> Self { #body }
    }
}

fn setter(field: &Field) -> TokenStream {
    let name = ident(&field.name);
    let setter = ident(&field.setter);
    let docs = doc(&format!("Sets [`{0}`](Self::{0}).", crate::name::unraw(&field.name)));
    let deprecated = deprecated(field.deprecated.as_ref());
    let (ty, value) = argument(&field.ty, &quote!(#name));
    let value = match field.presence {
        Presence::Optional | Presence::Nullable => quote!(Some(#value)),
        Presence::Required | Presence::Default(_) => value,
    };
    quote! {
        #docs
        #deprecated
        #[must_use]
        pub fn #setter(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn default(plan: &Structure) -> TokenStream {
    if plan.default != DefaultImpl::New {
        return TokenStream::new();
    }
    let name = ident(&plan.name);
    quote! {
        impl Default for #name {
            fn default() -> Self { Self::new() }
        }
    }
}

fn debug(plan: &Structure) -> TokenStream {
    let name = ident(&plan.name);
    let text = &plan.name;
    let fields = plan.fields.iter().map(|field| {
        let name = ident(&field.name);
        let text = crate::name::unraw(&field.name);
        match (field.redacted, &field.presence) {
            (false, _) => quote!(.field(#text, &self.#name)),
            (true, Presence::Optional | Presence::Nullable) => quote! {
                .field(#text, &farrier_runtime::Redacted::option(&self.#name))
            },
            (true, _) => quote!(.field(#text, &farrier_runtime::Redacted)),
        }
    });
    quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.debug_struct(#text) #(#fields)* .finish()
            }
        }
    }
}

fn error(plan: &Structure) -> TokenStream {
    let name = ident(&plan.name);
    let Some(error) = &plan.error else { return TokenStream::new() };
    let code = &error.code;
    let body = match &error.message {
        None => quote!(formatter.write_str(#code)),
        Some((message, optional)) => {
            let message = ident(message);
            let format = format!("{}: {{message}}", code.replace('{', "{{").replace('}', "}}"));
            if *optional {
                quote! {
                    match &self.#message {
                        Some(message) => write!(formatter, #format),
                        None => formatter.write_str(#code),
                    }
                }
            } else {
                quote! {
                    let message = &self.#message;
                    write!(formatter, #format)
                }
            }
        }
    };
    quote! {
        impl std::fmt::Display for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { #body }
        }

        impl std::error::Error for #name {}
    }
}

fn corrected(plan: &Structure) -> TokenStream {
    let name = ident(&plan.name);
    let body = if plan.default == DefaultImpl::None {
        let fields = plan.fields.iter().map(|field| {
            let name = ident(&field.name);
            let value = match &field.presence {
                Presence::Required => quote!(farrier_runtime::codec::Correct::corrected()),
                Presence::Optional | Presence::Nullable => quote!(None),
                Presence::Default(value) => initial(&field.ty, value),
            };
            quote!(#name: #value)
        });
        quote!(Self { #(#fields),* })
    } else {
        quote!(Self::default())
    };
    quote! {
        impl farrier_runtime::codec::Correct for #name {
            fn corrected() -> Self { #body }
        }
    }
}

/// What makes the field of what was read, an `Option`.
pub(super) fn read_value(field: &Field, read: &TokenStream, server: bool) -> TokenStream {
    match &field.presence {
        Presence::Optional | Presence::Nullable => read.clone(),
        // These are always there.
        _ if field.location == Location::ResponseCode => read.clone(),
        Presence::Required if field.ty == RustType::ByteStream => read.clone(),
        Presence::Required if server => quote!(farrier_runtime::codec::required(#read)?),
        Presence::Required => {
            quote!(#read.unwrap_or_else(farrier_runtime::codec::Correct::corrected))
        }
        Presence::Default(literal) => {
            let or = ty::or_literal(literal);
            quote!(#read #or)
        }
    }
}

/// Whether a value can be read straight into a `Default`.
pub(super) fn reads_in_place(plan: &Structure) -> bool {
    plan.default == DefaultImpl::Derive
        && plan.fields.iter().all(|field| {
            matches!(field.presence, Presence::Optional | Presence::Default(Literal::TypeDefault))
        })
}
