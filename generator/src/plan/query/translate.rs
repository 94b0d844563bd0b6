//! From an expression to what it reads, if that can be said in Rust.

use super::{
    Query, QueryKind, QueryType, Reading, Source, Structures, definite, is_one_type, item_of,
    scalar::{compare, compare_with_null, literal, truth},
    strict::{OfNull, of_null},
};
use crate::plan::{Presence, documentation};
use farrier_model::{
    api::Value,
    jmespath::{Expression, ExpressionKind, ProjectionSource},
};

/// Why an expression has no Rust.
#[derive(Clone, Debug)]
pub(crate) struct Untranslatable {
    /// A sentence that goes on behind "its path".
    pub(crate) reason: String,
    /// Whether that is Farrier's fault, not the model's.
    pub(crate) is_limit: bool,
}

impl Untranslatable {
    /// What JMESPath can do and Farrier cannot.
    pub(crate) fn limit(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), is_limit: true }
    }
}

impl From<&str> for Untranslatable {
    fn from(reason: &str) -> Self {
        reason.to_owned().into()
    }
}

impl From<String> for Untranslatable {
    fn from(reason: String) -> Self {
        Self { reason, is_limit: false }
    }
}

pub(super) type Planned = Result<Query, Untranslatable>;

/// Plans expressions over one operation.
pub(crate) struct Queries<'p> {
    pub(crate) structures: &'p Structures<'p>,
    /// The input's type.
    pub(crate) input: &'p str,
    /// The output's type.
    pub(crate) output: &'p str,
}

