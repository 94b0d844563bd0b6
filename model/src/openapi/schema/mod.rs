//! Schemas, read into one form: OpenAPI 3.0's and 3.1's keywords, `allOf`, and the ways to say that
//! a value may be null.

mod choice;
mod combine;
mod limits;

pub(super) use limits::Limits;

use super::document::{Document, Version};
use crate::{
    diagnostic::Severity,
    node::{Node, Place},
};
use indexmap::IndexMap;
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    rc::Rc,
};

/// How deep `allOf` and its kin may lead from schema to schema.
const MAX_DEPTH: usize = 64;

/// Keywords that cannot be heeded, and without which a schema would say something else.
const UNSUPPORTED: [&str; 15] = [
    "not",
    "if",
    "then",
    "else",
    "discriminator",
    "patternProperties",
    "dependentRequired",
    "dependentSchemas",
    "prefixItems",
    "contains",
    "unevaluatedProperties",
    "unevaluatedItems",
    "$dynamicRef",
    "$recursiveRef",
    "contentSchema",
];

/// What a schema says.
#[derive(Clone)]
pub(super) struct Schema<'a> {
    pub(super) place: Place<'a>,
    /// The pointers to all schemas that it is made of, if those are several properties of one name.
    pub(super) merged: Option<String>,
    /// The schema that this one is, except for what the other fields add to it.
    pub(super) reference: Option<Place<'a>>,
    /// `None` is any.
    pub(super) kind: Option<Kind>,
    pub(super) nullable: bool,
    pub(super) format: Option<&'a str>,
    pub(super) encoding: Option<&'a str>,
    /// The values of `enum` or `const`, without null.
    pub(super) values: Option<Vec<Value<'a>>>,
    /// `None` if the schema does not say which.
    /// One may have several schemas, which all count.
    pub(super) properties: Option<IndexMap<&'a str, Vec<Place<'a>>>>,
    pub(super) required: IndexMap<&'a str, Place<'a>>,
    pub(super) additional: Option<Place<'a>>,
    pub(super) names: Option<Place<'a>>,
    pub(super) items: Option<Place<'a>>,
    pub(super) limits: Limits,
    pub(super) default: Option<Place<'a>>,
    pub(super) description: Option<&'a str>,
    pub(super) deprecated: bool,
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// One value of an enum.
#[derive(Clone)]
pub(super) struct Value<'a> {
    pub(super) place: Place<'a>,
    pub(super) description: Option<&'a str>,
    pub(super) deprecated: bool,
}

/// The schemas that have been read, by their pointers.
#[derive(Default)]
pub(super) struct Schemas<'a> {
    read: HashMap<String, Rc<Schema<'a>>>,
    /// Those that are being read.
    open: HashSet<String>,
}

