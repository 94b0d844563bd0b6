//! Operations, and what HTTP has to know of them.

use super::{Pagination, ProtocolTests, ShapeId, Waiter};
use crate::source::Origin;

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its name: `PublishVersion`.
    pub name: String,
    /// The documentation, Markdown (which may hold HTML).
    pub documentation: Option<String>,
    /// Whether it is deprecated, and what the model says about that (may be empty).
    pub deprecated: Option<String>,
    /// Method and path; `None` where the protocol alone decides.
    pub http: Option<Http>,
    /// The structure that it takes, if it takes anything.
    pub input: Option<ShapeId>,
    /// What it answers when all went well: one with Smithy, one or several with OpenAPI.
    pub outputs: Vec<Response>,
    /// The errors that the model knows, those of the service included. With OpenAPI, every response
    /// that is not a success.
    pub errors: Vec<Response>,
    /// Whether it changes nothing.
    pub readonly: bool,
    /// Whether doing it twice is like doing it once.
    pub idempotent: bool,
    /// What is put before the host name, with `{labels}`: `{AccountId}.data-`.
    pub host_prefix: Option<String>,
    /// The ways to prove who calls, in order of preference; `None` is the service's.
    pub auth: Option<Vec<String>>,
    /// Whether calling without any proof is allowed.
    pub optional_auth: bool,
    /// Whether the body is left out of the signature (`aws.auth#unsignedPayload`).
    pub unsigned_payload: bool,
    /// Which digest of the body the request must carry.
    pub checksum: Option<Checksum>,
    /// The member of the input that chooses the algorithm of `x-amz-checksum-…`
    /// (`aws.protocols#httpChecksum`): where it is set, the request carries one even if none is required.
    pub checksum_algorithm: Option<String>,
    /// The content encodings that the request's body may have (`@requestCompression`).
    pub request_compression: Vec<String>,
    /// If its input or output is a stream of events, the member that is.
    pub event_stream: Option<String>,
    /// What must be on the wire for given values.
    pub tests: ProtocolTests,
    /// How its pages follow each other, if it answers a page at a time.
    pub pagination: Option<Pagination>,
    /// What a program can wait for by calling it.
    pub waiters: Vec<Waiter>,
    /// Where it was written.
    pub origin: Origin,
}

impl Operation {
    /// The shapes that it names itself.
    pub fn shapes(&self) -> impl Iterator<Item = &ShapeId> {
        let responses = self.outputs.iter().chain(&self.errors);
        self.input.iter().chain(responses.filter_map(|response| response.shape.as_ref()))
    }
}

/// Which digest of the body a request must carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Checksum {
    /// `Content-MD5` (`@httpChecksumRequired`).
    Md5,
    /// `x-amz-checksum-…` (`aws.protocols#httpChecksum`), by the algorithm that the input chooses, or CRC-32.
    Amz,
}

/// One answer of an operation.
#[derive(Clone, Debug)]
pub struct Response {
    /// When it is this one.
    pub status: ResponseStatus,
    /// The structure that travels in it, if anything does.
    pub shape: Option<ShapeId>,
    /// What it means, where the model says it for the answer rather than for the shape.
    pub documentation: Option<String>,
    /// Where it was written.
    pub origin: Origin,
}

/// The statuses that an answer is given with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ResponseStatus {
    /// This one.
    Code(u16),
    /// All of a hundred: `4` is 400 to 499 (OpenAPI's `4XX`).
    Class(u8),
    /// All that no other answer has (OpenAPI's `default`).
    Default,
}

/// Method and path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Http {
    /// `POST`.
    pub method: String,
    /// `/2015-03-31/functions/{FunctionName}/versions`.
    pub uri: UriPattern,
}

/// The path of an operation, and the query literals that tell it from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UriPattern {
    /// Between the slashes; `/` has none, `/a/` has `a` and an empty literal.
    pub segments: Vec<Segment>,
    /// `?find=LayerVersion`: name, and value if one is given.
    pub query: Vec<(String, Option<String>)>,
}

/// One segment of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Itself.
    Literal(String),
    /// One segment: `{FunctionName}`.
    Label(String),
    /// One or more segments: `{Key+}`.
    GreedyLabel(String),
    /// Literal and labels in one segment (OpenAPI): `{name}.json`.
    Mixed(Vec<Segment>),
}

/// A way to prove who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthScheme {
    /// What operations call it by: `aws.auth#sigv4`, or the name in the OpenAPI document.
    pub id: String,
    /// What it is.
    pub kind: AuthKind,
}

/// What an [`AuthScheme`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthKind {
    /// AWS Signature Version 4, under this signing name.
    SigV4 {
        /// `lambda`.
        name: String,
    },
    /// RFC 7617.
    HttpBasic,
    /// RFC 7616.
    HttpDigest,
    /// RFC 6750.
    HttpBearer,
    /// A key in a header.
    ApiKeyHeader {
        /// The header.
        name: String,
        /// What stands before the key, if anything: `ApiKey`.
        scheme: Option<String>,
    },
    /// A key in the query.
    ApiKeyQuery {
        /// The parameter.
        name: String,
    },
    /// Anything else; the caller provides it.
    Other,
}
