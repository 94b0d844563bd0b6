//! The shapes that every model has without defining them, and the traits of the prelude.

use super::document::{
    Definition, Document, Kind, MemberDefinition, Node, Properties, Reference, Trait, Version,
};
use crate::{
    api::{Number, ShapeId, Value},
    source::Origin,
};

/// The namespace of the prelude.
pub(super) const NAMESPACE: &str = "smithy.api";

/// The prelude's shapes that members can target, and the shapes of `smithy.framework`: files that
/// the model's author has not, and must not need to have.
pub(super) fn document() -> Document {
    let simple = SIMPLE.iter().map(|&(name, kind)| definition(NAMESPACE, name, kind));
    let primitives = PRIMITIVES.iter().map(|&(name, kind)| {
        let mut shape = definition(NAMESPACE, name, kind);
        let zero = match kind {
            Kind::Boolean => Value::Bool(false),
            _ => Value::Number(Number::Integer(0)),
        };
        shape.traits.push(applied("default", zero));
        shape
    });
    let mut unit = definition(NAMESPACE, "Unit", Kind::Structure);
    unit.traits.push(applied("unitType", Value::Object(indexmap::IndexMap::new())));

    Document {
        version: Version::V2,
        metadata: Vec::new(),
        shapes: simple.chain(primitives).chain([unit]).chain(framework()).collect(),
        applies: Vec::new(),
        uses: Vec::new(),
    }
}

const SIMPLE: [(&str, Kind); 13] = [
    ("String", Kind::String),
    ("Blob", Kind::Blob),
    ("BigInteger", Kind::BigInteger),
    ("BigDecimal", Kind::BigDecimal),
    ("Timestamp", Kind::Timestamp),
    ("Document", Kind::Document),
    ("Boolean", Kind::Boolean),
    ("Byte", Kind::Byte),
    ("Short", Kind::Short),
    ("Integer", Kind::Integer),
    ("Long", Kind::Long),
    ("Float", Kind::Float),
    ("Double", Kind::Double),
];

const PRIMITIVES: [(&str, Kind); 7] = [
    ("PrimitiveBoolean", Kind::Boolean),
    ("PrimitiveByte", Kind::Byte),
    ("PrimitiveShort", Kind::Short),
    ("PrimitiveInteger", Kind::Integer),
    ("PrimitiveLong", Kind::Long),
    ("PrimitiveFloat", Kind::Float),
    ("PrimitiveDouble", Kind::Double),
];

/// `smithy.framework#ValidationException` and what it needs.
fn framework() -> [Definition; 3] {
    const FRAMEWORK: &str = "smithy.framework";
    let text = |name, required| member(name, NAMESPACE, "String", required);
    let mut exception = definition(FRAMEWORK, "ValidationException", Kind::Structure);
    exception.traits.push(applied("error", Value::String("client".to_owned())));
    exception.members.push(text("message", true));
    exception.members.push(member("fieldList", FRAMEWORK, "ValidationExceptionFieldList", false));
    let mut list = definition(FRAMEWORK, "ValidationExceptionFieldList", Kind::List);
    list.members.push(member("member", FRAMEWORK, "ValidationExceptionField", false));
    let mut field = definition(FRAMEWORK, "ValidationExceptionField", Kind::Structure);
    field.members.extend([text("path", true), text("message", true)]);
    [exception, list, field]
}

fn definition(namespace: &str, name: &str, kind: Kind) -> Definition {
    Definition {
        id: ShapeId::new(namespace, name),
        kind,
        members: Vec::new(),
        mixins: Vec::new(),
        for_resource: None,
        traits: Vec::new(),
        properties: Properties::default(),
        origin: Origin::BuiltIn,
    }
}

fn member(name: &str, namespace: &str, target: &str, required: bool) -> MemberDefinition {
    let id = ShapeId::new(namespace, target);
    let required = required.then(|| applied("required", Value::Null));
    MemberDefinition {
        name: name.to_owned(),
        target: Some(Reference::Absolute { id, origin: Origin::BuiltIn }),
        traits: required.into_iter().collect(),
        origin: Origin::BuiltIn,
    }
}

fn applied(name: &str, value: Value) -> Trait {
    let id = ShapeId::new(NAMESPACE, name);
    Trait {
        id: Reference::Absolute { id, origin: Origin::BuiltIn },
        value: Node::new(value, Origin::BuiltIn),
        is_null: false,
        origin: Origin::BuiltIn,
    }
}

/// The id of `Unit`, which an operation takes and gives where it says nothing.
pub(super) fn unit() -> ShapeId {
    ShapeId::new(NAMESPACE, "Unit")
}

/// Whether the prelude has a trait of this name.
pub(super) fn has_trait(name: &str) -> bool {
    TRAITS.binary_search(&name).is_ok()
}

/// Whether the value of a trait of the prelude is a list, so that an annotation means `[]`.
pub(super) fn is_list_trait(name: &str) -> bool {
    matches!(name, "auth" | "enum" | "examples" | "references" | "suppress" | "tags")
}

/// The traits of the prelude, sorted.
pub(super) const TRAITS: [&str; 79] = [
    "addedDefault",
    "auth",
    "authDefinition",
    "box",
    "clientOptional",
    "cors",
    "default",
    "deprecated",
    "documentation",
    "endpoint",
    "enum",
    "enumValue",
    "error",
    "eventHeader",
    "eventPayload",
    "examples",
    "externalDocumentation",
    "hostLabel",
    "http",
    "httpApiKeyAuth",
    "httpBasicAuth",
    "httpBearerAuth",
    "httpChecksumRequired",
    "httpDigestAuth",
    "httpError",
    "httpHeader",
    "httpLabel",
    "httpPayload",
    "httpPrefixHeaders",
    "httpQuery",
    "httpQueryParams",
    "httpResponseCode",
    "idRef",
    "idempotencyToken",
    "idempotent",
    "input",
    "internal",
    "jsonName",
    "length",
    "longPoll",
    "mediaType",
    "metadata",
    "mixin",
    "nestedProperties",
    "noReplace",
    "notProperty",
    "optionalAuth",
    "output",
    "paginated",
    "pattern",
    "private",
    "property",
    "protocolDefinition",
    "range",
    "readonly",
    "recommended",
    "references",
    "requestCompression",
    "required",
    "requiresLength",
    "resourceIdentifier",
    "retryable",
    "sensitive",
    "since",
    "sparse",
    "streaming",
    "suppress",
    "tags",
    "timestampFormat",
    "title",
    "trait",
    "traitValidators",
    "uniqueItems",
    "unitType",
    "unstable",
    "xmlAttribute",
    "xmlFlattened",
    "xmlName",
    "xmlNamespace",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_traits_are_sorted() {
        assert!(TRAITS.is_sorted());
        assert!(has_trait("http") && has_trait("xmlFlattened") && !has_trait("htpp"));
    }
}
