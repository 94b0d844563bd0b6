//! From an API to the plan of one crate.

use super::{
    Content, Crate, Operation, Output, OutputCase, Pattern, Presence, Role, RustType, Service,
    Structure, Type, direction,
    operation::{self, Names, NoInput},
    paging, protocol_test, recursion,
    shape::Planner,
};
use crate::{
    docs,
    name::{self, Scope},
    plan::{Constraint, Member, direction::Use},
    protocol::Protocol,
    wire::{Exchange, MessageBody},
};
use farrier_model::{
    Diagnostic, Severity,
    api::{Api, AuthKind, ShapeId, ShapeKind, StructureShape},
};
use std::collections::{HashMap, HashSet};

/// A plan, and what there is to say about it.
pub(crate) struct Build {
    pub(crate) plan: Crate,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Plans the crate `package` for `role`.
///
/// # Errors
///
/// The shapes nest in a way for which there is no Rust type. All planning walks down the shapes, so this is
/// found first.
pub(crate) fn build(
    api: &Api,
    protocol: &dyn Protocol,
    role: Role,
    package: &str,
    protocol_tests: bool,
) -> Result<Build, Vec<Diagnostic>> {
    let mut left_out = Vec::new();
    let mut diagnostics = Vec::new();
    let recursion_limit = recursion_limit(api, &mut diagnostics);
    if !diagnostics.iter().all(|diagnostic| diagnostic.severity < Severity::Error) {
        return Err(diagnostics);
    }
    let mut exchanges = Vec::new();
    for operation in api.operations.values() {
        match protocol.exchange(api, operation) {
            Ok(exchange) => exchanges.push(exchange),
            Err(reason) => {
                let mut diagnostic = Diagnostic::warning(
                    "operation-left-out",
                    operation.origin.clone(),
                    format!("`{}` {}", operation.name, reason.0),
                );
                diagnostic.kind = farrier_model::diagnostic::Kind::Unsupported;
                diagnostics.push(diagnostic);
                left_out.push((operation.name.clone(), reason.0));
            }
        }
    }
    let uses = direction::uses(api, role, &exchanges);
    let mut scope = Scope::types();
    let service_name = name::type_name(&api.id.name, &mut scope);
    let names = shape_names(api, &uses, &mut scope);
    let operation_names = operation_names(&exchanges, &mut scope);
    let mut planner = Planner {
        api,
        role,
        uses,
        names,
        boxed: recursion::boxed(api),
        bodies: bodies(&exchanges),
        diagnostics,
        left_out,
    };
    let no_input =
        NoInput { id: ShapeId::new("", "NoInput"), structure: StructureShape::default() };
    let operations: Vec<Operation> = exchanges
        .iter()
        .zip(operation_names)
        .map(|(exchange, names)| planner.operation(exchange, protocol, names, &no_input))
        .collect();
    let types: Vec<Type> =
        api.shapes.iter().filter_map(|(id, shape)| planner.shape(id, shape)).collect();
    let mut plan = Crate {
        role,
        recursion_limit,
        package: package.to_owned(),
        library: package.replace('-', "_"),
        service: service(api, protocol, service_name),
        look_around: false,
        sends_streams: operations.iter().any(|operation| match role {
            Role::Client => operation.input_body.is_stream(),
            Role::Server => operation.streaming_output,
        }),
        gzip: operations.iter().any(|operation| operation.gzip),
        placeholder_names: false,
        tests: Vec::new(),
        operations,
        types,
        left_out: std::mem::take(&mut planner.left_out),
    };
    if role == Role::Client {
        mark_corrected(&mut plan);
        paging::plan(api, &mut plan, &mut planner.diagnostics);
    }
    let look_around = members(&plan).any(backtracks);
    plan.look_around = look_around;
    plan.placeholder_names = has_placeholder_names(&plan);
    if protocol_tests {
        let type_of = |id: &ShapeId| planner.names.get(id).map(|(name, _)| name.clone());
        plan.tests = protocol_test::tests(api, protocol, &plan, &type_of, &mut planner.diagnostics);
    }
    Ok(Build { plan, diagnostics: planner.diagnostics })
}

/// The depth of types that rustc looks into by itself is 128, of which some is the caller's.
const UNREMARKABLE_DEPTH: usize = 90;

/// So many lists and maps may stand directly in each other: they become one type, which has to be
/// printed and read.
const MAX_COLLECTIONS: usize = 32;

/// Types nested deeper than this take the compiler too long.
const MAX_DEPTH: usize = 1000;

fn recursion_limit(api: &Api, diagnostics: &mut Vec<Diagnostic>) -> Option<usize> {
    let (endless, deep) = recursion::collections(api, MAX_COLLECTIONS);
    for shape in endless.into_iter().filter_map(|id| api.shape(id)) {
        diagnostics.push(
            Diagnostic::unsupported(
                "endless-collection",
                shape.origin.clone(),
                format!("`{}` holds nothing but lists and maps that hold it again", shape.name),
            )
            .with_help("put a structure in between: Rust needs a name for what holds itself"),
        );
    }
    for shape in deep.into_iter().filter_map(|id| api.shape(id)) {
        diagnostics.push(
            Diagnostic::unsupported(
                "nesting-too-deep",
                shape.origin.clone(),
                format!(
                    "`{}` holds more than {MAX_COLLECTIONS} lists and maps in each other",
                    shape.name
                ),
            )
            .with_help("put a structure in between"),
        );
    }
    let (depth, deepest) = recursion::deepest(api);
    let shape = deepest.and_then(|id| api.shape(id))?;
    if depth > MAX_DEPTH {
        diagnostics.push(
            Diagnostic::unsupported(
                "nesting-too-deep",
                shape.origin.clone(),
                format!(
                    "`{}` holds shapes that nest deeper than Rust's compiler can follow",
                    shape.name
                ),
            )
            .with_help("let one of the shapes on the way down hold a document instead"),
        );
    }
    let limit = (depth * 2).next_power_of_two();
    if depth > UNREMARKABLE_DEPTH && depth <= MAX_DEPTH {
        diagnostics.push(
            Diagnostic::warning(
                "nesting-deep",
                shape.origin.clone(),
                format!("`{}` holds shapes that nest deeper than Rust's compiler looks by itself", shape.name),
            )
            .with_help(format!(
                "crates that use the generated ones need `#![recursion_limit = \"{limit}\"]` as these have"
            )),
        );
    }
    (depth > UNREMARKABLE_DEPTH).then_some(limit)
}

/// The names of the types, and of the modules that hold them, of all shapes that need one: all that
/// stand in others, all errors, and outputs of more than one operation.
fn shape_names<'a>(
    api: &'a Api,
    uses: &HashMap<&'a ShapeId, Use>,
    scope: &mut Scope,
) -> HashMap<&'a ShapeId, (String, String)> {
    let mut modules = Scope::new();
    let mut names = HashMap::new();
    for (id, shape) in &api.shapes {
        let Some(used) = uses.get(id) else { continue };
        let named = match shape.kind {
            ShapeKind::List(_) | ShapeKind::Map(_) => false,
            _ => {
                used.nested || used.key || used.error || used.outputs > 1 || keeps_its_name(api, id)
            }
        };
        if named {
            let type_name = name::type_name(&shape.name, scope);
            let module = name::module_name(&type_name, &mut modules);
            names.insert(id, (type_name, module));
        }
    }
    names
}

