//! Operations as methods.

use super::{
    Auth, Content, ErrorEnum, ErrorKey, ErrorVariant, Operation, Output, OutputCase, PathPart,
    Role, RouteSegment, Status, Structure, Travel, documentation,
    shape::{Place, Planner},
};
use crate::{
    name::{self, Scope},
    protocol::{ErrorDiscriminator, Protocol},
    wire::{Answer, Direction, Exchange, MessageBody},
};
use farrier_model::api::{
    Api, AuthKind, AuthScheme, Body, ResponseStatus, Retryable, Segment, ShapeId, Simple,
    StructureShape, Target,
};

/// The names that an operation brings into the crate.
pub(crate) struct Names {
    pub(crate) module: String,
    pub(crate) method: String,
    pub(crate) input: String,
    pub(crate) output: String,
    pub(crate) error: String,
}

/// An input that has no members, for operations without input.
pub(crate) struct NoInput {
    pub(crate) id: ShapeId,
    pub(crate) structure: StructureShape,
}

impl<'a> Planner<'a> {
    /// The operation that `exchange` carries.
    pub(crate) fn operation(
        &mut self,
        exchange: &Exchange<'a>,
        protocol: &dyn Protocol,
        names: Names,
        no_input: &'a NoInput,
    ) -> Operation {
        let operation = exchange.operation;
        let (input_id, input_shape) =
            exchange.request.shape.unwrap_or((&no_input.id, &no_input.structure));
        let link = match self.role {
            Role::Client => {
                format!("[`{}`](crate::Client::{})", name::unraw(&names.method), names.method)
            }
            Role::Server => documentation::code(&operation.name),
        };
        let input_docs = vec![format!("What {link} takes.")];
        let mut input = self.structure(
            input_id,
            input_shape,
            Place::Input,
            names.input.clone(),
            names.module.clone(),
            input_docs,
        );
        input.table = "INPUT".to_owned();
        let output = self.output(exchange, &names, &link);
        let error = self.errors(exchange, protocol, &names);
        let input_body = match (self.role, &exchange.request.body) {
            // Nothing need be sent for an input without members, but `{}` may be.
            (Role::Server, MessageBody::None)
                if exchange.request.shape.is_some() && input_shape.members.is_empty() =>
            {
                MessageBody::Members
            }
            (_, body) => body.clone(),
        };
        let label = |label: &str| input.fields.iter().position(|field| field.member.name == label);
        Operation {
            name: operation.name.clone(),
            docs: documentation::of(
                operation.documentation.as_deref(),
                // Who calls is warned by the compiler; who serves has no choice, and is told.
                operation.deprecated.as_deref().filter(|_| self.role == Role::Server),
                &format!("{}.", documentation::code(&operation.name)),
            ),
            deprecated: operation.deprecated.clone(),
            http_method: exchange.method.to_owned(),
            uri: uri_text(exchange),
            path: path(&exchange.uri.segments, &label),
            route: exchange.uri.segments.iter().map(route_segment).collect(),
            query: exchange.uri.query.clone(),
            host_prefix: operation
                .host_prefix
                .as_deref()
                .map(|prefix| host_prefix(prefix, &label))
                .unwrap_or_default(),
            no_input: exchange.request.shape.is_none(),
            passes_over_members: input.fields.is_empty() && input_body == MessageBody::Members,
            input_body,
            readonly: operation.readonly,
            idempotent: operation.idempotent
                || matches!(exchange.method, "PUT" | "DELETE" if protocol.errors() == ErrorDiscriminator::Status),
            auth: operation.auth.as_ref().map(|ids| auth(self.api, ids)),
            optional_auth: operation.optional_auth,
            unsigned_payload: operation.unsigned_payload,
            checksum: operation.checksum,
            checksum_algorithm: input.fields.iter().find_map(|field| match &field.location {
                super::Location::Header(name)
                    if operation.checksum_algorithm.as_ref() == Some(&field.member.name) =>
                {
                    Some(name.clone())
                }
                _ => None,
            }),
            requires_length: exchange.request.body.is_stream()
                && input_shape.members.values().any(|member| {
                    member.target == Target::Simple(Simple::Blob(Body::StreamingWithLength))
                }),
            gzip: exchange.request.body != MessageBody::None
                && operation.request_compression.iter().any(|encoding| encoding == "gzip"),
            binds_content_encoding: input.fields.iter().any(|field| {
                matches!(&field.location, super::Location::Header(name) if name.eq_ignore_ascii_case("content-encoding"))
            }),
            method: names.method,
            module: names.module,
            // An answer without members still is a document.
            output_body: match exchange.outputs.as_slice() {
                [answer] if answer.message.shape.is_none() => MessageBody::None,
                [answer] if answer.message.body == MessageBody::None => MessageBody::Members,
                [answer] => answer.message.body.clone(),
                answers => {
                    let carries = answers.iter().any(|answer| answer.message.shape.is_some());
                    if carries { MessageBody::Members } else { MessageBody::None }
                }
            },
            streaming_output: exchange.outputs.iter().any(|answer| answer.message.body.is_stream()),
            input,
            output,
            error,
            pagination: None,
            waiters: Vec::new(),
        }
    }

