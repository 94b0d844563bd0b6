//! What HTTP bindings must satisfy.

use crate::{api::Api, diagnostic::Diagnostic};

pub(super) fn check(_api: &Api, _diagnostics: &mut Vec<Diagnostic>) {}
