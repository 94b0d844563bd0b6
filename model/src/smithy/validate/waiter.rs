//! Waiters: their paths exist, and give what they are compared with.

use super::{
    event::{EventRef, Events},
    graph::{Graph, Node},
    jmespath::type_of,
    value::escaped,
};
use crate::{
    api::{Number, Value},
    diagnostic::Severity,
    jmespath::{
        self,
        typing::{self, ProblemKind, Type},
    },
    smithy::{
        document::Kind,
        model::{Applied, Shape},
    },
};

const WAITABLE: &str = "smithy.waiters#waitable";

pub(super) fn check(graph: &Graph<'_>, events: &mut Events) {
    for (_, operation) in graph.own_of(Kind::Operation) {
        let Some(applied) = operation.traits.get(WAITABLE) else { continue };
        for (name, waiter) in applied.value().as_object().into_iter().flatten() {
            let pointer = format!("/{}", escaped(name));
            Check { graph, operation, applied, name, acceptor: 0, events }.waiter(waiter, &pointer);
        }
    }
}

/// The seconds between two calls where a waiter does not say.
const DEFAULT_DELAYS: (i128, i128) = (2, 120);

/// Values that are not of the trait's shape are passed over: that has been reported.
struct Check<'c, 'g, 'm> {
    graph: &'g Graph<'m>,
    operation: &'m Shape,
    applied: &'m Applied,
    name: &'m str,
    /// Which acceptor is looked at.
    acceptor: usize,
    events: &'c mut Events,
}

