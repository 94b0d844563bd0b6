//! Values of traits, defaults, examples and metadata against the shapes that they must have.

use super::{
    graph::{Graph, Index, Node, prelude_trait},
    pattern,
    selector::{Selector, plain},
};
use crate::{
    api::{Number, Value, date_time, http_date},
    diagnostic::Severity,
    smithy::{
        document::Kind,
        model::{Shape, Traits},
    },
};
use regex::Regex;
use std::collections::{HashMap, HashSet};

/// Checks values, and remembers patterns and selectors.
pub(super) struct Values<'g, 'm> {
    graph: &'g Graph<'m>,
    selectors: HashMap<String, Option<HashSet<Index>>>,
    patterns: HashMap<String, Option<Regex>>,
}

/// Something that is wrong with a value.
#[derive(Debug)]
pub(super) struct Problem {
    /// Where in the value.
    pub(super) pointer: String,
    /// What comes behind the id of the finding: `.UnknownMember.ns#Shape.name`.
    pub(super) suffix: String,
    pub(super) severity: Severity,
    /// What is wrong, as a sentence's end: "the trait `x` …".
    pub(super) message: String,
}

/// What may differ from one use of a value to another.
#[derive(Clone, Copy, Default)]
pub(super) struct Leniency {
    /// Constraints that a value breaks are warnings.
    pub(super) constraints: bool,
    /// A range that zero is not in is a warning: an upgrade from Smithy 1.0 may cause it.
    pub(super) zero: bool,
    /// Timestamps are seconds since 1970, whatever their format: so protocol tests write them.
    pub(super) epoch_seconds: bool,
}

/// Where a member and its target both have one of these, that of the member holds alone.
const OVERRIDDEN: [&str; 4] = ["length", "pattern", "range", "timestampFormat"];

impl<'g, 'm> Values<'g, 'm> {
    pub(super) fn new(graph: &'g Graph<'m>) -> Self {
        Self { graph, selectors: HashMap::new(), patterns: HashMap::new() }
    }

    /// Checks `value` against a shape, or against a member and what it targets.
    pub(super) fn check(
        &mut self,
        value: &Value,
        shape: Index,
        leniency: Leniency,
    ) -> Vec<Problem> {
        let mut check = Check { values: self, leniency, problems: Vec::new() };
        check.node(value, shape, "");
        check.problems
    }

    /// Whether `selector` selects a node; `None` if that would take too long. One that cannot be parsed
    /// selects none, which is reported elsewhere.
    fn selects(&mut self, selector: &str, index: Index) -> Option<bool> {
        let graph = self.graph;
        let selected = self.selectors.entry(selector.to_owned()).or_insert_with(|| {
            match Selector::parse(selector) {
                Ok(selector) => selector.select(graph).map(|all| all.into_iter().collect()),
                Err(_) => Some(HashSet::new()),
            }
        });
        selected.as_ref().map(|selected| selected.contains(&index))
    }

    /// Whether `text` has a part that matches; a pattern that cannot be compiled is passed over.
    fn matches(&mut self, pattern: &str, text: &str) -> bool {
        let compiled = self.patterns.entry(pattern.to_owned());
        let compiled = compiled.or_insert_with(|| pattern::compile(pattern));
        compiled.as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

struct Check<'v, 'g, 'm> {
    values: &'v mut Values<'g, 'm>,
    leniency: Leniency,
    problems: Vec<Problem>,
}

impl Check<'_, '_, '_> {
    fn problem(&mut self, pointer: &str, message: impl Into<String>) {
        self.push(pointer, "", Severity::Error, message.into());
    }

    /// A constraint is broken, rather than a type missed.
    fn constraint(&mut self, pointer: &str, message: impl Into<String>) {
        let lenient = self.leniency.constraints;
        let severity = if lenient { Severity::Warning } else { Severity::Error };
        self.push(pointer, "", severity, message.into());
    }

    fn push(&mut self, pointer: &str, suffix: &str, severity: Severity, message: String) {
        let (pointer, suffix) = (pointer.to_owned(), suffix.to_owned());
        self.problems.push(Problem { pointer, suffix, severity, message });
    }

