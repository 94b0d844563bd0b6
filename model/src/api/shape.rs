//! Shapes and their members.

use super::{Constraints, ResponseTest, Value};
use crate::source::Origin;
use indexmap::IndexMap;
use std::fmt;

/// The absolute name of a shape: `com.amazonaws.lambda#Runtime`. Shapes of an OpenAPI document, and
/// those that have no name in their model, have the namespace that their front end gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShapeId {
    /// `com.amazonaws.lambda`.
    pub namespace: String,
    /// `Runtime`.
    pub name: String,
}

impl ShapeId {
    /// The id `namespace#name`.
    pub fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        Self { namespace: namespace.into(), name: name.into() }
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}#{}", self.namespace, self.name)
    }
}

/// A shape that is more than a simple type.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its name; where the service renames it, the new one.
    pub name: String,
    /// The documentation, Markdown (which may hold HTML).
    pub documentation: Option<String>,
    /// Whether it is deprecated, and what the model says about that (may be empty).
    pub deprecated: Option<String>,
    /// Whether its values must not be logged.
    pub sensitive: bool,
    /// What it is.
    pub kind: ShapeKind,
    /// Where it was written.
    pub origin: Origin,
}

/// What a [`Shape`] is.
#[derive(Clone, Debug)]
pub enum ShapeKind {
    /// A string of which the model lists the values.
    Enum(EnumShape<String>),
    /// An integer of which the model lists the values.
    IntEnum(EnumShape<i32>),
    /// A list.
    List(Box<ListShape>),
    /// A map from strings.
    Map(Box<MapShape>),
    /// Named members.
    Structure(StructureShape),
    /// Exactly one of several members.
    Union(UnionShape),
}

/// The values of an enum or intEnum.
#[derive(Clone, Debug, Default)]
pub struct EnumShape<T> {
    /// In model order.
    pub values: Vec<EnumValue<T>>,
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue<T> {
    /// The name in the model: `NODEJS_20_X`. OpenAPI has none; there it is the value's text.
    pub name: String,
    /// What travels: `nodejs20.x`.
    pub value: T,
    /// The documentation, Markdown.
    pub documentation: Option<String>,
    /// Whether it is deprecated, and what the model says about that (may be empty).
    pub deprecated: Option<String>,
    /// Whether it is internal to the service, and so hidden from error messages.
    pub internal: bool,
    /// Where it was written.
    pub origin: Origin,
}

/// A list.
#[derive(Clone, Debug)]
pub struct ListShape {
    /// What its items are.
    pub member: Member,
    /// Whether items may be null.
    pub sparse: bool,
    /// Constraints on the list itself.
    pub constraints: Constraints,
}

/// A map from strings.
#[derive(Clone, Debug)]
pub struct MapShape {
    /// What its keys are: a string or an enum.
    pub key: Member,
    /// What its values are.
    pub value: Member,
    /// Whether values may be null.
    pub sparse: bool,
    /// Constraints on the map itself.
    pub constraints: Constraints,
}

/// A structure.
#[derive(Clone, Debug, Default)]
pub struct StructureShape {
    /// In model order.
    pub members: IndexMap<String, Member>,
    /// Whether it carries the trait `input`: clients then treat every member as optional that is not
    /// needed to build the request.
    pub input: bool,
    /// If it is an error, whose fault.
    pub error: Option<ErrorFault>,
    /// The status of an error where the model fixes one.
    pub http_error: Option<u16>,
    /// Whether a caller may try again after this error.
    pub retryable: Option<Retryable>,
    /// Whether members that the model does not name are refused (OpenAPI's
    /// `additionalProperties: false`).
    pub closed: bool,
    /// If it is an error, what must be on the wire for given values.
    pub tests: Vec<ResponseTest>,
}

/// Exactly one of several members.
#[derive(Clone, Debug, Default)]
pub struct UnionShape {
    /// In model order.
    pub members: IndexMap<String, Member>,
}

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorFault {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}

/// `@retryable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Retryable {
    /// Whether the service says so because it is overloaded.
    pub throttling: bool,
}

