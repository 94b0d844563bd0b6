//! Parameters of the path, the query and the header.

use super::{
    Reader,
    name::{Names, pascal_case},
    schema::Kind,
};
use crate::{
    api::{HttpLocation, Member, Simple, Target},
    diagnostic::Diagnostic,
    node::Place,
};
use indexmap::IndexMap;
use std::collections::HashSet;

/// 3.0.3, section 4.7.12.1: a parameter of these names in the header does not count.
const NO_HEADER_PARAMETERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// One parameter, found but not read.
struct Parameter<'a> {
    place: Place<'a>,
    name: &'a str,
    location: Location,
    /// Its own name among the components, if it has one.
    component: Option<String>,
}

/// Where a value that is no body travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Location {
    Path,
    Query,
    Header,
}

impl Location {
    fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
        }
    }
}

impl<'a> Reader<'a> {
    /// The parameters of an operation and of the path that it belongs to, one member each.
    pub(super) fn read_parameters(
        &mut self,
        item: &Place<'a>,
        operation: &Place<'a>,
        labels: &[&str],
        stem: &str,
    ) -> Vec<Member> {
        let mut found: IndexMap<(&'a str, Location), Parameter<'a>> = IndexMap::new();
        for level in [item, operation] {
            let mut here = HashSet::new();
            for place in self.document.array(level, "parameters").iter().flat_map(Place::items) {
                let Some(parameter) = self.find_parameter(&place) else { continue };
                let key = (parameter.name, parameter.location);
                if !here.insert(key) {
                    let message = format!("the parameter `{}` is there before", parameter.name);
                    self.document.invalid("openapi-parameter", &place, message);
                    continue;
                }
                found.insert(key, parameter);
            }
        }
        // A label has its parameter's name; any other of the same name must give way.
        let mut taken = Names::default();
        for (name, _) in found.keys().filter(|(_, location)| *location == Location::Path) {
            taken.insert(name);
        }
        let mut members = Vec::new();
        for parameter in found.into_values() {
            let name = match parameter.location {
                Location::Path => parameter.name.to_owned(),
                _ if !taken.contains(parameter.name) => taken.claim(parameter.name),
                location => taken.claim(&format!("{}_{}", parameter.name, location.name())),
            };
            members.extend(self.read_parameter(&parameter, name, labels, stem));
        }
        members
    }

    fn find_parameter(&mut self, place: &Place<'a>) -> Option<Parameter<'a>> {
        let resolved = self.document.resolve(place)?;
        let pointer = resolved.pointer();
        let component = pointer.strip_prefix("/components/parameters/").map(pascal_case);
        let component = component.filter(|_| place.get("$ref").is_some());
        let place = resolved;
        let Some(name) = self.document.string(&place, "name") else {
            self.document.invalid("openapi-parameter", &place, "the parameter has no name");
            return None;
        };
        let location = match self.document.string(&place, "in") {
            Some("path") => Location::Path,
            Some("query") => Location::Query,
            Some("header") => {
                if NO_HEADER_PARAMETERS.contains(&name.to_ascii_lowercase().as_str()) {
                    return None;
                }
                Location::Header
            }
            Some("cookie") => {
                self.document.unsupported(
                    "openapi-cookie",
                    &place,
                    "parameters in cookies are not supported",
                );
                return None;
            }
            _ => {
                let message = "`in` must be `path`, `query`, `header` or `cookie`";
                self.document.invalid("openapi-parameter", &place, message);
                return None;
            }
        };
        Some(Parameter { place, name, location, component })
    }

    fn read_parameter(
        &mut self,
        parameter: &Parameter<'a>,
        name: String,
        labels: &[&str],
        stem: &str,
    ) -> Option<Member> {
        let place = &parameter.place;
        let location = parameter.location;
        let required = self.document.boolean(place, "required");
        if location == Location::Path {
            if !labels.contains(&parameter.name) {
                let message = format!("the path has no `{{{}}}`", parameter.name);
                self.document.invalid("openapi-parameter", place, message);
                return None;
            }
            if !required {
                let message = "a parameter in the path must be `required: true`";
                self.document.invalid("openapi-parameter", place, message);
            }
        }
        let shape = match &parameter.component {
            Some(component) => component.clone(),
            None => format!("{stem}{}", pascal_case(&name)),
        };
        let mut member = match self.read_value(place, location, &name, &shape) {
            Some(member) => member,
            // It has been refused; the path still needs its label.
            None if location == Location::Path => {
                Member::new(&name, Target::Simple(Simple::String), place.origin())
            }
            None => return None,
        };
        member.required = required || location == Location::Path;
        member.http = Some(match location {
            Location::Path => HttpLocation::Label,
            Location::Query => HttpLocation::Query(parameter.name.to_owned()),
            Location::Header => HttpLocation::Header(parameter.name.to_owned()),
        });
        Some(member)
    }

    /// The member for a parameter object, or a header object, which is the same without name.
    pub(super) fn read_value(
        &mut self,
        place: &Place<'a>,
        location: Location,
        name: &str,
        shape: &str,
    ) -> Option<Member> {
        if let Some(content) = place.get("content") {
            let message = "values outside of a body that have a media type are not supported";
            self.document.unsupported("openapi-parameter-content", &content, message);
            return None;
        }
        let Some(schema) = place.get("schema") else {
            self.document.invalid("openapi-parameter", place, "there is no schema");
            return None;
        };
        self.check_style(place, location, &schema)?;
        let described = self.describe(&schema, shape);
        let mut member = described.member(name, place.origin());
        // Outside of a body nothing says null.
        member.nullable = false;
        if let Some(description) = self.document.string(place, "description") {
            member.documentation = Some(description.to_owned());
        }
        if self.document.boolean(place, "deprecated") {
            member.deprecated = Some(String::new());
        }
        if matches!(member.target, Target::Simple(Simple::Document | Simple::Blob(_))) {
            let message = format!("a {} value of this type is not supported", location.name());
            self.document.unsupported("openapi-parameter-type", &schema, message);
            return None;
        }
        Some(member)
    }

    /// Says so if the value is not one that travels in its location in the usual way.
    fn check_style(
        &mut self,
        place: &Place<'a>,
        location: Location,
        schema: &Place<'a>,
    ) -> Option<()> {
        let usual = if location == Location::Query { "form" } else { "simple" };
        let style = self.document.string(place, "style").unwrap_or(usual);
        let explode = match place.get("explode") {
            Some(_) => self.document.boolean(place, "explode"),
            None => style == "form",
        };
        let (_, resolved) = self.follow(schema);
        match resolved.kind {
            Some(Kind::Array) => {
                let unusual = style != usual || location == Location::Path;
                if unusual || (location == Location::Query && !explode) {
                    let message = format!(
                        "a list in the {} with `style: {style}` and `explode: {explode}` is not supported",
                        location.name()
                    );
                    let diagnostic =
                        Diagnostic::unsupported("openapi-parameter-style", place.origin(), message);
                    self.document.diagnostics.push(diagnostic);
                    return None;
                }
                let items = resolved.items.as_ref().map(|items| self.follow(items).1);
                if items.is_none_or(|items| !is_scalar(items.kind)) {
                    let message = format!(
                        "a list in the {} whose items are no scalars is not supported",
                        location.name()
                    );
                    self.document.unsupported("openapi-parameter-type", schema, message);
                    return None;
                }
            }
            Some(Kind::Object) => {
                let message = format!("an object in the {} is not supported", location.name());
                self.document.unsupported("openapi-parameter-type", schema, message);
                return None;
            }
            _ if style != usual => {
                let message =
                    format!("`style: {style}` is not supported in the {}", location.name());
                self.document.unsupported("openapi-parameter-style", place, message);
                return None;
            }
            _ => {}
        }
        Some(())
    }
}

fn is_scalar(kind: Option<Kind>) -> bool {
    !matches!(kind, None | Some(Kind::Array | Kind::Object))
}
