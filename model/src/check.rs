//! What must hold of an [`Api`] whichever language it was written in.

mod binding;
mod body;
mod recursion;
mod uri;

use crate::{
    api::{Api, Protocol},
    diagnostic::Diagnostic,
};

/// Adds everything that is wrong with `api` to `diagnostics`.
pub fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    if uses_http_bindings(api) {
        uri::check(api, diagnostics);
        binding::check(api, diagnostics);
    }
    body::check(api, diagnostics);
    recursion::check(api, diagnostics);
}

/// Whether any of the protocols has operations say where their members travel.
fn uses_http_bindings(api: &Api) -> bool {
    api.protocols.iter().any(|protocol| {
        matches!(protocol, Protocol::RestJson1 | Protocol::RestXml | Protocol::HttpJson)
    })
}
