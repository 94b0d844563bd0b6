//! Literals, and what they are compared with.

use super::{Query, QueryKind, QueryType, definite, translate::Planned};
use farrier_model::{
    api::{Number, Value},
    jmespath::Comparison,
};

/// A literal of the model.
pub(super) fn literal(value: &Value) -> Planned {
    Ok(match value {
        Value::String(text) => definite(QueryKind::Text(text.clone()), QueryType::Text),
        Value::Bool(value) => definite(QueryKind::Bool(*value), QueryType::Bool),
        Value::Number(Number::Integer(integer)) => {
            let integer = i64::try_from(*integer).map_err(|_| "has a number that is too large")?;
            definite(QueryKind::Integer(integer), QueryType::Integer)
        }
        Value::Number(Number::Large { .. }) => {
            return Err("has a number that is too large".to_owned());
        }
        Value::Number(Number::Float(float)) => definite(QueryKind::Float(*float), QueryType::Float),
        Value::Null => {
            Query { kind: QueryKind::Bool(false), ty: QueryType::Opaque, optional: true }
        }
        Value::Array(_) | Value::Object(_) => {
            return Err("has a list or an object as a literal".to_owned());
        }
    })
}

/// The only literal of its type.
fn is_null(query: &Query) -> bool {
    query.ty == QueryType::Opaque && query.kind == QueryKind::Bool(false)
}

/// The comparison of two values.
pub(super) fn compare(comparison: Comparison, left: Query, right: Query) -> Planned {
    let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    for (one, other) in [(&left, &right), (&right, &left)] {
        if !is_null(one) {
            continue;
        }
        if !equality || is_null(other) {
            return Err(format!("compares null by `{}`", comparison.symbol()));
        }
        let null = definite(QueryKind::IsNull(Box::new(other.clone())), QueryType::Bool);
        return Ok(match comparison {
            Comparison::Equal => null,
            _ => definite(QueryKind::Not(Box::new(null)), QueryType::Bool),
        });
    }
    let left = as_float(left, &right);
    let right = as_float(right, &left);
    let scalar = matches!(
        left.ty,
        QueryType::Bool | QueryType::Integer | QueryType::Float | QueryType::Text
    );
    if !scalar || left.ty != right.ty {
        return Err(format!("compares values of several types by `{}`", comparison.symbol()));
    }
    if !equality && !matches!(left.ty, QueryType::Integer | QueryType::Float) {
        return Err(format!("compares what is no number by `{}`", comparison.symbol()));
    }
    // What a function refuses ends the evaluation, and so makes nothing equal or unequal.
    let refused = |query: &Query| query.optional && matches!(query.kind, QueryKind::Length(_));
    let optional = match equality {
        true => refused(&left) || refused(&right),
        false => left.optional || right.optional,
    };
    let kind = QueryKind::Compare(comparison, Box::new(left), Box::new(right));
    Ok(Query { kind, ty: QueryType::Bool, optional })
}

/// A whole number of the model as a floating-point one, if that is what it is compared with.
#[expect(clippy::cast_precision_loss, reason = "JMESPath's numbers are such")]
fn as_float(query: Query, other: &Query) -> Query {
    match query.kind {
        QueryKind::Integer(integer) if other.ty == QueryType::Float => {
            definite(QueryKind::Float(integer as f64), QueryType::Float)
        }
        _ => query,
    }
}
