//! Lowers the traits of `smithy.test`: protocol tests.

use super::{Lowering, service, traits};
use crate::{
    api::{
        BodyAssertion, MalformedRequestTest, MessageTest, Protocol, ProtocolTest, ProtocolTests,
        RequestTest, ResponseTest, Side, Value,
    },
    smithy::model::{Applied, Traits},
};
use indexmap::IndexMap;

const REQUESTS: &str = "smithy.test#httpRequestTests";
const RESPONSES: &str = "smithy.test#httpResponseTests";
const MALFORMED: &str = "smithy.test#httpMalformedRequestTests";

impl Lowering<'_, '_> {
    /// The tests of an operation.
    pub(super) fn protocol_tests(&mut self, own: &Traits) -> ProtocolTests {
        ProtocolTests {
            requests: self.tests(own, REQUESTS, |case| case.request().into_iter().collect()),
            responses: self.response_tests(own),
            malformed: self.tests(own, MALFORMED, |case| case.malformed()),
        }
    }

    /// The tests of an error.
    pub(super) fn response_tests(&mut self, own: &Traits) -> Vec<ResponseTest> {
        self.tests(own, RESPONSES, |case| case.response().into_iter().collect())
    }

    fn tests<T>(&mut self, own: &Traits, id: &str, read: impl Fn(&Case<'_>) -> Vec<T>) -> Vec<T> {
        let Some(applied) = own.get(id) else { return Vec::new() };
        let mut tests = Vec::new();
        for (index, value) in applied.value().as_array().unwrap_or_default().iter().enumerate() {
            let pointer = format!("/{index}");
            // Tests of protocols that nobody here speaks are somebody else's.
            let protocol = value.get("protocol").and_then(Value::as_str);
            let Some(protocol) = protocol.and_then(service::protocol) else { continue };
            let read = read(&Case { value, protocol, applied, pointer: &pointer });
            if read.is_empty() {
                let rule = "is not a whole test";
                self.diagnostics.push(traits::malformed(id, applied, &pointer, rule));
            }
            tests.extend(read);
        }
        tests
    }
}

/// One test as the model writes it.
struct Case<'v> {
    value: &'v Value,
    protocol: Protocol,
    applied: &'v Applied,
    pointer: &'v str,
}

impl Case<'_> {
    fn test(&self, id_suffix: &str, fill: &Fill<'_>) -> Option<ProtocolTest> {
        let side = match text(self.value, "appliesTo").as_deref() {
            Some("client") => Some(Side::Client),
            Some("server") => Some(Side::Server),
            Some(_) => return None,
            None => None,
        };
        Some(ProtocolTest {
            id: text(self.value, "id")? + id_suffix,
            documentation: text(self.value, "documentation").map(|text| fill.text(&text)),
            protocol: self.protocol,
            applies_to: side,
            origin: self.applied.value.origin_at(self.pointer),
        })
    }

    fn request(&self) -> Option<RequestTest> {
        Some(RequestTest {
            test: self.test("", &Fill::NOTHING)?,
            method: text(self.value, "method")?,
            uri: text(self.value, "uri")?,
            host: text(self.value, "host"),
            resolved_host: text(self.value, "resolvedHost"),
            query: texts(self.value, "queryParams"),
            forbidden_query: texts(self.value, "forbidQueryParams"),
            required_query: texts(self.value, "requireQueryParams"),
            message: self.message(),
        })
    }

    fn response(&self) -> Option<ResponseTest> {
        Some(ResponseTest {
            test: self.test("", &Fill::NOTHING)?,
            code: traits::status(self.value.get("code")?, 100..=999)?,
            message: self.message(),
        })
    }

    fn message(&self) -> MessageTest {
        MessageTest {
            headers: headers(self.value, &Fill::NOTHING),
            forbidden_headers: texts(self.value, "forbidHeaders"),
            required_headers: texts(self.value, "requireHeaders"),
            body: text(self.value, "body"),
            body_media_type: text(self.value, "bodyMediaType"),
            params: self
                .value
                .get("params")
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default(),
        }
    }

    /// A test for each row of the parameters. Nothing if any is malformed.
    fn malformed(&self) -> Vec<MalformedRequestTest> {
        let Some(parameters) = self.value.get("testParameters").and_then(Value::as_object) else {
            return self.malformed_row("", &Fill::NOTHING).into_iter().collect();
        };
        let columns: IndexMap<&str, &[Value]> = parameters
            .iter()
            .filter_map(|(name, values)| Some((name.as_str(), values.as_array()?)))
            .collect();
        let rows = columns.values().map(|values| values.len()).min().unwrap_or_default();
        if columns.values().any(|values| values.len() != rows) {
            return Vec::new();
        }
        let tests = (0..rows).map(|row| {
            let cells = columns.iter().filter_map(|(name, values)| {
                values.get(row).and_then(Value::as_str).map(|text| (*name, text))
            });
            let fill = Fill { cells: Some(cells.collect()) };
            self.malformed_row(&format!("_case{row}"), &fill)
        });
        tests.collect::<Option<_>>().unwrap_or_default()
    }

    fn malformed_row(&self, id_suffix: &str, fill: &Fill<'_>) -> Option<MalformedRequestTest> {
        let (request, response) = (self.value.get("request")?, self.value.get("response")?);
        let filled = |value: &Value, name: &str| text(value, name).map(|text| fill.text(&text));
        let answer_body = match response.get("body") {
            None => None,
            Some(body) => {
                let media_type = filled(body, "mediaType")?;
                let assertion = body.get("assertion")?;
                Some(match filled(assertion, "contents") {
                    Some(contents) => BodyAssertion::Contents { media_type, contents },
                    None => BodyAssertion::Message {
                        media_type,
                        pattern: filled(assertion, "messageRegex")?,
                    },
                })
            }
        };
        Some(MalformedRequestTest {
            test: self.test(id_suffix, fill)?,
            method: filled(request, "method")?,
            uri: filled(request, "uri")?,
            query: texts(request, "queryParams").iter().map(|text| fill.text(text)).collect(),
            headers: headers(request, fill),
            body: filled(request, "body"),
            code: traits::status(response.get("code")?, 100..=999)?,
            answer_headers: headers(response, fill),
            answer_body,
        })
    }
}