impl<'a> Schemas<'a> {
    /// Reads the schema at `place`. What is wrong with it is said once, and left out.
    pub(super) fn read(
        &mut self,
        document: &mut Document<'a>,
        place: &Place<'a>,
    ) -> Rc<Schema<'a>> {
        let pointer = place.pointer();
        if let Some(schema) = self.read.get(&pointer) {
            return Rc::clone(schema);
        }
        if self.open.len() >= MAX_DEPTH || !self.open.insert(pointer.clone()) {
            let message = if self.open.contains(&pointer) {
                "this schema is a part of itself"
            } else {
                "too many schemas are parts of each other here"
            };
            document.invalid("openapi-ref-cycle", place, message);
            return Rc::new(Schema::new(place.clone()));
        }
        let schema = Rc::new(self.read_new(document, place));
        self.open.remove(&pointer);
        self.read.insert(pointer, Rc::clone(&schema));
        schema
    }

    /// Reads the schema that all of `places` are together.
    pub(super) fn read_all(
        &mut self,
        document: &mut Document<'a>,
        places: &[Place<'a>],
    ) -> Option<Rc<Schema<'a>>> {
        let (last, others) = places.split_last()?;
        if others.is_empty() {
            return Some(self.read(document, last));
        }
        let key = places.iter().map(Place::pointer).collect::<Vec<_>>().join(" ");
        if let Some(schema) = self.read.get(&key) {
            return Some(Rc::clone(schema));
        }
        let mut schema = self.combine(document, Schema::new(last.clone()), places.to_vec());
        schema.merged = Some(key.clone());
        let schema = Rc::new(schema);
        self.read.insert(key, Rc::clone(&schema));
        Some(schema)
    }

    fn read_new(&mut self, document: &mut Document<'a>, place: &Place<'a>) -> Schema<'a> {
        let mut schema = Schema::new(place.clone());
        match place.node {
            Node::Bool(true) => return schema,
            Node::Bool(false) => {
                document.unsupported(
                    "openapi-never",
                    place,
                    "no value satisfies the schema `false`",
                );
                return schema;
            }
            Node::Object(_) => {}
            other => {
                let message = format!("a schema must be an object, not {}", other.kind());
                document.invalid("openapi-structure", place, message);
                return schema;
            }
        }
        if let Some(reference) = place.get("$ref") {
            schema.reference = document.follow(&reference);
            // 3.0.3, section 4.7.23: beside a `$ref`, nothing counts.
            if document.version == Version::V3_0 {
                return schema;
            }
        }
        schema.read_own(document);
        let mut parts = Vec::new();
        parts.extend(document.array(place, "allOf").iter().flat_map(Place::items));
        for keyword in ["oneOf", "anyOf"] {
            if let Some(choices) = document.array(place, keyword) {
                self.read_choice(document, &mut schema, keyword, &choices, &mut parts);
            }
        }
        self.combine(document, schema, parts)
    }
}

impl<'a> Schema<'a> {
    /// The schema that any value satisfies.
    pub(super) fn new(place: Place<'a>) -> Self {
        Self {
            place,
            merged: None,
            reference: None,
            kind: None,
            nullable: false,
            format: None,
            encoding: None,
            values: None,
            properties: None,
            required: IndexMap::new(),
            additional: None,
            names: None,
            items: None,
            limits: Limits::default(),
            default: None,
            description: None,
            deprecated: false,
        }
    }

    /// Whether it says nothing about the value itself but perhaps that it may be null.
    fn is_annotation(&self) -> bool {
        self.reference.is_none()
            && self.kind.is_none()
            && self.values.is_none()
            && self.properties.is_none()
            && self.required.is_empty()
            && self.additional.is_none()
            && self.names.is_none()
            && self.items.is_none()
            && self.limits.is_empty()
    }

    /// Reads all keywords but those that lead to other schemas for the same value.
    fn read_own(&mut self, document: &mut Document<'a>) {
        let place = self.place.clone();
        for keyword in UNSUPPORTED {
            if let Some(found) = place.get(keyword) {
                let origin = found.key_origin();
                let message = format!("the keyword `{keyword}` is not supported");
                let diagnostic = crate::Diagnostic::unsupported("openapi-keyword", origin, message);
                document.diagnostics.push(diagnostic);
            }
        }
        self.nullable = document.boolean(&place, "nullable");
        self.format = document.string(&place, "format");
        self.encoding = document.string(&place, "contentEncoding");
        self.description = document.string(&place, "description").filter(|text| !text.is_empty());
        self.deprecated = document.boolean(&place, "deprecated");
        self.default = place.get("default");
        self.items = place.get("items");
        self.additional = place.get("additionalProperties");
        self.names = place.get("propertyNames");
        self.properties = document
            .object(&place, "properties")
            .map(|map| map.members().map(|(name, property)| (name, vec![property])).collect());
        for name in document.array(&place, "required").iter().flat_map(Place::items) {
            match name.node.as_str() {
                Some(text) => {
                    self.required.insert(text, name);
                }
                None => {
                    let message = format!("a name must be a string, not {}", name.node.kind());
                    document.invalid("openapi-structure", &name, message);
                }
            }
        }
        self.limits = Limits::read(document, &place);
        self.read_type(document);
        self.read_values(document);
        self.infer_kind();
    }

