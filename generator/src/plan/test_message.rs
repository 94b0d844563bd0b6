//! Whether the messages that protocol tests make up are ones that HTTP has.

use super::{MessageText, RequestPlan, ResponsePlan, Role, TestKind};
use http::{HeaderName, HeaderValue, Request, StatusCode};

/// Checks the message that a test makes up in a crate of this role: it could not be handed over.
///
/// # Errors
///
/// What is wrong with it.
pub(super) fn can_be_made(test: &TestKind, role: Role) -> Result<(), String> {
    match (test, role) {
        (TestKind::Request { request, .. }, Role::Server)
        | (TestKind::Malformed { request, .. }, _) => {
            is_request(request)?;
            headers(&request.message)
        }
        (TestKind::Response { response, .. }, Role::Client) => {
            is_status(response)?;
            headers(&response.message)
        }
        _ => Ok(()),
    }
}

fn is_request(request: &RequestPlan) -> Result<(), String> {
    let RequestPlan { method, path, query, .. } = request;
    let target = format!("{path}?{}", query.join("&"));
    match Request::builder().method(method.as_str()).uri(target).body(()) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("`{method} {path}` is no request: {error}")),
    }
}

fn is_status(response: &ResponsePlan) -> Result<(), String> {
    let status = response.status;
    StatusCode::from_u16(status).map(|_| ()).map_err(|_| format!("{status} is no status"))
}

fn headers(message: &MessageText) -> Result<(), String> {
    for (name, value) in &message.headers {
        if HeaderName::from_bytes(name.as_bytes()).is_err() {
            return Err(format!("{name:?} is no name of a header"));
        }
        if HeaderValue::from_str(value).is_err() {
            return Err(format!("the header `{name}` cannot have the value {value:?}"));
        }
    }
    Ok(())
}
