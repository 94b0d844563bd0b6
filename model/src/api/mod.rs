//! What an API is, whichever language its model was written in.
//!
//! An [`Api`] holds facts only: what the model says, in the model's own names. It holds no Rust
//! identifier and decides nothing about Rust; that is the generator's business.

mod constraint;
mod instant;
mod operation;
mod paging;
mod protocol_test;
mod shape;
mod value;

pub use constraint::{Constraints, Length, Range};
pub use instant::{date, date_time, http_date};
pub use operation::{
    AuthKind, AuthScheme, Checksum, Http, Operation, Response, ResponseStatus, Segment, UriPattern,
};
pub use paging::{
    Acceptor, AcceptorState, Matcher, MemberPath, Pagination, Path, PathComparator, PathMatcher,
    Waiter,
};
pub use protocol_test::{
    BodyAssertion, MalformedRequestTest, MessageTest, ProtocolTest, ProtocolTests, RequestTest,
    ResponseTest, Side,
};
pub use shape::{
    Body, EnumShape, EnumValue, ErrorFault, HttpLocation, ListShape, MapShape, Member, Retryable,
    Shape, ShapeId, ShapeKind, Simple, StructureShape, Target, TimestampFormat, UnionShape, Xml,
};
pub use value::{Number, Value};

use crate::source::Origin;
use indexmap::IndexMap;

/// One service: its operations, and every shape that they reach.
#[derive(Clone, Debug)]
pub struct Api {
    /// The service: `com.amazonaws.lambda#AWSGirApiService`; for OpenAPI the title's words.
    pub id: ShapeId,
    /// The service's version as its author writes it: `2015-03-31`.
    pub version: String,
    /// The name for people: `AWS Lambda`.
    pub title: Option<String>,
    /// The documentation, Markdown (which may hold HTML).
    pub documentation: Option<String>,
    /// How values travel, in the order in which the model names them; never empty.
    pub protocols: Vec<Protocol>,
    /// The ways to prove who calls, in order of preference.
    pub auth: Vec<AuthScheme>,
    /// What AWS services say of themselves.
    pub aws: Option<AwsService>,
    /// Base URLs, most preferred first (OpenAPI's `servers`, with variables at their defaults).
    pub servers: Vec<String>,
    /// The operations, those of resources included, in model order, by name (`PublishVersion`).
    pub operations: IndexMap<String, Operation>,
    /// Every shape that the operations reach, in model order; never a simple one, which has no life
    /// of its own here: its traits are folded into the members that target it.
    pub shapes: IndexMap<ShapeId, Shape>,
    /// Where the service was written.
    pub origin: Origin,
}

/// How values travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// `aws.protocols#restJson1`.
    RestJson1,
    /// `aws.protocols#restXml`.
    RestXml,
    /// `aws.protocols#awsJson1_0`.
    AwsJson1_0,
    /// `aws.protocols#awsJson1_1`.
    AwsJson1_1,
    /// `aws.protocols#awsQuery`.
    AwsQuery,
    /// `aws.protocols#ec2Query`.
    Ec2Query,
    /// `smithy.protocols#rpcv2Cbor`.
    RpcV2Cbor,
    /// Plain HTTP with JSON bodies, as OpenAPI describes it.
    HttpJson,
}

/// What the traits `aws.api#service` and `aws.auth#sigv4` say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsService {
    /// `Lambda`: what SDKs call the service.
    pub sdk_id: String,
    /// `lambda`: the first label of the default host name.
    pub endpoint_prefix: String,
}

impl Api {
    /// The shape with this id.
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// The structure with this id, if it is one.
    pub fn structure(&self, id: &ShapeId) -> Option<&StructureShape> {
        match &self.shapes.get(id)?.kind {
            ShapeKind::Structure(structure) => Some(structure),
            _ => None,
        }
    }

    /// Leaves out every operation that `keep` refuses, and every shape that none of the others reaches.
    pub fn retain_operations(&mut self, mut keep: impl FnMut(&Operation) -> bool) {
        self.operations.retain(|_, operation| keep(operation));
        let mut reached = std::collections::HashSet::new();
        let mut waiting: Vec<ShapeId> =
            self.operations.values().flat_map(Operation::shapes).cloned().collect();
        while let Some(id) = waiting.pop() {
            if !reached.insert(id.clone()) {
                continue;
            }
            let Some(shape) = self.shapes.get(&id) else { continue };
            waiting.extend(shape.members().filter_map(|member| member.target.shape()).cloned());
        }
        self.shapes.retain(|id, _| reached.contains(id));
    }
}
