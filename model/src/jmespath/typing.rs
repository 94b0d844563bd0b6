//! What a JMESPath expression gives, worked out from a shape without a value.

use super::{
    Comparison, Expression, ExpressionKind, ProjectionSource,
    function::{fits, function, names, result},
};
use crate::api::{ShapeId, Value};

/// The shapes that a [`Type`] may name.
pub trait Shapes {
    /// What a member of this shape is, if it has one of that name.
    fn member(&self, shape: &ShapeId, name: &str) -> Option<Type>;

    /// The names of the shape's members; `None` if the shape is not known.
    fn members(&self, shape: &ShapeId) -> Option<Vec<&str>>;
}

/// What a value is, as far as JMESPath tells values apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Anything: a document, say.
    Any,
    /// `null` and nothing else.
    Null,
    /// True or false.
    Boolean,
    /// A number; a timestamp is one.
    Number,
    /// A text; a blob is one.
    String,
    /// A list of these.
    Array(Box<Type>),
    /// A structure or union with the members of this shape.
    Shape(ShapeId),
    /// An object with any names and these values.
    Map(Box<Type>),
    /// An object with these members.
    Object(Vec<(String, Type)>),
    /// An argument that a function evaluates itself.
    Expression,
}

impl Type {
    /// What a message calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array(_) => "array",
            Self::Shape(_) | Self::Map(_) | Self::Object(_) => "object",
            Self::Expression => "expression",
        }
    }

    /// How many types it is made of, itself included.
    fn parts(&self) -> usize {
        match self {
            Self::Array(inner) | Self::Map(inner) => 1 + inner.parts(),
            Self::Object(members) => 1 + members.iter().map(|(_, it)| it.parts()).sum::<usize>(),
            _ => 1,
        }
    }

    /// Whether it may be what has this name.
    pub fn may_be(&self, name: &str) -> bool {
        *self == Self::Any || name == "any" || self.name() == name
    }
}

/// What is made of more types than this is [`Type::Any`]: `{a: @, b: @} | {a: @, b: @} | …` doubles with
/// each pipe.
const MAX_PARTS: usize = 500;

/// So many problems of each kind are found in one expression: there may be as many as it has names, and each is
/// reported with all of the expression.
const MAX_PROBLEMS: usize = 10;

/// Among so many members one that was meant is looked for.
const MAX_SUGGESTIBLE: usize = 1_000;

/// Something that is wrong with an expression for the shape that it is evaluated for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How wrong.
    pub kind: ProblemKind,
    /// What.
    pub message: String,
    /// Where: bytes from the first of the expression's text.
    pub offset: usize,
}

/// How wrong a [`Problem`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It cannot be evaluated.
    Error,
    /// It gives nothing but null.
    AlwaysNull,
    /// It probably gives something else than is meant.
    Suspicious,
}

/// What `expression` gives, evaluated for a value of the type `current`, and what is wrong with it.
pub fn type_of(
    shapes: &dyn Shapes,
    expression: &Expression,
    current: &Type,
) -> (Type, Vec<Problem>) {
    let mut typing = Typing { shapes, problems: Vec::new() };
    let found = typing.expression(expression, current);
    (found, typing.problems)
}

struct Typing<'a> {
    shapes: &'a dyn Shapes,
    problems: Vec<Problem>,
}

