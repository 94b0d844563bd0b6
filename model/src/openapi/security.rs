//! Who may call, and where.

use super::{Reader, operation::Security};
use crate::{
    api::{AuthKind, AuthScheme, Operation},
    diagnostic::{Diagnostic, Severity},
    node::Place,
};
use indexmap::{IndexMap, IndexSet};
use std::collections::HashSet;

/// Leaves out the schemes that nobody asks for, and of the operations what goes without saying.
pub(super) fn simplify(
    schemes: &mut Vec<AuthScheme>,
    operations: &mut IndexMap<String, Operation>,
) {
    let used: HashSet<String> = operations
        .values()
        .filter_map(|operation| operation.auth.as_ref())
        .flatten()
        .cloned()
        .collect();
    schemes.retain(|scheme| used.contains(&scheme.id));
    for operation in operations.values_mut() {
        let own = operation.auth.as_deref().unwrap_or_default();
        operation.optional_auth |= own.is_empty() && !schemes.is_empty();
        if own.iter().eq(schemes.iter().map(|scheme| &scheme.id)) {
            operation.auth = None;
        }
    }
}

impl<'a> Reader<'a> {
    /// The ways to prove who calls, those first that the whole document asks for; and what is asked
    /// for where an operation says nothing.
    pub(super) fn read_security(&mut self, root: &Place<'a>) -> (Vec<AuthScheme>, Security) {
        let default = self.read_requirements(root).unwrap_or_default();
        let components = self.document.object(root, "components");
        let defined =
            components.and_then(|components| self.document.object(&components, "securitySchemes"));
        let mut schemes = Vec::new();
        for (name, place) in defined.iter().flat_map(Place::members) {
            let Some(place) = self.document.resolve(&place) else { continue };
            let Some(kind) = self.read_scheme(&place) else { continue };
            schemes.push(AuthScheme { id: name.to_owned(), kind });
        }
        let preferred = &default.schemes;
        let rank = |scheme: &AuthScheme| {
            preferred.iter().position(|name| *name == scheme.id).unwrap_or(preferred.len())
        };
        schemes.sort_by_key(rank);
        (schemes, default)
    }

    /// What one operation asks for, where the whole document asks for `default`.
    pub(super) fn read_operation_security(
        &mut self,
        operation: &Place<'a>,
        default: &Security,
    ) -> Security {
        self.read_requirements(operation).unwrap_or_else(|| default.clone())
    }

    /// `security`, if it is there.
    fn read_requirements(&mut self, place: &Place<'a>) -> Option<Security> {
        let list = self.document.array(place, "security")?;
        let mut names: IndexSet<String> = IndexSet::new();
        let mut optional = false;
        for requirement in list.items() {
            let mut members = requirement.members();
            match (members.next(), members.next()) {
                (None, _) => optional = true,
                (Some((name, scheme)), None) => {
                    if self.defines_scheme(name) {
                        names.insert(name.to_owned());
                    } else {
                        let message = format!("there is no security scheme `{name}`");
                        let origin = scheme.key_origin();
                        let diagnostic = Diagnostic::invalid("openapi-security", origin, message);
                        self.document.diagnostics.push(diagnostic);
                    }
                }
                (Some(_), Some(_)) => {
                    let message = "several security schemes at once are not supported";
                    self.document.unsupported("openapi-security", &requirement, message);
                }
            }
        }
        Some(Security { schemes: names.into_iter().collect(), optional })
    }

    fn defines_scheme(&self, name: &str) -> bool {
        let components = self.document.root.get("components");
        let schemes = components.and_then(|components| components.get("securitySchemes"));
        schemes.is_some_and(|schemes| schemes.get(name).is_some())
    }

    fn read_scheme(&mut self, place: &Place<'a>) -> Option<AuthKind> {
        let kind = match self.document.string(place, "type") {
            Some("http") => {
                let scheme = self.document.string(place, "scheme").unwrap_or("");
                match scheme.to_ascii_lowercase().as_str() {
                    "basic" => AuthKind::HttpBasic,
                    "bearer" => AuthKind::HttpBearer,
                    "digest" => AuthKind::HttpDigest,
                    _ => AuthKind::Other,
                }
            }
            // RFC 6750 is how their tokens travel.
            Some("oauth2" | "openIdConnect") => AuthKind::HttpBearer,
            // What API Gateway's extension says of a key that is no key. It has no word for the name
            // that requests are signed for; its own is what it signs with itself.
            Some("apiKey")
                if self.document.string(place, "x-amazon-apigateway-authtype")
                    == Some("awsSigv4") =>
            {
                let name = self.document.string(place, "x-farrier-signing-name");
                AuthKind::SigV4 { name: name.unwrap_or("execute-api").to_owned() }
            }
            Some("apiKey") => {
                let name = self.document.string(place, "name").unwrap_or("").to_owned();
                match self.document.string(place, "in") {
                    Some("header") => AuthKind::ApiKeyHeader { name, scheme: None },
                    Some("query") => AuthKind::ApiKeyQuery { name },
                    _ => AuthKind::Other,
                }
            }
            Some(_) => AuthKind::Other,
            None => {
                self.document.invalid("openapi-security", place, "the security scheme has no type");
                return None;
            }
        };
        Some(kind)
    }

    /// The base URLs, with variables at their defaults.
    pub(super) fn read_servers(&mut self, root: &Place<'a>) -> Vec<String> {
        let mut urls = Vec::new();
        for server in self.document.array(root, "servers").iter().flat_map(Place::items) {
            let Some(url) = self.document.string(&server, "url") else {
                self.document.invalid("openapi-servers", &server, "the server has no URL");
                continue;
            };
            let mut url = url.to_owned();
            let variables = self.document.object(&server, "variables");
            for (name, variable) in variables.iter().flat_map(Place::members) {
                match self.document.string(&variable, "default") {
                    Some(default) => url = url.replace(&format!("{{{name}}}"), default),
                    None => {
                        let message = "the variable has no default";
                        self.document.invalid("openapi-servers", &variable, message);
                    }
                }
            }
            if url.contains('{') {
                let message = "not all variables of this URL are described, and it is left out";
                self.document.ignored("openapi-servers", Severity::Warning, &server, message);
                continue;
            }
            urls.push(url);
        }
        urls
    }
}
