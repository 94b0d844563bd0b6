//! Bodies of requests and responses.

use super::{
    Reader,
    name::pascal_case,
    parameter::Location,
    schema::{Kind, Schema},
    shape::is_structure,
};
use crate::{
    api::{
        Body, HttpLocation, Member, Response, ResponseStatus, ShapeId, Simple, StructureShape,
        Target,
    },
    diagnostic::{Diagnostic, Severity},
    node::Place,
};
use std::rc::Rc;

/// What a body is, of all that it may be.
struct Content<'a> {
    media_type: String,
    format: Format,
    /// The media type object.
    place: Place<'a>,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Json,
    Text,
    Bytes,
}

impl<'a> Reader<'a> {
    /// Adds what an operation's request body holds to its input.
    pub(super) fn read_request_body(
        &mut self,
        operation: &Place<'a>,
        stem: &str,
        input: &mut StructureShape,
    ) {
        let Some(place) = operation.get("requestBody") else { return };
        let Some(place) = self.document.resolve(&place) else { return };
        let Some(content) = self.read_content(&place) else { return };
        let required = self.document.boolean(&place, "required");
        let stem = self.stem(&place, "/components/requestBodies/", stem);
        if required && let Some(schema) = self.inline_structure(&content) {
            let collides = |(name, _): (&&str, _)| input.members.contains_key(*name);
            if !schema.properties.iter().flatten().any(collides) {
                let body = self.structure(&stem, &schema);
                input.members.extend(body.members);
                input.closed = body.closed;
                return;
            }
        }
        let name = if input.members.contains_key("body") { "request_body" } else { "body" };
        let mut member = self.payload(&content, name, &format!("{stem}Body"));
        member.required = required;
        if let Some(description) = self.document.string(&place, "description") {
            member.documentation = Some(description.to_owned());
        }
        input.members.insert(name.to_owned(), member);
    }

    /// Reads one answer; a structure that it needs is called `name`, unless the document names it.
    pub(super) fn read_response(
        &mut self,
        status: ResponseStatus,
        place: &Place<'a>,
        name: &str,
    ) -> Option<Response> {
        let origin = place.key_origin();
        let place = self.document.resolve(place)?;
        let documentation = self.document.string(&place, "description");
        let documentation = documentation.filter(|text| !text.is_empty()).map(str::to_owned);
        let response = |shape| Response { status, shape, documentation, origin };
        if let Some(links) = place.get("links") {
            let message = "links are left out";
            self.document.ignored("openapi-links", Severity::Note, &links, message);
        }
        let pointer = place.pointer();
        if let Some(id) = self.responses.get(&pointer) {
            return Some(response(id.clone()));
        }
        let mut own_name = self.stem(&place, "/components/responses/", name);
        if own_name != name && self.shapes.is_taken(&own_name) {
            own_name += "Response";
        }
        let name = own_name;
        let shape = self.read_response_shape(&place, &name);
        self.responses.insert(pointer, shape.clone());
        Some(response(shape))
    }

    fn read_response_shape(&mut self, place: &Place<'a>, name: &str) -> Option<ShapeId> {
        let mut structure = StructureShape::default();
        let headers = self.document.object(place, "headers");
        for (header, place) in headers.iter().flat_map(Place::members) {
            if header.eq_ignore_ascii_case("content-type") {
                continue;
            }
            let Some(place) = self.document.resolve(&place) else { continue };
            let stem = self.stem(&place, "/components/headers/", name);
            let shape = format!("{stem}{}", pascal_case(header));
            let member = self.read_value(&place, Location::Header, header, &shape);
            let Some(mut member) = member else { continue };
            member.required = self.document.boolean(&place, "required");
            member.http = Some(HttpLocation::Header(header.to_owned()));
            structure.members.insert(header.to_owned(), member);
        }
        let Some(content) = self.read_content(place) else {
            if structure.members.is_empty() {
                return None;
            }
            let id = self.shapes.claim(name);
            self.insert_structure(id.clone(), place, structure, None);
            return Some(id);
        };
        if structure.members.is_empty()
            && let Some(id) = self.named_structure(&content)
        {
            return Some(id);
        }
        let id = self.shapes.claim(name);
        let mut documentation = None;
        if let Some(schema) = self.inline_structure(&content) {
            let body = self.structure(&id.name, &schema);
            let headers = std::mem::replace(&mut structure, body).members;
            for (mut name, mut header) in headers {
                while structure.members.contains_key(&name) {
                    name.push_str("_header");
                }
                header.name.clone_from(&name);
                structure.members.insert(name, header);
            }
            documentation = schema.description.map(str::to_owned);
        } else {
            let name =
                if structure.members.contains_key("body") { "response_body" } else { "body" };
            let mut member = self.payload(&content, name, &format!("{}Body", id.name));
            member.required = true;
            structure.members.insert(name.to_owned(), member);
        }
        self.insert_structure(id.clone(), place, structure, documentation);
        Some(id)
    }

