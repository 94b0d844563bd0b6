//! What comes of null.

use farrier_model::jmespath::{Comparison, Expression, ExpressionKind};

/// Whether null, or no value at all, is what comes of null.
pub(super) fn is_strict(expression: &Expression) -> bool {
    match &expression.kind {
        ExpressionKind::Current
        | ExpressionKind::Field(_)
        | ExpressionKind::List(_)
        | ExpressionKind::Object(_) => true,
        ExpressionKind::Literal(_) | ExpressionKind::Or(..) | ExpressionKind::Reference(_) => false,
        ExpressionKind::Index(of, _)
        | ExpressionKind::Then(of, _)
        | ExpressionKind::And(of, _)
        | ExpressionKind::Projection { of, .. } => is_strict(of),
        ExpressionKind::Compare(Comparison::Equal | Comparison::NotEqual, left, right) => {
            is_refused(left) || is_refused(right)
        }
        ExpressionKind::Compare(_, left, right) => is_strict(left) || is_strict(right),
        ExpressionKind::Not(inner) => is_refused(inner),
        ExpressionKind::Call(_, arguments) => arguments.iter().any(is_strict),
    }
}

/// Whether evaluation ends there for null: none of the functions that are planned takes it.
fn is_refused(expression: &Expression) -> bool {
    match &expression.kind {
        ExpressionKind::Call(_, arguments) => arguments.iter().any(is_strict),
        ExpressionKind::Then(of, _) | ExpressionKind::Index(of, _) => is_refused(of),
        _ => false,
    }
}
