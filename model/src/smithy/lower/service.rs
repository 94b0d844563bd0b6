//! The service: which one, its protocols, its ways to prove who calls.

use crate::{
    api::{AuthKind, AuthScheme, AwsService, Protocol, Value},
    diagnostic::Diagnostic,
    smithy::{
        document::Kind,
        model::{Model, Shape},
    },
    source::{Origin, SourceId},
    suggestion::closest,
};

/// The service that `wanted` names (by its whole id or its bare name), else the only one.
pub(super) fn choose<'m>(
    model: &'m Model,
    wanted: Option<&str>,
    first_file: Option<SourceId>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'m Shape> {
    let is_service =
        |shape: &&Shape| shape.kind == Kind::Service && !shape.traits.has("smithy.api#mixin");
    let services: Vec<&Shape> = model.shapes.values().filter(is_service).collect();
    let list = || {
        let ids: Vec<String> = services.iter().map(|shape| format!("`{}`", shape.id)).collect();
        ids.join(", ")
    };
    let file = first_file.map_or(Origin::BuiltIn, |file| Origin::span(file, 0, 0));
    let Some(wanted) = wanted else {
        return match services.as_slice() {
            [service] => Some(service),
            [] => {
                let message = "the model has no service, so there is nothing to generate";
                diagnostics.push(Diagnostic::invalid("no-service", file, message));
                None
            }
            [first, others @ ..] => {
                let message = format!("the model has several services: {}", list());
                let mut finding =
                    Diagnostic::invalid("several-services", first.origin.clone(), message)
                        .with_help("name the one that is meant");
                for other in others {
                    finding = finding.with_related(other.origin.clone(), "another one");
                }
                diagnostics.push(finding);
                None
            }
        };
    };
    let matching: Vec<&&Shape> = services
        .iter()
        .filter(|shape| shape.id.name == wanted || shape.id.to_string() == wanted)
        .collect();
    match matching.as_slice() {
        [service] => Some(service),
        [] => {
            let message = format!("the model has no service `{wanted}`");
            let ids: Vec<String> = services.iter().map(|shape| shape.id.to_string()).collect();
            let names = services.iter().map(|shape| shape.id.name.as_str());
            let close = closest(wanted, names.chain(ids.iter().map(String::as_str)));
            let help = match close {
                Some(close) => format!("did you mean `{close}`?"),
                None if services.is_empty() => "it has none at all".to_owned(),
                None => format!("it has {}", list()),
            };
            diagnostics.push(Diagnostic::invalid("unknown-service", file, message).with_help(help));
            None
        }
        _ => {
            let message = format!("the model has several services `{wanted}`: {}", list());
            diagnostics.push(
                Diagnostic::invalid("several-services", file, message)
                    .with_help("name the one that is meant by its whole id"),
            );
            None
        }
    }
}

/// The protocols that Farrier knows, the best first: what most services have comes before what
/// exists for old clients.
const PROTOCOLS: [(&str, Protocol); 7] = [
    ("aws.protocols#restJson1", Protocol::RestJson1),
    ("smithy.protocols#rpcv2Cbor", Protocol::RpcV2Cbor),
    ("aws.protocols#awsJson1_1", Protocol::AwsJson1_1),
    ("aws.protocols#awsJson1_0", Protocol::AwsJson1_0),
    ("aws.protocols#restXml", Protocol::RestXml),
    ("aws.protocols#awsQuery", Protocol::AwsQuery),
    ("aws.protocols#ec2Query", Protocol::Ec2Query),
];

/// The protocol whose trait has this id.
pub(super) fn protocol(id: &str) -> Option<Protocol> {
    PROTOCOLS.iter().find(|(known, _)| *known == id).map(|&(_, protocol)| protocol)
}

/// The protocols of `service`; that there is none which Farrier knows is reported.
pub(super) fn protocols(
    model: &Model,
    service: &Shape,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Protocol> {
    let known = PROTOCOLS.iter().filter(|(id, _)| service.traits.has(id));
    let known: Vec<Protocol> = known.map(|&(_, protocol)| protocol).collect();
    if !known.is_empty() {
        return known;
    }
    let name = &service.id.name;
    let unknown = service.traits.iter().find(|(id, _)| is_protocol(model, id));
    let finding = match unknown {
        Some((id, applied)) => Diagnostic::unsupported(
            "protocol",
            applied.origin.clone(),
            format!("the service `{name}` has the protocol `{id}`, which is not supported"),
        ),
        None => Diagnostic::unsupported(
            "protocol",
            service.origin.clone(),
            format!("the service `{name}` has no protocol, so nothing says how its values travel"),
        ),
    };
    let ids: Vec<String> = PROTOCOLS.iter().map(|(id, _)| format!("`{id}`")).collect();
    diagnostics.push(finding.with_help(format!("give it one of {}", ids.join(", "))));
    Vec::new()
}

/// Whether a trait is a protocol: by its definition if the model has one, else by its namespace.
fn is_protocol(model: &Model, id: &str) -> bool {
    trait_definition(model, id).map_or_else(
        || {
            id.starts_with("aws.protocols#")
                || id.starts_with("smithy.protocols#")
                || id == "alloy#simpleRestJson"
        },
        |shape| shape.traits.has("smithy.api#protocolDefinition"),
    )
}

fn trait_definition<'m>(model: &'m Model, id: &str) -> Option<&'m Shape> {
    model.shapes.get(&crate::smithy::ast::parse_shape_id(id)?)
}

