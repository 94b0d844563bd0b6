//! A crate with every name, type, file and doc decided, before a token is printed.

mod build;
mod constraint;
mod direction;
mod documentation;
mod literal;
mod operation;
mod paging;
mod protocol_test;
pub(crate) mod query;
mod recursion;
mod sample;
mod shape;
mod table;
mod test_message;
mod types;

pub(crate) use build::{Build, build};
pub(crate) use documentation::is_invisible;
pub(crate) use paging::{Acceptor, AcceptorMatcher, Pagination, PathStep, Waiter};
pub(crate) use protocol_test::{
    Comparison, MessagePattern, MessageText, OperationTests, Outcome, RequestPlan, ResponsePlan,
    Test, TestKind,
};
pub use protocol_test::{ProtocolTestKind, protocol_test_name};
pub(crate) use sample::{FieldSample, Sample, StructureSample};
pub(crate) use types::{
    Bound, Constraint, DefaultImpl, Enum, EnumVariant, ErrorPlan, Field, IntEnum, Literal,
    Location, Member, MessagePlan, Pattern, Presence, RustType, Structure, Type, Union,
    UnionVariant,
};

use crate::wire::MessageBody;
use farrier_model::api::Checksum;

/// Which of the two crates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The one that calls.
    Client,
    /// The one that answers.
    Server,
}

/// One crate.
#[derive(Debug)]
pub(crate) struct Crate {
    pub(crate) role: Role,
    /// The package's name: `lambda-client`.
    pub(crate) package: String,
    /// What `use` says: `lambda_client`.
    pub(crate) library: String,
    pub(crate) service: Service,
    pub(crate) operations: Vec<Operation>,
    /// Types that more than one operation uses, or that stand in others.
    pub(crate) types: Vec<Type>,
    /// Operations that cannot be generated yet, each with the reason.
    pub(crate) left_out: Vec<(String, String)>,
    /// How deep the compiler must be allowed to look into types, if deeper than it does by itself.
    pub(crate) recursion_limit: Option<usize>,
    /// Whether a pattern needs look-around.
    pub(crate) look_around: bool,
    /// Whether it sends streams, which may come from files.
    pub(crate) sends_streams: bool,
    /// Whether a request's body may be in gzip.
    pub(crate) gzip: bool,
    /// Whether a field has a name that Clippy takes for a placeholder.
    pub(crate) placeholder_names: bool,
    /// The model's protocol tests, as far as they are wanted.
    pub(crate) tests: Vec<OperationTests>,
}

/// The service, as both crates see it.
#[derive(Debug)]
pub(crate) struct Service {
    /// The name in the model: `Lambda`.
    pub(crate) name: String,
    /// The server's trait: `Lambda`.
    pub(crate) type_name: String,
    /// What to call it in a sentence of the documentation: `AWS Lambda`.
    pub(crate) title: String,
    /// The same where Markdown means nothing.
    pub(crate) plain_title: String,
    /// `2015-03-31`.
    pub(crate) version: String,
    /// What the model says of it; nothing if it says nothing.
    pub(crate) docs: Vec<String>,
    /// The name of the protocol in the field.
    pub(crate) protocol: &'static str,
    /// The static of the runtime that speaks it.
    pub(crate) protocol_static: &'static str,
    /// What signs requests to AWS services.
    pub(crate) sigv4: Option<String>,
    pub(crate) endpoint_prefix: Option<String>,
    /// The base URL where the model fixes one.
    pub(crate) endpoint: Option<String>,
    /// The ways to prove who calls.
    pub(crate) auth: Vec<Auth>,
}