    fn output(&mut self, exchange: &Exchange<'a>, names: &Names, link: &str) -> Output {
        match exchange.outputs.as_slice() {
            [] => Output::Nothing(200),
            [answer] => {
                let docs = vec![format!("What {link} answers.")];
                match self.case(answer, &names.output, &names.module, docs) {
                    OutputCase {
                        status: Status::Code(code), content: Content::Nothing, ..
                    } => Output::Nothing(code),
                    case => Output::One(case),
                }
            }
            answers => {
                let mut scope = Scope::variants(false);
                let mut cases = Vec::new();
                for answer in answers {
                    let variant = name::variant_name(status_name(answer.status), &mut scope);
                    let type_name = format!("{}{variant}", names.output);
                    let docs = answer_docs(answer);
                    cases.push((variant, self.case(answer, &type_name, &names.module, docs)));
                }
                Output::Several {
                    name: names.output.clone(),
                    docs: vec![format!("What {link} answers, by the status of the answer.")],
                    cases,
                }
            }
        }
    }

    fn case(
        &mut self,
        answer: &Answer<'a>,
        type_name: &str,
        module: &str,
        docs: Vec<String>,
    ) -> OutputCase {
        let (content, travel) = match answer.message.shape {
            None => (Content::Nothing, Travel::Body),
            Some((id, structure)) => match self.names.get(id) {
                Some((name, _)) => (Content::Shared(name.clone()), travel(structure)),
                None => {
                    let plan = self.own(id, structure, type_name, module, docs.clone());
                    (Content::Own(Box::new(plan)), travel(structure))
                }
            },
        };
        OutputCase { status: status(answer.status), docs, content, travel }
    }

    fn own(
        &mut self,
        id: &'a ShapeId,
        structure: &'a StructureShape,
        type_name: &str,
        module: &str,
        docs: Vec<String>,
    ) -> Structure {
        let mut plan = self.structure(
            id,
            structure,
            Place::Elsewhere,
            type_name.to_owned(),
            module.to_owned(),
            docs,
        );
        let body = travel(structure) == Travel::Body;
        plan.encode = body && self.role == Role::Server;
        plan.decode = body && self.role == Role::Client;
        plan.answer = true;
        plan
    }

    fn errors(
        &mut self,
        exchange: &Exchange<'a>,
        protocol: &dyn Protocol,
        names: &Names,
    ) -> ErrorEnum {
        let mut scope = Scope::variants(false);
        let unmodelled =
            (self.role == Role::Server).then(|| name::variant_name("Unmodelled", &mut scope));
        let by_status = protocol.errors() == ErrorDiscriminator::Status;
        let mut variants = Vec::new();
        for answer in &exchange.errors {
            let shape = answer.message.shape;
            let model_name = match shape {
                Some((id, _)) if !by_status => id.name.as_str(),
                _ => status_name(answer.status),
            };
            let variant = name::variant_name(model_name, &mut scope);
            let (content, travel) = match shape {
                None => (Content::Nothing, Travel::Body),
                Some((id, structure)) => match self.names.get(id) {
                    Some((name, _)) => (Content::Shared(name.clone()), travel(structure)),
                    None => (Content::Nothing, Travel::Body),
                },
            };
            let key = match shape {
                Some((id, _)) if !by_status => ErrorKey::Code(id.name.clone()),
                _ => ErrorKey::Status(status(answer.status)),
            };
            variants.push(ErrorVariant {
                name: variant,
                docs: answer_docs(answer),
                code: key,
                status: status(answer.status),
                content,
                travel,
                retryable: shape
                    .and_then(|(_, structure)| structure.retryable)
                    .map(|Retryable { throttling }| throttling),
            });
        }
        // A `match` on the status tries the exact ones first, whatever the model's order.
        if by_status {
            variants.sort_by_key(|variant| match variant.status {
                Status::Code(_) => 0,
                Status::Class(_) => 1,
                Status::Default => 2,
            });
        }
        ErrorEnum { name: names.error.clone(), variants, unmodelled }
    }
}