/// The ways to prove who calls: those that `@auth` names in its order, then the others by id.
pub(super) fn auth_schemes(
    model: &Model,
    service: &Shape,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<AuthScheme> {
    let preferred = auth_trait(service);
    let mut ids = applied_schemes(model, service);
    ids.sort_by_key(|id| {
        let place = preferred.iter().flatten().position(|known| known == id);
        (place.unwrap_or(usize::MAX), *id)
    });
    check_auth(&ids, service, diagnostics);
    ids.iter().map(|id| AuthScheme { id: (*id).to_owned(), kind: auth_kind(id, service) }).collect()
}

/// That every scheme which `@auth` of `shape` names is one that the service has.
pub(super) fn check_auth(ids: &[&str], shape: &Shape, diagnostics: &mut Vec<Diagnostic>) {
    let Some(applied) = shape.traits.get("smithy.api#auth") else { return };
    for (index, value) in applied.value().as_array().unwrap_or_default().iter().enumerate() {
        let id = value.as_str().unwrap_or_default();
        if !ids.contains(&id) {
            let origin = applied.value.origin_at(&format!("/{index}"));
            let message = format!(
                "`{}` uses `{id}`, which is no way to prove who calls that the service has",
                shape.id.name
            );
            diagnostics.push(Diagnostic::invalid("unknown-auth", origin, message));
        }
    }
}

/// What an operation says about its schemes; `None` means the service's, in their order.
pub(super) fn operation_auth(
    model: &Model,
    operation: &Shape,
    service: &Shape,
) -> Option<Vec<String>> {
    if let Some(own) = auth_trait(operation) {
        return Some(own);
    }
    // The service's list may leave out schemes which it has for single operations.
    let preferred = auth_trait(service)?;
    (preferred.len() < applied_schemes(model, service).len()).then_some(preferred)
}

/// The ids that `@auth` names.
fn auth_trait(shape: &Shape) -> Option<Vec<String>> {
    let ids = shape.traits.get("smithy.api#auth")?.value().as_array()?;
    Some(ids.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The traits of a service that are ways to prove who calls.
pub(super) fn applied_schemes<'s>(model: &Model, service: &'s Shape) -> Vec<&'s str> {
    let known = |id: &str| {
        matches!(
            id,
            "aws.auth#sigv4"
                | "aws.auth#sigv4a"
                | "smithy.api#httpBasicAuth"
                | "smithy.api#httpDigestAuth"
                | "smithy.api#httpBearerAuth"
                | "smithy.api#httpApiKeyAuth"
        )
    };
    let defined = |id: &str| {
        trait_definition(model, id)
            .is_some_and(|shape| shape.traits.has("smithy.api#authDefinition"))
    };
    let ids = service.traits.iter().map(|(id, _)| id);
    ids.filter(|id| known(id) || defined(id)).collect()
}

fn auth_kind(id: &str, service: &Shape) -> AuthKind {
    let value = service.traits.get(id).map(|applied| applied.value());
    let text = |name| value.and_then(|value| value.get(name)).and_then(Value::as_str);
    match id {
        "aws.auth#sigv4" => {
            let name = text("name").map_or_else(|| arn_namespace(service), str::to_owned);
            AuthKind::SigV4 { name }
        }
        "smithy.api#httpBasicAuth" => AuthKind::HttpBasic,
        "smithy.api#httpDigestAuth" => AuthKind::HttpDigest,
        "smithy.api#httpBearerAuth" => AuthKind::HttpBearer,
        "smithy.api#httpApiKeyAuth" => {
            let name = text("name").unwrap_or("Authorization").to_owned();
            match text("in") {
                Some("query") => AuthKind::ApiKeyQuery { name },
                _ => AuthKind::ApiKeyHeader { name, scheme: text("scheme").map(str::to_owned) },
            }
        }
        _ => AuthKind::Other,
    }
}

const AWS: &str = "aws.api#service";

/// What `aws.api#service` says.
pub(super) fn aws(service: &Shape) -> Option<AwsService> {
    let applied = service.traits.get(AWS)?;
    let text = |name| applied.value().get(name).and_then(Value::as_str);
    let prefix = text("endpointPrefix");
    Some(AwsService {
        sdk_id: text("sdkId")?.to_owned(),
        endpoint_prefix: prefix.map_or_else(|| arn_namespace(service), str::to_owned),
    })
}

/// The service's part of an ARN: the service's name in lower case where nothing else is said.
fn arn_namespace(service: &Shape) -> String {
    let applied = service.traits.get(AWS);
    let namespace = applied.and_then(|applied| applied.value().get("arnNamespace"));
    let namespace = namespace.and_then(Value::as_str);
    namespace.map_or_else(|| service.id.name.to_lowercase(), str::to_owned)
}
