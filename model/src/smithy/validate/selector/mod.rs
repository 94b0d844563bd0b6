//! Selectors: <https://smithy.io/2.0/spec/selectors.html>.

mod attribute;
mod evaluate;
mod parse;
mod sets;
mod template;

use super::{
    event::Events,
    graph::{Graph, Index, Relation},
};
use crate::{api::Value, diagnostic::Severity, smithy::document::Kind, source::Origin};

pub(super) use evaluate::Evaluation;
pub(super) use template::Template;

/// A selector as it is parsed: shapes pass through its steps, one after the other.
#[derive(Debug, PartialEq)]
pub(super) struct Selector(Vec<Step>);

#[derive(Debug, PartialEq)]
enum Step {
    /// `*`.
    Any,
    /// `string`, `simpleType`, `member`.
    Kind(Category),
    /// `[trait|range|min > 1]`.
    Attribute(Attribute),
    /// `[@trait|range: @{min} > @{max}]`.
    Scoped(Vec<Part>, Vec<Condition>),
    /// `>`, `-[input]->`, `<`, `<-[input]-`; no relations stand for all.
    Neighbor { back: bool, relations: Vec<Relation> },
    /// `~>` and `<~`.
    Reachable { back: bool },
    /// `:test`, `:not`, …
    Function(Function, Vec<Selector>),
    /// `$name(…)`.
    Set(String, Selector),
    /// `${name}`.
    Get(String),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Category {
    Shape(Kind),
    Member,
    Simple,
    Number,
    Collection,
    Data,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Function {
    Test,
    Is,
    Not,
    In,
    Root,
    TopDown,
    Recursive,
    /// Gives nothing.
    Unknown,
}

#[derive(Debug, PartialEq)]
struct Attribute {
    path: Vec<Part>,
    /// `None`: the attribute exists.
    comparison: Option<(Comparator, Vec<String>)>,
    ignore_case: bool,
}

/// One condition of a scoped attribute.
#[derive(Debug, PartialEq)]
struct Condition {
    left: Operand,
    comparator: Comparator,
    right: Vec<Operand>,
    ignore_case: bool,
}

#[derive(Debug, PartialEq)]
enum Operand {
    Text(String),
    Path(Vec<Part>),
}

/// One step of the path of an attribute.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Name(String),
    Keys,
    Values,
    Length,
    First,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Comparator {
    Equal,
    NotEqual,
    StartsWith,
    EndsWith,
    Contains,
    Exists,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    SetEqual,
    SetNotEqual,
    Subset,
    ProperSubset,
}

impl Selector {
    /// Parses a selector.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as a sentence's end: "the selector …".
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        parse::parse(text)
    }

    /// The nodes of the whole graph that it selects, each once, in order; `None` if that would take far
    /// too long.
    pub(super) fn select(&self, graph: &Graph<'_>) -> Option<Vec<Index>> {
        let mut evaluation = Evaluation::new(graph);
        let selected = evaluation.all(self);
        (!evaluation.gave_up()).then_some(selected)
    }

    /// The nodes that it selects; if that would take too long, a warning says that `what` is passed over.
    pub(super) fn select_or_warn(
        &self,
        graph: &Graph<'_>,
        what: &str,
        origin: &Origin,
        events: &mut Events,
    ) -> Option<Vec<Index>> {
        let selected = self.select(graph);
        if selected.is_none() {
            warn_of_giving_up(what, origin, events);
        }
        selected
    }
}

/// Says that something is passed over since its selector takes too long.
pub(super) fn warn_of_giving_up(what: &str, origin: &Origin, events: &mut Events) {
    let message = format!("{what} is passed over: its selector takes too long on this model");
    events.global("Model", Severity::Warning, origin, message);
}

/// The value as selectors compare it: of an array or object there is none.
pub(super) fn plain(value: &Value) -> Option<String> {
    Some(match value {
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => match number.as_integer() {
            Some(integer) => integer.to_string(),
            None => number.as_f64().to_string(),
        },
        Value::String(text) => text.clone(),
        Value::Null => "null".to_owned(),
        Value::Array(_) | Value::Object(_) => return None,
    })
}

#[cfg(test)]
mod tests;
