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

#[cfg(test)]
mod tests {
    use super::{at, differences};
    use farrier_model::api::{Number, Value};

    fn object(members: &[(&str, Value)]) -> Value {
        Value::Object(members.iter().map(|(name, it)| ((*name).to_owned(), it.clone())).collect())
    }

    #[test]
    fn says_where_models_differ() {
        let number = |number| Value::Array(vec![Value::Number(number)]);
        let left = object(&[
            ("a", number(Number::Integer(1))),
            ("b", Value::Null),
            ("members", object(&[("x", Value::Null), ("y", Value::Null)])),
        ]);
        let right = object(&[
            ("members", object(&[("y", Value::Null), ("x", Value::Null)])),
            ("a", number(Number::Float(1.0))),
            ("c", Value::Bool(true)),
        ]);
        assert_eq!(
            differences(&left, &right),
            [
                "/b: null and nothing",
                "/members: the order is x, y and y, x",
                "/c: nothing and true"
            ]
        );
        let right = object(&[("a", number(Number::Integer(2))), ("b", Value::Null)]);
        assert_eq!(differences(&left, &right)[0], "/a/0: 1 and 2");
        assert_eq!(at(&left, "/a/0"), Some(&Value::Number(Number::Integer(1))));
        assert_eq!(at(&left, "/a/1"), None);
    }
}
