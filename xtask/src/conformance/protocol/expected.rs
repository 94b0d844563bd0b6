//! Which cases a model carries.

use crate::failure::Failure;
use farrier_generator::{ProtocolTestKind, Role};
use serde_json::Value;
use std::{fmt, fs, path::Path};

/// One case, for one side.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Expected {
    /// What it tests; `None` is an event stream.
    pub(super) kind: Option<ProtocolTestKind>,
    /// The side that it is for.
    pub(super) role: Role,
    /// Its id, with the row of its parameters.
    pub(super) id: String,
    /// The tag that says that it is for the other side only, if one does.
    pub(super) other_side: Option<String>,
}

impl Expected {
    /// The function that it is in a generated crate; none for event streams.
    pub(super) fn test(&self) -> Option<String> {
        Some(farrier_generator::protocol_test_name(self.kind?, &self.id))
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let role = super::role_name(self.role);
        let kind = match self.kind {
            Some(ProtocolTestKind::Request) => "request",
            Some(ProtocolTestKind::Response) => "response",
            Some(ProtocolTestKind::Malformed) => "malformed",
            None => "event-stream",
        };
        write!(formatter, "{role}/{kind}/{}", self.id)
    }
}

/// Every case of the model at `path`.
///
/// # Errors
///
/// The file cannot be read, is no JSON, or has no cases.
pub(super) fn read(path: &Path) -> Result<Vec<Expected>, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::io("read", path))?;
    let model: Value = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    let cases = of(&model);
    if cases.is_empty() {
        return Err(Failure::new(format!("{} carries no protocol tests", path.display())));
    }
    Ok(cases)
}

fn of(model: &Value) -> Vec<Expected> {
    let shapes = model.get("shapes").and_then(Value::as_object);
    let mut cases = Vec::new();
    for shape in shapes.into_iter().flat_map(|shapes| shapes.values()) {
        let traits = shape.get("traits").and_then(Value::as_object);
        let shape_tags = traits.and_then(|traits| traits.get("smithy.api#tags"));
        for (id, tests) in traits.into_iter().flatten() {
            let kind = match id.as_str() {
                "smithy.test#httpRequestTests" => Some(ProtocolTestKind::Request),
                "smithy.test#httpResponseTests" => Some(ProtocolTestKind::Response),
                "smithy.test#httpMalformedRequestTests" => Some(ProtocolTestKind::Malformed),
                "smithy.test#eventStreamTests" => None,
                _ => continue,
            };
            for test in tests.as_array().into_iter().flatten() {
                let tags = [shape_tags, test.get("tags")].into_iter().flatten();
                let tags = tags.filter_map(Value::as_array).flatten().filter_map(Value::as_str);
                add(kind, test, &tags.collect::<Vec<_>>(), &mut cases);
            }
        }
    }
    cases.sort();
    cases
}

fn add(kind: Option<ProtocolTestKind>, test: &Value, tags: &[&str], cases: &mut Vec<Expected>) {
    let id = test.get("id").and_then(Value::as_str).unwrap_or("(no id)");
    let parameters = test.get("testParameters").and_then(Value::as_object);
    let rows = parameters
        .and_then(|parameters| parameters.values().next())
        .and_then(Value::as_array)
        .map(Vec::len);
    let ids: Vec<String> = match rows {
        Some(rows) => (0..rows).map(|row| format!("{id}_case{row}")).collect(),
        None => vec![id.to_owned()],
    };
    // Only servers get requests that are wrong.
    let side = match kind {
        Some(ProtocolTestKind::Malformed) => Some("server"),
        _ => test.get("appliesTo").and_then(Value::as_str),
    };
    for (role, name, other) in
        [(Role::Client, "client", "server-only"), (Role::Server, "server", "client-only")]
    {
        if side.is_none_or(|side| side == name) {
            let other_side = tags.contains(&other).then(|| other.to_owned());
            cases.extend(ids.iter().map(|id| Expected {
                kind,
                role,
                id: id.clone(),
                other_side: other_side.clone(),
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use serde_json::json;

    #[test]
    fn cases_are_those_of_their_sides() {
        let model = json!({ "shapes": {
            "a#Tagged": { "traits": {
                "smithy.api#tags": ["client-only"],
                "smithy.test#httpRequestTests": [
                    { "id": "Both" },
                    { "id": "Said", "appliesTo": "client" },
                ],
            } },
            "a#Plain": { "traits": {
                "smithy.test#httpResponseTests": [{ "id": "Case", "tags": ["server-only"] }],
                "smithy.test#httpMalformedRequestTests": [
                    { "id": "Rows", "testParameters": { "a": ["1", "2"] } },
                ],
            } },
        } });
        let cases: Vec<String> = of(&model)
            .iter()
            .map(|case| match &case.other_side {
                Some(tag) => format!("{case}, but {tag}"),
                None => case.to_string(),
            })
            .collect();
        let mut expected = [
            "client/request/Both",
            "server/request/Both, but client-only",
            "client/request/Said",
            "client/response/Case, but server-only",
            "server/response/Case",
            "server/malformed/Rows_case0",
            "server/malformed/Rows_case1",
        ];
        let mut cases: Vec<&str> = cases.iter().map(String::as_str).collect();
        cases.sort_unstable();
        expected.sort_unstable();
        assert_eq!(cases, expected);
    }
}
