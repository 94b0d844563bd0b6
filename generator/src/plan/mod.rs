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

pub(crate) use build::{Build, build};
pub(crate) use documentation::is_invisible;
pub(crate) use paging::{Acceptor, AcceptorMatcher, Pagination, PathStep, Waiter};
pub(crate) use protocol_test::{
    Comparison, MessageText, OperationTests, Outcome, RequestPlan, ResponsePlan, Test, TestKind,
};
pub use protocol_test::{ProtocolTestKind, protocol_test_name};
pub(crate) use sample::{FieldSample, Sample, StructureSample};

use crate::wire::MessageBody;
use farrier_model::api::{Checksum, Value};

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

/// A type of its own.
#[derive(Debug)]
pub(crate) enum Type {
    Structure(Structure),
    Union(Union),
    Enum(Enum),
    IntEnum(IntEnum),
}

impl Type {
    /// Its name.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Structure(plan) => &plan.name,
            Self::Union(plan) => &plan.name,
            Self::Enum(plan) => &plan.name,
            Self::IntEnum(plan) => &plan.name,
        }
    }

    /// The module that holds it.
    pub(crate) fn module(&self) -> &str {
        match self {
            Self::Structure(plan) => &plan.module,
            Self::Union(plan) => &plan.module,
            Self::Enum(plan) => &plan.module,
            Self::IntEnum(plan) => &plan.module,
        }
    }
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RustType {
    Bool,
    I8,
    I16,
    I32,
    I64,
    F32,
    F64,
    String,
    BigInteger,
    BigDecimal,
    Blob,
    ByteStream,
    Timestamp,
    Document,
    /// A type of this crate.
    Named(String),
    List(Box<RustType>),
    Map(Box<RustType>, Box<RustType>),
    Option(Box<RustType>),
    Box(Box<RustType>),
}

/// A structure.
#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    /// The static that says what its members are.
    pub(crate) table: String,
    /// Whether unknown members are refused.
    pub(crate) closed: bool,
    pub(crate) fields: Vec<Field>,
    /// How its `Default` comes about.
    pub(crate) default: DefaultImpl,
    /// Whether it holds a stream, and so can be neither cloned nor compared.
    pub(crate) stream: bool,
    /// Whether `Debug` must leave something out.
    pub(crate) redacted: bool,
    /// Whether it has `new`.
    pub(crate) constructor: bool,
    /// Whether it has setters.
    pub(crate) setters: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
    /// Whether a client must be able to make one up.
    pub(crate) correct: bool,
    /// How it travels as a message of its own, if it does and has more than a plain body.
    pub(crate) message: Option<MessagePlan>,
    /// Whether it travels as an answer.
    pub(crate) answer: bool,
    /// Whether it is an error.
    pub(crate) error: Option<ErrorPlan>,
    /// Whether serde can derive for it.
    pub(crate) serde: bool,
}

/// How a structure travels as an HTTP message.
#[derive(Clone, Debug)]
pub(crate) struct MessagePlan {
    pub(crate) body: MessageBody,
}

/// What an error structure needs besides.
#[derive(Clone, Debug)]
pub(crate) struct ErrorPlan {
    /// What the wire calls it: `ResourceNotFoundException`.
    pub(crate) code: String,
    /// The field that holds the text for people: name, and whether it is optional.
    pub(crate) message: Option<(String, bool)>,
}

/// How a `Default` comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DefaultImpl {
    None,
    Derive,
    /// Through `new()`.
    New,
}

/// One field.
#[derive(Debug)]
pub(crate) struct Field {
    /// The identifier: `function_name`.
    pub(crate) name: String,
    /// The variable that holds it while it is read: its name, unless a function needs that itself.
    pub(crate) local: String,
    /// The setter: `with_function_name`.
    pub(crate) setter: String,
    pub(crate) docs: Vec<String>,
    /// The type without the `Option` of an optional member.
    pub(crate) ty: RustType,
    pub(crate) presence: Presence,
    pub(crate) location: Location,
    pub(crate) member: Member,
    pub(crate) redacted: bool,
    pub(crate) deprecated: Option<String>,
    /// Whether a client fills it with a token.
    pub(crate) token: bool,
}

