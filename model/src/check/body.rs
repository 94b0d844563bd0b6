//! Bodies: no two members of a structure or union under one name.

use crate::{
    api::{Api, Protocol, ShapeKind},
    diagnostic::Diagnostic,
};
use std::collections::HashMap;

pub(super) fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    let uses_json_names = api
        .protocols
        .iter()
        .any(|protocol| matches!(protocol, Protocol::RestJson1 | Protocol::HttpJson));
    if !uses_json_names {
        return;
    }
    for (id, shape) in &api.shapes {
        if !matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)) {
            continue;
        }
        let mut first = HashMap::new();
        // What travels elsewhere in one message may travel in the body of another.
        for member in shape.members().filter(|member| member.http.is_none()) {
            let name = member.json_name.as_deref().unwrap_or(&member.name);
            if let Some(known) = first.insert(name, member) {
                let message = format!(
                    "`{}` and `{}` of `{}` are both called `{name}` in JSON",
                    known.name, member.name, id.name
                );
                diagnostics.push(
                    Diagnostic::invalid("json-name-conflict", member.origin.clone(), message)
                        .with_related(known.origin.clone(), "first here"),
                );
            }
        }
    }
}