    /// The depth is bounded by that of values, which is bounded by the parser.
    fn node(&mut self, value: &Value, index: Index, pointer: &str) {
        let graph = self.values.graph;
        let Some(node) = graph.node(index) else { return };
        let Some(member) = node.member else {
            self.shape(value, index, node.shape, None, pointer);
            return;
        };
        if *value == Value::Null {
            self.null(node, pointer);
            return;
        }
        if let Some(target) = graph.shape(&member.target.id)
            && let Some(target_node) = graph.node(target)
        {
            self.constraints(value, node, target_node.shape, None, pointer);
            self.shape(value, target, target_node.shape, Some(&member.traits), pointer);
        }
    }

    fn null(&mut self, node: Node<'_>, pointer: &str) {
        let shape = node.shape;
        match shape.kind {
            Kind::List | Kind::Set | Kind::Map
                if prelude_trait(&shape.traits, "sparse").is_none() =>
            {
                let message = format!("holds null, and `{}` is not sparse", shape.id.name);
                self.constraint(pointer, message);
            }
            Kind::Structure if node.has("required") => {
                let message = format!("has null for `{}`, which is required", node.name());
                self.constraint(pointer, message);
            }
            _ => {}
        }
    }

    /// Checks a value against a shape; `member` has the traits of the member that targets it, if one does.
    fn shape(
        &mut self,
        value: &Value,
        index: Index,
        shape: &Shape,
        member: Option<&Traits>,
        pointer: &str,
    ) {
        if let Some(node) = self.values.graph.node(index) {
            self.constraints(value, node, shape, member, pointer);
        }
        match shape.kind {
            Kind::Document => {}
            Kind::Boolean => {
                if value.as_bool().is_none() {
                    self.wrong(value, "true or false", shape, pointer);
                }
            }
            Kind::Blob | Kind::String => {
                if value.as_str().is_none() {
                    self.wrong(value, "a string", shape, pointer);
                }
            }
            Kind::Enum => match value.as_str() {
                None => self.wrong(value, "a string", shape, pointer),
                Some(text) => self.enum_value(&Value::String(text.to_owned()), shape, pointer),
            },
            Kind::IntEnum => {
                self.integer(value, shape, pointer);
                if value.as_number().is_some() {
                    self.enum_value(value, shape, pointer);
                }
            }
            Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::BigInteger => {
                self.integer(value, shape, pointer);
            }
            Kind::Float | Kind::Double | Kind::BigDecimal => {
                let special = matches!(value.as_str(), Some("NaN" | "Infinity" | "-Infinity"));
                if value.as_number().is_none() && (!special || shape.kind == Kind::BigDecimal) {
                    self.wrong(value, "a number", shape, pointer);
                }
            }
            Kind::Timestamp if self.leniency.epoch_seconds => {
                if value.as_number().is_none() {
                    self.wrong(value, "seconds since 1970", shape, pointer);
                }
            }
            Kind::Timestamp => {
                let has_format = |traits: &Traits| traits.has("smithy.api#timestampFormat");
                let fits = match value {
                    Value::Number(_) => true,
                    // Where there is a format, it is for that to say.
                    Value::String(text) => {
                        has_format(&shape.traits)
                            || member.is_some_and(has_format)
                            || date_time(text).is_some()
                    }
                    _ => false,
                };
                if !fits {
                    let wanted =
                        "a timestamp, `1985-04-12T23:20:50.52Z` or a number of seconds since 1970";
                    self.wrong(value, wanted, shape, pointer);
                }
            }
            Kind::List | Kind::Set => match value.as_array() {
                None => self.wrong(value, "a list", shape, pointer),
                Some(items) => {
                    // The members follow their shape.
                    for (place, item) in items.iter().enumerate() {
                        self.node(item, index + 1, &format!("{pointer}/{place}"));
                    }
                }
            },
            Kind::Map => match value.as_object() {
                None => self.wrong(value, "an object", shape, pointer),
                Some(members) => {
                    let place = |name| shape.members.get_index_of(name).unwrap_or_default() + 1;
                    for (key, value) in members {
                        let pointer = format!("{pointer}/{}", escaped(key));
                        self.node(&Value::String(key.clone()), index + place("key"), &pointer);
                        self.node(value, index + place("value"), &pointer);
                    }
                }
            },
            Kind::Structure => self.structure(value, index, shape, pointer),
            Kind::Union => self.union(value, index, shape, pointer),
            Kind::Service | Kind::Resource | Kind::Operation => {
                let message = format!("cannot be a {}", shape.kind.name());
                self.problem(pointer, message);
            }
        }
    }

