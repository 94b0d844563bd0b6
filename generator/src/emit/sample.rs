//! Values written out, for tests.

use super::ty;
use crate::{
    name::ident,
    plan::{FieldSample, Literal, RustType, Sample, StructureSample},
};
use farrier_model::api::{Number, Value};
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

/// The statements that make the variable `name` of a structure.
pub(super) fn variable(name: &str, sample: &StructureSample) -> TokenStream {
    let name = ident(name);
    let made = made(sample);
    let mutable = (!sample.fields.is_empty()).then(|| quote!(mut));
    let fields = fields(&name, &sample.fields);
    quote! {
        let #mutable #name = #made;
        #fields
    }
}

fn fields(variable: &proc_macro2::Ident, fields: &[FieldSample]) -> TokenStream {
    fields
        .iter()
        .map(|field| {
            let (name, value) = (ident(&field.name), expression(&field.value));
            quote!(#variable.#name = #value;)
        })
        .collect()
}

fn made(sample: &StructureSample) -> TokenStream {
    let ty = ident(&sample.ty);
    let ty = match sample.in_operation {
        true => quote!(crate::operation::#ty),
        false => quote!(crate::types::#ty),
    };
    match &sample.arguments {
        None => quote!(#ty::default()),
        Some(arguments) => {
            let arguments = arguments.iter().map(|argument| match &argument.value {
                // A constructor takes what is behind the pointer.
                Sample::Boxed(inner) => expression(inner),
                argument => expression(argument),
            });
            quote!(#ty::new(#(#arguments),*))
        }
    }
}

/// The value as an expression.
fn expression(sample: &Sample) -> TokenStream {
    match sample {
        Sample::Literal(RustType::String, Literal::String(text)) => quote!(#text.to_owned()),
        Sample::Literal(ty, literal) => ty::initial(ty, literal),
        Sample::NotFinite(ty, name) => {
            let (ty, name) = (ty::ty(ty), ident(name));
            quote!(#ty::#name)
        }
        Sample::Stream(text) => quote!(farrier_runtime::ByteStream::from(#text)),
        Sample::Document(value) => document(value),
        Sample::Variant { ty, variant } => {
            let (ty, variant) = (ident(ty), ident(variant));
            quote!(crate::types::#ty::#variant)
        }
        Sample::Unnamed { ty, value } => {
            let (ty, value) = (ident(ty), expression(value));
            quote!(crate::types::#ty::Unknown(#value))
        }
        Sample::Union { ty, variant, value } => {
            let (ty, variant) = (ident(ty), ident(variant));
            let value = value.as_deref().map(expression).map(|value| quote!((#value)));
            quote!(crate::types::#ty::#variant #value)
        }
        Sample::List(items) if items.is_empty() => quote!(Vec::new()),
        Sample::List(items) => {
            let items = items.iter().map(expression);
            quote!(vec![#(#items),*])
        }
        Sample::Map(entries) if entries.is_empty() => {
            quote!(std::collections::BTreeMap::new())
        }
        Sample::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let (key, value) = (expression(key), expression(value));
                quote!((#key, #value))
            });
            quote!(std::collections::BTreeMap::from([#(#entries),*]))
        }
        Sample::Option(None) => quote!(None),
        Sample::Option(Some(inner)) => {
            let inner = expression(inner);
            quote!(Some(#inner))
        }
        Sample::Boxed(inner) => {
            let inner = expression(inner);
            quote!(Box::new(#inner))
        }
        Sample::Corrected(ty) => {
            let ty = ty::ty(ty);
            quote!(<#ty as farrier_runtime::codec::Correct>::corrected())
        }
        Sample::Structure(sample) if sample.fields.is_empty() => made(sample),
        Sample::Structure(sample) => {
            let statements = variable("value", sample);
            quote!({ #statements value })
        }
    }
}

fn document(value: &Value) -> TokenStream {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let items = items.iter().map(document);
            quote!(farrier_runtime::Document::Array(vec![#(#items),*]))
        }
        Value::Object(members) if !members.is_empty() => {
            let members = members.iter().map(|(name, value)| {
                let value = document(value);
                quote!((#name.to_owned(), #value))
            });
            quote! {
                farrier_runtime::Document::Object(
                    std::collections::BTreeMap::from([#(#members),*]),
                )
            }
        }
        Value::Number(Number::Integer(integer)) if u64::try_from(*integer).is_ok() => {
            let integer = Token::u64_suffixed(u64::try_from(*integer).unwrap_or_default());
            quote!(farrier_runtime::Document::from(#integer))
        }
        value => ty::document(value),
    }
}
