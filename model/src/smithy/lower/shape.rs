//! Lowers shapes.

use super::{Lowering, traits};
use crate::{
    api::{
        self, EnumShape, EnumValue, ListShape, MapShape, ShapeKind, StructureShape, UnionShape,
        Value,
    },
    diagnostic::Diagnostic,
    smithy::{
        document::Kind,
        model::{Member, Shape},
    },
};
use indexmap::IndexMap;

/// The trait that lists a string's values in Smithy 1.0.
pub(super) const ENUM: &str = "smithy.api#enum";

const ENUM_VALUE: &str = "smithy.api#enumValue";

impl Lowering<'_, '_> {
    /// Lowers a shape that is not simple; `None` if it cannot be, which has been reported.
    pub(super) fn shape(&mut self, shape: &Shape) -> Option<api::Shape> {
        let kind = match shape.kind {
            Kind::Enum => ShapeKind::Enum(self.enumeration(shape)),
            Kind::String => ShapeKind::Enum(self.enum_trait(shape)),
            Kind::IntEnum => ShapeKind::IntEnum(self.int_enum(shape)),
            Kind::List | Kind::Set => {
                let member = self.member(shape.members.get("member")?, shape)?;
                let mut constraints = traits::constraints(&shape.traits);
                constraints.unique_items |= shape.kind == Kind::Set;
                let sparse = shape.traits.has("smithy.api#sparse");
                ShapeKind::List(Box::new(ListShape { member, sparse, constraints }))
            }
            Kind::Map => {
                let key = self.member(shape.members.get("key")?, shape);
                let value = self.member(shape.members.get("value")?, shape);
                let (key, value) = (key?, value?);
                let constraints = traits::constraints(&shape.traits);
                let sparse = shape.traits.has("smithy.api#sparse");
                ShapeKind::Map(Box::new(MapShape { key, value, sparse, constraints }))
            }
            Kind::Structure => ShapeKind::Structure(self.structure(shape)),
            Kind::Union => {
                if shape.members.is_empty() {
                    let message = format!("the union `{}` has no members", shape.id.name);
                    let origin = shape.origin.clone();
                    self.diagnostics.push(Diagnostic::invalid("empty-union", origin, message));
                }
                ShapeKind::Union(UnionShape { members: self.members(shape) })
            }
            _ => return None,
        };
        Some(api::Shape {
            name: self.name_of(&shape.id),
            documentation: traits::documentation(&shape.traits),
            deprecated: traits::deprecated(&shape.traits),
            sensitive: shape.traits.has("smithy.api#sensitive"),
            kind,
            origin: shape.origin.clone(),
        })
    }

    fn structure(&mut self, shape: &Shape) -> StructureShape {
        let members = self.members(shape);
        let tests = self.response_tests(&shape.traits);
        StructureShape {
            members,
            input: shape.traits.has("smithy.api#input"),
            error: traits::error(&shape.traits),
            http_error: traits::http_error(&shape.traits, self.diagnostics),
            retryable: traits::retryable(&shape.traits),
            closed: false,
            tests,
        }
    }

    fn members(&mut self, shape: &Shape) -> IndexMap<String, api::Member> {
        let mut members = IndexMap::with_capacity(shape.members.len());
        for (name, member) in &shape.members {
            if let Some(lowered) = self.member(member, shape) {
                members.insert(name.clone(), lowered);
            }
        }
        members
    }

    fn enumeration(&self, shape: &Shape) -> EnumShape<String> {
        let value = |member: &Member| {
            // Resolving has given one to each that had none.
            let value = member.traits.get(ENUM_VALUE)?.value().as_str()?;
            Some(enum_value(member, value.to_owned()))
        };
        EnumShape { values: shape.members.values().filter_map(value).collect() }
    }

    fn int_enum(&self, shape: &Shape) -> EnumShape<i32> {
        let value = |member: &Member| {
            let value = member.traits.get(ENUM_VALUE)?.value().as_number()?.as_integer()?;
            Some(enum_value(member, i32::try_from(value).ok()?))
        };
        EnumShape { values: shape.members.values().filter_map(value).collect() }
    }

    /// The values of a string with the trait `enum` of Smithy 1.0.
    fn enum_trait(&self, shape: &Shape) -> EnumShape<String> {
        let Some(applied) = shape.traits.get(ENUM) else { return EnumShape::default() };
        let definitions = applied.value().as_array().unwrap_or_default().iter().enumerate();
        let value = |(index, definition): (usize, &Value)| {
            let text = |name| definition.get(name).and_then(Value::as_str);
            let value = text("value")?;
            let tags = definition.get("tags").and_then(Value::as_array).unwrap_or_default();
            let deprecated = definition.get("deprecated").and_then(Value::as_bool);
            Some(EnumValue {
                name: text("name").unwrap_or(value).to_owned(),
                value: value.to_owned(),
                documentation: text("documentation").map(str::to_owned),
                deprecated: (deprecated == Some(true)).then(String::new),
                internal: tags.iter().any(|tag| tag.as_str() == Some("internal")),
                origin: applied.value.origin_at(&format!("/{index}")),
            })
        };
        EnumShape { values: definitions.filter_map(value).collect() }
    }
}

fn enum_value<T>(member: &Member, value: T) -> EnumValue<T> {
    EnumValue {
        name: member.name.clone(),
        value,
        documentation: traits::documentation(&member.traits),
        deprecated: traits::deprecated(&member.traits),
        internal: member.traits.has("smithy.api#internal"),
        origin: member.origin.clone(),
    }
}