    fn structure(&mut self, value: &Value, index: Index, shape: &Shape, pointer: &str) {
        let Some(members) = value.as_object() else {
            return self.wrong(value, "an object", shape, pointer);
        };
        for (name, value) in members {
            let pointer = format!("{pointer}/{}", escaped(name));
            match shape.members.get_index_of(name) {
                Some(place) => self.node(value, index + 1 + place, &pointer),
                None => {
                    let message = format!("has `{name}`, which `{}` has not", shape.id);
                    let suffix = format!(".UnknownMember.{}.{name}", shape.id);
                    self.push(&pointer, &suffix, Severity::Warning, message);
                }
            }
        }
        for member in shape.members.values() {
            let required = prelude_trait(&member.traits, "required").is_some();
            if required && !members.contains_key(&member.name) {
                let message = format!("lacks `{}`, which is required", member.name);
                self.constraint(pointer, message);
            }
        }
    }

    fn union(&mut self, value: &Value, index: Index, shape: &Shape, pointer: &str) {
        let Some(members) = value.as_object() else {
            return self.wrong(value, "an object", shape, pointer);
        };
        if members.len() != 1 {
            let message = format!(
                "has {} members, and a union's value has one: `{}`",
                members.len(),
                shape.id.name
            );
            self.problem(pointer, message);
            return;
        }
        for (name, value) in members {
            let pointer = format!("{pointer}/{}", escaped(name));
            match shape.members.get_index_of(name) {
                Some(place) => self.node(value, index + 1 + place, &pointer),
                None => {
                    let message = format!("has `{name}`, which the union `{}` has not", shape.id);
                    self.problem(&pointer, message);
                }
            }
        }
    }

