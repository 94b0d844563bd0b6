//! What generated code says about a service and its operations, in statics.

use super::Node;
use crate::protocol::Protocol;

/// A service: its name, how it travels, and its operations.
#[derive(Debug)]
pub struct ServiceMetadata {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) protocol: &'static dyn Protocol,
    pub(crate) operations: &'static [&'static OperationMetadata],
    pub(crate) routes: &'static Node,
}

static NOWHERE: Node = Node::new();

impl ServiceMetadata {
    /// A service without operations.
    pub const fn new(
        name: &'static str,
        version: &'static str,
        protocol: &'static dyn Protocol,
    ) -> Self {
        Self { name, version, protocol, operations: &[], routes: &NOWHERE }
    }

    /// The operations, numbered by their place in this list.
    #[must_use]
    pub const fn operations(self, operations: &'static [&'static OperationMetadata]) -> Self {
        Self { operations, ..self }
    }

    /// How requests find them.
    #[must_use]
    pub const fn routes(self, routes: &'static Node) -> Self {
        Self { routes, ..self }
    }

    /// The service's name in the model.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The service's version in the model.
    pub fn version(&self) -> &'static str {
        self.version
    }

    /// The names of the operations, by number.
    pub fn operation_names(&self) -> impl Iterator<Item = &'static str> {
        self.operations.iter().map(|operation| operation.name)
    }
}

/// An operation: its name, its status and what its bodies are.
#[derive(Debug)]
pub struct OperationMetadata {
    pub(crate) name: &'static str,
    pub(crate) status: u16,
    pub(crate) input: InputBody,
    pub(crate) input_media_type: Option<&'static str>,
    pub(crate) output: OutputBody,
    pub(crate) output_media_type: Option<&'static str>,
    pub(crate) requires_length: bool,
    pub(crate) body_limit: Option<u64>,
    pub(crate) gzip: bool,
    pub(crate) binds_content_encoding: bool,
}

impl OperationMetadata {
    /// An operation without bodies that answers 200.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            status: 200,
            input: InputBody::None,
            input_media_type: None,
            output: OutputBody::None,
            output_media_type: None,
            requires_length: false,
            body_limit: None,
            gzip: false,
            binds_content_encoding: false,
        }
    }

    /// The status of a success.
    #[must_use]
    pub const fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// What the request's body is.
    #[must_use]
    pub const fn input(self, input: InputBody) -> Self {
        Self { input, ..self }
    }

    /// The only media type that the request's body may have, where it is not the usual one.
    #[must_use]
    pub const fn input_media_type(self, media_type: &'static str) -> Self {
        Self { input_media_type: Some(media_type), ..self }
    }

    /// What the body of a success is.
    #[must_use]
    pub const fn output(self, output: OutputBody) -> Self {
        Self { output, ..self }
    }

    /// The media type of a success, where it is not the usual one.
    #[must_use]
    pub const fn output_media_type(self, media_type: &'static str) -> Self {
        Self { output_media_type: Some(media_type), ..self }
    }

    /// The request must say how long its body is.
    #[must_use]
    pub const fn requires_length(self) -> Self {
        Self { requires_length: true, ..self }
    }

    /// How many bytes the request's body may have, unless the service is told otherwise.
    #[must_use]
    pub const fn body_limit(self, bytes: u64) -> Self {
        Self { body_limit: Some(bytes), ..self }
    }

    /// Bodies may come in gzip.
    #[cfg(feature = "gzip")]
    #[must_use]
    pub const fn gzip(self) -> Self {
        Self { gzip: true, ..self }
    }

    /// `Content-Encoding` is a member of the input: what encodings it names is the handler's business.
    #[must_use]
    pub const fn binds_content_encoding(self) -> Self {
        Self { binds_content_encoding: true, ..self }
    }

    /// The media type that a body must have; nothing where any will do.
    pub(crate) fn required_media_type(&self, protocol: &dyn Protocol) -> Option<&'static str> {
        match (self.input_media_type, self.input) {
            (Some(media_type), _) => Some(media_type),
            (None, InputBody::Structure | InputBody::Payload) => Some(protocol.content_type()),
            (None, InputBody::Text) => Some(TEXT),
            (None, InputBody::Blob | InputBody::Stream | InputBody::None) => None,
        }
    }

    /// Whether the body is in the protocol's own media type.
    pub(crate) fn is_in_usual_form(&self) -> bool {
        self.input_media_type.is_none()
            && matches!(self.input, InputBody::Structure | InputBody::Payload)
    }

    /// The media type that `Accept` is held against; nothing where there is no body or its type is not known.
    pub(crate) fn negotiated_media_type(&self, protocol: &dyn Protocol) -> Option<&'static str> {
        match (self.output_media_type, self.output) {
            (_, OutputBody::None) => None,
            (Some(media_type), _) => Some(media_type),
            (None, OutputBody::Structure | OutputBody::Payload) => Some(protocol.content_type()),
            (None, OutputBody::Text) => Some(TEXT),
            (None, OutputBody::Blob | OutputBody::Stream) => None,
        }
    }
}

/// The media type of a text that the model says no more about.
pub(crate) const TEXT: &str = "text/plain";
/// The media type of bytes that the model says no more about.
pub(crate) const OCTETS: &str = "application/octet-stream";

/// What a request's body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputBody {
    /// There is none; one that comes without a `Content-Type` is passed over.
    None,
    /// The members of the input that are bound nowhere else.
    Structure,
    /// One member, as the protocol's codec writes it.
    Payload,
    /// One member, as plain text.
    Text,
    /// One member, byte by byte.
    Blob,
    /// One member, handed over before it has all arrived.
    Stream,
}

/// What the body of a success is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputBody {
    /// There is none.
    None,
    /// The members of the output that are bound nowhere else.
    Structure,
    /// One member, as the protocol's codec writes it.
    Payload,
    /// One member, as plain text.
    Text,
    /// One member, byte by byte.
    Blob,
    /// One member, sent as it comes.
    Stream,
}
