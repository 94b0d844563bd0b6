//! Documentation and other attributes.

use proc_macro2::TokenStream;
use quote::quote;

/// `///` lines.
pub(super) fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote! { #(#[doc = #lines])* }
}

/// A `///` line.
pub(super) fn doc(line: &str) -> TokenStream {
    let line = format!(" {line}");
    quote! { #[doc = #line] }
}

/// `#[deprecated]`, if it is.
pub(super) fn deprecated(reason: Option<&String>) -> Option<TokenStream> {
    reason.map(|reason| match reason.trim() {
        "" => quote!(#[deprecated]),
        reason => quote!(#[deprecated(note = #reason)]),
    })
}

/// `#[derive(…)]` for serde, behind the crate's feature.
pub(super) fn serde() -> TokenStream {
    quote! { #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))] }
}