    fn wrong(&mut self, value: &Value, wanted: &str, shape: &Shape, pointer: &str) {
        let found = match value {
            Value::Null => "null".to_owned(),
            Value::Bool(value) => format!("`{value}`"),
            Value::Number(value) => format!("`{value}`"),
            Value::String(text) => format!("the string {text:?}"),
            Value::Array(_) => "a list".to_owned(),
            // An annotation is one too.
            Value::Object(members) if members.is_empty() => "nothing".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        let message = format!("has {found} where `{}` needs {wanted}", shape.id.name);
        self.problem(pointer, message);
    }

    fn integer(&mut self, value: &Value, shape: &Shape, pointer: &str) {
        let Some(number) = value.as_number() else {
            return self.wrong(value, "a whole number", shape, pointer);
        };
        let Some(integer) = number.as_integer() else {
            // Whole numbers that 128 bits do not hold are read as these.
            let is_whole = number.as_f64().fract() == 0.0;
            if is_whole && shape.kind != Kind::BigInteger {
                let kind = shape.kind.name();
                self.problem(pointer, format!("has `{number}`, which no {kind} can hold"));
            } else if !is_whole {
                self.wrong(value, "a whole number", shape, pointer);
            }
            return;
        };
        if !can_hold(shape.kind, integer) {
            let kind = shape.kind.name();
            self.problem(pointer, format!("has `{integer}`, which no {kind} can hold"));
        }
    }

    fn enum_value(&mut self, value: &Value, shape: &Shape, pointer: &str) {
        let values = || {
            let members = shape.members.values();
            members.filter_map(|member| Some(prelude_trait(&member.traits, "enumValue")?.value()))
        };
        if values().all(|known| known != value) {
            let known: Vec<String> =
                values().filter_map(|value| Some(format!("`{}`", plain(value)?))).collect();
            let shown = plain(value).unwrap_or_default();
            let message = format!(
                "has `{shown}`, which is none of `{}`'s values: {}",
                shape.id.name,
                known.join(", ")
            );
            self.constraint(pointer, message);
        }
    }

    /// What the traits of a shape or member say of a value; `target` is what it is, and `over` has the
    /// traits that take the place of the shape's.
    fn constraints(
        &mut self,
        value: &Value,
        node: Node<'_>,
        target: &Shape,
        over: Option<&Traits>,
        pointer: &str,
    ) {
        for (id, applied) in node.traits().iter() {
            let trait_value = applied.value();
            let name = id.strip_prefix("smithy.api#").unwrap_or_default();
            // Of a default of zero the reference says both, which are warnings.
            let is_zero = self.leniency.zero
                && name == "range"
                && value.as_number().is_some_and(|it| it.as_f64() == 0.0);
            let is_overridden = OVERRIDDEN.contains(&name) && over.is_some_and(|over| over.has(id));
            if is_overridden && !is_zero {
                continue;
            }
            match name {
                "length" => self.length(value, trait_value, node, target, pointer),
                "range" => self.range(value, trait_value, node, pointer),
                "pattern" => {
                    if let (Some(text), Some(pattern)) = (value.as_str(), trait_value.as_str())
                        && !self.values.matches(pattern, text)
                    {
                        let name = node.name();
                        let message =
                            format!("has {text:?}, which `{name}`'s pattern `{pattern}` refuses");
                        self.constraint(pointer, message);
                    }
                }
                "enum" => {
                    let entries = trait_value.as_array().unwrap_or_default();
                    let known = |entry: &Value| entry.get("value") == Some(value);
                    if let Some(text) = value.as_str()
                        && !entries.iter().any(known)
                    {
                        let name = node.name();
                        let message = format!("has `{text}`, which is none of `{name}`'s values");
                        self.constraint(pointer, message);
                    }
                }
                "idRef" => self.id_ref(value, trait_value, pointer),
                "uniqueItems" => {
                    let items = value.as_array().unwrap_or_default();
                    let mut seen = HashSet::new();
                    if let Some(twice) = items.iter().find(|item| !seen.insert(format!("{item:?}")))
                    {
                        let shown = plain(twice).unwrap_or_default();
                        let message = format!(
                            "has `{shown}` twice, and the items of `{}` are unique",
                            node.name()
                        );
                        self.constraint(pointer, message);
                    }
                }
                "timestampFormat"
                    if target.kind == Kind::Timestamp && !self.leniency.epoch_seconds =>
                {
                    self.timestamp(value, trait_value, pointer);
                }
                _ => {}
            }
        }
    }

    fn timestamp(&mut self, value: &Value, format: &Value, pointer: &str) {
        let format = format.as_str().unwrap_or_default();
        let (fits, like) = match format {
            "epoch-seconds" => (value.as_number().is_some(), "482196050.52"),
            "http-date" => {
                (value.as_str().and_then(http_date).is_some(), "Tue, 29 Apr 2014 18:30:38 GMT")
            }
            "date-time" => {
                (value.as_str().and_then(date_time).is_some(), "1985-04-12T23:20:50.52Z")
            }
            // What other formats there are is said where the trait is.
            _ => return,
        };
        if !fits {
            let message =
                format!("is no timestamp in the format `{format}`, which is like `{like}`");
            self.problem(pointer, message);
        }
    }

    fn length(
        &mut self,
        value: &Value,
        length: &Value,
        node: Node<'_>,
        target: &Shape,
        pointer: &str,
    ) {
        let (found, unit) = match value {
            Value::String(text) if target.kind == Kind::Blob => (self.bytes(text), "bytes"),
            Value::String(text) => (text.chars().count(), "characters"),
            Value::Array(items) => (items.len(), "items"),
            Value::Object(members) if target.kind == Kind::Map => (members.len(), "entries"),
            _ => return,
        };
        let bound = |name| length.get(name).and_then(Value::as_number).map(Number::as_f64);
        #[expect(clippy::cast_precision_loss, reason = "no file holds so much")]
        let count = found as f64;
        let name = node.name();
        if let Some(min) = bound("min").filter(|min| count < *min) {
            let message = format!("has {found} {unit}, and `{name}` needs at least {min}");
            self.constraint(pointer, message);
        }
        if let Some(max) = bound("max").filter(|max| count > *max) {
            let message = format!("has {found} {unit}, and `{name}` takes at most {max}");
            self.constraint(pointer, message);
        }
    }

    /// How many bytes the text of a blob stands for: those that it is the base64 of, but in protocol tests
    /// its own.
    fn bytes(&self, text: &str) -> usize {
        if self.leniency.epoch_seconds || !is_base64(text) {
            return text.len();
        }
        let padding = text.len() - text.trim_end_matches('=').len();
        text.len() / 4 * 3 - padding
    }

    fn range(&mut self, value: &Value, range: &Value, node: Node<'_>, pointer: &str) {
        let number = match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => match text.as_str() {
                "Infinity" => f64::INFINITY,
                "-Infinity" => f64::NEG_INFINITY,
                "NaN" => {
                    let name = node.name();
                    return self.constraint(pointer, format!("has NaN, and `{name}` has a range"));
                }
                _ => return,
            },
            _ => return,
        };
        let bound = |name| range.get(name).and_then(Value::as_number).map(Number::as_f64);
        let suffix = if node.member.is_some() { ".Member" } else { ".Target" };
        let is_zero = self.leniency.zero && number == 0.0;
        let severity =
            if is_zero || self.leniency.constraints { Severity::Warning } else { Severity::Error };
        let suffix =
            if self.leniency.zero { format!("{suffix}.InvalidRange") } else { suffix.to_owned() };
        let name = node.name();
        if let Some(min) = bound("min").filter(|min| number < *min) {
            let message = format!("has {number}, and `{name}` must be at least {min}");
            self.push(pointer, &suffix, severity, message);
        }
        if let Some(max) = bound("max").filter(|max| number > *max) {
            let message = format!("has {number}, and `{name}` must be at most {max}");
            self.push(pointer, &suffix, severity, message);
        }
    }

