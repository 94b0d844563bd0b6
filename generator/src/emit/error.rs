//! The errors of an operation.

use super::{
    answer::{read_content, status_pattern},
    doc::{doc, docs},
};
use crate::{
    name::ident,
    plan::{Content, ErrorEnum, ErrorKey, ErrorVariant, Operation, Role, Status},
};
use proc_macro2::TokenStream;
use quote::quote;

/// The enum of a client.
pub(super) fn client(plan: &Operation) -> TokenStream {
    let definition = definition(&plan.error, &plan.name, Role::Client);
    let name = ident(&plan.error.name);
    let codes = plan.error.variants.iter().map(|variant| {
        let pattern = pattern(variant);
        let code = code_text(variant);
        quote!(#pattern => #code,)
    });
    let body = match plan.error.variants.is_empty() {
        true => quote!(match *self {}),
        false => quote!(match self { #(#codes)* }),
    };
    quote! {
        #definition
        impl farrier_runtime::client::ServiceError for #name {
            fn code(&self) -> &str { #body }
        }
    }
}

/// The enum and its `Display`.
pub(super) fn definition(plan: &ErrorEnum, operation: &str, role: Role) -> TokenStream {
    let name = ident(&plan.name);
    let docs = doc(&match role {
        Role::Client => format!("The errors that `{operation}` answers with by its model."),
        Role::Server => format!("The errors that `{operation}` can answer with."),
    });
    let variants = plan.variants.iter().map(|variant| {
        let docs = self::docs(&variant.docs);
        let name = ident(&variant.name);
        let payload = payload(variant);
        quote! { #docs #name #payload, }
    });
    let unmodelled = plan.unmodelled.as_ref().map(|name| {
        let docs = doc("Anything that the model does not name.");
        let name = ident(name);
        quote! { #docs #name(farrier_runtime::server::Fault), }
    });
    let exhaustive = (role == Role::Client).then(|| quote!(#[non_exhaustive]));
    let arms = plan.variants.iter().map(|variant| {
        let name = ident(&variant.name);
        let code = code_text(variant);
        match (&variant.content, has_status(variant)) {
            (Content::Nothing, false) => quote!(Self::#name => formatter.write_str(#code),),
            (Content::Nothing, true) => {
                quote!(Self::#name(status) => write!(formatter, "status {status}"),)
            }
            (_, false) => show(variant, &quote!(Self::#name(error)), &code),
            (_, true) => show(variant, &quote!(Self::#name(_, error)), &code),
        }
    });
    let unmodelled_arm = plan.unmodelled.as_ref().map(|name| {
        let name = ident(name);
        quote!(Self::#name(fault) => write!(formatter, "{fault}"),)
    });
    let body = match plan.variants.is_empty() && plan.unmodelled.is_none() {
        true => quote!(match *self {}),
        false => quote!(match self { #(#arms)* #unmodelled_arm }),
    };
    let formatter = match plan.variants.is_empty() && plan.unmodelled.is_none() {
        true => quote!(_formatter),
        false => quote!(formatter),
    };
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #exhaustive
        pub enum #name { #(#variants)* #unmodelled }

        impl std::fmt::Display for #name {
            fn fmt(&self, #formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { #body }
        }

        impl std::error::Error for #name {}
    }
}

fn show(variant: &ErrorVariant, pattern: &TokenStream, code: &str) -> TokenStream {
    match &variant.code {
        ErrorKey::Code(_) => quote!(#pattern => write!(formatter, "{error}"),),
        ErrorKey::Status(_) => {
            let format = format!("{code}: {{error:?}}");
            quote!(#pattern => write!(formatter, #format),)
        }
    }
}

/// `From` for every error that only one variant holds.
pub(super) fn conversions(plan: &ErrorEnum) -> TokenStream {
    let name = ident(&plan.name);
    let shared = |variant: &ErrorVariant| match &variant.content {
        Content::Shared(name) if !has_status(variant) => Some(name.clone()),
        _ => None,
    };
    let conversions = plan.variants.iter().filter_map(|variant| {
        let content = shared(variant)?;
        let holders = plan.variants.iter().filter(|other| match &other.content {
            Content::Shared(other) => *other == content,
            _ => false,
        });
        if holders.count() != 1 {
            return None;
        }
        let (content, variant) = (ident(&content), ident(&variant.name));
        Some(quote! {
            impl From<crate::types::#content> for #name {
                fn from(error: crate::types::#content) -> Self { Self::#variant(error) }
            }
        })
    });
    quote! { #(#conversions)* }
}

fn payload(variant: &ErrorVariant) -> Option<TokenStream> {
    let content = match &variant.content {
        Content::Shared(name) => {
            let name = ident(name);
            Some(quote!(crate::types::#name))
        }
        Content::Own(plan) => {
            let name = ident(&plan.name);
            Some(quote!(#name))
        }
        Content::Nothing => None,
    };
    match (has_status(variant), content) {
        (false, None) => None,
        (false, Some(content)) => Some(quote!((#content))),
        (true, None) => Some(quote!((u16))),
        (true, Some(content)) => Some(quote!((u16, #content))),
    }
}

/// Whether the variant holds its status, because the model leaves it open.
pub(super) fn has_status(variant: &ErrorVariant) -> bool {
    !matches!(variant.status, Status::Code(_))
}

/// The pattern that matches the variant whatever it holds.
pub(super) fn pattern(variant: &ErrorVariant) -> TokenStream {
    let name = ident(&variant.name);
    match payload(variant) {
        None => quote!(Self::#name),
        Some(_) => quote!(Self::#name(..)),
    }
}

/// What the error is called.
pub(super) fn code_text(variant: &ErrorVariant) -> String {
    match &variant.code {
        ErrorKey::Code(code) => code.clone(),
        ErrorKey::Status(Status::Code(status)) => status.to_string(),
        ErrorKey::Status(Status::Class(class)) => format!("{class}XX"),
        ErrorKey::Status(Status::Default) => "default".to_owned(),
    }
}

/// `fn read_error` of a client.
pub(super) fn read(plan: &ErrorEnum) -> TokenStream {
    if plan.variants.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&plan.name);
    let by_code = plan.variants.iter().all(|variant| matches!(variant.code, ErrorKey::Code(_)));
    let arms = plan.variants.iter().map(|variant| {
        let variant_name = ident(&variant.name);
        let key = match &variant.code {
            ErrorKey::Code(code) => quote!(#code),
            ErrorKey::Status(status) => status_pattern(*status),
        };
        let content = read_content(&variant.content, variant.travel);
        let value = match (has_status(variant), content) {
            (false, None) => quote!(#name::#variant_name),
            (false, Some(content)) => quote!(#name::#variant_name(#content)),
            (true, None) => quote!(#name::#variant_name(error.status())),
            (true, Some(content)) => quote!(#name::#variant_name(error.status(), #content)),
        };
        quote!(#key => #value,)
    });
    let has_default =
        plan.variants.iter().any(|variant| variant.code == ErrorKey::Status(Status::Default));
    let other = (!has_default).then(|| quote!(_ => return Ok(None),));
    let key = if by_code { quote!(error.code()) } else { quote!(error.status()) };
    let reads = plan.variants.iter().any(|variant| !matches!(variant.content, Content::Nothing));
    let response = if reads { quote!(response) } else { quote!(_response) };
    quote! {
        fn read_error(
            error: &farrier_runtime::client::ErrorCode<'_>,
            #response: &mut farrier_runtime::client::ResponseReader<'_>,
        ) -> Result<Option<Self::Error>, farrier_runtime::codec::Halt> {
            let error = match #key { #(#arms)* #other };
            Ok(Some(error))
        }
    }
}
