//! What must hold of an [`Api`] whichever language it was written in.

mod http;

use crate::{api::Api, diagnostic::Diagnostic};

/// Adds everything that is wrong with `api` to `diagnostics`.
pub fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    http::check(api, diagnostics);
}