impl Field {
    /// The field's type as it is declared.
    pub(crate) fn declared(&self) -> RustType {
        match self.presence {
            Presence::Optional | Presence::Nullable => RustType::Option(Box::new(self.ty.clone())),
            Presence::Required | Presence::Default(_) => self.ty.clone(),
        }
    }
}

/// Whether a field can be absent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Presence {
    /// It is always there.
    Required,
    /// It may be absent.
    Optional,
    /// It is always sent, but may be null.
    Nullable,
    /// It is always there; where the wire has none, this is it.
    Default(Literal),
}

/// A value that can be printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    /// What `Default` of the type gives.
    TypeDefault,
    Bool(bool),
    Integer(i128),
    Float(f64),
    /// A float that has no digits: the constant of its type.
    NotFinite(RustType, &'static str),
    String(String),
    Blob(Vec<u8>),
    /// Seconds and nanoseconds since 1970.
    Timestamp(i64, u32),
    /// The type and the variant.
    Variant(String, String),
    Document(Value),
    /// A big number's text, and the type.
    Big(RustType, String),
    /// A boxed value.
    Boxed(Box<Literal>),
}

/// Where a field travels in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Body,
    Label,
    Query(String),
    QueryParams,
    Header(String),
    PrefixHeaders(String),
    Payload,
    ResponseCode,
}

/// An entry of a table of members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Member {
    /// The model's name.
    pub(crate) name: String,
    pub(crate) json: Option<String>,
    pub(crate) also: Option<String>,
    /// The variant of the runtime's `TimestampFormat`.
    pub(crate) timestamp: Option<&'static str>,
    pub(crate) media_type: bool,
    pub(crate) sensitive: bool,
    pub(crate) keys: Option<Box<Member>>,
    pub(crate) items: Option<Box<Member>>,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    pub(crate) constraints: Vec<Constraint>,
}

/// A constraint that a server holds a member against.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Constraint {
    Length { min: Option<u64>, max: Option<u64> },
    Min { bound: Bound, exclusive: bool },
    Max { bound: Bound, exclusive: bool },
    MultipleOf(Bound),
    Pattern(Pattern),
    Unique,
}

/// A number that a value is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Bound {
    Integer(i64),
    Float(f64),
}

/// A pattern, and how the runtime matches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// In linear time: the model's text, and what the regex engine gets.
    Linear { original: String, translated: String },
    /// By backtracking, on bounded input.
    Backtracking { original: String, translated: String },
}

/// A union.
#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    pub(crate) table: String,
    pub(crate) variants: Vec<UnionVariant>,
    /// Whether a variant nobody knows is kept.
    pub(crate) open: bool,
    pub(crate) redacted: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
    pub(crate) correct: bool,
}

/// One variant of a union.
#[derive(Debug)]
pub(crate) struct UnionVariant {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    /// `None` if it holds nothing.
    pub(crate) ty: Option<RustType>,
    pub(crate) member: Member,
    pub(crate) redacted: bool,
}

/// An enum of strings.
#[derive(Debug)]
pub(crate) struct Enum {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    pub(crate) variants: Vec<EnumVariant<String>>,
    /// Whether values nobody knows are kept.
    pub(crate) open: bool,
    pub(crate) correct: bool,
    /// What error messages list.
    pub(crate) shown: Vec<String>,
    /// Whether it is the key of a map.
    pub(crate) key: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
}

/// An enum of integers.
#[derive(Debug)]
pub(crate) struct IntEnum {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    pub(crate) variants: Vec<EnumVariant<i32>>,
    pub(crate) open: bool,
    pub(crate) correct: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
}

/// One variant of an enum.
#[derive(Debug)]
pub(crate) struct EnumVariant<T> {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) value: T,
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