/// A way to prove who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Auth {
    SigV4,
    Basic,
    Bearer,
    ApiKeyHeader { name: String, scheme: Option<String> },
    ApiKeyQuery { name: String },
}

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The name in the model.
    pub(crate) name: String,
    /// The method's name: `publish_version`.
    pub(crate) method: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: Option<String>,
    /// `POST`.
    pub(crate) http_method: String,
    /// The path as the model writes it.
    pub(crate) uri: String,
    pub(crate) path: Vec<PathPart>,
    pub(crate) route: Vec<RouteSegment>,
    pub(crate) query: Vec<(String, Option<String>)>,
    /// What it takes.
    pub(crate) input: Structure,
    /// Whether the model has no input at all: the method then takes none.
    pub(crate) no_input: bool,
    pub(crate) input_body: MessageBody,
    /// Whether a body's members are passed over: the input has none (servers).
    pub(crate) passes_over_members: bool,
    /// The body of its one answer.
    pub(crate) output_body: MessageBody,
    /// Whether a body that it answers is a stream.
    pub(crate) streaming_output: bool,
    pub(crate) output: Output,
    pub(crate) error: ErrorEnum,
    pub(crate) readonly: bool,
    pub(crate) idempotent: bool,
    /// Where it differs from the service's.
    pub(crate) auth: Option<Vec<Auth>>,
    pub(crate) optional_auth: bool,
    pub(crate) unsigned_payload: bool,
    /// Which checksum of its body a request must carry.
    pub(crate) checksum: Option<Checksum>,
    /// The header that chooses the algorithm of that checksum, or asks for one.
    pub(crate) checksum_algorithm: Option<String>,
    pub(crate) host_prefix: Vec<PathPart>,
    /// Whether a streamed request must say how long it is.
    pub(crate) requires_length: bool,
    /// Whether the request's body may be in gzip.
    pub(crate) gzip: bool,
    /// Whether `Content-Encoding` is a member of the input.
    pub(crate) binds_content_encoding: bool,
    /// How its pages follow each other (clients).
    pub(crate) pagination: Option<Pagination>,
    /// What can be waited for (clients).
    pub(crate) waiters: Vec<Waiter>,
}

/// A part of a path (or host prefix), as a client writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PathPart {
    Literal(String),
    /// The input's field of this index.
    Label(usize),
    GreedyLabel(usize),
}

/// A segment of a path, as a server reads it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum RouteSegment {
    Literal(String),
    Label(String),
    Greedy(String),
    /// Literals and labels in one segment.
    Mixed(Vec<RouteSegment>),
}

/// What an operation answers when all went well.
#[derive(Debug)]
pub(crate) enum Output {
    /// Nothing, with this status.
    Nothing(u16),
    /// One type.
    One(OutputCase),
    /// A type that has a variant for each status.
    Several { name: String, docs: Vec<String>, cases: Vec<(String, OutputCase)> },
}

/// One answer.
#[derive(Debug)]
pub(crate) struct OutputCase {
    pub(crate) status: Status,
    pub(crate) docs: Vec<String>,
    pub(crate) content: Content,
    pub(crate) travel: Travel,
}

/// The statuses that an answer is given with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Code(u16),
    Class(u8),
    Default,
}

/// What an answer carries.
#[derive(Debug)]
pub(crate) enum Content {
    /// Nothing.
    Nothing,
    /// A structure in the operation's own file.
    Own(Box<Structure>),
    /// A structure of the module `types`.
    Shared(String),
}

/// How a structure is read from, or written to, a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Travel {
    /// The whole body is the document.
    Body,
    /// Through the message's parts.
    Message,
}

/// The errors of an operation.
#[derive(Debug)]
pub(crate) struct ErrorEnum {
    pub(crate) name: String,
    pub(crate) variants: Vec<ErrorVariant>,
    /// Whether a variant for anything else exists (servers).
    pub(crate) unmodelled: Option<String>,
}

/// One error of an operation.
#[derive(Debug)]
pub(crate) struct ErrorVariant {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    /// What tells it apart.
    pub(crate) code: ErrorKey,
    pub(crate) status: Status,
    pub(crate) content: Content,
    pub(crate) travel: Travel,
    /// Whether a caller may try again; `Some(true)` if the service is overloaded.
    pub(crate) retryable: Option<bool>,
}

/// What tells an error apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ErrorKey {
    Code(String),
    Status(Status),
}
