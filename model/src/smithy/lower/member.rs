//! Lowers members: what a simple target says is folded into them.

use super::{Lowering, traits};
use crate::{
    api::{self, Body, Constraints, ShapeId, Simple, Target, TimestampFormat, Value},
    diagnostic::Diagnostic,
    smithy::{
        document::Kind,
        model::{Member, Shape},
    },
};

const DEFAULT: &str = "smithy.api#default";

/// What a target says about every member that targets it.
#[derive(Clone, Default)]
pub(super) struct Folded {
    /// The simple type; `None` if the target stays a shape.
    simple: Option<Simple>,
    constraints: Constraints,
    timestamp_format: Option<TimestampFormat>,
    media_type: Option<String>,
    sensitive: bool,
    documentation: Option<String>,
    deprecated: Option<String>,
    default: Option<Value>,
}

impl Lowering<'_, '_> {
    /// Lowers a member of a shape of the kind `container`; `None` if its target is not in the model, which is
    /// reported.
    pub(super) fn member(&mut self, member: &Member, container: &Shape) -> Option<api::Member> {
        let Some(target) = self.model.shapes.get(&member.target.id) else {
            let message = format!(
                "the member `{}` of `{}` targets `{}`, which Smithy defines for traits",
                member.name, container.id.name, member.target.id
            );
            let origin = member.target.origin.clone();
            self.diagnostics.push(Diagnostic::unsupported("target", origin, message));
            return None;
        };
        if matches!(target.kind, Kind::Service | Kind::Resource | Kind::Operation) {
            let message = format!(
                "the member `{}` of `{}` targets the {} `{}`, which is no type",
                member.name,
                container.id.name,
                target.kind.name(),
                target.id.name
            );
            let origin = member.target.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("target-type", origin, message));
            return None;
        }
        let folded = self.folded(target);
        let own = &member.traits;
        let diagnostics = &mut *self.diagnostics;
        let api_target = match folded.simple {
            Some(simple) => Target::Simple(simple),
            None => Target::Shape(target.id.clone()),
        };
        let documentation = traits::documentation(own, diagnostics);
        let (default, added_default) = effective_default(member, container, &folded, diagnostics);
        let lowered = api::Member {
            name: member.name.clone(),
            target: api_target,
            required: own.has("smithy.api#required"),
            nullable: false,
            default,
            added_default,
            client_optional: own.has("smithy.api#clientOptional"),
            constraints: traits::constraints(own, diagnostics).or(&folded.constraints),
            http: traits::http_location(own, diagnostics),
            json_name: traits::text(own, "smithy.api#jsonName", diagnostics),
            xml: traits::xml(own, diagnostics),
            timestamp_format: traits::timestamp_format(own, diagnostics)
                .or(folded.timestamp_format),
            media_type: traits::text(own, "smithy.api#mediaType", diagnostics)
                .or(folded.media_type),
            sensitive: own.has("smithy.api#sensitive") || folded.sensitive,
            idempotency_token: own.has("smithy.api#idempotencyToken"),
            host_label: own.has("smithy.api#hostLabel"),
            event: own.has("smithy.api#eventPayload") || own.has("smithy.api#eventHeader"),
            documentation: documentation.or(folded.documentation),
            deprecated: traits::deprecated(own).or(folded.deprecated),
            origin: member.origin.clone(),
        };
        if let Some(default) = &lowered.default {
            self.check_default(default, target, member);
        }
        Some(lowered)
    }

    /// What `target` says to its members, worked out once.
    fn folded(&mut self, target: &Shape) -> Folded {
        if let Some(folded) = self.folded.get(&target.id) {
            return folded.clone();
        }
        let own = &target.traits;
        let diagnostics = &mut *self.diagnostics;
        let simple = simple(target);
        let mut folded = Folded {
            simple,
            constraints: traits::constraints(own, diagnostics),
            timestamp_format: traits::timestamp_format(own, diagnostics),
            media_type: traits::text(own, "smithy.api#mediaType", diagnostics),
            sensitive: own.has("smithy.api#sensitive"),
            default: own.get(DEFAULT).map(|applied| applied.value().clone()),
            ..Folded::default()
        };
        // `set` of Smithy 1.0.
        folded.constraints.unique_items |= target.kind == Kind::Set;
        if simple.is_some() {
            folded.documentation = traits::documentation(own, diagnostics);
            folded.deprecated = traits::deprecated(own);
        }
        self.folded.insert(target.id.clone(), folded.clone());
        folded
    }

    /// Whether a default can be a value of its target, as far as one look at it tells.
    fn check_default(&mut self, default: &Value, target: &Shape, member: &Member) {
        let fits = match target.kind {
            Kind::Boolean => matches!(default, Value::Bool(_)),
            Kind::String | Kind::Enum | Kind::Blob => matches!(default, Value::String(_)),
            Kind::Byte
            | Kind::Short
            | Kind::Integer
            | Kind::IntEnum
            | Kind::Long
            | Kind::BigInteger => {
                default.as_number().is_some_and(|number| number.as_integer().is_some())
            }
            Kind::Float | Kind::Double | Kind::BigDecimal => {
                matches!(default, Value::Number(_))
                    || matches!(default.as_str(), Some("NaN" | "Infinity" | "-Infinity"))
            }
            Kind::Timestamp => matches!(default, Value::Number(_) | Value::String(_)),
            Kind::Document => true,
            Kind::List | Kind::Set => default.as_array().is_some_and(<[_]>::is_empty),
            Kind::Map => default.as_object().is_some_and(indexmap::IndexMap::is_empty),
            _ => false,
        };
        if fits {
            return;
        }
        let what = match target.kind {
            Kind::List | Kind::Set => "a list can only have `[]`".to_owned(),
            Kind::Map => "a map can only have `{}`".to_owned(),
            Kind::Structure | Kind::Union => format!("a {} cannot have one", target.kind.name()),
            kind => format!("this is no {}", kind.name()),
        };
        let applied = member.traits.get(DEFAULT);
        let origin = applied.map_or(&member.origin, |applied| &applied.value.origin);
        let message = format!("`{}` cannot have this default: {what}", member.name);
        self.diagnostics.push(Diagnostic::invalid("default-type", origin.clone(), message));
    }
}

