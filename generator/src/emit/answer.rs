//! How a client tells answers apart and reads them.

use crate::plan::{Content, Status, Travel};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// What `response` gives for what an answer carries.
pub(super) fn read_content(content: &Content, travel: Travel) -> Option<TokenStream> {
    match (content, travel) {
        (Content::Nothing, _) => None,
        (_, Travel::Body) => Some(quote!(response.body()?)),
        (_, Travel::Message) => Some(quote!(response.read()?)),
    }
}

/// The statuses as a pattern.
pub(super) fn status_pattern(status: Status) -> TokenStream {
    match status {
        Status::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        Status::Class(class) => {
            let low = Literal::u16_unsuffixed(u16::from(class) * 100);
            let high = Literal::u16_unsuffixed(u16::from(class) * 100 + 99);
            quote!(#low..=#high)
        }
        Status::Default => quote!(_),
    }
}
