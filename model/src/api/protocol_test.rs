//! What must be on the wire for given values: protocol tests.

use super::{Protocol, Value};
use crate::source::Origin;
use indexmap::IndexMap;

/// The protocol tests of an operation (`smithy.test`; Smithy 2.0, HTTP Protocol Compliance Tests).
#[derive(Clone, Debug, Default)]
pub struct ProtocolTests {
    /// An input, and the request that it is.
    pub requests: Vec<RequestTest>,
    /// An output, and the answer that it is.
    pub responses: Vec<ResponseTest>,
    /// Requests that a server must refuse, and how.
    pub malformed: Vec<MalformedRequestTest>,
}

/// The side that a protocol test is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Who calls.
    Client,
    /// Who answers.
    Server,
}

/// What every protocol test has.
#[derive(Clone, Debug)]
pub struct ProtocolTest {
    /// Its name, the only one of its kind.
    pub id: String,
    /// What it shows, Markdown.
    pub documentation: Option<String>,
    /// The protocol that it is about.
    pub protocol: Protocol,
    /// The side that it is for; `None` is both.
    pub applies_to: Option<Side>,
    /// Where it was written.
    pub origin: Origin,
}

/// An input, and the request that it is (`httpRequestTests`).
#[derive(Clone, Debug)]
pub struct RequestTest {
    /// What every test has.
    pub test: ProtocolTest,
    /// `POST`.
    pub method: String,
    /// The path as it travels, without a query.
    pub uri: String,
    /// The host that the client is told to call.
    pub host: Option<String>,
    /// The host that it then calls.
    pub resolved_host: Option<String>,
    /// Parameters of the query as they travel, `name=value`: these must be there.
    pub query: Vec<String>,
    /// Names of parameters of the query that must not be there.
    pub forbidden_query: Vec<String>,
    /// Names of parameters of the query that must be there.
    pub required_query: Vec<String>,
    /// What travels besides.
    pub message: MessageTest,
}

/// An output or an error, and the answer that it is (`httpResponseTests`).
#[derive(Clone, Debug)]
pub struct ResponseTest {
    /// What every test has.
    pub test: ProtocolTest,
    /// The status.
    pub code: u16,
    /// What travels besides.
    pub message: MessageTest,
}

/// The part of a message that requests and answers have in common.
#[derive(Clone, Debug, Default)]
pub struct MessageTest {
    /// Headers with these values must be there.
    pub headers: IndexMap<String, String>,
    /// Names of headers that must not be there.
    pub forbidden_headers: Vec<String>,
    /// Names of headers that must be there.
    pub required_headers: Vec<String>,
    /// The body; `None` says nothing of it.
    pub body: Option<String>,
    /// How to compare the body.
    pub body_media_type: Option<String>,
    /// The members that travel, by name.
    pub params: IndexMap<String, Value>,
}

/// A request that a server must refuse, and how (`httpMalformedRequestTests`, one for each row of its
/// `testParameters`).
#[derive(Clone, Debug)]
pub struct MalformedRequestTest {
    /// What every test has; the id ends in `_case0`, `_case1` … where there are parameters.
    pub test: ProtocolTest,
    /// `POST`.
    pub method: String,
    /// The path as it travels, without a query.
    pub uri: String,
    /// Parameters of the query as they travel.
    pub query: Vec<String>,
    /// The request's headers.
    pub headers: IndexMap<String, String>,
    /// The request's body.
    pub body: Option<String>,
    /// The answer's status.
    pub code: u16,
    /// Headers that the answer must have.
    pub answer_headers: IndexMap<String, String>,
    /// What the answer's body must be.
    pub answer_body: Option<BodyAssertion>,
}

/// What the body of an answer must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyAssertion {
    /// This, compared as its media type wants it.
    Contents {
        /// `application/json`.
        media_type: String,
        /// The body.
        contents: String,
    },
    /// Something with a message that this pattern matches.
    Message {
        /// `application/json`.
        media_type: String,
        /// A regular expression.
        pattern: String,
    },
}

impl ProtocolTests {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.requests.is_empty() && self.responses.is_empty() && self.malformed.is_empty()
    }
}

impl ProtocolTest {
    /// Whether it is for this protocol and side.
    pub fn is_for(&self, protocol: Protocol, side: Side) -> bool {
        self.protocol == protocol && self.applies_to.is_none_or(|only| only == side)
    }
}