/// The default of a member, and whether it was added later. Of a structure's member only its own
/// trait counts, and a target that has a default must be given one there:
/// <https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait>.
fn effective_default(
    member: &Member,
    container: &Shape,
    folded: &Folded,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<Value>, bool) {
    if container.kind != Kind::Structure {
        return (None, false);
    }
    let Some(applied) = member.traits.get(DEFAULT) else {
        if let Some(default) = folded.default.as_ref().filter(|default| **default != Value::Null) {
            let target = &member.target.id.name;
            let message = format!(
                "the member `{}` of `{}` targets `{target}`, which has a default, and says \
                 nothing about its own",
                member.name, container.id.name
            );
            let example = display(default);
            diagnostics.push(
                Diagnostic::invalid("missing-default", member.origin.clone(), message)
                    .with_help(format!("add `@default({example})`, or `@default(null)` for none")),
            );
        }
        return (None, false);
    };
    let own = applied.value();
    if *own == Value::Null {
        return (None, false);
    }
    if let Some(target) = &folded.default
        && target != own
        && *target != Value::Null
        && !equal_numbers(target, own)
    {
        let message = format!(
            "the default of `{}` is {}, and that of its target `{}` is {}",
            member.name,
            display(own),
            member.target.id.name,
            display(target)
        );
        diagnostics.push(Diagnostic::invalid("default-conflict", applied.origin.clone(), message));
    }
    (Some(own.clone()), member.traits.has("smithy.api#addedDefault"))
}

fn equal_numbers(left: &Value, right: &Value) -> bool {
    match (left.as_number(), right.as_number()) {
        (Some(left), Some(right)) => left.as_f64() == right.as_f64(),
        _ => false,
    }
}

/// A value as a message shows it.
fn display(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(api::Number::Integer(integer)) => integer.to_string(),
        Value::Number(api::Number::Float(float)) => float.to_string(),
        Value::Number(large) => large.to_string(),
        Value::String(text) => format!("{:?}", text.chars().take(60).collect::<String>()),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
    }
}

/// The simple type that a shape is; `None` if it stays a shape.
fn simple(shape: &Shape) -> Option<Simple> {
    Some(match shape.kind {
        Kind::Blob if !shape.traits.has("smithy.api#streaming") => Simple::Blob(Body::Whole),
        Kind::Blob if shape.traits.has("smithy.api#requiresLength") => {
            Simple::Blob(Body::StreamingWithLength)
        }
        Kind::Blob => Simple::Blob(Body::Streaming),
        Kind::Boolean => Simple::Boolean,
        Kind::String if shape.traits.has(super::shape::ENUM) => return None,
        Kind::String => Simple::String,
        Kind::Byte => Simple::Byte,
        Kind::Short => Simple::Short,
        Kind::Integer => Simple::Integer,
        Kind::Long => Simple::Long,
        Kind::Float => Simple::Float,
        Kind::Double => Simple::Double,
        Kind::BigInteger => Simple::BigInteger,
        Kind::BigDecimal => Simple::BigDecimal,
        Kind::Timestamp => Simple::Timestamp,
        Kind::Document => Simple::Document,
        Kind::Structure if is_unit(&shape.id) => Simple::Unit,
        _ => return None,
    })
}

/// Whether it is `smithy.api#Unit`.
pub(super) fn is_unit(id: &ShapeId) -> bool {
    id.namespace == "smithy.api" && id.name == "Unit"
}
