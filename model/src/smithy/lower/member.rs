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
        let folded = self.folded(target);
        let own = &member.traits;
        let api_target = match folded.simple {
            Some(simple) => Target::Simple(simple),
            None => Target::Shape(target.id.clone()),
        };
        let documentation = traits::documentation(own);
        let default = default(member, container);
        Some(api::Member {
            name: member.name.clone(),
            target: api_target,
            required: own.has("smithy.api#required"),
            nullable: false,
            added_default: default.is_some() && own.has("smithy.api#addedDefault"),
            default,
            client_optional: own.has("smithy.api#clientOptional"),
            constraints: traits::constraints(own).or(&folded.constraints),
            http: traits::http_location(own, self.diagnostics),
            json_name: traits::text(own, "smithy.api#jsonName"),
            xml: traits::xml(own),
            timestamp_format: traits::timestamp_format(own).or(folded.timestamp_format),
            media_type: traits::text(own, "smithy.api#mediaType").or(folded.media_type),
            sensitive: own.has("smithy.api#sensitive") || folded.sensitive,
            idempotency_token: own.has("smithy.api#idempotencyToken"),
            host_label: own.has("smithy.api#hostLabel"),
            event: own.has("smithy.api#eventPayload") || own.has("smithy.api#eventHeader"),
            documentation: documentation.or(folded.documentation),
            deprecated: traits::deprecated(own).or(folded.deprecated),
            origin: member.origin.clone(),
        })
    }

    /// What `target` says to its members, worked out once.
    fn folded(&mut self, target: &Shape) -> Folded {
        if let Some(folded) = self.folded.get(&target.id) {
            return folded.clone();
        }
        let own = &target.traits;
        let simple = simple(target);
        let mut folded = Folded {
            simple,
            constraints: traits::constraints(own),
            timestamp_format: traits::timestamp_format(own),
            media_type: traits::text(own, "smithy.api#mediaType"),
            sensitive: own.has("smithy.api#sensitive"),
            ..Folded::default()
        };
        // `set` of Smithy 1.0.
        folded.constraints.unique_items |= target.kind == Kind::Set;
        if simple.is_some() {
            folded.documentation = traits::documentation(own);
            folded.deprecated = traits::deprecated(own);
        }
        self.folded.insert(target.id.clone(), folded.clone());
        folded
    }
}

/// The default of a member. Of a structure's member only its own trait counts, and a target that has a default must
/// be given one there: <https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait>.
fn default(member: &Member, container: &Shape) -> Option<Value> {
    let applied = member.traits.get(DEFAULT).filter(|_| container.kind == Kind::Structure)?;
    Some(applied.value()).filter(|default| **default != Value::Null).cloned()
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
