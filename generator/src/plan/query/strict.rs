//! What comes of null.

use farrier_model::jmespath::{Comparison, Expression, ExpressionKind};

/// What an expression gives for null.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OfNull {
    /// Null.
    Null,
    /// Nothing: the evaluation ends, since none of the functions that are planned takes null.
    End,
    /// Something else, or that depends.
    Other,
}

/// What `expression` gives for null.
pub(super) fn of_null(expression: &Expression) -> OfNull {
    match &expression.kind {
        ExpressionKind::Current
        | ExpressionKind::Field(_)
        | ExpressionKind::List(_)
        | ExpressionKind::Object(_) => OfNull::Null,
        ExpressionKind::Literal(_) | ExpressionKind::Reference(_) => OfNull::Other,
        ExpressionKind::Index(of, _)
        | ExpressionKind::And(of, _)
        | ExpressionKind::Projection { of, .. } => of_null(of),
        ExpressionKind::Then(left, right) | ExpressionKind::Or(left, right) => {
            match of_null(left) {
                OfNull::Null => of_null(right),
                other => other,
            }
        }
        ExpressionKind::Compare(comparison, left, right) => {
            let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
            match (of_null(left), of_null(right)) {
                (OfNull::End, _) | (_, OfNull::End) => OfNull::End,
                (OfNull::Null, _) | (_, OfNull::Null) if !equality => OfNull::Null,
                _ => OfNull::Other,
            }
        }
        ExpressionKind::Not(inner) => match of_null(inner) {
            OfNull::End => OfNull::End,
            _ => OfNull::Other,
        },
        ExpressionKind::Call(name, arguments) => {
            let mut arguments = arguments.iter().map(of_null);
            let first = arguments.next();
            let ends = |of: OfNull| match of {
                // What is looked for may be null.
                OfNull::Null => name != "contains",
                of => of == OfNull::End,
            };
            match first {
                Some(OfNull::Null | OfNull::End) => OfNull::End,
                _ if arguments.any(ends) => OfNull::End,
                _ => OfNull::Other,
            }
        }
    }
}
