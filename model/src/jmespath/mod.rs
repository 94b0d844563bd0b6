//! JMESPath, the language in which waiters and pagination point into inputs and outputs.
//!
//! [`parse`] reads the whole grammar of <https://jmespath.org/specification.html>;
//! [`typing`](self::typing::type_of) says what an expression gives for a shape, without a value.

mod function;
mod lexer;
mod parser;
pub mod typing;

pub use parser::{MAX_DEPTH, parse};

use crate::{api::Value, source::Origin};
use std::{borrow::Cow, fmt};

/// An expression, and where in its text it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// What it does.
    pub kind: ExpressionKind,
    /// The first byte in the text of what makes it this kind of expression: its operator, if it has
    /// one, else its first.
    pub offset: usize,
}

/// What an [`Expression`] does.
#[derive(Clone, Debug, PartialEq)]
pub enum ExpressionKind {
    /// `@`: the value that the expression is evaluated for.
    Current,
    /// `name`.
    Field(String),
    /// `` `10` `` or `'text'`.
    Literal(Value),
    /// `[0]`, of what stands to its left.
    Index(Box<Expression>, i64),
    /// `left.right` and `left | right`: the right one, evaluated for the left one's value. A pipe also
    /// ends the projections to its left, which the tree shows by itself.
    Then(Box<Expression>, Box<Expression>),
    /// A list made of another, each item through the same expression; nulls are left out.
    Projection {
        /// Of what it is made.
        of: Box<Expression>,
        /// How its items are chosen.
        source: ProjectionSource,
        /// What is evaluated for each of them.
        each: Box<Expression>,
    },
    /// `[a, b]`.
    List(Vec<Expression>),
    /// `{a: b}`.
    Object(Vec<(String, Expression)>),
    /// `a == b` and its kin.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `a && b`.
    And(Box<Expression>, Box<Expression>),
    /// `a || b`.
    Or(Box<Expression>, Box<Expression>),
    /// `!a`.
    Not(Box<Expression>),
    /// `length(a)`.
    Call(String, Vec<Expression>),
    /// `&a`: an argument that the function evaluates itself.
    Reference(Box<Expression>),
}

/// Which items a [projection](ExpressionKind::Projection) goes through.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectionSource {
    /// `[*]`: a list's items.
    Items,
    /// `*`: an object's values.
    Values,
    /// `[]`: a list's items, and in place of items that are lists, theirs.
    Flattened,
    /// `[?condition]`: those items of a list of which this is true.
    Filtered(Box<Expression>),
    /// `[1:10:2]`: every so many items from one place to another.
    Slice {
        /// The first place; counted from the end if negative.
        start: Option<i64>,
        /// The place behind the last one.
        stop: Option<i64>,
        /// How many places from one item to the next; never 0.
        step: i64,
    },
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    LessOrEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterOrEqual,
}

impl Comparison {
    /// How it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

/// What is wrong with a text that is no expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// What was found, and what could have stood there.
    pub message: String,
    /// Where: bytes from the text's first.
    pub offset: usize,
}

impl SyntaxError {
    fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { message: message.into(), offset }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl Expression {
    fn new(offset: usize, kind: ExpressionKind) -> Self {
        Self { kind, offset }
    }
}

/// The character, counted from 1, that the byte at `offset` of `text` belongs to.
pub fn column(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).chars().count() + 1
}

/// The expression as a message quotes it: all of it only if it is short.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Where the byte at `offset` of `text` is, which was written at `origin` as a string: the whole string
/// where it holds escapes.
pub fn origin_within(origin: &Origin, text: &str, offset: usize) -> Origin {
    match origin {
        Origin::Span { source, start, end } if (*end - *start) as usize == text.len() + 2 => {
            let place = *start as usize + 1 + offset.min(text.len());
            Origin::span(*source, place, place + 1)
        }
        origin => origin.clone(),
    }
}