/// Whether an output has a name of its own, as against one made from its operation's name.
fn keeps_its_name(api: &Api, id: &ShapeId) -> bool {
    let mut operations = api.operations.values().filter(|operation| {
        operation.outputs.iter().any(|output| output.shape.as_ref() == Some(id))
    });
    let Some(operation) = operations.next() else { return false };
    let Some(shape) = api.shape(id) else { return false };
    let Some(rest) = shape.name.strip_prefix(operation.name.as_str()) else {
        return true;
    };
    !(rest.starts_with("Output") || matches!(rest, "Response" | "Result" | "Reply" | "Answer"))
}

fn operation_names(exchanges: &[Exchange<'_>], scope: &mut Scope) -> Vec<Names> {
    // What both crates' hand-made parts are called.
    let mut methods = Scope::reserving(["new", "config"]);
    let mut modules = Scope::new();
    exchanges
        .iter()
        .map(|exchange| {
            let operation = &exchange.operation.name;
            let type_name = |suffix: &str, scope: &mut Scope| {
                name::type_name(&format!("{}{suffix}", name::pascal_case(operation)), scope)
            };
            Names {
                module: name::module_name(operation, &mut modules),
                method: name::function_name(operation, &mut methods),
                input: type_name("Input", scope),
                output: type_name("Output", scope),
                error: type_name("Error", scope),
            }
        })
        .collect()
}

fn bodies<'a>(exchanges: &[Exchange<'a>]) -> HashMap<&'a ShapeId, MessageBody> {
    exchanges
        .iter()
        .flat_map(|exchange| exchange.outputs.iter().chain(&exchange.errors))
        .filter_map(|answer| Some((answer.message.shape?.0, answer.message.body.clone())))
        .collect()
}