/// What stands for the parameters of a test.
struct Fill<'v> {
    /// Their values in one row; `None` where the test has no parameters, and `$` means itself.
    cells: Option<Vec<(&'v str, &'v str)>>,
}

impl Fill<'_> {
    const NOTHING: Self = Self { cells: None };

    /// The text with a value for each `$name:L` (as it is) and `$name:S` (as a JSON string), and a `$` for
    /// each `$$`.
    fn text(&self, text: &str) -> String {
        let Some(cells) = &self.cells else { return text.to_owned() };
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('$') {
            filled.push_str(before);
            if let Some(behind) = after.strip_prefix('$') {
                filled.push('$');
                rest = behind;
                continue;
            }
            let found = cells.iter().find_map(|(name, value)| {
                let format = after.strip_prefix(name)?.strip_prefix(':')?;
                let literal = format.strip_prefix('L').map(|behind| ((*value).to_owned(), behind));
                literal.or_else(|| Some((quoted(value), format.strip_prefix('S')?)))
            });
            match found {
                Some((value, behind)) => {
                    filled.push_str(&value);
                    rest = behind;
                }
                None => {
                    filled.push('$');
                    rest = after;
                }
            }
        }
        filled.push_str(rest);
        filled
    }
}

/// A text as a JSON string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

fn texts(value: &Value, name: &str) -> Vec<String> {
    let items = value.get(name).and_then(Value::as_array).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn headers(value: &Value, fill: &Fill<'_>) -> IndexMap<String, String> {
    let headers = value.get("headers").and_then(Value::as_object).into_iter().flatten();
    headers.filter_map(|(name, text)| Some((fill.text(name), fill.text(text.as_str()?)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_filled_in() {
        let cells = vec![("value", "a\"b"), ("valueType", "string")];
        let fill = Fill { cells: Some(cells) };
        let cases = [
            ("plain", "plain"),
            ("$value:L", "a\"b"),
            ("[$value:S]", "[\"a\\\"b\"]"),
            ("$valueType:L$value:L", "stringa\"b"),
            ("$$value:L", "$value:L"),
            ("^$other:L$", "^$other:L$"),
            ("$", "$"),
        ];
        for (text, expected) in cases {
            assert_eq!(fill.text(text), expected, "{text}");
        }
        assert_eq!(Fill::NOTHING.text("$$value:L"), "$$value:L");
    }
}
