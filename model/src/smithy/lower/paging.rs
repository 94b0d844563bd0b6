//! Lowers `@paginated` and `@waitable`.

use super::Lowering;
use crate::{
    api::{
        Acceptor, AcceptorState, Matcher, MemberPath, Number, Pagination, Path, PathComparator,
        PathMatcher, Value, Waiter,
    },
    jmespath,
    smithy::model::{Applied, Shape},
};

const PAGINATED: &str = "smithy.api#paginated";
const WAITABLE: &str = "smithy.waiters#waitable";

impl Lowering<'_, '_> {
    /// `@paginated`: what the operation says, and where it says nothing, its service.
    pub(super) fn pagination(&self, operation: &Shape, service: &Shape) -> Option<Pagination> {
        let own = operation.traits.get(PAGINATED)?;
        let general = service.traits.get(PAGINATED);
        let path = |name: &str| {
            let says = |applied: &&Applied| applied.value().get(name).is_some();
            let applied = Some(own).filter(says).or(general.filter(says))?;
            let text = applied.value().get(name)?.as_str()?;
            Some(MemberPath {
                members: text.split('.').map(str::to_owned).collect(),
                origin: applied.value.origin_at(&format!("/{name}")),
            })
        };
        Some(Pagination {
            input_token: path("inputToken")?,
            output_token: path("outputToken")?,
            items: path("items"),
            page_size: path("pageSize"),
            origin: own.origin.clone(),
        })
    }

    /// `@waitable`, in model order. Validators have seen to it that it is right.
    pub(super) fn waiters(&self, operation: &Shape) -> Vec<Waiter> {
        let Some(applied) = operation.traits.get(WAITABLE) else { return Vec::new() };
        let reader = WaiterReader { applied };
        let waiters = applied.value().as_object().into_iter().flatten();
        let read = waiters.filter_map(|(name, value)| {
            let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
            reader.waiter(name, value, &pointer)
        });
        read.collect()
    }
}

/// Reads waiters; one that is malformed is passed over.
struct WaiterReader<'r> {
    applied: &'r Applied,
}

impl WaiterReader<'_> {
    fn waiter(&self, name: &str, value: &Value, pointer: &str) -> Option<Waiter> {
        let listed = value.get("acceptors").and_then(Value::as_array)?.iter().enumerate();
        let acceptors = listed
            .map(|(index, value)| self.acceptor(value, &format!("{pointer}/acceptors/{index}")));
        let tags = value.get("tags").and_then(Value::as_array).unwrap_or_default();
        Some(Waiter {
            name: name.to_owned(),
            documentation: value.get("documentation").and_then(Value::as_str).map(str::to_owned),
            // Without one of them the others would mean something else.
            acceptors: acceptors.collect::<Option<_>>()?,
            min_delay: delay(value, "minDelay", 2)?,
            max_delay: delay(value, "maxDelay", 120)?,
            deprecated: value.get("deprecated").and_then(Value::as_bool).unwrap_or(false),
            tags: tags.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            origin: self.applied.value.origin_at(pointer),
        })
    }

    fn acceptor(&self, value: &Value, pointer: &str) -> Option<Acceptor> {
        let state = match value.get("state").and_then(Value::as_str)? {
            "success" => AcceptorState::Success,
            "failure" => AcceptorState::Failure,
            "retry" => AcceptorState::Retry,
            _ => return None,
        };
        let (kind, argument) = value.get("matcher").and_then(Value::as_object)?.first()?;
        let place = format!("{pointer}/matcher/{kind}");
        let matcher = match (kind.as_str(), argument) {
            ("output", argument) => Matcher::Output(self.path_matcher(argument, &place)?),
            ("inputOutput", argument) => Matcher::InputOutput(self.path_matcher(argument, &place)?),
            ("errorType", Value::String(name)) => {
                Matcher::ErrorType(name.clone(), self.applied.value.origin_at(&place))
            }
            ("success", Value::Bool(success)) => Matcher::Success(*success),
            _ => return None,
        };
        let message = match value.get("message") {
            None => None,
            Some(message) => Some(self.path(message, &format!("{pointer}/message"))?),
        };
        Some(Acceptor { state, matcher, message, origin: self.applied.value.origin_at(pointer) })
    }

    fn path_matcher(&self, value: &Value, pointer: &str) -> Option<PathMatcher> {
        let comparator = match value.get("comparator").and_then(Value::as_str)? {
            "stringEquals" => PathComparator::StringEquals,
            "booleanEquals" => PathComparator::BooleanEquals,
            "allStringEquals" => PathComparator::AllStringEquals,
            "anyStringEquals" => PathComparator::AnyStringEquals,
            _ => return None,
        };
        Some(PathMatcher {
            path: self.path(value.get("path")?, &format!("{pointer}/path"))?,
            comparator,
            expected: value.get("expected").and_then(Value::as_str)?.to_owned(),
            expected_origin: self.applied.value.origin_at(&format!("{pointer}/expected")),
        })
    }

    fn path(&self, value: &Value, pointer: &str) -> Option<Path> {
        let text = value.as_str()?.to_owned();
        let expression = jmespath::parse(&text).ok()?;
        Some(Path { text, expression, origin: self.applied.value.origin_at(pointer) })
    }
}

fn delay(value: &Value, name: &str, default: u32) -> Option<u32> {
    let Some(delay) = value.get(name) else { return Some(default) };
    delay.as_number().and_then(Number::as_integer).and_then(|delay| u32::try_from(delay).ok())
}
