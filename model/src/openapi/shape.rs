//! Schemas become shapes, and members that target them.

use super::{
    Reader,
    document::Document,
    name::{Names, pascal_case},
    schema::{Kind, Schema, Schemas, unchecked},
};
use crate::{
    api::{
        Body, Constraints, EnumShape, EnumValue, HttpLocation, ListShape, MapShape, Member, Shape,
        ShapeId, ShapeKind, Simple, StructureShape, Target, TimestampFormat, Value,
    },
    node::{Node, Place},
    source::Origin,
};
use indexmap::IndexMap;
use std::{
    collections::{HashMap, HashSet, VecDeque},
    rc::Rc,
};

/// How many references may lead from one to the next.
const MAX_REFERENCES: usize = 100;

/// The shapes so far.
#[derive(Default)]
pub(super) struct Shapes<'a> {
    namespace: String,
    schemas: Schemas<'a>,
    names: Names,
    /// By the pointer to the schema.
    ids: HashMap<String, ShapeId>,
    /// Those that have a name and nothing else yet.
    waiting: VecDeque<(ShapeId, Rc<Schema<'a>>)>,
    done: IndexMap<ShapeId, (Place<'a>, Shape)>,
}

/// What a schema makes of the member that it describes.
pub(super) struct Described {
    pub(super) target: Target,
    pub(super) nullable: bool,
    pub(super) constraints: Constraints,
    pub(super) default: Option<Value>,
    pub(super) timestamp_format: Option<TimestampFormat>,
    pub(super) sensitive: bool,
    pub(super) documentation: Option<String>,
    pub(super) deprecated: bool,
}

impl Described {
    /// A member of this kind.
    pub(super) fn member(self, name: impl Into<String>, origin: Origin) -> Member {
        Member {
            nullable: self.nullable,
            constraints: self.constraints,
            default: self.default,
            timestamp_format: self.timestamp_format,
            sensitive: self.sensitive,
            documentation: self.documentation,
            deprecated: self.deprecated.then(String::new),
            ..Member::new(name, self.target, origin)
        }
    }
}

impl<'a> Shapes<'a> {
    /// None yet; `names` belong to the schemas that have one.
    pub(super) fn new(namespace: String, names: impl Iterator<Item = &'a str>) -> Self {
        let mut shapes = Self { namespace, ..Self::default() };
        for name in names {
            shapes.names.insert(name);
        }
        shapes
    }

    /// A name for a shape that is made up: `name`, or that with a number.
    pub(super) fn claim(&mut self, name: &str) -> ShapeId {
        ShapeId::new(&self.namespace, self.names.claim(name))
    }

    /// Whether a shape has this name already, or a schema of the document.
    pub(super) fn is_taken(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    pub(super) fn insert(&mut self, id: ShapeId, place: Place<'a>, shape: Shape) {
        self.done.insert(id, (place, shape));
    }

    pub(super) fn kind_mut(&mut self, id: &ShapeId) -> Option<&mut ShapeKind> {
        self.done.get_mut(id).map(|(_, shape)| &mut shape.kind)
    }

    /// The shapes that members target, but for those that are the whole body of one of `errors`.
    pub(super) fn targets<V>(&self, errors: &IndexMap<ShapeId, V>) -> HashSet<ShapeId> {
        let mut targets = HashSet::new();
        for (id, (_, shape)) in &self.done {
            for member in shape.members() {
                let is_error =
                    errors.contains_key(id) && member.http == Some(HttpLocation::Payload);
                targets.extend(member.target.shape().filter(|_| !is_error).cloned());
            }
        }
        targets
    }

    /// All shapes, in the order of the document.
    pub(super) fn into_shapes(self, document: &Document<'a>) -> IndexMap<ShapeId, Shape> {
        let mut shapes: Vec<_> = self.done.into_iter().collect();
        shapes.sort_by_cached_key(|(_, (place, _))| document.order(place));
        shapes.into_iter().map(|(id, (_, shape))| (id, shape)).collect()
    }
}

impl<'a> Reader<'a> {
    /// What the schema at `place` makes of a member. If it is a shape without a name, `name` is one.
    pub(super) fn describe(&mut self, place: &Place<'a>, name: &str) -> Described {
        let schema = self.shapes.schemas.read(&mut self.document, place);
        self.describe_schema(schema, name)
    }

    fn describe_schema(&mut self, schema: Rc<Schema<'a>>, name: &str) -> Described {
        let (around, schema) = self.follow_schema(schema);
        let name = around.is_empty().then_some(name);
        let mut described = self.describe_own(&schema, name);
        for schema in around.iter().rev() {
            let target = described.target.clone();
            let own = self.constraints(schema, &target);
            described.constraints = own.or(&described.constraints);
            described.nullable |= schema.nullable;
            described.deprecated |= schema.deprecated;
            if let Some(description) = schema.description {
                described.documentation = Some(description.to_owned());
            }
            if let Some(default) = self.default(schema, &target) {
                described.default = Some(default);
            }
        }
        described
    }

    /// The schema at the end of the references that begin at `place`, and what they add on the way,
    /// outermost first.
    pub(super) fn follow(&mut self, place: &Place<'a>) -> (Vec<Rc<Schema<'a>>>, Rc<Schema<'a>>) {
        let schema = self.shapes.schemas.read(&mut self.document, place);
        self.follow_schema(schema)
    }

    fn follow_schema(
        &mut self,
        mut schema: Rc<Schema<'a>>,
    ) -> (Vec<Rc<Schema<'a>>>, Rc<Schema<'a>>) {
        let mut around: Vec<Rc<Schema<'a>>> = Vec::new();
        while let Some(reference) = schema.reference.clone() {
            if around.len() >= MAX_REFERENCES {
                let message = "these references lead in a circle, or too far";
                self.document.invalid("openapi-ref-cycle", &schema.place, message);
                return (Vec::new(), Rc::new(Schema::new(schema.place.clone())));
            }
            around.push(schema);
            schema = self.shapes.schemas.read(&mut self.document, &reference);
        }
        (around, schema)
    }

    /// What a schema that is not a reference makes of a member; `name` is `None` if it was referred to.
    fn describe_own(&mut self, schema: &Rc<Schema<'a>>, name: Option<&str>) -> Described {
        let (target, timestamp_format) = self.target(schema, name);
        let is_shape = target.shape().is_some();
        // What documents a shape stays with the shape, unless there is only this one member of it.
        let speaks_for_member = !is_shape || name.is_some();
        Described {
            nullable: schema.nullable,
            constraints: self.constraints(schema, &target),
            default: self.default(schema, &target),
            timestamp_format,
            sensitive: schema.format == Some("password"),
            documentation: schema.description.filter(|_| speaks_for_member).map(str::to_owned),
            deprecated: schema.deprecated && speaks_for_member,
            target,
        }
    }

    fn target(
        &mut self,
        schema: &Rc<Schema<'a>>,
        name: Option<&str>,
    ) -> (Target, Option<TimestampFormat>) {
        let simple = match schema.kind {
            None => Simple::Document,
            Some(Kind::Boolean) => {
                if schema.values.is_some() {
                    unchecked(&mut self.document, &schema.place, "an enum of booleans");
                }
                Simple::Boolean
            }
            Some(Kind::Integer | Kind::String) if schema.values.is_some() => {
                return (Target::Shape(self.id(schema, name)), None);
            }
            Some(Kind::Integer) => match schema.format {
                Some("int8") => Simple::Byte,
                Some("int16") => Simple::Short,
                Some("int32") => Simple::Integer,
                _ => Simple::Long,
            },
            Some(Kind::Number) => {
                if schema.values.is_some() {
                    unchecked(&mut self.document, &schema.place, "an enum of numbers");
                }
                if schema.format == Some("float") { Simple::Float } else { Simple::Double }
            }
            Some(Kind::String) => match (schema.format, schema.encoding) {
                (Some("date-time"), _) => {
                    return (Target::Simple(Simple::Timestamp), Some(TimestampFormat::DateTime));
                }
                (Some("date"), _) => {
                    return (Target::Simple(Simple::Timestamp), Some(TimestampFormat::Date));
                }
                (Some("byte" | "binary"), _) | (_, Some("base64")) => Simple::Blob(Body::Whole),
                _ => Simple::String,
            },
            Some(Kind::Array | Kind::Object) => {
                return (Target::Shape(self.id(schema, name)), None);
            }
        };
        (Target::Simple(simple), None)
    }

    /// The id of the shape that a schema is; it is made later.
    fn id(&mut self, schema: &Rc<Schema<'a>>, name: Option<&str>) -> ShapeId {
        let pointer = schema.merged.clone().unwrap_or_else(|| schema.place.pointer());
        if let Some(id) = self.shapes.ids.get(&pointer) {
            return id.clone();
        }
        let component = pointer.strip_prefix("/components/schemas/");
        let id = match (component, name) {
            // A name that is an RFC 6901 step of its own, and taken for it from the start.
            (Some(component), _) if !component.contains('/') => {
                let name = component.replace("~1", "/").replace("~0", "~");
                ShapeId::new(&self.shapes.namespace, name)
            }
            (_, Some(name)) => self.shapes.claim(name),
            _ => self.shapes.claim(&name_of_pointer(&pointer)),
        };
        self.shapes.ids.insert(pointer, id.clone());
        self.shapes.waiting.push_back((id.clone(), Rc::clone(schema)));
        id
    }

    /// Makes all shapes that have been named so far, and those that they lead to.
    pub(super) fn finish_shapes(&mut self) {
        while let Some((id, schema)) = self.shapes.waiting.pop_front() {
            let kind = self.shape_kind(&id, &schema);
            let shape = Shape {
                name: id.name.clone(),
                documentation: schema.description.map(str::to_owned),
                deprecated: schema.deprecated.then(String::new),
                sensitive: false,
                kind,
                origin: schema.place.key_origin(),
            };
            self.shapes.insert(id, schema.place.clone(), shape);
        }
    }

    fn shape_kind(&mut self, id: &ShapeId, schema: &Rc<Schema<'a>>) -> ShapeKind {
        match schema.kind {
            Some(Kind::Integer) => ShapeKind::IntEnum(self.int_enum(schema)),
            Some(Kind::Array) => {
                let member = match &schema.items {
                    Some(items) => {
                        let described = self.describe(items, &format!("{}Item", id.name));
                        described.member("member", items.origin())
                    }
                    None => anything("member", schema.place.origin()),
                };
                let constraints = self.constraints(schema, &Target::Shape(id.clone()));
                let sparse = member.nullable;
                let member = Member { nullable: false, ..member };
                ShapeKind::List(Box::new(ListShape { member, sparse, constraints }))
            }
            Some(Kind::Object) if is_structure(schema) => {
                ShapeKind::Structure(self.structure(&id.name, schema))
            }
            Some(Kind::Object) => {
                let value = match &schema.additional {
                    Some(place) if place.node.as_object().is_some() => {
                        let described = self.describe(place, &format!("{}Value", id.name));
                        described.member("value", place.origin())
                    }
                    _ => anything("value", schema.place.origin()),
                };
                let key = self.map_key(id, schema);
                let constraints = self.constraints(schema, &Target::Shape(id.clone()));
                let sparse = value.nullable;
                let value = Member { nullable: false, ..value };
                ShapeKind::Map(Box::new(MapShape { key, value, sparse, constraints }))
            }
            _ => ShapeKind::Enum(self.string_enum(schema)),
        }
    }

    fn map_key(&mut self, id: &ShapeId, schema: &Rc<Schema<'a>>) -> Member {
        let string = Target::Simple(Simple::String);
        let Some(place) = &schema.names else {
            return Member::new("key", string, schema.place.origin());
        };
        // Names are strings, whether their schema says so or not.
        let (around, names) = self.follow(place);
        let mut names = Schema::clone(&names);
        names.kind = Some(Kind::String);
        let name = format!("{}Key", id.name);
        let name = around.is_empty().then_some(name.as_str());
        let described = self.describe_own(&Rc::new(names), name);
        let is_enum = described.target.shape().is_some();
        if is_enum || described.target == string {
            return described.member("key", place.origin());
        }
        unchecked(&mut self.document, place, "the format of a name");
        Member::new("key", string, place.origin())
    }

    /// The structure that an object with properties is; what has no name is named after `name`.
    pub(super) fn structure(&mut self, name: &str, schema: &Rc<Schema<'a>>) -> StructureShape {
        let mut structure = StructureShape::default();
        for (property, places) in schema.properties.iter().flatten() {
            let Some(place) = places.last() else { continue };
            let read = self.shapes.schemas.read_all(&mut self.document, places);
            let Some(read) = read else { continue };
            let described = self.describe_schema(read, &format!("{name}{}", pascal_case(property)));
            let mut member = described.member(*property, place.key_origin());
            member.required = schema.required.contains_key(property);
            structure.members.insert((*property).to_owned(), member);
        }
        for (property, place) in &schema.required {
            if !structure.members.contains_key(*property) {
                let what = format!("that `{property}` is there, which no property describes,");
                unchecked(&mut self.document, place, &what);
            }
        }
        if schema.limits.properties != crate::api::Length::default() {
            unchecked(&mut self.document, &schema.place, "how many properties there are");
        }
        if let Some(names) = &schema.names {
            unchecked(&mut self.document, names, "how properties are named");
        }
        match &schema.additional {
            Some(additional) if additional.node.as_object().is_some_and(|map| !map.is_empty()) => {
                let message = "properties beside those that have a name are not kept";
                let severity = crate::Severity::Warning;
                let code = "openapi-additional-properties";
                self.document.ignored(code, severity, additional, message);
            }
            Some(additional) => structure.closed = additional.node.as_bool() == Some(false),
            None => {}
        }
        structure
    }

    fn string_enum(&mut self, schema: &Schema<'a>) -> EnumShape<String> {
        let mut shape = EnumShape::default();
        for value in schema.values.iter().flatten() {
            let Some(text) = value.place.node.as_str() else {
                let message = format!("a value must be a string, not {}", value.place.node.kind());
                self.document.invalid("openapi-enum", &value.place, message);
                continue;
            };
            shape.values.push(enum_value(value, text.to_owned(), text.to_owned()));
        }
        shape
    }

    fn int_enum(&mut self, schema: &Schema<'a>) -> EnumShape<i32> {
        let mut shape = EnumShape::default();
        for value in schema.values.iter().flatten() {
            let number = value.place.node.as_number().and_then(crate::api::Number::as_integer);
            let Some(number) = number else {
                let message =
                    format!("a value must be an integer, not {}", value.place.node.kind());
                self.document.invalid("openapi-enum", &value.place, message);
                continue;
            };
            let Ok(number) = i32::try_from(number) else {
                let message = "enum values of more than 32 bits are not supported";
                self.document.unsupported("openapi-enum", &value.place, message);
                continue;
            };
            shape.values.push(enum_value(value, number.to_string(), number));
        }
        shape
    }
}

fn enum_value<T>(value: &super::schema::Value<'_>, name: String, travels: T) -> EnumValue<T> {
    EnumValue {
        name,
        value: travels,
        documentation: value.description.map(str::to_owned),
        deprecated: value.deprecated.then(String::new),
        internal: false,
        origin: value.place.origin(),
    }
}

/// Whether an object is a structure rather than a map.
pub(super) fn is_structure(schema: &Schema<'_>) -> bool {
    let closed = schema.additional.as_ref().is_some_and(|place| *place.node == Node::Bool(false));
    schema.properties.is_some() || closed
}

fn anything(name: &str, origin: Origin) -> Member {
    Member::new(name, Target::Simple(Simple::Document), origin)
}

/// A name for a schema that is referred to where it stands.
fn name_of_pointer(pointer: &str) -> String {
    const KEYWORDS: [&str; 8] =
        ["components", "schemas", "properties", "paths", "content", "schema", "allOf", "$defs"];
    let steps = pointer.split('/').filter(|step| !KEYWORDS.contains(step));
    steps.map(|step| pascal_case(&step.replace("~1", "/").replace("~0", "~"))).collect()
}
