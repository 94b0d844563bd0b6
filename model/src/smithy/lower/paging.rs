//! Lowers `@paginated` and `@waitable`.

use super::{Lowering, traits};
use crate::{
    api::{
        Acceptor, AcceptorState, Matcher, MemberPath, Number, Pagination, Path, PathComparator,
        PathMatcher, Value, Waiter,
    },
    diagnostic::Diagnostic,
    jmespath,
    smithy::model::{Applied, Shape},
};

const PAGINATED: &str = "smithy.api#paginated";
const WAITABLE: &str = "smithy.waiters#waitable";

impl Lowering<'_, '_> {
    /// `@paginated`: what the operation says, and where it says nothing, its service.
    pub(super) fn pagination(&mut self, operation: &Shape, service: &Shape) -> Option<Pagination> {
        let own = operation.traits.get(PAGINATED)?;
        let general = service.traits.get(PAGINATED);
        let mut path = |name: &str| {
            let says = |applied: &&Applied| applied.value().get(name).is_some();
            let applied = Some(own).filter(says).or(general.filter(says))?;
            let pointer = format!("/{name}");
            let text = applied.value().get(name).and_then(Value::as_str);
            let members = text.map(|text| text.split('.').map(str::to_owned).collect::<Vec<_>>());
            match members.filter(|members| members.iter().all(|member| !member.is_empty())) {
                Some(members) => {
                    Some(MemberPath { members, origin: applied.value.origin_at(&pointer) })
                }
                None => {
                    let rule = format!("needs the name of a member as `{name}`");
                    self.diagnostics.push(traits::malformed(PAGINATED, applied, &pointer, &rule));
                    None
                }
            }
        };
        let input_token = path("inputToken");
        let output_token = path("outputToken");
        let items = path("items");
        let page_size = path("pageSize");
        for (found, name) in [(&input_token, "inputToken"), (&output_token, "outputToken")] {
            let malformed = [Some(own), general]
                .into_iter()
                .flatten()
                .any(|applied| applied.value().get(name).is_some());
            if found.is_none() && !malformed {
                let message = format!(
                    "`{}` is paginated, and neither it nor its service says what its `{name}` is",
                    operation.id.name
                );
                let origin = own.origin.clone();
                self.diagnostics.push(Diagnostic::invalid("pagination", origin, message));
            }
        }
        Some(Pagination {
            input_token: input_token?,
            output_token: output_token?,
            items,
            page_size,
            origin: own.origin.clone(),
        })
    }

    /// `@waitable`, in model order.
    pub(super) fn waiters(&mut self, operation: &Shape) -> Vec<Waiter> {
        let Some(applied) = operation.traits.get(WAITABLE) else { return Vec::new() };
        let Some(waiters) = applied.value().as_object().filter(|waiters| !waiters.is_empty())
        else {
            let rule = "must be a map of at least one waiter";
            self.diagnostics.push(traits::malformed(WAITABLE, applied, "", rule));
            return Vec::new();
        };
        let mut lowered = Vec::new();
        for (name, value) in waiters {
            let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
            let mut reader = WaiterReader {
                applied,
                operation: &operation.id.name,
                name,
                diagnostics: self.diagnostics,
            };
            lowered.extend(reader.waiter(value, &pointer));
        }
        lowered
    }
}

/// Reads one waiter; what is malformed is reported, and the waiter passed over.
struct WaiterReader<'r> {
    applied: &'r Applied,
    operation: &'r str,
    name: &'r str,
    diagnostics: &'r mut Vec<Diagnostic>,
}