/// What the model's schemes with these ids are, as far as the runtime knows them.
pub(crate) fn auth(api: &Api, ids: &[String]) -> Vec<Auth> {
    ids.iter()
        .filter_map(|id| api.auth.iter().find(|scheme| scheme.id == *id))
        .filter_map(auth_kind)
        .collect()
}

/// What one scheme is, as far as the runtime knows it.
pub(crate) fn auth_kind(scheme: &AuthScheme) -> Option<Auth> {
    Some(match &scheme.kind {
        AuthKind::SigV4 { .. } => Auth::SigV4,
        AuthKind::HttpBasic => Auth::Basic,
        AuthKind::HttpBearer => Auth::Bearer,
        AuthKind::ApiKeyHeader { name, scheme } => {
            Auth::ApiKeyHeader { name: name.clone(), scheme: scheme.clone() }
        }
        AuthKind::ApiKeyQuery { name } => Auth::ApiKeyQuery { name: name.clone() },
        AuthKind::HttpDigest | AuthKind::Other => return None,
    })
}

/// How `structure` travels as an answer.
pub(crate) fn travel(structure: &StructureShape) -> Travel {
    if Direction::Response.is_all_body(structure) { Travel::Body } else { Travel::Message }
}

pub(crate) fn status(status: ResponseStatus) -> Status {
    match status {
        ResponseStatus::Code(code) => Status::Code(code),
        ResponseStatus::Class(class) => Status::Class(class),
        ResponseStatus::Default => Status::Default,
    }
}

fn answer_docs(answer: &Answer<'_>) -> Vec<String> {
    let status = match answer.status {
        ResponseStatus::Code(code) => format!("Status {code}."),
        ResponseStatus::Class(class) => format!("Statuses {class}00 to {class}99."),
        ResponseStatus::Default => "Any other status.".to_owned(),
    };
    match answer.response.documentation.as_deref() {
        Some(text) => {
            let mut lines = documentation::of(Some(text), None, &status);
            if lines.first() != Some(&status) {
                lines.push(String::new());
                lines.push(status);
            }
            lines
        }
        None => vec![status],
    }
}