    /// What things are named after that stand at `place`: the component that it is, or else `stem`.
    fn stem(&self, place: &Place<'a>, components: &str, stem: &str) -> String {
        let pointer = place.pointer();
        match pointer.strip_prefix(components) {
            Some(name) if !name.contains('/') => pascal_case(name),
            _ => stem.to_owned(),
        }
    }

    /// The structure that a JSON body is, if the document describes it right here.
    fn inline_structure(&mut self, content: &Content<'a>) -> Option<Rc<Schema<'a>>> {
        if content.format != Format::Json || content.media_type != "application/json" {
            return None;
        }
        let (around, schema) = self.follow(&content.place.get("schema")?);
        let inline = around.is_empty() && !schema.nullable;
        (inline && schema.kind == Some(Kind::Object) && is_structure(&schema)).then_some(schema)
    }

    /// The structure that a JSON body is, if it has a name.
    fn named_structure(&mut self, content: &Content<'a>) -> Option<ShapeId> {
        if content.format != Format::Json {
            return None;
        }
        let place = content.place.get("schema")?;
        let (around, schema) = self.follow(&place);
        let nullable = schema.nullable || around.iter().any(|schema| schema.nullable);
        if around.is_empty()
            || nullable
            || schema.kind != Some(Kind::Object)
            || !is_structure(&schema)
        {
            return None;
        }
        self.describe(&place, "").target.shape().cloned()
    }

    /// The member that is a whole body; a shape that it needs is called `shape`.
    fn payload(&mut self, content: &Content<'a>, name: &str, shape: &str) -> Member {
        let schema = content.place.get("schema");
        let place = schema.as_ref().unwrap_or(&content.place);
        let mut member = match (content.format, &schema) {
            (Format::Json, Some(schema)) => {
                self.describe(schema, shape).member(name, place.origin())
            }
            (Format::Json, None) => {
                Member::new(name, Target::Simple(Simple::Document), place.origin())
            }
            (Format::Text, schema) => {
                let string = Target::Simple(Simple::String);
                let described = schema.as_ref().map(|schema| self.describe(schema, shape));
                match described {
                    Some(described) if described.target == string => {
                        described.member(name, place.origin())
                    }
                    _ => Member::new(name, string, place.origin()),
                }
            }
            (Format::Bytes, _) => {
                Member::new(name, Target::Simple(Simple::Blob(Body::Whole)), place.origin())
            }
        };
        if content.format != Format::Json || content.media_type != "application/json" {
            member.media_type = Some(content.media_type.clone());
        }
        member.http = Some(HttpLocation::Payload);
        member
    }

    /// The body of a message, if it has one: as JSON if it may be, else the first that Farrier knows.
    fn read_content(&mut self, place: &Place<'a>) -> Option<Content<'a>> {
        let content = self.document.object(place, "content")?;
        let mut known: Vec<Content<'a>> = Vec::new();
        let mut unknown = Vec::new();
        for (name, place) in content.members() {
            let essence = name.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
            let format = self.format(&essence, &place);
            // What a range stands for is not sent as such.
            let media_type = match format {
                Some(Format::Json) if essence.contains('*') => "application/json".to_owned(),
                Some(Format::Text) if essence.contains('*') => "text/plain".to_owned(),
                Some(Format::Bytes) if essence.contains('*') => {
                    "application/octet-stream".to_owned()
                }
                _ => essence,
            };
            match format {
                Some(format) => known.push(Content { media_type, format, place }),
                None => unknown.push((name, place)),
            }
        }
        let all = known.len() + unknown.len();
        let plain = |content: &Content<'a>| content.media_type == "application/json";
        let best = known.iter().position(plain);
        let best = best.or_else(|| known.iter().position(|content| content.format == Format::Json));
        if known.is_empty() {
            for (name, place) in unknown {
                let message = format!("bodies of the media type `{name}` are not supported");
                let origin = place.key_origin();
                let diagnostic = Diagnostic::unsupported("openapi-media-type", origin, message);
                self.document.diagnostics.push(diagnostic);
            }
            return None;
        }
        let chosen = known.swap_remove(best.unwrap_or(0));
        if all > 1 {
            let message = format!("of these media types, only `{}` is used", chosen.media_type);
            self.document.ignored("openapi-media-type", Severity::Note, &content, message);
        }
        Some(chosen)
    }

    fn format(&mut self, essence: &str, place: &Place<'a>) -> Option<Format> {
        if matches!(essence, "application/json" | "text/json") || essence.ends_with("+json") {
            return Some(Format::Json);
        }
        if essence.starts_with("multipart/")
            || essence.ends_with("+xml")
            || matches!(
                essence,
                "application/xml"
                    | "text/xml"
                    | "application/x-www-form-urlencoded"
                    | "text/event-stream"
            )
        {
            return None;
        }
        if matches!(essence, "*/*" | "application/*") {
            let schema = place.get("schema").map(|schema| self.follow(&schema).1);
            let bytes = schema.is_none_or(|schema| schema.format == Some("binary"));
            return Some(if bytes { Format::Bytes } else { Format::Json });
        }
        Some(if essence.starts_with("text/") { Format::Text } else { Format::Bytes })
    }
}
