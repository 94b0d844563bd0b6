//! Documentation and other attributes.

pub(super) use crate::format::docs;

use proc_macro2::TokenStream;
use quote::quote;

/// A `///` line.
pub(super) fn doc(line: &str) -> TokenStream {
    docs(&[line])
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