impl WaiterReader<'_> {
    fn report(&mut self, pointer: &str, rule: &str) {
        let origin = self.applied.value.origin_at(pointer);
        let message = format!("the waiter `{}` of `{}` {rule}", self.name, self.operation);
        self.diagnostics.push(Diagnostic::invalid("waiter", origin, message));
    }

    fn waiter(&mut self, value: &Value, pointer: &str) -> Option<Waiter> {
        let mut letters = self.name.chars();
        let upper = letters.next().is_some_and(|first| first.is_ascii_uppercase());
        if !upper || !letters.all(|letter| letter.is_ascii_alphanumeric()) {
            self.report(pointer, "needs a name of letters and digits that begins with a capital");
            return None;
        }
        let min_delay = self.delay(value, "minDelay", 2, pointer)?;
        let max_delay = self.delay(value, "maxDelay", 120, pointer)?;
        if min_delay > max_delay {
            let rule = format!(
                "has a `minDelay` of {min_delay}, which is more than its `maxDelay` of {max_delay}"
            );
            let place = if value.get("minDelay").is_some() { "minDelay" } else { "maxDelay" };
            self.report(&format!("{pointer}/{place}"), &rule);
            return None;
        }
        let listed = value.get("acceptors").and_then(Value::as_array).unwrap_or_default();
        if listed.is_empty() {
            self.report(pointer, "needs a list of `acceptors`");
            return None;
        }
        let mut acceptors = Vec::new();
        for (index, acceptor) in listed.iter().enumerate() {
            let pointer = format!("{pointer}/acceptors/{index}");
            acceptors.extend(self.acceptor(acceptor, &pointer));
        }
        // What is wrong has been reported; without it the others would mean something else.
        if acceptors.len() < listed.len() {
            return None;
        }
        let tags = value.get("tags").and_then(Value::as_array).unwrap_or_default();
        Some(Waiter {
            name: self.name.to_owned(),
            documentation: value.get("documentation").and_then(Value::as_str).map(str::to_owned),
            acceptors,
            min_delay,
            max_delay,
            deprecated: value.get("deprecated").and_then(Value::as_bool).unwrap_or(false),
            tags: tags.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            origin: self.applied.value.origin_at(pointer),
        })
    }

    fn delay(&mut self, value: &Value, name: &str, default: u32, pointer: &str) -> Option<u32> {
        let Some(delay) = value.get(name) else { return Some(default) };
        let seconds = delay.as_number().and_then(Number::as_integer);
        let seconds = seconds.and_then(|seconds| u32::try_from(seconds).ok());
        let seconds = seconds.filter(|seconds| *seconds >= 1);
        if seconds.is_none() {
            let rule = format!("needs a whole number of seconds, at least 1, as `{name}`");
            self.report(&format!("{pointer}/{name}"), &rule);
        }
        seconds
    }

    fn acceptor(&mut self, value: &Value, pointer: &str) -> Option<Acceptor> {
        let state = match value.get("state").and_then(Value::as_str) {
            Some("success") => AcceptorState::Success,
            Some("failure") => AcceptorState::Failure,
            Some("retry") => AcceptorState::Retry,
            _ => {
                let rule = "needs `success`, `failure` or `retry` as the `state` of an acceptor";
                self.report(&format!("{pointer}/state"), rule);
                return None;
            }
        };
        let matcher = value.get("matcher").and_then(Value::as_object);
        let Some((kind, argument)) =
            matcher.filter(|one| one.len() == 1).and_then(|one| one.first())
        else {
            self.report(&format!("{pointer}/matcher"), "needs one `matcher` in each acceptor");
            return None;
        };
        let place = format!("{pointer}/matcher/{kind}");
        let matcher = match (kind.as_str(), argument) {
            ("output", argument) => Matcher::Output(self.path_matcher(argument, &place)?),
            ("inputOutput", argument) => Matcher::InputOutput(self.path_matcher(argument, &place)?),
            ("errorType", Value::String(name)) => {
                Matcher::ErrorType(name.clone(), self.applied.value.origin_at(&place))
            }
            ("success", Value::Bool(success)) => Matcher::Success(*success),
            _ => {
                let rule = "needs `output`, `inputOutput`, `errorType` or `success`, with its \
                            value, as a matcher";
                self.report(&place, rule);
                return None;
            }
        };
        let place = format!("{pointer}/message");
        let message = match value.get("message") {
            None => None,
            Some(_) if state != AcceptorState::Failure => {
                self.report(&place, "has a `message` for a state that is no `failure`");
                return None;
            }
            Some(message) => Some(self.path(message, &place)?),
        };
        Some(Acceptor { state, matcher, message, origin: self.applied.value.origin_at(pointer) })
    }

    fn path_matcher(&mut self, value: &Value, pointer: &str) -> Option<PathMatcher> {
        let comparator = match value.get("comparator").and_then(Value::as_str) {
            Some("stringEquals") => PathComparator::StringEquals,
            Some("booleanEquals") => PathComparator::BooleanEquals,
            Some("allStringEquals") => PathComparator::AllStringEquals,
            Some("anyStringEquals") => PathComparator::AnyStringEquals,
            _ => {
                let rule = "needs `stringEquals`, `booleanEquals`, `allStringEquals` or \
                            `anyStringEquals` as `comparator`";
                self.report(&format!("{pointer}/comparator"), rule);
                return None;
            }
        };
        let place = format!("{pointer}/expected");
        let Some(expected) = value.get("expected").and_then(Value::as_str) else {
            self.report(&place, "needs a string as `expected`");
            return None;
        };
        let place_of_path = format!("{pointer}/path");
        let Some(path) = value.get("path") else {
            self.report(pointer, "needs a `path`");
            return None;
        };
        let path = self.path(path, &place_of_path)?;
        Some(PathMatcher {
            path,
            comparator,
            expected: expected.to_owned(),
            expected_origin: self.applied.value.origin_at(&place),
        })
    }

    fn path(&mut self, value: &Value, pointer: &str) -> Option<Path> {
        let Some(text) = value.as_str() else {
            self.report(pointer, "needs a string as the path to a value");
            return None;
        };
        let origin = self.applied.value.origin_at(pointer);
        match jmespath::parse(text) {
            Ok(expression) => Some(Path { text: text.to_owned(), expression, origin }),
            Err(wrong) => {
                let message = format!(
                    "the waiter `{}` of `{}` has a path that is no JMESPath: {wrong}, at \
                     character {} of `{text}`",
                    self.name,
                    self.operation,
                    jmespath::column(text, wrong.offset)
                );
                let origin = jmespath::origin_within(&origin, text, wrong.offset);
                self.diagnostics.push(Diagnostic::invalid("jmespath-syntax", origin, message));
                None
            }
        }
    }
}
