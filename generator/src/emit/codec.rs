//! How structures are written into bodies and read from them.

use super::{
    structure::{read_value, reads_in_place},
    table::table,
};
use crate::{
    name::ident,
    plan::{Field, Location, Presence, Structure},
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The table of the structure's members.
pub(super) fn structure_table(plan: &Structure) -> TokenStream {
    table(&plan.table, &plan.name, plan.closed, plan.fields.iter().map(|field| &field.member))
}

/// `impl Encode`.
pub(super) fn encode(plan: &Structure) -> TokenStream {
    let name = ident(&plan.name);
    let table = ident(&plan.table);
    let writes = plan.fields.iter().enumerate().map(|(index, field)| write_member(index, field));
    let mutable = (!plan.fields.is_empty()).then(|| quote!(mut));
    quote! {
        impl farrier_runtime::codec::Encode for #name {
            fn encode(&self, writer: &mut dyn farrier_runtime::codec::Writer) {
                let #mutable members = writer.structure(&#table);
                #(#writes)*
                members.end();
            }
        }
    }
}

/// The statements that write the members of the body; `body` is what writes them.
pub(super) fn write_members(plan: &Structure, body: &TokenStream) -> TokenStream {
    let fields = plan.fields.iter().enumerate();
    let writes: Vec<TokenStream> = fields
        .filter(|(_, field)| field.location == Location::Body)
        .map(|(index, field)| write_member(index, field))
        .collect();
    let mutable = (!writes.is_empty()).then(|| quote!(mut));
    quote! {
        let #mutable members = #body;
        #(#writes)*
        members.end();
    }
}

fn write_member(index: usize, field: &Field) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let name = ident(&field.name);
    if field.token {
        let token = token(field);
        return quote!(members.member(#index, #token););
    }
    match field.presence {
        Presence::Optional => quote!(members.optional(#index, &self.#name);),
        _ => quote!(members.member(#index, &self.#name);),
    }
}

/// An idempotency token to be written: the caller's, or one that is made for this request. It is not kept in the input, which
/// may be used for further calls; attempts of one call send what has been written once.
pub(super) fn token(field: &Field) -> TokenStream {
    let name = ident(&field.name);
    quote!(&*farrier_runtime::client::idempotency_token_unless_given(&self.#name))
}

/// `impl Decode`.
pub(super) fn decode(plan: &Structure, server: bool) -> TokenStream {
    let name = ident(&plan.name);
    let table = ident(&plan.table);
    let all = |_: &Field| true;
    let body = quote!(let mut members = reader.structure(&#table)?;);
    let statements =
        read(plan, server, &TokenStream::new(), &body, &quote!(members), &all, &|_| None);
    quote! {
        impl farrier_runtime::codec::Decode for #name {
            fn decode(
                reader: &mut dyn farrier_runtime::codec::Reader,
            ) -> Result<Self, farrier_runtime::codec::Halt> {
                #statements
            }
        }
    }
}

/// The statements that read a structure: those of its fields that `in_body` says from a loop over
/// the members that `members` finds, all others through what `other` gives, an `Option`.
pub(super) fn read(
    plan: &Structure,
    server: bool,
    before: &TokenStream,
    start: &TokenStream,
    members: &TokenStream,
    in_body: &dyn Fn(&Field) -> bool,
    other: &dyn Fn(usize) -> Option<TokenStream>,
) -> TokenStream {
    // All from the body: values go straight where they belong. Else all are in hand before one is made.
    let in_place = reads_in_place(plan) && plan.fields.iter().all(in_body);
    let mut locals = Vec::new();
    let mut others = Vec::new();
    let mut arms = Vec::new();
    for (index, field) in plan.fields.iter().enumerate() {
        let name = ident(&field.name);
        let local = ident(&field.local);
        let target = if in_place { quote!(value.#name) } else { quote!(#local) };
        if let Some(read) = other(index) {
            others.push(quote!(let #target = #read;));
            continue;
        }
        if !in_body(field) {
            continue;
        }
        let position = Literal::usize_unsuffixed(index);
        let read = quote!(#members.value()?);
        if in_place {
            let read = read_value(field, &read, server);
            arms.push(quote!(#position => #target = #read,));
        } else {
            locals.push(quote!(let mut #target = None;));
            arms.push(quote!(#position => #target = #read,));
        }
    }
    let looped = if start.is_empty() && arms.is_empty() {
        TokenStream::new()
    } else if arms.is_empty() {
        quote! {
            while #members.next()?.is_some() {
                #members.skip()?;
            }
        }
    } else {
        quote! {
            while let Some(member) = #members.next()? {
                match member {
                    #(#arms)*
                    _ => #members.skip()?,
                }
            }
        }
    };
    let end = (!start.is_empty() || !before.is_empty()).then(|| quote!(#members.end()?;));
    if plan.fields.is_empty() {
        quote! {
            #before
            #start
            #looped
            #end
            Ok(Self {})
        }
    } else if in_place {
        quote! {
            let mut value = Self::default();
            #before
            #start
            #looped
            #end
            Ok(value)
        }
    } else {
        let fields = plan.fields.iter().map(|field| {
            let name = ident(&field.name);
            let local = ident(&field.local);
            let value = read_value(field, &quote!(#local), server);
            let shorthand = name == value.to_string();
            if shorthand { quote!(#name) } else { quote!(#name: #value) }
        });
        quote! {
            #before
            #(#others)*
            #start
            #(#locals)*
            #looped
            #end
            Ok(Self { #(#fields),* })
        }
    }
}
