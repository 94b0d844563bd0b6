//! Literals, and what they are compared with.

use super::{
    Query, QueryKind, QueryType, definite,
    translate::{Planned, Untranslatable},
};
use farrier_model::{
    api::{Number, Value},
    jmespath::Comparison,
};

const TOO_LARGE: &str = "has a number that is too large";

/// A literal of the model.
pub(super) fn literal(value: &Value) -> Planned {
    Ok(match value {
        Value::String(text) => definite(QueryKind::Text(text.clone()), QueryType::Text),
        Value::Bool(value) => definite(QueryKind::Bool(*value), QueryType::Bool),
        Value::Number(Number::Integer(integer)) => {
            let integer = i64::try_from(*integer).map_err(|_| Untranslatable::limit(TOO_LARGE))?;
            definite(QueryKind::Integer(integer), QueryType::Integer)
        }
        Value::Number(Number::Large { .. }) => {
            return Err(Untranslatable::limit(TOO_LARGE));
        }
        Value::Number(Number::Float(float)) => definite(QueryKind::Float(*float), QueryType::Float),
        Value::Null => {
            return Err(Untranslatable::limit("has null where nothing is compared with it"));
        }
        Value::Array(_) | Value::Object(_) => {
            return Err(Untranslatable::limit("has a list or an object as a literal"));
        }
    })
}

/// The comparison of a value with null.
pub(super) fn compare_with_null(comparison: Comparison, value: Query) -> Planned {
    let equal = match comparison {
        Comparison::Equal => true,
        Comparison::NotEqual => false,
        _ => return Err(format!("compares null by `{}`", comparison.symbol()).into()),
    };
    if !value.optional {
        return settled(&value, !equal);
    }
    let null = definite(QueryKind::IsNull(Box::new(value)), QueryType::Bool);
    Ok(match equal {
        true => null,
        false => definite(QueryKind::Not(Box::new(null)), QueryType::Bool),
    })
}

/// What JMESPath takes for true: what is neither null, false nor empty.
pub(super) fn truth(value: Query) -> Planned {
    match value.ty {
        QueryType::Bool if !value.optional => return Ok(value),
        QueryType::Integer | QueryType::Float if !value.optional => return settled(&value, true),
        // An empty one is taken for false.
        QueryType::Structure(_) if !value.optional => {
            return Err(Untranslatable::limit("takes a structure for a condition"));
        }
        QueryType::Opaque if !value.optional => {
            return Err(Untranslatable::limit("takes what is no condition for one"));
        }
        _ => {}
    }
    Ok(definite(QueryKind::Truth(Box::new(value)), QueryType::Bool))
}

/// What is certain of `value` without reading it.
fn settled(value: &Query, truth: bool) -> Planned {
    if value.can_end() {
        return Err(Untranslatable::limit("asks what is always so of what a function gives"));
    }
    Ok(definite(QueryKind::Bool(truth), QueryType::Bool))
}

/// The comparison of two values.
pub(super) fn compare(comparison: Comparison, left: Query, right: Query) -> Planned {
    let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    let left = as_float(left, &right);
    let right = as_float(right, &left);
    let scalar = matches!(
        left.ty,
        QueryType::Bool | QueryType::Integer | QueryType::Float | QueryType::Text
    );
    if !scalar || left.ty != right.ty {
        let reason = format!("compares values of several types by `{}`", comparison.symbol());
        return Err(Untranslatable::limit(reason));
    }
    if !equality && !matches!(left.ty, QueryType::Integer | QueryType::Float) {
        return Err(format!("compares what is no number by `{}`", comparison.symbol()).into());
    }
    let optional = !equality && (left.optional || right.optional);
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
