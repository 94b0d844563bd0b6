//! JMESPath expressions as typed reads of planned structures: what each step gives is known, and whether
//! it can be null.

use super::{Content, Crate, Field, Output, Presence, RustType, Structure, Type};
use farrier_model::{
    api::{Number, Value},
    jmespath::{Comparison, Expression, ExpressionKind, ProjectionSource},
};
use std::collections::HashMap;

/// A value that is read from an input and an output.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Query {
    pub(crate) kind: QueryKind,
    pub(crate) ty: QueryType,
    /// Whether it can be null; it then is an `Option`.
    pub(crate) optional: bool,
}

/// How a value is read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum QueryKind {
    Input,
    Output,
    /// The variable of this depth.
    Variable(usize),
    /// A field of a structure: its name, and whether it is an `Option` itself.
    Field {
        of: Box<Query>,
        name: String,
        optional: bool,
        reading: Reading,
    },
    /// An entry of a map.
    Entry {
        of: Box<Query>,
        key: String,
    },
    /// The item at a place, counted from the end if negative.
    Index {
        of: Box<Query>,
        index: i64,
    },
    /// `body`, for the variable's value.
    Bind {
        value: Box<Query>,
        variable: usize,
        body: Box<Query>,
    },
    /// A list of `body` for each item.
    Project {
        of: Box<Query>,
        source: Source,
        variable: usize,
        body: Box<Query>,
    },
    List(Vec<Query>),
    Text(String),
    Bool(bool),
    Integer(i64),
    Float(f64),
    IsNull(Box<Query>),
    /// Whether JMESPath takes the value for true.
    Truth(Box<Query>),
    Not(Box<Query>),
    And(Box<Query>, Box<Query>),
    Or(Box<Query>, Box<Query>),
    Compare(Comparison, Box<Query>, Box<Query>),
    Length(Box<Query>),
    Contains(Box<Query>, Box<Query>),
    StartsWith(Box<Query>, Box<Query>),
    EndsWith(Box<Query>, Box<Query>),
    Keys(Box<Query>, Reading),
}

/// Which items a projection goes through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    Items,
    Values,
    Flattened,
    Filtered(Box<Query>),
}

/// What a value is, without its `Option`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum QueryType {
    /// `bool`.
    Bool,
    /// `i64`.
    Integer,
    /// `f64`.
    Float,
    /// `&str`.
    Text,
    /// A reference to a structure of this name.
    Structure(String),
    /// A reference to something that can only be there or not.
    Opaque,
    /// A reference to a list.
    List(Box<Item>),
    /// A reference to a map, whose keys read so.
    Map(Reading, Box<Item>),
    /// A `Vec` of these, or of `Option`s of these.
    Many(Box<QueryType>, bool),
}

/// What a list or map holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) ty: QueryType,
    pub(crate) reading: Reading,
    /// Whether it is an `Option`.
    pub(crate) sparse: bool,
}

/// How a value comes from a place that holds it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// As it is.
    Copied,
    /// As `i64` or `f64`, from a smaller number.
    Widened(&'static str),
    /// As the text of a `String`.
    Str,
    /// As the text of an enum of this name.
    EnumStr(String),
    /// As the number of an enum.
    EnumValue,
    /// As a reference.
    Borrowed,
    /// As a reference to what a box holds.
    Unboxed,
}

/// The structures of a crate, by the names of their types.
pub(crate) struct Structures<'p> {
    structures: HashMap<&'p str, &'p Structure>,
    types: HashMap<&'p str, &'p Type>,
}

impl<'p> Structures<'p> {
    pub(crate) fn of(plan: &'p Crate) -> Self {
        let mut structures: HashMap<&str, &Structure> = HashMap::new();
        for operation in &plan.operations {
            structures.insert(&operation.input.name, &operation.input);
            if let Output::One(case) = &operation.output
                && let Content::Own(structure) = &case.content
            {
                structures.insert(&structure.name, structure);
            }
        }
        for plan in &plan.types {
            if let Type::Structure(structure) = plan {
                structures.insert(&structure.name, structure);
            }
        }
        let types = plan.types.iter().map(|plan| (plan.name(), plan)).collect();
        Self { structures, types }
    }

