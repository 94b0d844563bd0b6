//! Lowers shapes.

use super::{Lowering, traits};
use crate::{
    api::{
        self, EnumShape, EnumValue, ListShape, MapShape, Number, ShapeKind, StructureShape, Target,
        UnionShape, Value,
    },
    diagnostic::Diagnostic,
    smithy::{
        document::Kind,
        model::{Applied, Member, Shape},
    },
};
use indexmap::IndexMap;
use std::collections::HashMap;

/// The trait that lists a string's values in Smithy 1.0.
pub(super) const ENUM: &str = "smithy.api#enum";

impl Lowering<'_, '_> {
    /// Lowers a shape that is not simple; `None` if it cannot be, which has been reported.
    pub(super) fn shape(&mut self, shape: &Shape) -> Option<api::Shape> {
        let kind = match shape.kind {
            Kind::Enum => ShapeKind::Enum(self.enumeration(shape)),
            Kind::String => ShapeKind::Enum(self.enum_trait(shape)),
            Kind::IntEnum => ShapeKind::IntEnum(self.int_enum(shape)),
            Kind::List | Kind::Set => {
                let member = self.required_member(shape, "member")?;
                let mut constraints = traits::constraints(&shape.traits, self.diagnostics);
                constraints.unique_items |= shape.kind == Kind::Set;
                let sparse = shape.traits.has("smithy.api#sparse");
                ShapeKind::List(Box::new(ListShape { member, sparse, constraints }))
            }
            Kind::Map => {
                let key = self.required_member(shape, "key");
                let value = self.required_member(shape, "value");
                let (key, value) = (key?, value?);
                self.check_key(shape, &key);
                let constraints = traits::constraints(&shape.traits, self.diagnostics);
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
            documentation: traits::documentation(&shape.traits, self.diagnostics),
            deprecated: traits::deprecated(&shape.traits),
            sensitive: shape.traits.has("smithy.api#sensitive"),
            kind,
            origin: shape.origin.clone(),
        })
    }

    fn structure(&mut self, shape: &Shape) -> StructureShape {
        let members = self.members(shape);
        let tests = self.response_tests(&shape.traits);
        let diagnostics = &mut *self.diagnostics;
        StructureShape {
            members,
            input: shape.traits.has("smithy.api#input"),
            error: traits::error(&shape.traits, diagnostics),
            http_error: traits::http_error(&shape.traits, diagnostics),
            retryable: traits::retryable(&shape.traits),
            closed: false,
            tests,
        }
    }

    fn members(&mut self, shape: &Shape) -> IndexMap<String, api::Member> {
        let mut members = IndexMap::with_capacity(shape.members.len());
        for (name, member) in &shape.members {
            if let Some(lowered) = self.member(member, shape) {
                if shape.kind != Kind::Union {
                    self.refuse_unit(shape, &lowered);
                }
                members.insert(name.clone(), lowered);
            }
        }
        members
    }