    fn read_type(&mut self, document: &mut Document<'a>) {
        let Some(place) = self.place.get("type") else { return };
        let names: Vec<Place<'a>> = match place.node {
            Node::Array(_) if document.version == Version::V3_1 => place.items().collect(),
            _ => vec![place.clone()],
        };
        let mut kinds = Vec::new();
        for name in names {
            let kind = match name.node.as_str() {
                Some("null") => {
                    self.nullable = true;
                    continue;
                }
                Some("boolean") => Kind::Boolean,
                Some("integer") => Kind::Integer,
                Some("number") => Kind::Number,
                Some("string") => Kind::String,
                Some("array") => Kind::Array,
                Some("object") => Kind::Object,
                _ => {
                    let message = match name.node.as_str() {
                        Some(text) => format!("there is no type `{text}`"),
                        None => format!("a type must be a string, not {}", name.node.kind()),
                    };
                    document.invalid("openapi-type", &name, message);
                    continue;
                }
            };
            kinds.push(kind);
        }
        // Every integer is a number.
        if kinds.contains(&Kind::Number) {
            kinds.retain(|kind| *kind != Kind::Integer);
        }
        kinds.dedup();
        if kinds.len() > 1 {
            document.unsupported(
                "openapi-several-types",
                &place,
                "values of several types are not supported",
            );
            return;
        }
        self.kind = kinds.pop();
    }

    fn read_values(&mut self, document: &mut Document<'a>) {
        let listed = document.array(&self.place, "enum");
        let mut places: Vec<Place<'a>> = listed.iter().flat_map(Place::items).collect();
        match self.place.get("const") {
            Some(value) => places = vec![value],
            None if listed.is_none() => return,
            None => {}
        }
        if let (true, Some(listed)) = (places.is_empty(), &listed) {
            document.invalid("openapi-enum", listed, "an enum without values has no values");
            return;
        }
        let mut values: Vec<Value<'a>> = Vec::new();
        let mut seen = HashSet::new();
        for place in places {
            if *place.node == Node::Null {
                self.nullable = true;
            } else if !seen.insert(identity(place.node)) {
                let message = "this value is there before";
                let origin = place.origin();
                document.diagnostics.push(crate::Diagnostic::warning(
                    "openapi-enum",
                    origin,
                    message,
                ));
            } else {
                values.push(Value { place, description: None, deprecated: false });
            }
        }
        if values.is_empty() {
            // Null only, whatever `type` says.
            self.kind = None;
        }
        self.values = (!values.is_empty()).then_some(values);
    }

    /// Where there is no `type`, the one that the other keywords make sense for only.
    fn infer_kind(&mut self) {
        if self.kind.is_some() || self.reference.is_some() || self.place.get("type").is_some() {
            return;
        }
        if let Some(values) = &self.values {
            let all = |test: fn(&Node) -> bool| values.iter().all(|value| test(value.place.node));
            if all(|node| node.as_str().is_some()) {
                self.kind = Some(Kind::String);
            } else if all(|node| {
                node.as_number().is_some_and(|number| number.as_integer().is_some())
            }) {
                self.kind = Some(Kind::Integer);
            } else if all(|node| node.as_bool().is_some()) {
                self.kind = Some(Kind::Boolean);
            }
        } else if self.properties.is_some()
            || self.additional.is_some()
            || self.names.is_some()
            || !self.required.is_empty()
        {
            self.kind = Some(Kind::Object);
        } else if self.items.is_some() {
            self.kind = Some(Kind::Array);
        } else if self.limits.pattern.is_some() {
            self.kind = Some(Kind::String);
        }
    }
}

/// What is equal for equal values, and only for them.
fn identity(node: &Node) -> Cow<'_, str> {
    match node {
        Node::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(format!("\u{0}{other:?}")),
    }
}

/// Says that a constraint is not checked.
pub(super) fn unchecked<'a>(document: &mut Document<'a>, place: &Place<'a>, what: &str) {
    let message = format!("{what} is not checked");
    document.ignored("openapi-unchecked", Severity::Warning, place, message);
}