    /// The structure of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&'p Structure> {
        self.structures.get(name).copied()
    }

    /// The field of `structure` that the model calls `member`.
    pub(crate) fn field(&self, structure: &str, member: &str) -> Option<&'p Field> {
        self.get(structure)?.fields.iter().find(|field| field.member.name == member)
    }

    /// What a place of this type holds, and how it is read.
    fn read(&self, ty: &RustType) -> (QueryType, Reading) {
        match ty {
            RustType::Bool => (QueryType::Bool, Reading::Copied),
            RustType::I8 | RustType::I16 | RustType::I32 => {
                (QueryType::Integer, Reading::Widened("i64"))
            }
            RustType::I64 => (QueryType::Integer, Reading::Copied),
            RustType::F32 => (QueryType::Float, Reading::Widened("f64")),
            RustType::F64 => (QueryType::Float, Reading::Copied),
            RustType::String => (QueryType::Text, Reading::Str),
            RustType::Named(name) => match self.types.get(name.as_str()) {
                Some(Type::Enum(_)) => (QueryType::Text, Reading::EnumStr(name.clone())),
                Some(Type::IntEnum(_)) => (QueryType::Integer, Reading::EnumValue),
                Some(Type::Structure(_)) => (QueryType::Structure(name.clone()), Reading::Borrowed),
                Some(Type::Union(_)) | None => (QueryType::Opaque, Reading::Borrowed),
            },
            RustType::List(item) => (QueryType::List(Box::new(self.item(item))), Reading::Borrowed),
            RustType::Map(key, value) => {
                let (_, key) = self.read(key);
                (QueryType::Map(key, Box::new(self.item(value))), Reading::Borrowed)
            }
            RustType::Box(inner) => {
                let (ty, reading) = self.read(inner);
                match reading {
                    Reading::Borrowed => (ty, Reading::Unboxed),
                    _ => (QueryType::Opaque, Reading::Borrowed),
                }
            }
            RustType::BigInteger
            | RustType::BigDecimal
            | RustType::Blob
            | RustType::ByteStream
            | RustType::Timestamp
            | RustType::Document
            | RustType::Option(_) => (QueryType::Opaque, Reading::Borrowed),
        }
    }

    fn item(&self, ty: &RustType) -> Item {
        let (inner, sparse) = match ty {
            RustType::Option(inner) => (&**inner, true),
            ty => (ty, false),
        };
        let (ty, reading) = self.read(inner);
        Item { ty, reading, sparse }
    }
}

/// Why an expression has no Rust: a sentence that goes on behind "its path".
pub(crate) type Untranslatable = String;