/// A member of a structure or union, the item of a list, the key or value of a map.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name in the model.
    pub name: String,
    /// What it is.
    pub target: Target,
    /// Whether it must be there.
    pub required: bool,
    /// Whether `null` is a value of it, apart from its being absent (OpenAPI).
    pub nullable: bool,
    /// The effective default. `None` where there is none or `@default(null)` cancels it.
    pub default: Option<Value>,
    /// Whether the default came later (`@addedDefault`): clients then treat the member as optional.
    pub added_default: bool,
    /// Whether clients treat it as optional whatever else the model says (`@clientOptional`).
    pub client_optional: bool,
    /// The effective constraints: its own, and where they say nothing, its target's.
    pub constraints: Constraints,
    /// Where it travels in an HTTP message; `None` is the body.
    pub http: Option<HttpLocation>,
    /// The name in JSON bodies, if another one.
    pub json_name: Option<String>,
    /// How it looks in XML.
    pub xml: Xml,
    /// The effective format, if the model fixes one: the member's, else its target's.
    pub timestamp_format: Option<TimestampFormat>,
    /// The effective media type of a string or blob.
    pub media_type: Option<String>,
    /// Whether it or its target must not be logged.
    pub sensitive: bool,
    /// Whether a client fills it with a fresh token when the caller gives none.
    pub idempotency_token: bool,
    /// Whether it is a label of the operation's host prefix.
    pub host_label: bool,
    /// Whether it is an event's payload or header rather than part of a body.
    pub event: bool,
    /// The documentation, Markdown: its own, else its target's where that is a simple shape.
    pub documentation: Option<String>,
    /// Whether it is deprecated, and what the model says about that (may be empty).
    pub deprecated: Option<String>,
    /// Where it was written.
    pub origin: Origin,
}

impl Member {
    /// A member with nothing said about it but its name and what it is.
    pub fn new(name: impl Into<String>, target: Target, origin: Origin) -> Self {
        Self {
            name: name.into(),
            target,
            required: false,
            nullable: false,
            default: None,
            added_default: false,
            client_optional: false,
            constraints: Constraints::default(),
            http: None,
            json_name: None,
            xml: Xml::default(),
            timestamp_format: None,
            media_type: None,
            sensitive: false,
            idempotency_token: false,
            host_label: false,
            event: false,
            documentation: None,
            deprecated: None,
            origin,
        }
    }
}

/// What a [`Member`] is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A simple type.
    Simple(Simple),
    /// A shape of the same [`Api`](super::Api).
    Shape(ShapeId),
}

impl Target {
    /// The shape, unless it is a simple type.
    pub fn shape(&self) -> Option<&ShapeId> {
        match self {
            Self::Simple(_) => None,
            Self::Shape(id) => Some(id),
        }
    }
}

/// A type without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Simple {
    /// Bytes.
    Blob(Body),
    /// True or false.
    Boolean,
    /// Unicode text.
    String,
    /// 8 bits, signed.
    Byte,
    /// 16 bits, signed.
    Short,
    /// 32 bits, signed.
    Integer,
    /// 64 bits, signed.
    Long,
    /// 32-bit floating point.
    Float,
    /// 64-bit floating point.
    Double,
    /// A whole number of any size.
    BigInteger,
    /// A decimal number of any precision.
    BigDecimal,
    /// An instant.
    Timestamp,
    /// Any JSON-like value.
    Document,
    /// No value at all: `smithy.api#Unit` as a union's member.
    Unit,
}

/// How the bytes of a blob are handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// All at once.
    Whole,
    /// As a stream (`@streaming`).
    Streaming,
    /// As a stream whose length must be known (`@streaming @requiresLength`).
    StreamingWithLength,
}

/// `@timestampFormat`, and OpenAPI's `date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimestampFormat {
    /// RFC 3339: `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// RFC 9110's IMF-fixdate: `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
    /// Seconds since 1970, with a fraction where there is one.
    EpochSeconds,
    /// RFC 3339's full-date: `1985-04-12` (OpenAPI).
    Date,
}

/// Where a member travels in an HTTP message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum HttpLocation {
    /// In the path, at the label of its name.
    Label,
    /// As the query parameter of this name.
    Query(String),
    /// As all query parameters (that have no member of their own).
    QueryParams,
    /// As the header of this name.
    Header(String),
    /// As all headers whose names start so.
    PrefixHeaders(String),
    /// As the whole body.
    Payload,
    /// As the status code of the response.
    ResponseCode,
}

/// How a member looks in XML; nothing said means: an element of the member's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Xml {
    /// Another name.
    pub name: Option<String>,
    /// Whether it is an attribute.
    pub attribute: bool,
    /// Whether a list's or map's entries stand without an element around them.
    pub flattened: bool,
    /// The namespace: prefix and URI.
    pub namespace: Option<(Option<String>, String)>,
}

impl Shape {
    /// Its members: of a list its item, of a map its key and value.
    pub fn members(&self) -> Box<dyn Iterator<Item = &Member> + '_> {
        match &self.kind {
            ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => Box::new(std::iter::empty()),
            ShapeKind::List(list) => Box::new(std::iter::once(&list.member)),
            ShapeKind::Map(map) => Box::new([&map.key, &map.value].into_iter()),
            ShapeKind::Structure(structure) => Box::new(structure.members.values()),
            ShapeKind::Union(union) => Box::new(union.members.values()),
        }
    }
}