/// The words for a status, as RFC 9110 has them.
fn status_name(status: ResponseStatus) -> &'static str {
    match status {
        ResponseStatus::Code(code) => match code {
            200 => "Ok",
            201 => "Created",
            202 => "Accepted",
            203 => "NonAuthoritativeInformation",
            204 => "NoContent",
            205 => "ResetContent",
            206 => "PartialContent",
            207 => "MultiStatus",
            208 => "AlreadyReported",
            226 => "ImUsed",
            300 => "MultipleChoices",
            301 => "MovedPermanently",
            302 => "Found",
            303 => "SeeOther",
            304 => "NotModified",
            307 => "TemporaryRedirect",
            308 => "PermanentRedirect",
            400 => "BadRequest",
            401 => "Unauthorized",
            402 => "PaymentRequired",
            403 => "Forbidden",
            404 => "NotFound",
            405 => "MethodNotAllowed",
            406 => "NotAcceptable",
            407 => "ProxyAuthenticationRequired",
            408 => "RequestTimeout",
            409 => "Conflict",
            410 => "Gone",
            411 => "LengthRequired",
            412 => "PreconditionFailed",
            413 => "ContentTooLarge",
            414 => "UriTooLong",
            415 => "UnsupportedMediaType",
            416 => "RangeNotSatisfiable",
            417 => "ExpectationFailed",
            418 => "ImATeapot",
            421 => "MisdirectedRequest",
            422 => "UnprocessableContent",
            423 => "Locked",
            424 => "FailedDependency",
            425 => "TooEarly",
            426 => "UpgradeRequired",
            428 => "PreconditionRequired",
            429 => "TooManyRequests",
            431 => "RequestHeaderFieldsTooLarge",
            451 => "UnavailableForLegalReasons",
            500 => "InternalServerError",
            501 => "NotImplemented",
            502 => "BadGateway",
            503 => "ServiceUnavailable",
            504 => "GatewayTimeout",
            505 => "HttpVersionNotSupported",
            507 => "InsufficientStorage",
            508 => "LoopDetected",
            511 => "NetworkAuthenticationRequired",
            _ => "Status",
        },
        ResponseStatus::Class(class) => match class {
            2 => "Success",
            3 => "Redirection",
            4 => "ClientError",
            5 => "ServerError",
            _ => "Informational",
        },
        ResponseStatus::Default => "Default",
    }
}

fn uri_text(exchange: &Exchange<'_>) -> String {
    let mut text = String::new();
    for segment in &exchange.uri.segments {
        text.push('/');
        segment_text(segment, &mut text);
    }
    if text.is_empty() {
        text.push('/');
    }
    for (index, (name, value)) in exchange.uri.query.iter().enumerate() {
        text.push(if index == 0 { '?' } else { '&' });
        text.push_str(name);
        if let Some(value) = value {
            text.push('=');
            text.push_str(value);
        }
    }
    text
}

fn segment_text(segment: &Segment, text: &mut String) {
    match segment {
        Segment::Literal(literal) => text.push_str(literal),
        Segment::Label(label) => text.extend(["{", label, "}"]),
        Segment::GreedyLabel(label) => text.extend(["{", label, "+}"]),
        Segment::Mixed(parts) => parts.iter().for_each(|part| segment_text(part, text)),
    }
}

fn path(segments: &[Segment], label: &dyn Fn(&str) -> Option<usize>) -> Vec<PathPart> {
    let mut parts = Vec::new();
    for segment in segments {
        push_literal(&mut parts, "/");
        push_segment(&mut parts, segment, label);
    }
    if parts.is_empty() {
        push_literal(&mut parts, "/");
    }
    parts
}

fn push_segment(
    parts: &mut Vec<PathPart>,
    segment: &Segment,
    label: &dyn Fn(&str) -> Option<usize>,
) {
    match segment {
        Segment::Literal(literal) => push_literal(parts, literal),
        Segment::Label(name) => parts.extend(label(name).map(PathPart::Label)),
        Segment::GreedyLabel(name) => parts.extend(label(name).map(PathPart::GreedyLabel)),
        Segment::Mixed(inner) => inner.iter().for_each(|part| push_segment(parts, part, label)),
    }
}

fn push_literal(parts: &mut Vec<PathPart>, literal: &str) {
    match parts.last_mut() {
        Some(PathPart::Literal(text)) => text.push_str(literal),
        _ => parts.push(PathPart::Literal(literal.to_owned())),
    }
}

fn route_segment(segment: &Segment) -> RouteSegment {
    match segment {
        Segment::Literal(literal) => RouteSegment::Literal(literal.clone()),
        Segment::Label(label) => RouteSegment::Label(label.clone()),
        Segment::GreedyLabel(label) => RouteSegment::Greedy(label.clone()),
        Segment::Mixed(parts) => RouteSegment::Mixed(parts.iter().map(route_segment).collect()),
    }
}

/// `{AccountId}.data-` in its parts.
fn host_prefix(prefix: &str, label: &dyn Fn(&str) -> Option<usize>) -> Vec<PathPart> {
    let mut parts = Vec::new();
    let mut rest = prefix;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            push_literal(&mut parts, before);
        }
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        parts.extend(label(name).map(PathPart::Label));
        rest = behind;
    }
    if !rest.is_empty() {
        push_literal(&mut parts, rest);
    }
    parts
}
