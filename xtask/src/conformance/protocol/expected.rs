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
    let shapes = model.get("shapes").and_then(Value::as_object);
    let mut cases = Vec::new();
    for shape in shapes.into_iter().flat_map(|shapes| shapes.values()) {
        let traits = shape.get("traits").and_then(Value::as_object);
        for (id, tests) in traits.into_iter().flatten() {
            let kind = match id.as_str() {
                "smithy.test#httpRequestTests" => Some(ProtocolTestKind::Request),
                "smithy.test#httpResponseTests" => Some(ProtocolTestKind::Response),
                "smithy.test#httpMalformedRequestTests" => Some(ProtocolTestKind::Malformed),
                "smithy.test#eventStreamTests" => None,
                _ => continue,
            };
            for test in tests.as_array().into_iter().flatten() {
                add(kind, test, &mut cases);
            }
        }
    }
    if cases.is_empty() {
        return Err(Failure::new(format!("{} carries no protocol tests", path.display())));
    }
    cases.sort();
    Ok(cases)
}

fn add(kind: Option<ProtocolTestKind>, test: &Value, cases: &mut Vec<Expected>) {
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
    for (role, name) in [(Role::Client, "client"), (Role::Server, "server")] {
        if side.is_none_or(|side| side == name) {
            cases.extend(ids.iter().map(|id| Expected { kind, role, id: id.clone() }));
        }
    }
}