type Planned = Result<Query, Untranslatable>;

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
                    return Err("has an index of a list with nulls".to_owned());
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
            ExpressionKind::Object(_) => Err("makes an object".to_owned()),
            ExpressionKind::Compare(comparison, left, right) => {
                let left = self.plan(left, current, depth)?;
                let right = self.plan(right, current, depth)?;
                compare(*comparison, left, right)
            }
            ExpressionKind::Not(_) => self.truth(expression, current, depth),
            ExpressionKind::And(left, right) | ExpressionKind::Or(left, right) => {
                let left = self.plan(left, current, depth)?;
                let right = self.plan(right, current, depth)?;
                if left.ty != QueryType::Bool || right.ty != QueryType::Bool {
                    return Err("joins what is no condition by `&&` or `||`".to_owned());
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
            ExpressionKind::Reference(_) => Err("has an expression as an argument".to_owned()),
        }
    }

    /// `expression` as a `bool`: what JMESPath takes for true.
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
            _ => {
                let value = self.plan(expression, current, depth)?;
                if value.ty == QueryType::Bool && !value.optional {
                    return Ok(value);
                }
                QueryKind::Truth(Box::new(value))
            }
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
            (Current::Both, _) => return Err(format!("has no `{name}`")),
            (Current::Value(of), _) => of.clone(),
        };
        match &of.ty {
            QueryType::Structure(structure) => {
                let field = self.structures.field(structure, name);
                let field = field.ok_or_else(|| format!("has no `{name}` in `{structure}`"))?;
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
                    return Err("reads a map with nulls".to_owned());
                }
                let ty = item.ty.clone();
                let kind = QueryKind::Entry { of: Box::new(of), key: name.to_owned() };
                Ok(Query { kind, ty, optional: true })
            }
            _ => Err(format!("has `{name}` of what is no structure")),
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
        let left = self.plan(left, current, depth)?;
        // Fields, and what is as good as a variable, need none.
        let simple = matches!(right.kind, ExpressionKind::Field(_) | ExpressionKind::Current);
        let place =
            matches!(left.kind, QueryKind::Input | QueryKind::Output | QueryKind::Variable(_));
        if simple || (place && !left.optional) {
            return self.plan(right, &Current::Value(left), depth);
        }
        if left.optional && !is_strict(right) {
            return Err("goes on with what may be null".to_owned());
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
        let item = match (source, &of.ty) {
            (ProjectionSource::Values, QueryType::Map(_, item)) => item.ty.clone(),
            (ProjectionSource::Values, _) => {
                return Err("goes through the members of what is no map".to_owned());
            }
            (ProjectionSource::Slice { .. }, _) => return Err("has a slice".to_owned()),
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
                    return Err("filters lists that it makes itself".to_owned());
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
        if items.iter().any(|item| item.ty != ty) {
            return Err("makes a list of things of several types".to_owned());
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
            return Err(format!("calls `{name}` without arguments"));
        };
        let optional = first.optional;
        let (kind, ty) = match (name, second) {
            ("length", None) => match first.ty {
                QueryType::Text | QueryType::List(_) | QueryType::Map(..) | QueryType::Many(..) => {
                    (QueryKind::Length(Box::new(first)), QueryType::Integer)
                }
                _ => return Err("has the `length` of what has none".to_owned()),
            },
            ("keys", None) => match first.ty.clone() {
                QueryType::Map(reading, _) => (
                    QueryKind::Keys(Box::new(first), reading),
                    QueryType::Many(Box::new(QueryType::Text), false),
                ),
                _ => return Err("has the `keys` of what is no map".to_owned()),
            },
            ("values", None) => {
                let identity = Expression { kind: ExpressionKind::Current, offset: 0 };
                let of = arguments.first().ok_or("calls `values` of nothing")?;
                return self.projection(of, &ProjectionSource::Values, &identity, current, depth);
            }
            ("contains" | "starts_with" | "ends_with", Some(second)) => {
                let within = match (&first.ty, name) {
                    (QueryType::Text, _) => Some(QueryType::Text),
                    (ty, "contains") => item_of(ty),
                    _ => None,
                };
                let simple = !matches!(second.ty, QueryType::Many(..) | QueryType::List(_));
                if second.optional || !simple || within.as_ref() != Some(&second.ty) {
                    return Err(format!("calls `{name}` with what it cannot compare"));
                }
                let (first, second) = (Box::new(first), Box::new(second));
                let kind = match name {
                    "contains" => QueryKind::Contains(first, second),
                    "starts_with" => QueryKind::StartsWith(first, second),
                    _ => QueryKind::EndsWith(first, second),
                };
                (kind, QueryType::Bool)
            }
            _ => return Err(format!("calls `{name}`")),
        };
        Ok(Query { kind, ty, optional })
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
            Self::Both => Err("has input and output as one value".to_owned()),
            Self::Value(value) => Ok(value.clone()),
        }
    }
}

/// Whether null, or no value at all, is what comes of null.
fn is_strict(expression: &Expression) -> bool {
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

fn definite(kind: QueryKind, ty: QueryType) -> Query {
    Query { kind, ty, optional: false }
}

/// What a list holds.
fn item_of(ty: &QueryType) -> Option<QueryType> {
    match ty {
        QueryType::List(item) => Some(item.ty.clone()),
        QueryType::Many(item, _) => Some((**item).clone()),
        _ => None,
    }
}

fn literal(value: &Value) -> Planned {
    Ok(match value {
        Value::String(text) => definite(QueryKind::Text(text.clone()), QueryType::Text),
        Value::Bool(value) => definite(QueryKind::Bool(*value), QueryType::Bool),
        Value::Number(Number::Integer(integer)) => {
            let integer = i64::try_from(*integer).map_err(|_| "has a number that is too large")?;
            definite(QueryKind::Integer(integer), QueryType::Integer)
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

fn compare(comparison: Comparison, left: Query, right: Query) -> Planned {
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
