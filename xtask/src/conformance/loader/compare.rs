//! What differs between two models, by JSON pointer.

use farrier_model::api::{Number, Value};

/// Every place where the two differ: `/shapes/ns#Foo/type: "list" and "set"`. The order of members counts
/// only where Smithy has one: members of shapes.
pub(super) fn differences(left: &Value, right: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(left, right, &mut String::new(), &mut found);
    found
}

/// The part that `pointer` leads to; it is split at `/` alone, and no key of a model that is asked for has one.
pub(super) fn at<'v>(value: &'v Value, pointer: &str) -> Option<&'v Value> {
    pointer.split('/').skip(1).try_fold(value, |value, step| match value {
        Value::Object(members) => members.get(step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// Whether two values are equal, numbers by what they are worth.
pub(super) fn equal(left: &Value, right: &Value) -> bool {
    differences(left, right).is_empty()
}

fn compare(left: &Value, right: &Value, pointer: &mut String, found: &mut Vec<String>) {
    let length = pointer.len();
    match (left, right) {
        (Value::Object(one), Value::Object(other)) => {
            for (name, value) in one {
                pointer.push('/');
                pointer.push_str(name);
                match other.get(name) {
                    Some(other) => compare(value, other, pointer, found),
                    None => found.push(format!("{pointer}: {} and nothing", value.to_json())),
                }
                pointer.truncate(length);
            }
            for (name, value) in other.iter().filter(|(name, _)| !one.contains_key(*name)) {
                found.push(format!("{pointer}/{name}: nothing and {}", value.to_json()));
            }
            let is_ordered = pointer.ends_with("/members") && one.len() == other.len();
            if is_ordered && !one.keys().eq(other.keys()) {
                let [one, other] = [one, other].map(|it| it.keys().cloned().collect::<Vec<_>>());
                let orders = format!("{} and {}", one.join(", "), other.join(", "));
                found.push(format!("{pointer}: the order is {orders}"));
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                pointer.push_str(&format!("/{index}"));
                compare(one, other, pointer, found);
                pointer.truncate(length);
            }
        }
        (Value::Number(one), Value::Number(other)) if same_number(*one, *other) => {}
        _ if left == right => {}
        _ => found.push(format!("{pointer}: {} and {}", left.to_json(), right.to_json())),
    }
}

fn same_number(one: Number, other: Number) -> bool {
    match (one.as_integer(), other.as_integer()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}