    fn id_ref(&mut self, value: &Value, rule: &Value, pointer: &str) {
        let Some(text) = value.as_str() else { return };
        if !is_id(text) {
            return self.problem(pointer, format!("has {text:?}, which is no id of a shape"));
        }
        let said = rule.get("errorMessage").and_then(Value::as_str);
        let Some(found) = self.values.graph.find(text) else {
            if rule.get("failWhenMissing").and_then(Value::as_bool) == Some(true) {
                let message = said.map_or_else(
                    || format!("names `{text}`, and there is no such shape"),
                    |said| format!("names `{text}`: {said}"),
                );
                self.problem(pointer, message);
            }
            return;
        };
        let Some(selector) = rule.get("selector").and_then(Value::as_str) else { return };
        if selector.trim() == "*" {
            return;
        }
        let Some(is_selected) = self.values.selects(selector, found) else {
            let message = format!(
                "names `{text}`, which is not held against the selector `{selector}`: it takes too \
                 long on this model"
            );
            return self.push(pointer, "", Severity::Warning, message);
        };
        if !is_selected {
            let message = said.map_or_else(
                || format!("names `{text}`, which the selector `{selector}` does not select"),
                |said| format!("names `{text}`: {said}"),
            );
            self.problem(pointer, message);
        }
    }
}

/// Whether a shape of this kind can hold a whole number.
pub(super) fn can_hold(kind: Kind, integer: i128) -> bool {
    match kind {
        Kind::Byte => i8::try_from(integer).is_ok(),
        Kind::Short => i16::try_from(integer).is_ok(),
        Kind::Integer | Kind::IntEnum => i32::try_from(integer).is_ok(),
        Kind::Long => i64::try_from(integer).is_ok(),
        _ => true,
    }
}

/// Whether a text is an absolute id of a shape or member.
pub(super) fn is_id(text: &str) -> bool {
    let is_identifier = crate::smithy::document::is_identifier;
    let Some((namespace, name)) = text.split_once('#') else { return false };
    let (shape, member) = name.split_once('$').map_or((name, None), |(a, b)| (a, Some(b)));
    namespace.split('.').all(is_identifier)
        && is_identifier(shape)
        && member.is_none_or(is_identifier)
}

/// Whether a text is base64 with its padding.
pub(super) fn is_base64(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - body.len() <= 2
        && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

/// A key as a pointer writes it.
pub(super) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