impl Typing<'_> {
    /// Whether so many problems of this kind have been found that no more are reported.
    fn is_enough(&self, kind: ProblemKind) -> bool {
        self.problems.iter().filter(|problem| problem.kind == kind).count() >= MAX_PROBLEMS
    }

    fn report(&mut self, kind: ProblemKind, offset: usize, message: String) {
        if self.is_enough(kind) {
            return;
        }
        self.problems.push(Problem { kind, message, offset });
    }

    fn expression(&mut self, expression: &Expression, current: &Type) -> Type {
        let offset = expression.offset;
        match &expression.kind {
            ExpressionKind::Current => current.clone(),
            ExpressionKind::Field(name) => self.field(current, name, offset),
            ExpressionKind::Literal(value) => literal(value),
            ExpressionKind::Index(of, _) => match self.expression(of, current) {
                Type::Array(item) => *item,
                Type::Any => Type::Any,
                other => {
                    let message = format!("{} has no items", article(&other));
                    self.null(offset, message)
                }
            },
            ExpressionKind::Then(left, right) => {
                let left = self.expression(left, current);
                self.expression(right, &left)
            }
            ExpressionKind::Projection { of, source, each } => {
                let of = self.expression(of, current);
                self.projection(of, source, each, offset)
            }
            ExpressionKind::List(items) => {
                Type::Array(Box::new(common(items.iter().map(|it| self.expression(it, current)))))
            }
            ExpressionKind::Object(members) => {
                object(members.iter().map(|(name, it)| (name, self.expression(it, current))))
            }
            ExpressionKind::Compare(comparison, left, right) => {
                let left = self.expression(left, current);
                let right = self.expression(right, current);
                self.comparison(*comparison, &left, &right, offset)
            }
            ExpressionKind::And(left, right) | ExpressionKind::Or(left, right) => {
                let left = self.expression(left, current);
                let right = self.expression(right, current);
                if left == right || left == Type::Null { right } else { Type::Any }
            }
            ExpressionKind::Not(inner) => {
                self.expression(inner, current);
                Type::Boolean
            }
            ExpressionKind::Call(name, arguments) => {
                let types: Vec<Type> =
                    arguments.iter().map(|argument| self.expression(argument, current)).collect();
                self.call(name, &types, offset)
            }
            // What it is evaluated for is the function's business.
            ExpressionKind::Reference(_) => Type::Expression,
        }
    }

    fn null(&mut self, offset: usize, message: String) -> Type {
        self.report(ProblemKind::AlwaysNull, offset, message);
        Type::Null
    }

    fn field(&mut self, current: &Type, name: &str, offset: usize) -> Type {
        let (found, known): (Option<Type>, Vec<&str>) = match current {
            Type::Any => return Type::Any,
            Type::Map(value) => return (**value).clone(),
            Type::Object(members) => (
                members.iter().find(|(known, _)| known == name).map(|(_, found)| found.clone()),
                members.iter().map(|(known, _)| known.as_str()).collect(),
            ),
            Type::Shape(id) => {
                let shapes = self.shapes;
                if let Some(found) = shapes.member(id, name) {
                    return found;
                }
                if self.is_enough(ProblemKind::AlwaysNull) {
                    return Type::Any;
                }
                let Some(members) = shapes.members(id) else { return Type::Any };
                (None, members)
            }
            other => {
                let message = format!("{} has no member `{name}`", article(other));
                return self.null(offset, message);
            }
        };
        if let Some(found) = found {
            return found;
        }
        let mut message = format!("there is no member `{name}`");
        let among = known.iter().copied().take(MAX_SUGGESTIBLE);
        if let Some(close) = crate::suggestion::closest(name, among) {
            message.push_str(&format!(": did you mean `{close}`?"));
        } else if let Type::Shape(id) = current {
            message.push_str(&format!(" in `{}`", id.name));
        }
        self.null(offset, message)
    }

    fn projection(
        &mut self,
        of: Type,
        source: &ProjectionSource,
        each: &Expression,
        offset: usize,
    ) -> Type {
        let item = match (source, of) {
            (_, Type::Any) => Type::Any,
            (ProjectionSource::Values, Type::Map(value)) => *value,
            (ProjectionSource::Values, Type::Object(members)) => {
                common(members.into_iter().map(|(_, found)| found))
            }
            (ProjectionSource::Values, Type::Shape(_)) => Type::Any,
            (ProjectionSource::Values, other) => {
                let message = format!("{} has no members for `*`", article(&other));
                return self.null(offset, message);
            }
            (ProjectionSource::Flattened, Type::Array(item)) => match *item {
                Type::Array(item) => *item,
                other => other,
            },
            (_, Type::Array(item)) => *item,
            (_, other) => {
                let message = format!("{} has no items to go through", article(&other));
                return self.null(offset, message);
            }
        };
        if let ProjectionSource::Filtered(condition) = source {
            self.expression(condition, &item);
        }
        Type::Array(Box::new(self.expression(each, &item)))
    }

    fn comparison(
        &mut self,
        comparison: Comparison,
        left: &Type,
        right: &Type,
        offset: usize,
    ) -> Type {
        let symbol = comparison.symbol();
        let null = *left == Type::Null || *right == Type::Null;
        let any = *left == Type::Any || *right == Type::Any;
        if matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
            if !any && !null && left.name() != right.name() {
                let message = format!(
                    "{} never equals {}, so that `{symbol}` always gives the same",
                    article(left),
                    article(right)
                );
                self.report(ProblemKind::Suspicious, offset, message);
            }
            return Type::Boolean;
        }
        let odd = [left, right].into_iter().find(|found| !found.may_be("number"));
        match odd {
            Some(odd) => {
                let message = format!("`{symbol}` compares numbers, and this is {}", article(odd));
                self.report(ProblemKind::Suspicious, offset, message);
                Type::Null
            }
            None => Type::Boolean,
        }
    }

    fn call(&mut self, name: &str, arguments: &[Type], offset: usize) -> Type {
        let Some((parameters, variadic)) = function(name) else {
            let mut message = format!("there is no function `{name}`");
            if let Some(close) = crate::suggestion::closest(name, names()) {
                message.push_str(&format!(": did you mean `{close}`?"));
            }
            self.report(ProblemKind::Error, offset, message);
            return Type::Any;
        };
        let counted = arguments.len();
        if counted < parameters.len() || (counted > parameters.len() && !variadic) {
            let least = if variadic { "at least " } else { "" };
            let plural = if parameters.len() == 1 { "" } else { "s" };
            let message = format!(
                "`{name}` takes {least}{} argument{plural}, and is given {counted}",
                parameters.len()
            );
            self.report(ProblemKind::Error, offset, message);
            return result(name, arguments);
        }
        let last = parameters.last().copied().unwrap_or("any");
        for (position, argument) in arguments.iter().enumerate() {
            let wanted = parameters.get(position).copied().unwrap_or(last);
            if !wanted.split('|').any(|wanted| fits(argument, wanted)) {
                let message = format!(
                    "argument {} of `{name}` is {}, and must be {}",
                    position + 1,
                    article(argument),
                    wanted.replace('|', " or ")
                );
                self.report(ProblemKind::Error, offset, message);
            }
        }
        result(name, arguments)
    }
}

