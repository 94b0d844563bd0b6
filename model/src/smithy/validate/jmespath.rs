//! What shapes are to JMESPath.

use super::graph::Graph;
use crate::{
    api::ShapeId,
    jmespath::typing::{Shapes, Type},
    smithy::{document::Kind, model::Shape},
};

impl Shapes for Graph<'_> {
    fn member(&self, shape: &ShapeId, name: &str) -> Option<Type> {
        let member = self.node(self.shape(shape)?)?.shape.members.get(name)?;
        Some(self.target(&member.target).map_or(Type::Any, |target| type_of(self, target)))
    }

    fn members(&self, shape: &ShapeId) -> Option<Vec<&str>> {
        let shape = self.node(self.shape(shape)?)?.shape;
        Some(shape.members.keys().map(String::as_str).collect())
    }
}

/// What `shape` is.
pub(super) fn type_of(graph: &Graph<'_>, shape: &Shape) -> Type {
    nested(graph, shape, 0)
}

/// Lists deeper than this in one another may hold themselves.
const MAX_DEPTH: usize = 16;

fn nested(graph: &Graph<'_>, shape: &Shape, depth: usize) -> Type {
    let inner = |name: &str| {
        let target = shape.members.get(name).and_then(|member| graph.target(&member.target));
        match target.filter(|_| depth < MAX_DEPTH) {
            Some(target) => Box::new(nested(graph, target, depth + 1)),
            None => Box::new(Type::Any),
        }
    };
    match shape.kind {
        Kind::Blob | Kind::String | Kind::Enum => Type::String,
        Kind::Boolean => Type::Boolean,
        Kind::Byte
        | Kind::Short
        | Kind::Integer
        | Kind::IntEnum
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::BigInteger
        | Kind::BigDecimal
        | Kind::Timestamp => Type::Number,
        Kind::List | Kind::Set => Type::Array(inner("member")),
        Kind::Map => Type::Map(inner("value")),
        Kind::Structure | Kind::Union => Type::Shape(shape.id.clone()),
        Kind::Document | Kind::Service | Kind::Resource | Kind::Operation => Type::Any,
    }
}