    /// The member that every list or map has.
    fn required_member(&mut self, shape: &Shape, name: &str) -> Option<api::Member> {
        let Some(member) = shape.members.get(name) else {
            let (kind, id) = (shape.kind.name(), &shape.id.name);
            let message = format!("the {kind} `{id}` has no member `{name}`");
            let origin = shape.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("missing-member", origin, message));
            return None;
        };
        let lowered = self.member(member, shape)?;
        self.refuse_unit(shape, &lowered);
        Some(lowered)
    }

    fn refuse_unit(&mut self, shape: &Shape, member: &api::Member) {
        if member.target == Target::Simple(api::Simple::Unit) {
            let (kind, id) = (shape.kind.name(), &shape.id.name);
            let message = format!(
                "the member `{}` of the {kind} `{id}` targets `Unit`, which only members of \
                 unions can",
                member.name
            );
            let origin = member.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("target-type", origin, message));
        }
    }

    fn check_key(&mut self, shape: &Shape, key: &api::Member) {
        let is_text = match &key.target {
            Target::Simple(simple) => *simple == api::Simple::String,
            Target::Shape(id) => {
                let kind = self.model.shapes.get(id).map(|target| target.kind);
                matches!(kind, Some(Kind::Enum | Kind::String))
            }
        };
        if !is_text {
            let message = format!("the keys of the map `{}` are not strings", shape.id.name);
            let origin = key.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("map-key", origin, message));
        }
    }

    fn enumeration(&mut self, shape: &Shape) -> EnumShape<String> {
        let mut values = Vec::with_capacity(shape.members.len());
        for (name, member) in &shape.members {
            // Resolving has given one to each that had none.
            let applied = member.traits.get("smithy.api#enumValue");
            let value = match applied.map(|applied| (applied, applied.value())) {
                None => name.clone(),
                Some((_, Value::String(text))) => text.clone(),
                Some((applied, _)) => {
                    let rule = "must be a string on the value of an enum";
                    self.malformed("smithy.api#enumValue", applied, rule);
                    continue;
                }
            };
            values.push(self.enum_value(member, value));
        }
        self.check_enum(shape, &values);
        EnumShape { values }
    }

    fn int_enum(&mut self, shape: &Shape) -> EnumShape<i32> {
        let mut values = Vec::with_capacity(shape.members.len());
        for (name, member) in &shape.members {
            let Some(applied) = member.traits.get("smithy.api#enumValue") else {
                let message = format!("`{name}` of the intEnum `{}` has no value", shape.id.name);
                self.diagnostics.push(
                    Diagnostic::invalid("enum-value", member.origin.clone(), message)
                        .with_help(format!("give it one: `{name} = 1`")),
                );
                continue;
            };
            let number = applied.value().as_number().and_then(Number::as_integer);
            let Some(value) = number.and_then(|number| i32::try_from(number).ok()) else {
                let rule = "must be a whole number of 32 bits on the value of an intEnum";
                self.malformed("smithy.api#enumValue", applied, rule);
                continue;
            };
            values.push(self.enum_value(member, value));
        }
        self.check_enum(shape, &values);
        EnumShape { values }
    }

    fn enum_value<T>(&mut self, member: &Member, value: T) -> EnumValue<T> {
        EnumValue {
            name: member.name.clone(),
            value,
            documentation: traits::documentation(&member.traits, self.diagnostics),
            deprecated: traits::deprecated(&member.traits),
            internal: member.traits.has("smithy.api#internal"),
            origin: member.origin.clone(),
        }
    }

    /// The values of a string with the trait `enum` of Smithy 1.0.
    fn enum_trait(&mut self, shape: &Shape) -> EnumShape<String> {
        let Some(applied) = shape.traits.get(ENUM) else { return EnumShape::default() };
        let Some(definitions) = applied.value().as_array() else {
            self.malformed(ENUM, applied, "must be a list");
            return EnumShape::default();
        };
        let mut values = Vec::with_capacity(definitions.len());
        for (index, definition) in definitions.iter().enumerate() {
            let text = |name| definition.get(name).and_then(Value::as_str);
            let Some(value) = text("value") else {
                let pointer = format!("/{index}");
                let rule = "needs a string as the `value` of each of its items";
                self.diagnostics.push(traits::malformed(ENUM, applied, &pointer, rule));
                continue;
            };
            let tags = definition.get("tags").and_then(Value::as_array).unwrap_or_default();
            let deprecated = definition.get("deprecated").and_then(Value::as_bool);
            values.push(EnumValue {
                name: text("name").unwrap_or(value).to_owned(),
                value: value.to_owned(),
                documentation: text("documentation").map(str::to_owned),
                deprecated: (deprecated == Some(true)).then(String::new),
                internal: tags.iter().any(|tag| tag.as_str() == Some("internal")),
                origin: applied.value.origin_at(&format!("/{index}")),
            });
        }
        self.check_enum(shape, &values);
        EnumShape { values }
    }

    fn check_enum<T: std::hash::Hash + Eq + std::fmt::Display>(
        &mut self,
        shape: &Shape,
        values: &[EnumValue<T>],
    ) {
        if values.is_empty() && shape.members.is_empty() {
            let message = format!("the {} `{}` has no values", shape.kind.name(), shape.id.name);
            let origin = shape.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("enum-value", origin, message));
        }
        let mut first: HashMap<&T, &EnumValue<T>> = HashMap::new();
        for value in values {
            if let Some(known) = first.insert(&value.value, value) {
                let message = format!(
                    "`{}` and `{}` of `{}` have the same value: `{}`",
                    known.name, value.name, shape.id.name, value.value
                );
                self.diagnostics.push(
                    Diagnostic::invalid("enum-value", value.origin.clone(), message)
                        .with_related(known.origin.clone(), "first here"),
                );
            }
        }
    }

    pub(super) fn malformed(&mut self, id: &str, applied: &Applied, rule: &str) {
        self.diagnostics.push(traits::malformed(id, applied, "", rule));
    }
}