fn literal(value: &Value) -> Type {
    match value {
        Value::Null => Type::Null,
        Value::Bool(_) => Type::Boolean,
        Value::Number(_) => Type::Number,
        Value::String(_) => Type::String,
        Value::Array(items) => Type::Array(Box::new(common(items.iter().map(literal)))),
        Value::Object(members) => {
            object(members.iter().map(|(name, value)| (name, literal(value))))
        }
    }
}

/// What all of `types` are. It goes through all of them: working them out finds problems.
fn common(types: impl Iterator<Item = Type>) -> Type {
    let both = |first, other| if first == other { first } else { Type::Any };
    types.reduce(both).unwrap_or(Type::Any)
}

/// An object with these members, unless it would be too large. It goes through all of them.
fn object<'n>(members: impl Iterator<Item = (&'n String, Type)>) -> Type {
    let mut kept = Vec::new();
    let mut parts = 1;
    for (name, found) in members {
        parts += found.parts();
        if parts <= MAX_PARTS {
            kept.push((name.clone(), found));
        }
    }
    if parts <= MAX_PARTS { Type::Object(kept) } else { Type::Any }
}

/// The type with its article: `an array`.
fn article(found: &Type) -> String {
    match found {
        Type::Null => "null".to_owned(),
        Type::Any => "anything".to_owned(),
        Type::Array(_) | Type::Shape(_) | Type::Map(_) | Type::Object(_) | Type::Expression => {
            format!("an {}", found.name())
        }
        _ => format!("a {}", found.name()),
    }
}