impl Queries<'_> {
    /// What `expression` gives, for the output, or with `both` for an object of input and output.
    pub(crate) fn value(&self, expression: &Expression, both: bool) -> Planned {
        self.plan(expression, &self.start(both), 0)
    }

    /// The same as a condition: whether it is true.
    pub(crate) fn condition(&self, expression: &Expression, both: bool) -> Planned {
        self.truth(expression, &self.start(both), 0)
    }

    /// Whether `expression` can give nothing but a boolean or null.
    pub(crate) fn is_boolean(&self, expression: &Expression, both: bool) -> bool {
        match &expression.kind {
            ExpressionKind::Not(_) | ExpressionKind::Compare(..) => true,
            ExpressionKind::And(_, right) => self.is_boolean(right, both),
            ExpressionKind::Or(left, right) => {
                self.is_boolean(left, both) && self.is_boolean(right, both)
            }
            _ => self.value(expression, both).is_ok_and(|value| value.ty == QueryType::Bool),
        }
    }

    fn start(&self, both: bool) -> Current {
        match both {
            true => Current::Both,
            false => Current::Value(self.output()),
        }
    }

    fn output(&self) -> Query {
        definite(QueryKind::Output, QueryType::Structure(self.output.to_owned()))
    }

    fn plan(&self, expression: &Expression, current: &Current, depth: usize) -> Planned {
        match &expression.kind {
            ExpressionKind::Current => current.value(),
            ExpressionKind::Field(name) => self.field(current, name),
            ExpressionKind::Literal(value) => literal(value),
            ExpressionKind::Index(of, index) => {
                let of = self.plan(of, current, depth)?;
                let ty = item_of(&of.ty).ok_or("has an index of what is no list")?;
                if matches!(&of.ty, QueryType::List(item) if item.sparse) {
                    return Err(Untranslatable::limit("has an index of a list with nulls"));
                }
                Ok(Query {
                    kind: QueryKind::Index { of: Box::new(of), index: *index },
                    ty,
                    optional: true,
                })
            }
            ExpressionKind::Then(left, right) => self.then(left, right, current, depth),
            ExpressionKind::Projection { of, source, each } => {
                self.projection(of, source, each, current, depth)
            }
            ExpressionKind::List(items) => self.list(items, current, depth),
            ExpressionKind::Object(_) => Err(Untranslatable::limit("makes an object")),
            ExpressionKind::Compare(comparison, left, right) => {
                for (one, other) in [(left, right), (right, left)] {
                    if one.kind == ExpressionKind::Literal(Value::Null) {
                        return compare_with_null(*comparison, self.plan(other, current, depth)?);
                    }
                }
                let left = self.plan(left, current, depth)?;
                let right = self.plan(right, current, depth)?;
                compare(*comparison, left, right)
            }
            ExpressionKind::Not(_) => self.truth(expression, current, depth),
            ExpressionKind::And(left, right) | ExpressionKind::Or(left, right) => {
                let left = self.plan(left, current, depth)?;
                let right = self.plan(right, current, depth)?;
                if left.ty != QueryType::Bool || right.ty != QueryType::Bool {
                    return Err(Untranslatable::limit(
                        "joins what is no condition by `&&` or `||`",
                    ));
                }
                let optional = left.optional || right.optional;
                let (left, right) = (Box::new(left), Box::new(right));
                let kind = match expression.kind {
                    ExpressionKind::And(..) => QueryKind::And(left, right),
                    _ => QueryKind::Or(left, right),
                };
                Ok(Query { kind, ty: QueryType::Bool, optional })
            }
            ExpressionKind::Call(name, arguments) => self.call(name, arguments, current, depth),
            ExpressionKind::Reference(_) => {
                Err(Untranslatable::limit("has an expression as an argument"))
            }
        }
    }

    /// `expression` as a `bool`: whether JMESPath takes it for true.
    fn truth(&self, expression: &Expression, current: &Current, depth: usize) -> Planned {
        let kind = match &expression.kind {
            ExpressionKind::Not(inner) => {
                QueryKind::Not(Box::new(self.truth(inner, current, depth)?))
            }
            ExpressionKind::And(left, right) => QueryKind::And(
                Box::new(self.truth(left, current, depth)?),
                Box::new(self.truth(right, current, depth)?),
            ),
            ExpressionKind::Or(left, right) => QueryKind::Or(
                Box::new(self.truth(left, current, depth)?),
                Box::new(self.truth(right, current, depth)?),
            ),
            _ => return truth(self.plan(expression, current, depth)?),
        };
        Ok(definite(kind, QueryType::Bool))
    }

    fn field(&self, current: &Current, name: &str) -> Planned {
        let of = match (current, name) {
            (Current::Both, "input") => {
                let ty = QueryType::Structure(self.input.to_owned());
                return Ok(definite(QueryKind::Input, ty));
            }
            (Current::Both, "output") => return Ok(self.output()),
            (Current::Both, _) => {
                return Err(format!("has no {}", documentation::code(name)).into());
            }
            (Current::Value(of), _) => of.clone(),
        };
        match &of.ty {
            QueryType::Structure(structure) => {
                let field = self.structures.field(structure, name);
                let field = field.ok_or_else(|| {
                    format!("has no {} in `{structure}`", documentation::code(name))
                })?;
                let optional = matches!(field.presence, Presence::Optional | Presence::Nullable);
                let (ty, reading) = self.structures.read(&field.ty);
                Ok(Query {
                    optional: optional || of.optional,
                    kind: QueryKind::Field {
                        of: Box::new(of),
                        name: field.name.clone(),
                        optional,
                        reading,
                    },
                    ty,
                })
            }
            QueryType::Map(Reading::Str, item) => {
                if item.sparse {
                    return Err(Untranslatable::limit("reads a map with nulls"));
                }
                let ty = item.ty.clone();
                let kind = QueryKind::Entry { of: Box::new(of), key: name.to_owned() };
                Ok(Query { kind, ty, optional: true })
            }
            ty => {
                let reason = format!("has {} of what is no structure", documentation::code(name));
                // Unions are read like structures, but not here.
                let is_limit = *ty == QueryType::Opaque;
                Err(Untranslatable { reason, is_limit })
            }
        }
    }

    fn then(
        &self,
        left: &Expression,
        right: &Expression,
        current: &Current,
        depth: usize,
    ) -> Planned {
        if let (Current::Both, ExpressionKind::Current) = (current, &left.kind) {
            return self.plan(right, current, depth);
        }
        let mut left = self.plan(left, current, depth)?;
        // What reads it once, and what is as good as a variable, need none.
        let simple = is_place(right);
        let place =
            matches!(left.kind, QueryKind::Input | QueryKind::Output | QueryKind::Variable(_));
        if simple || (place && !left.optional) {
            return self.plan(right, &Current::Value(left), depth);
        }
        if left.optional {
            match of_null(right) {
                OfNull::Null => {}
                OfNull::End => left = left.not_null(),
                OfNull::Other => {
                    return Err(Untranslatable::limit("goes on with what may be null"));
                }
            }
        }
        let variable = definite(QueryKind::Variable(depth), left.ty.clone());
        let body = self.plan(right, &Current::Value(variable), depth + 1)?;
        Ok(Query {
            ty: body.ty.clone(),
            optional: left.optional || body.optional,
            kind: QueryKind::Bind { value: Box::new(left), variable: depth, body: Box::new(body) },
        })
    }

    fn projection(
        &self,
        of: &Expression,
        source: &ProjectionSource,
        each: &Expression,
        current: &Current,
        depth: usize,
    ) -> Planned {
        let of = self.plan(of, current, depth)?;
        self.projection_of(of, source, each, depth)
    }

    fn projection_of(
        &self,
        of: Query,
        source: &ProjectionSource,
        each: &Expression,
        depth: usize,
    ) -> Planned {
        let item = match (source, &of.ty) {
            (ProjectionSource::Values, QueryType::Map(_, item)) => item.ty.clone(),
            (ProjectionSource::Values, _) => {
                return Err(Untranslatable::limit("goes through the members of what is no map"));
            }
            (ProjectionSource::Slice { .. }, _) => {
                return Err(Untranslatable::limit("has a slice"));
            }
            (ProjectionSource::Flattened, ty) => {
                let item = item_of(ty).ok_or("flattens what is no list")?;
                item_of(&item).unwrap_or(item)
            }
            (_, ty) => item_of(ty).ok_or("goes through what is no list")?,
        };
        let variable = definite(QueryKind::Variable(depth), item.clone());
        let variable = Current::Value(variable);
        let source = match source {
            ProjectionSource::Values => Source::Values,
            ProjectionSource::Flattened => Source::Flattened,
            ProjectionSource::Filtered(condition) => {
                if matches!(item, QueryType::Many(..)) {
                    return Err(Untranslatable::limit("filters lists that it makes itself"));
                }
                Source::Filtered(Box::new(self.truth(condition, &variable, depth + 1)?))
            }
            _ => Source::Items,
        };
        let body = self.plan(each, &variable, depth + 1)?;
        Ok(Query {
            optional: of.optional,
            ty: QueryType::Many(Box::new(body.ty.clone()), false),
            kind: QueryKind::Project {
                of: Box::new(of),
                source,
                variable: depth,
                body: Box::new(body),
            },
        })
    }

    fn list(&self, items: &[Expression], current: &Current, depth: usize) -> Planned {
        let items: Result<Vec<Query>, Untranslatable> =
            items.iter().map(|item| self.plan(item, current, depth)).collect();
        let items = items?;
        let ty = items.first().map_or(QueryType::Opaque, |item| item.ty.clone());
        let several = items.len() > 1 && !is_one_type(&ty);
        if several || items.iter().any(|item| item.ty != ty) {
            return Err(Untranslatable::limit("makes a list of things of several types"));
        }
        let nullable = items.iter().any(|item| item.optional);
        // Of null it is null; that is what `then` sees to.
        Ok(definite(QueryKind::List(items), QueryType::Many(Box::new(ty), nullable)))
    }

    fn call(
        &self,
        name: &str,
        arguments: &[Expression],
        current: &Current,
        depth: usize,
    ) -> Planned {
        let planned: Result<Vec<Query>, Untranslatable> =
            arguments.iter().map(|argument| self.plan(argument, current, depth)).collect();
        let mut planned = planned?.into_iter();
        let (Some(first), second) = (planned.next(), planned.next()) else {
            return Err(format!("calls {} without arguments", documentation::code(name)).into());
        };
        // For null, a function ends the evaluation.
        let first = first.not_null();
        let (kind, ty) = match (name, second) {
            ("length", None) => match first.ty {
                QueryType::Text | QueryType::List(_) | QueryType::Map(..) | QueryType::Many(..) => {
                    (QueryKind::Length(Box::new(first)), QueryType::Integer)
                }
                _ => return Err(Untranslatable::limit("has the `length` of what is no list")),
            },
            ("keys", None) => match first.ty.clone() {
                QueryType::Map(reading, _) => (
                    QueryKind::Keys(Box::new(first), reading),
                    QueryType::Many(Box::new(QueryType::Text), false),
                ),
                _ => return Err(Untranslatable::limit("has the `keys` of what is no map")),
            },
            ("values", None) => {
                let identity = Expression { kind: ExpressionKind::Current, offset: 0 };
                return self.projection_of(first, &ProjectionSource::Values, &identity, depth);
            }
            ("contains" | "starts_with" | "ends_with", Some(second)) => {
                let within = match (&first.ty, name) {
                    (QueryType::Text, _) => Some(QueryType::Text),
                    (ty, "contains") => item_of(ty),
                    _ => None,
                };
                let simple = matches!(
                    second.ty,
                    QueryType::Bool
                        | QueryType::Integer
                        | QueryType::Float
                        | QueryType::Text
                        | QueryType::Structure(_)
                );
                if second.optional || !simple || within.as_ref() != Some(&second.ty) {
                    let reason = format!("calls `{name}` with what it cannot compare");
                    return Err(Untranslatable::limit(reason));
                }
                let (first, second) = (Box::new(first), Box::new(second));
                let kind = match name {
                    "contains" => QueryKind::Contains(first, second),
                    "starts_with" => QueryKind::StartsWith(first, second),
                    _ => QueryKind::EndsWith(first, second),
                };
                (kind, QueryType::Bool)
            }
            _ => {
                let reason = format!("calls {}", documentation::code(name));
                return Err(Untranslatable::limit(reason));
            }
        };
        Ok(definite(kind, ty))
    }
}

/// Whether it reads what it is evaluated for once, and directly.
fn is_place(expression: &Expression) -> bool {
    match &expression.kind {
        ExpressionKind::Field(_) | ExpressionKind::Current => true,
        ExpressionKind::Index(of, _) => is_place(of),
        _ => false,
    }
}

/// What `@` stands for.
#[derive(Clone)]
enum Current {
    /// An object of input and output.
    Both,
    Value(Query),
}

impl Current {
    fn value(&self) -> Planned {
        match self {
            Self::Both => Err(Untranslatable::limit("has input and output as one value")),
            Self::Value(value) => Ok(value.clone()),
        }
    }
}