impl Check<'_, '_, '_> {
    fn report(&mut self, id: &str, severity: Severity, pointer: &str, rule: &str) -> EventRef<'_> {
        let message = format!("the waiter `{}` of `{}` {rule}", self.name, self.operation.id.name);
        let node = Node { shape: self.operation, member: None };
        let origin = self.applied.value.origin_at(pointer);
        self.events.add(id, severity, node, message).at(&origin)
    }

    fn error(&mut self, pointer: &str, rule: &str) -> EventRef<'_> {
        self.report("WaitableTrait", Severity::Error, pointer, rule)
    }

    /// Reports something that is wrong with a path, under an id that says with which.
    fn problem(&mut self, id: &str, severity: Severity, pointer: &str, rule: &str) -> EventRef<'_> {
        let id = format!("WaitableTraitJmespathProblem.{id}.{}.{}", self.name, self.acceptor);
        self.report(&id, severity, pointer, rule)
    }

    fn waiter(&mut self, waiter: &Value, pointer: &str) {
        let acceptors = waiter.get("acceptors").and_then(Value::as_array).unwrap_or_default();
        let state = |acceptor: &Value, wanted| {
            acceptor.get("state").and_then(Value::as_str) == Some(wanted)
        };
        if !acceptors.iter().any(|acceptor| state(acceptor, "success")) {
            self.error(pointer, "has no acceptor for `success`, so that it never ends well");
        }
        self.delays(waiter, pointer);
        let of = |shape: Option<&Shape>| match shape {
            Some(shape) => type_of(self.graph, shape),
            None => Type::Object(Vec::new()),
        };
        let output = of(self.graph.output(self.operation));
        let both = Type::Object(vec![
            ("input".to_owned(), of(self.graph.input(self.operation))),
            ("output".to_owned(), output.clone()),
        ]);
        for (index, acceptor) in acceptors.iter().enumerate() {
            self.acceptor = index;
            let pointer = format!("{pointer}/acceptors/{index}");
            let matcher = acceptor.get("matcher");
            let matcher = |name| matcher.and_then(|matcher| matcher.get(name));
            if let Some(value) = matcher("output") {
                self.path_matcher(value, &output, &format!("{pointer}/matcher/output"));
            }
            if let Some(value) = matcher("inputOutput") {
                self.path_matcher(value, &both, &format!("{pointer}/matcher/inputOutput"));
            }
            if let Some(name) = matcher("errorType").and_then(Value::as_str) {
                self.error_type(name, &format!("{pointer}/matcher/errorType"));
            }
            if let Some(message) = acceptor.get("message").and_then(Value::as_str) {
                let pointer = format!("{pointer}/message");
                if !state(acceptor, "failure") {
                    self.error(&pointer, "has a `message` for a state that is no `failure`");
                }
                self.message(message, &output, &pointer);
            }
        }
    }

    fn delays(&mut self, waiter: &Value, pointer: &str) {
        let delay = |name, otherwise| {
            let stated = waiter.get(name).and_then(Value::as_number).and_then(Number::as_integer);
            stated.unwrap_or(otherwise)
        };
        let min = delay("minDelay", DEFAULT_DELAYS.0);
        let max = delay("maxDelay", DEFAULT_DELAYS.1);
        if min > max {
            let place = if waiter.get("minDelay").is_some() { "minDelay" } else { "maxDelay" };
            let rule =
                format!("has a `minDelay` of {min}, which is more than its `maxDelay` of {max}");
            self.error(&format!("{pointer}/{place}"), &rule);
        }
    }

    fn path_matcher(&mut self, matcher: &Value, scope: &Type, pointer: &str) {
        let text = |name| matcher.get(name).and_then(Value::as_str);
        let (Some(path), Some(comparator), Some(expected)) =
            (text("path"), text("comparator"), text("expected"))
        else {
            return;
        };
        let place = format!("{pointer}/path");
        let found = self.path(path, scope, &place);
        let wanted = match comparator {
            "stringEquals" => "string",
            "booleanEquals" => "boolean",
            "allStringEquals" | "anyStringEquals" => "array",
            _ => return,
        };
        if wanted == "boolean" && !matches!(expected, "true" | "false") {
            let expected = expected.escape_debug();
            let rule = format!("expects `{expected}` of a boolean, which is `true` or `false`");
            self.error(&format!("{pointer}/expected"), &rule);
        }
        // Why a path always gives null has been said.
        let Some((found, sound)) = found else { return };
        if found.may_be(wanted) || (found == Type::Null && !sound) {
            return;
        }
        let rule = format!(
            "compares by `{comparator}`, which needs a {wanted}, and the path gives {}",
            found.name()
        );
        self.problem("ReturnTypeMismatch", Severity::Danger, &place, &rule);
    }

    /// What the path gives, if it is one, and whether all that it names is there; what is wrong with it
    /// is reported.
    fn path(&mut self, text: &str, scope: &Type, pointer: &str) -> Option<(Type, bool)> {
        let place = self.applied.value.origin_at(pointer);
        let expression = match jmespath::parse(text) {
            Ok(expression) => expression,
            Err(wrong) => {
                let rule = format!(
                    "has a path that is no JMESPath: {wrong}, at character {} of `{}`",
                    jmespath::column(text, wrong.offset),
                    jmespath::shown(text)
                );
                let place = jmespath::origin_within(&place, text, wrong.offset);
                self.error(pointer, &rule).at(&place);
                return None;
            }
        };
        let (found, problems) = typing::type_of(self.graph, &expression, scope);
        let sound = problems.iter().all(|problem| problem.kind == ProblemKind::Suspicious);
        for problem in problems {
            let rule = format!(
                "has a path that does not fit: {}, at character {} of `{}`",
                problem.message,
                jmespath::column(text, problem.offset),
                jmespath::shown(text)
            );
            let place = jmespath::origin_within(&place, text, problem.offset);
            match problem.kind {
                ProblemKind::Error => self.error(pointer, &rule),
                ProblemKind::AlwaysNull => {
                    self.problem("JmespathEventDanger", Severity::Danger, pointer, &rule)
                }
                ProblemKind::Suspicious => {
                    self.problem("JmespathEventWarning", Severity::Warning, pointer, &rule)
                }
            }
            .at(&place);
        }
        Some((found, sound))
    }

    fn message(&mut self, path: &str, scope: &Type, pointer: &str) {
        let Some((found, _)) = self.path(path, scope, pointer) else { return };
        let is_text = match &found {
            Type::Array(item) => item.may_be("string"),
            other => other.may_be("string"),
        };
        if !is_text && found != Type::Null {
            let rule = format!(
                "has a `message` that is no string and no list of strings: the path gives {}",
                found.name()
            );
            self.error(pointer, &rule);
        }
    }

    fn error_type(&mut self, name: &str, pointer: &str) {
        let mut ids = self.graph.errors(self.operation).into_iter().map(|error| &error.id);
        if ids.any(|id| id.name == name || id.to_string() == name) {
            return;
        }
        let rule = format!(
            "waits for the error `{name}`, which neither its operation nor a service of it has"
        );
        let id = format!("WaitableTraitInvalidErrorType.{}.{}", self.name, self.acceptor);
        self.report(&id, Severity::Warning, pointer, &rule);
    }
}
