//! JMESPath expressions as typed reads of planned structures: what each step gives is known, and whether
//! it can be null.

mod scalar;
mod strict;
mod structures;
mod translate;

pub(crate) use structures::Structures;
pub(crate) use translate::{Queries, Untranslatable};

use farrier_model::jmespath::Comparison;

/// A value that is read from an input and an output.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Query {
    pub(crate) kind: QueryKind,
    pub(crate) ty: QueryType,
    /// Whether it can be null; it then is an `Option`.
    pub(crate) optional: bool,
}

impl Query {
    /// Whether `wanted` is true of this or of something within it.
    pub(crate) fn any(&self, wanted: &dyn Fn(&QueryKind) -> bool) -> bool {
        if wanted(&self.kind) {
            return true;
        }
        match &self.kind {
            QueryKind::Input
            | QueryKind::Output
            | QueryKind::Variable(_)
            | QueryKind::Text(_)
            | QueryKind::Bool(_)
            | QueryKind::Integer(_)
            | QueryKind::Float(_) => false,
            QueryKind::Field { of, .. }
            | QueryKind::NotNull(of)
            | QueryKind::Entry { of, .. }
            | QueryKind::Index { of, .. }
            | QueryKind::IsNull(of)
            | QueryKind::Truth(of)
            | QueryKind::Not(of)
            | QueryKind::Length(of)
            | QueryKind::Keys(of, _) => of.any(wanted),
            QueryKind::Bind { value, body, .. } => value.any(wanted) || body.any(wanted),
            QueryKind::Project { of, source, body, .. } => {
                let filter = match source {
                    Source::Filtered(condition) => condition.any(wanted),
                    _ => false,
                };
                filter || of.any(wanted) || body.any(wanted)
            }
            QueryKind::List(items) => items.iter().any(|item| item.any(wanted)),
            QueryKind::And(left, right)
            | QueryKind::Or(left, right)
            | QueryKind::Compare(_, left, right)
            | QueryKind::Contains(left, right)
            | QueryKind::StartsWith(left, right)
            | QueryKind::EndsWith(left, right) => left.any(wanted) || right.any(wanted),
        }
    }

    /// Whether reading it can end the evaluation of the whole.
    pub(crate) fn can_end(&self) -> bool {
        self.any(&|kind| matches!(kind, QueryKind::NotNull(_)))
    }

    /// The value of which it is certain that it is not null, since the evaluation ends where it is.
    fn not_null(self) -> Self {
        match self.optional {
            true => {
                let ty = self.ty.clone();
                definite(QueryKind::NotNull(Box::new(self)), ty)
            }
            false => self,
        }
    }
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
    /// The value; where it is null, the evaluation ends, and the whole has no value.
    NotNull(Box<Query>),
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

fn definite(kind: QueryKind, ty: QueryType) -> Query {
    Query { kind, ty, optional: false }
}

/// Whether all that is of this type is of one type in Rust, too.
fn is_one_type(ty: &QueryType) -> bool {
    let item = |item: &Item| match item.reading {
        Reading::Widened(_) | Reading::EnumValue => false,
        _ => is_one_type(&item.ty),
    };
    match ty {
        QueryType::Bool
        | QueryType::Integer
        | QueryType::Float
        | QueryType::Text
        | QueryType::Structure(_) => true,
        QueryType::Opaque => false,
        QueryType::List(held) | QueryType::Map(_, held) => item(held),
        QueryType::Many(held, _) => is_one_type(held),
    }
}

/// What a list holds.
fn item_of(ty: &QueryType) -> Option<QueryType> {
    match ty {
        QueryType::List(item) => Some(item.ty.clone()),
        QueryType::Many(item, _) => Some((**item).clone()),
        _ => None,
    }
}
