//! Unions.

use super::{
    doc::{doc, docs, serde},
    table::table,
    ty,
};
use crate::{
    name::ident,
    plan::{Union, UnionVariant},
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The union and how it travels.
pub(super) fn union(plan: &Union) -> TokenStream {
    let definition = definition(plan);
    let debug = plan.redacted.then(|| debug(plan));
    let table = (plan.encode || plan.decode).then(|| {
        table(&plan.table, &plan.name, false, plan.variants.iter().map(|variant| &variant.member))
    });
    let encode = plan.encode.then(|| encode(plan));
    let decode = plan.decode.then(|| decode(plan));
    let corrected = plan.correct.then(|| corrected(plan));
    quote! { #definition #debug #table #encode #decode #corrected }
}

fn definition(plan: &Union) -> TokenStream {
    let name = ident(&plan.name);
    let docs = docs(&plan.docs);
    let debug = (!plan.redacted).then(|| quote!(Debug,));
    let serde = serde();
    let variants = plan.variants.iter().map(|variant| {
        let docs = self::docs(&variant.docs);
        let name = ident(&variant.name);
        let payload = variant.ty.as_ref().map(|ty| {
            let ty = ty::ty(ty);
            quote!((#ty))
        });
        quote! { #docs #name #payload, }
    });
    let unknown = plan.open.then(|| {
        let docs = doc("A member that this crate does not know, by its name; it cannot be sent.");
        quote! { #docs Unknown(String), }
    });
    quote! {
        #docs
        #[derive(Clone, #debug PartialEq)]
        #serde
        #[non_exhaustive]
        pub enum #name { #(#variants)* #unknown }
    }
}

fn debug(plan: &Union) -> TokenStream {
    let name = ident(&plan.name);
    let arms = plan.variants.iter().map(|variant| {
        let name = ident(&variant.name);
        let text = &variant.name;
        match (&variant.ty, variant.redacted) {
            (None, _) => quote!(Self::#name => formatter.write_str(#text),),
            (Some(_), true) => quote! {
                Self::#name(_) => {
                    formatter.debug_tuple(#text).field(&farrier_runtime::Redacted).finish()
                }
            },
            (Some(_), false) => quote! {
                Self::#name(value) => formatter.debug_tuple(#text).field(value).finish(),
            },
        }
    });
    let unknown = plan.open.then(|| {
        quote! { Self::Unknown(name) => formatter.debug_tuple("Unknown").field(name).finish(), }
    });
    quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { #(#arms)* #unknown }
            }
        }
    }
}

fn encode(plan: &Union) -> TokenStream {
    let name = ident(&plan.name);
    let table = ident(&plan.table);
    let arms = plan.variants.iter().enumerate().map(|(index, variant)| {
        let index = Literal::usize_unsuffixed(index);
        let name = ident(&variant.name);
        match variant.ty {
            Some(_) => quote!(Self::#name(value) => members.member(#index, value),),
            None => quote!(Self::#name => members.unit(#index),),
        }
    });
    let unknown = plan.open.then(|| quote!(Self::Unknown(name) => members.unknown(name),));
    let body = if plan.variants.is_empty() && !plan.open {
        quote! { match *self {} }
    } else {
        quote! {
            let mut members = writer.structure(&#table);
            match self { #(#arms)* #unknown }
            members.end();
        }
    };
    quote! {
        impl farrier_runtime::codec::Encode for #name {
            fn encode(&self, writer: &mut dyn farrier_runtime::codec::Writer) { #body }
        }
    }
}

fn decode(plan: &Union) -> TokenStream {
    let name = ident(&plan.name);
    let table = ident(&plan.table);
    let arms = plan.variants.iter().enumerate().map(|(index, variant)| {
        let index = Literal::usize_unsuffixed(index);
        let UnionVariant { name, ty, .. } = variant;
        let name = ident(name);
        let value = match ty {
            Some(_) => quote!(Self::#name(members.value()?)),
            None => quote! {{ members.unit()?; Self::#name }},
        };
        quote!(farrier_runtime::codec::UnionMember::Known(#index) => #value,)
    });
    let other = match plan.open {
        true => quote!(other => Self::Unknown(members.unknown(other)?),),
        false => quote!(_ => return Err(members.unrecognised()),),
    };
    quote! {
        impl farrier_runtime::codec::Decode for #name {
            fn decode(
                reader: &mut dyn farrier_runtime::codec::Reader,
            ) -> Result<Self, farrier_runtime::codec::Halt> {
                let mut members = reader.union(&#table)?;
                let value = match members.next()? { #(#arms)* #other };
                members.end()?;
                Ok(value)
            }
        }
    }
}

fn corrected(plan: &Union) -> TokenStream {
    let name = ident(&plan.name);
    quote! {
        impl farrier_runtime::codec::Correct for #name {
            fn corrected() -> Self { Self::Unknown(String::new()) }
        }
    }
}
