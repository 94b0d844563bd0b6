//! One operation on the wire: the protocol applied, nothing of Rust decided yet.

use farrier_model::api::{
    Api, Body, HttpLocation, Member, Operation, Response, ResponseStatus, ShapeId, ShapeKind,
    Simple, StructureShape, Target, UriPattern,
};

/// One operation as its protocol carries it.
#[derive(Debug)]
pub(crate) struct Exchange<'a> {
    /// The operation.
    pub(crate) operation: &'a Operation,
    /// `POST`.
    pub(crate) method: &'a str,
    /// The path and the query literals.
    pub(crate) uri: &'a UriPattern,
    /// What the request carries.
    pub(crate) request: Message<'a>,
    /// What a successful answer carries, by status.
    pub(crate) outputs: Vec<Answer<'a>>,
    /// What an error carries.
    pub(crate) errors: Vec<Answer<'a>>,
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    /// When it is this one.
    pub(crate) status: ResponseStatus,
    /// What the model says of it.
    pub(crate) response: &'a Response,
    /// What it carries.
    pub(crate) message: Message<'a>,
}

/// A structure that travels as an HTTP message.
#[derive(Debug)]
pub(crate) struct Message<'a> {
    /// The structure; `None` if nothing travels.
    pub(crate) shape: Option<(&'a ShapeId, &'a StructureShape)>,
    /// What its body is.
    pub(crate) body: MessageBody,
}

/// The body of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MessageBody {
    /// There is none.
    None,
    /// A document of the members that travel nowhere else.
    Members,
    /// One member, by its index.
    Payload(usize, Payload),
}

impl MessageBody {
    /// Whether it is a stream.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self, Self::Payload(_, Payload::Stream(_)))
    }
}

/// How a member travels that is the whole body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Payload {
    /// As the protocol writes documents; an empty one if there is none.
    Structure,
    /// As the protocol writes documents.
    Document,
    /// As its bytes, with this media type.
    Blob(Option<String>),
    /// As its text, with this media type.
    Text(Option<String>),
    /// As a stream of bytes, with this media type.
    Stream(Option<String>),
}

/// Which way a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Request,
    Response,
}

impl Direction {
    /// Where `member` travels in a message of this direction, unless that is the body: what the
    /// model says for the other direction does not count.
    pub(crate) fn location(self, member: &Member) -> Option<&HttpLocation> {
        member.http.as_ref().filter(|location| match location {
            HttpLocation::Label | HttpLocation::Query(_) | HttpLocation::QueryParams => {
                self == Self::Request
            }
            HttpLocation::ResponseCode => self == Self::Response,
            HttpLocation::Header(_) | HttpLocation::PrefixHeaders(_) | HttpLocation::Payload => {
                true
            }
        })
    }

    /// Whether all of `structure` travels in the body.
    pub(crate) fn is_all_body(self, structure: &StructureShape) -> bool {
        structure.members.values().all(|member| self.location(member).is_none())
    }
}

/// Why an operation has no exchange: one sentence that follows its name.
#[derive(Debug)]
pub(crate) struct NoExchange(pub(crate) String);

/// In what protocols differ that follow an operation's HTTP traits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RestRules {
    /// Whether a string or blob that is the whole body travels as it is even if the model gives it no
    /// media type; otherwise it then is a document.
    pub(crate) payloads_are_bare: bool,
    /// Whether a structure that is the whole body and has no value travels as an empty document.
    pub(crate) unset_structures_are_empty: bool,
}

/// A path of more segments is no path that anybody serves, and would nest the routing tree too deep.
const MAX_SEGMENTS: usize = 128;

/// The exchange of an operation whose HTTP traits say where everything goes.
pub(crate) fn rest<'a>(
    api: &'a Api,
    operation: &'a Operation,
    rules: &RestRules,
) -> Result<Exchange<'a>, NoExchange> {
    if let Some(member) = &operation.event_stream {
        return Err(NoExchange(format!(
            "is left out: event streams are not supported yet (member `{member}`)"
        )));
    }
    let Some(http) = &operation.http else {
        return Err(NoExchange("is left out: it has no method and path".to_owned()));
    };
    if http.uri.segments.len() > MAX_SEGMENTS {
        return Err(NoExchange(format!(
            "is left out: its path has more than {MAX_SEGMENTS} segments"
        )));
    }
    let answers = |responses: &'a [Response]| {
        responses
            .iter()
            .map(|response| Answer {
                status: response.status,
                response,
                message: message(api, response.shape.as_ref(), Direction::Response, rules),
            })
            .collect()
    };
    Ok(Exchange {
        operation,
        method: &http.method,
        uri: &http.uri,
        request: message(api, operation.input.as_ref(), Direction::Request, rules),
        outputs: answers(&operation.outputs),
        errors: answers(&operation.errors),
    })
}

fn message<'a>(
    api: &'a Api,
    id: Option<&'a ShapeId>,
    direction: Direction,
    rules: &RestRules,
) -> Message<'a> {
    let shape = id.and_then(|id| Some((id, api.structure(id)?)));
    let Some((_, structure)) = shape else {
        return Message { shape: None, body: MessageBody::None };
    };
    let payload = structure
        .members
        .values()
        .position(|member| member.http == Some(HttpLocation::Payload))
        .and_then(|index| Some((index, structure.members.get_index(index)?.1)));
    let body = match payload {
        Some((index, member)) => MessageBody::Payload(index, self::payload(api, member, rules)),
        None if structure.members.values().any(|member| direction.location(member).is_none()) => {
            MessageBody::Members
        }
        None => MessageBody::None,
    };
    Message { shape, body }
}

fn payload(api: &Api, member: &Member, rules: &RestRules) -> Payload {
    let media_type = member.media_type.clone();
    let bare = media_type.is_some() || rules.payloads_are_bare;
    match &member.target {
        Target::Simple(Simple::Blob(Body::Whole) | Simple::String) if !bare => Payload::Document,
        Target::Simple(Simple::Blob(Body::Whole)) => Payload::Blob(media_type),
        Target::Simple(Simple::Blob(_)) => Payload::Stream(media_type),
        Target::Simple(Simple::String) => Payload::Text(media_type),
        Target::Simple(_) => Payload::Document,
        Target::Shape(id) => match api.shape(id).map(|shape| &shape.kind) {
            Some(ShapeKind::Enum(_)) if bare => Payload::Text(media_type),
            Some(ShapeKind::Structure(_)) if rules.unset_structures_are_empty => Payload::Structure,
            _ => Payload::Document,
        },
    }
}