fn service(api: &Api, protocol: &dyn Protocol, type_name: String) -> Service {
    let title = api.title.clone().unwrap_or_else(|| api.id.name.clone());
    let sigv4 = api.auth.iter().find_map(|scheme| match &scheme.kind {
        AuthKind::SigV4 { name } => Some(name.clone()),
        _ => None,
    });
    Service {
        name: api.aws.as_ref().map_or_else(|| api.id.name.clone(), |aws| aws.sdk_id.clone()),
        type_name,
        docs: api.documentation.as_deref().map(docs::markdown).unwrap_or_default(),
        title: docs::first_sentence(&title).trim_end_matches('.').to_owned(),
        plain_title: title.split_whitespace().collect::<Vec<_>>().join(" "),
        version: api.version.clone(),
        protocol: protocol.name(),
        protocol_static: protocol.runtime(),
        sigv4,
        endpoint_prefix: api.aws.as_ref().map(|aws| aws.endpoint_prefix.clone()),
        endpoint: api.servers.first().cloned(),
        auth: api.auth.iter().filter_map(operation::auth_kind).collect(),
    }
}

/// Marks the types that a client must be able to make up where a service leaves out what it promised.
fn mark_corrected(plan: &mut Crate) {
    let mut waiting: Vec<String> = Vec::new();
    {
        let answers = plan.operations.iter().flat_map(|operation| match &operation.output {
            Output::One(case) => vec![case],
            Output::Several { cases, .. } => cases.iter().map(|(_, case)| case).collect(),
            Output::Nothing(_) => Vec::new(),
        });
        for case in answers {
            if let Content::Own(structure) = &case.content {
                required_types(structure, &mut waiting);
            }
        }
        for plan in &plan.types {
            if let Type::Structure(structure) = plan
                && (structure.decode || structure.message.is_some())
            {
                required_types(structure, &mut waiting);
            }
        }
    }
    let positions: HashMap<String, usize> = plan
        .types
        .iter()
        .enumerate()
        .map(|(position, plan)| (plan.name().to_owned(), position))
        .collect();
    let mut done = HashSet::new();
    while let Some(name) = waiting.pop() {
        if !done.insert(name.clone()) {
            continue;
        }
        let Some(plan) = positions.get(&name).and_then(|&position| plan.types.get_mut(position))
        else {
            continue;
        };
        match plan {
            Type::Structure(structure) => {
                structure.correct = true;
                required_types(structure, &mut waiting);
            }
            Type::Union(plan) => plan.correct = true,
            Type::Enum(plan) => plan.correct = true,
            Type::IntEnum(plan) => plan.correct = true,
        }
    }
}

fn required_types(structure: &Structure, names: &mut Vec<String>) {
    for field in &structure.fields {
        if field.presence == Presence::Required {
            let mut ty = &field.ty;
            while let RustType::Box(inner) = ty {
                ty = inner;
            }
            if let RustType::Named(name) = ty {
                names.push(name.clone());
            }
        }
    }
}

/// Clippy's own list (`disallowed_names`).
fn has_placeholder_names(plan: &Crate) -> bool {
    let own = plan.operations.iter().filter_map(|operation| match &operation.output {
        Output::One(OutputCase { content: Content::Own(structure), .. }) => Some(&**structure),
        _ => None,
    });
    let inputs = plan.operations.iter().map(|operation| &operation.input);
    let types = plan.types.iter().filter_map(|plan| match plan {
        Type::Structure(structure) => Some(structure),
        _ => None,
    });
    own.chain(inputs)
        .chain(types)
        .flat_map(|structure| &structure.fields)
        .any(|field| matches!(field.name.as_str(), "foo" | "baz" | "quux"))
}

fn members(plan: &Crate) -> impl Iterator<Item = &Member> {
    let inputs = plan.operations.iter().flat_map(|operation| &operation.input.fields);
    let types = plan.types.iter().flat_map(|plan| match plan {
        Type::Structure(structure) => {
            structure.fields.iter().map(|field| &field.member).collect::<Vec<_>>()
        }
        Type::Union(union) => union.variants.iter().map(|variant| &variant.member).collect(),
        Type::Enum(_) | Type::IntEnum(_) => Vec::new(),
    });
    inputs.map(|field| &field.member).chain(types)
}

fn backtracks(member: &Member) -> bool {
    let nested = |member: &Option<Box<Member>>| member.as_deref().is_some_and(backtracks);
    member
        .constraints
        .iter()
        .any(|constraint| matches!(constraint, Constraint::Pattern(Pattern::Backtracking { .. })))
        || nested(&member.keys)
        || nested(&member.items)
}
