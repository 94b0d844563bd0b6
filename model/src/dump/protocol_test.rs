//! Protocol tests as a dump shows them.

use super::text::{Json, protocol_name};
use crate::api::{
    BodyAssertion, MalformedRequestTest, MessageTest, ProtocolTest, ProtocolTests, RequestTest,
    ResponseTest, Side,
};
use std::fmt::{self, Write};

pub(super) fn write(text: &mut String, tests: &ProtocolTests) -> fmt::Result {
    tests.requests.iter().try_for_each(|test| write_request(text, test))?;
    write_responses(text, &tests.responses)?;
    tests.malformed.iter().try_for_each(|test| write_malformed(text, test))
}

pub(super) fn write_responses(text: &mut String, tests: &[ResponseTest]) -> fmt::Result {
    for test in tests {
        write_test(text, "response-test", &test.test, &test.code.to_string())?;
        write_message(text, &test.message)?;
    }
    Ok(())
}

fn write_request(text: &mut String, test: &RequestTest) -> fmt::Result {
    write_test(text, "request-test", &test.test, &format!("{} {}", test.method, test.uri))?;
    write_optional(text, "host", test.host.as_deref())?;
    write_optional(text, "resolved-host", test.resolved_host.as_deref())?;
    write_list(text, "query", &test.query)?;
    write_list(text, "forbidden-query", &test.forbidden_query)?;
    write_list(text, "required-query", &test.required_query)?;
    write_message(text, &test.message)
}

fn write_malformed(text: &mut String, test: &MalformedRequestTest) -> fmt::Result {
    write_test(text, "malformed-test", &test.test, &format!("{} {}", test.method, test.uri))?;
    write_list(text, "query", &test.query)?;
    for (name, value) in &test.headers {
        writeln!(text, "    header {name:?} {value:?}")?;
    }
    write_optional(text, "body", test.body.as_deref())?;
    writeln!(text, "    answer {}", test.code)?;
    for (name, value) in &test.answer_headers {
        writeln!(text, "    answer-header {name:?} {value:?}")?;
    }
    match &test.answer_body {
        None => Ok(()),
        Some(BodyAssertion::Contents { media_type, contents }) => {
            writeln!(text, "    answer-body {media_type:?} is {contents:?}")
        }
        Some(BodyAssertion::Message { media_type, pattern }) => {
            writeln!(text, "    answer-body {media_type:?} matches {pattern:?}")
        }
    }
}

fn write_test(text: &mut String, kind: &str, test: &ProtocolTest, what: &str) -> fmt::Result {
    let side = match test.applies_to {
        None => "",
        Some(Side::Client) => " client",
        Some(Side::Server) => " server",
    };
    writeln!(text, "  {kind} {} {}{side}: {what}", test.id, protocol_name(test.protocol))?;
    match &test.documentation {
        Some(documentation) => writeln!(text, "    /// {}", documentation.escape_debug()),
        None => Ok(()),
    }
}

fn write_message(text: &mut String, message: &MessageTest) -> fmt::Result {
    for (name, value) in &message.headers {
        writeln!(text, "    header {name:?} {value:?}")?;
    }
    write_list(text, "forbidden-headers", &message.forbidden_headers)?;
    write_list(text, "required-headers", &message.required_headers)?;
    write_optional(text, "body", message.body.as_deref())?;
    write_optional(text, "body-media-type", message.body_media_type.as_deref())?;
    for (name, value) in &message.params {
        writeln!(text, "    param {name}: {}", Json(value))?;
    }
    Ok(())
}

fn write_optional(text: &mut String, what: &str, value: Option<&str>) -> fmt::Result {
    match value {
        Some(value) => writeln!(text, "    {what} {value:?}"),
        None => Ok(()),
    }
}

fn write_list(text: &mut String, what: &str, values: &[String]) -> fmt::Result {
    if values.is_empty() { Ok(()) } else { writeln!(text, "    {what} {values:?}") }
}
