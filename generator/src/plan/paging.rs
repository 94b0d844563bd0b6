//! How the pages of operations follow each other, and what can be waited for.

use super::{
    Content, Crate, Operation, Output, Presence, RustType, documentation,
    query::{Queries, Query, QueryType, Structures, Untranslatable},
};
use crate::name::{self, Scope};
use farrier_model::{
    Diagnostic,
    api::{self, AcceptorState, Api, Matcher, MemberPath, PathComparator},
    source::Origin,
};

/// How the pages of an operation follow each other.
#[derive(Clone, Debug)]
pub(crate) struct Pagination {
    /// Where the output says where to go on.
    pub(crate) next_token: Vec<PathStep>,
    /// The type of that.
    pub(crate) token: RustType,
    /// The input's field that it goes into.
    pub(crate) set: PathStep,
    /// Where the items are, and their type.
    pub(crate) items: Option<(Vec<PathStep>, RustType)>,
}

/// A field on a path to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PathStep {
    pub(crate) field: String,
    pub(crate) optional: bool,
}

/// What can be waited for.
#[derive(Clone, Debug)]
pub(crate) struct Waiter {
    /// The name in the model.
    pub(crate) name: String,
    /// `FUNCTION_ACTIVE_V2`.
    pub(crate) constant: String,
    /// `wait_until_function_active_v2`.
    pub(crate) method: String,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: Option<String>,
    /// In seconds.
    pub(crate) min_delay: u32,
    /// In seconds.
    pub(crate) max_delay: u32,
    pub(crate) acceptors: Vec<Acceptor>,
}

/// Which answers match, and what they mean.
#[derive(Clone, Debug)]
pub(crate) struct Acceptor {
    pub(crate) matcher: AcceptorMatcher,
    /// What says what happened.
    pub(crate) message: Option<Query>,
}

/// Which answers match: a path as the model writes it, what it reads, and what the values mean.
#[derive(Clone, Debug)]
pub(crate) enum AcceptorMatcher {
    Output(AcceptorState),
    /// An error of this code, or any.
    Error(Option<String>, AcceptorState),
    Text(String, Query, Vec<(String, AcceptorState)>),
    Flag(String, Query, Vec<(bool, AcceptorState)>),
    All(String, Query, Vec<(String, AcceptorState)>),
    Any(String, Query, Vec<(String, AcceptorState)>),
}

/// Why an operation whose input has a stream cannot be called again and again.
const STREAMS: &str = "sends the stream of the input again with each call";

/// Plans pagination and waiters of a client's operations. What cannot be had is left out, and said.
pub(crate) fn plan(api: &Api, plan: &mut Crate, diagnostics: &mut Vec<Diagnostic>) {
    let mut found: Vec<(Option<Pagination>, Vec<Waiter>)> = Vec::new();
    let mut left_out = Vec::new();
    {
        let structures = Structures::of(plan);
        let mut methods = Scope::reserving(["new", "config"]);
        methods.reserve(plan.operations.iter().map(|operation| operation.method.as_str()));
        for operation in &plan.operations {
            let facts = api.operations.get(&operation.name);
            let mut report = |what: &str, reason: &str, origin: &Origin| {
                let message = format!(
                    "{what} of `{}` is left out: {reason}, which is not supported yet",
                    operation.name
                );
                let mut diagnostic =
                    Diagnostic::warning("operation-left-out", origin.clone(), message);
                diagnostic.kind = farrier_model::diagnostic::Kind::Unsupported;
                diagnostics.push(diagnostic);
                left_out.push((operation.name.clone(), format!("lacks {what}: {reason}")));
            };
            let Some(facts) = facts else {
                found.push((None, Vec::new()));
                continue;
            };
            // A stream is gone once it is sent: there would be nothing to make a second call with.
            let streams = operation.input_body.is_stream();
            let pages = facts.pagination.as_ref().and_then(|pages| {
                let planned = match streams {
                    true => Err(STREAMS.to_owned()),
                    false => pagination(&structures, operation, pages),
                };
                let report = |reason| {
                    report("the pagination", &format!("it {reason}"), &pages.origin);
                };
                planned.map_err(report).ok()
            });
            let mut waiters = Vec::new();
            let mut constants = Scope::new();
            for waiter in &facts.waiters {
                let planned = match streams {
                    true => Err((format!("it {STREAMS}"), waiter.origin.clone())),
                    false => self::waiter(&structures, operation, waiter),
                };
                match planned {
                    Ok(acceptors) => waiters.push(Waiter {
                        name: waiter.name.clone(),
                        constant: name::constant_name(&waiter.name, &mut constants),
                        method: name::function_name(
                            &format!("WaitUntil{}", waiter.name),
                            &mut methods,
                        ),
                        docs: documentation::of(
                            waiter.documentation.as_deref(),
                            None,
                            &format!("Waits until {}.", documentation::code(&waiter.name)),
                        ),
                        deprecated: waiter.deprecated.then(String::new),
                        min_delay: waiter.min_delay,
                        max_delay: waiter.max_delay,
                        acceptors,
                    }),
                    Err((reason, origin)) => {
                        report(&format!("the waiter `{}`", waiter.name), &reason, &origin);
                    }
                }
            }
            found.push((pages, waiters));
        }
    }
    for (operation, (pagination, waiters)) in plan.operations.iter_mut().zip(found) {
        operation.pagination = pagination;
        operation.waiters = waiters;
    }
    plan.left_out.extend(left_out);
}

/// The type of what the operation answers, if it is one.
fn output_type(operation: &Operation) -> Option<&str> {
    match &operation.output {
        Output::One(case) => match &case.content {
            Content::Own(structure) => Some(&structure.name),
            Content::Shared(name) => Some(name),
            Content::Nothing => None,
        },
        Output::Nothing(_) | Output::Several { .. } => None,
    }
}

fn pagination(
    structures: &Structures<'_>,
    operation: &Operation,
    pages: &api::Pagination,
) -> Result<Pagination, Untranslatable> {
    let output = output_type(operation).ok_or("has no output to read it from")?;
    let (next_token, token) = path(structures, output, &pages.output_token)?;
    let is_token = matches!(
        token,
        RustType::String
            | RustType::Map(..)
            | RustType::I8
            | RustType::I16
            | RustType::I32
            | RustType::I64
    );
    if !is_token {
        return Err("has a token that is no string".to_owned());
    }
    let (input, input_type) = path(structures, &operation.input.name, &pages.input_token)?;
    let [input] = input.as_slice() else {
        return Err("sets a token within a member".to_owned());
    };
    if input_type != token {
        return Err("has tokens of two types".to_owned());
    }
    let items = pages.items.as_ref().map(|items| path(structures, output, items)).transpose()?;
    let holds =
        |(_, ty): &(Vec<PathStep>, RustType)| matches!(ty, RustType::List(_) | RustType::Map(..));
    if items.as_ref().is_some_and(|items| !holds(items)) {
        return Err("has items that are no list".to_owned());
    }
    Ok(Pagination { next_token, token, set: input.clone(), items })
}

/// The fields that lead to a member, and its type.
fn path(
    structures: &Structures<'_>,
    from: &str,
    path: &MemberPath,
) -> Result<(Vec<PathStep>, RustType), Untranslatable> {
    let mut steps = Vec::new();
    let mut ty = RustType::Named(from.to_owned());
    for member in &path.members {
        if let RustType::Box(inner) = ty {
            ty = *inner;
        }
        let field = match &ty {
            RustType::Named(name) => structures.field(name, member),
            _ => None,
        };
        let field = field.ok_or_else(|| format!("has no `{}`", path.members.join(".")))?;
        ty = field.ty.clone();
        steps.push(PathStep {
            field: field.name.clone(),
            optional: matches!(field.presence, Presence::Optional | Presence::Nullable),
        });
    }
    Ok((steps, ty))
}

type Failed = (Untranslatable, Origin);

fn waiter(
    structures: &Structures<'_>,
    operation: &Operation,
    waiter: &api::Waiter,
) -> Result<Vec<Acceptor>, Failed> {
    let output = output_type(operation).unwrap_or_default();
    let queries = Queries { structures, input: &operation.input.name, output };
    let mut acceptors: Vec<Acceptor> = Vec::new();
    for acceptor in &waiter.acceptors {
        let matcher = match &acceptor.matcher {
            Matcher::Success(true) => AcceptorMatcher::Output(acceptor.state),
            Matcher::Success(false) => AcceptorMatcher::Error(None, acceptor.state),
            Matcher::ErrorType(id, _) => {
                let name = id.rsplit('#').next().unwrap_or(id);
                AcceptorMatcher::Error(Some(name.to_owned()), acceptor.state)
            }
            Matcher::Output(matcher) => path_matcher(&queries, matcher, false, acceptor.state)?,
            Matcher::InputOutput(matcher) => path_matcher(&queries, matcher, true, acceptor.state)?,
        };
        let message = acceptor.message.as_ref().map(|path| {
            let query = queries.value(&path.expression, false);
            let query = query.and_then(|query| texts(query, true));
            query.map_err(|reason| failed(&reason, path))
        });
        let message = message.transpose()?;
        // Acceptors of one value say it once.
        if let Some(last) = acceptors.last_mut()
            && last.message.is_none()
            && message.is_none()
            && last.matcher.join(&matcher)
        {
            continue;
        }
        acceptors.push(Acceptor { matcher, message });
    }
    Ok(acceptors)
}

fn failed(reason: &str, path: &api::Path) -> Failed {
    (format!("its path {} {reason}", documentation::code(&path.text)), path.origin.clone())
}

fn path_matcher(
    queries: &Queries<'_>,
    matcher: &api::PathMatcher,
    both: bool,
    state: AcceptorState,
) -> Result<AcceptorMatcher, Failed> {
    let path = &matcher.path;
    let failed = |reason: Untranslatable| self::failed(&reason, path);
    let text = path.text.clone();
    let wrong = || failed("does not give what it is compared with".to_owned());
    let expected = vec![(matcher.expected.clone(), state)];
    Ok(match matcher.comparator {
        PathComparator::StringEquals => {
            let query = queries.value(&path.expression, both).map_err(failed)?;
            if query.ty != QueryType::Text {
                return Err(wrong());
            }
            AcceptorMatcher::Text(text, query, expected)
        }
        PathComparator::BooleanEquals => {
            let expected = matcher.expected == "true";
            // To find out whether it is true, null need not be told from false.
            let query = if expected && queries.is_boolean(&path.expression, both) {
                queries.condition(&path.expression, both)
            } else {
                queries.value(&path.expression, both)
            };
            let query = query.map_err(failed)?;
            if query.ty != QueryType::Bool {
                return Err(wrong());
            }
            AcceptorMatcher::Flag(text, query, vec![(expected, state)])
        }
        PathComparator::AllStringEquals | PathComparator::AnyStringEquals => {
            let query = queries.value(&path.expression, both).map_err(failed)?;
            let query = texts(query, false).map_err(failed)?;
            match matcher.comparator {
                PathComparator::AllStringEquals => AcceptorMatcher::All(text, query, expected),
                _ => AcceptorMatcher::Any(text, query, expected),
            }
        }
    })
}

/// `query`, which must give a list of strings, or if `one` may do, a string.
fn texts(query: Query, one: bool) -> Result<Query, Untranslatable> {
    let fits = match &query.ty {
        QueryType::List(item) => item.ty == QueryType::Text,
        QueryType::Many(item, _) => **item == QueryType::Text,
        QueryType::Text => one,
        _ => false,
    };
    if fits { Ok(query) } else { Err("gives no list of strings".to_owned()) }
}

impl AcceptorMatcher {
    /// Takes in what `other` matches, if that is of the same value.
    fn join(&mut self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(_, one, states), Self::Text(_, query, more)) if one == query => {
                states.extend(more.iter().cloned());
                true
            }
            (Self::Flag(_, one, states), Self::Flag(_, query, more)) if one == query => {
                states.extend(more.iter().copied());
                true
            }
            (Self::All(_, one, states), Self::All(_, query, more))
            | (Self::Any(_, one, states), Self::Any(_, query, more))
                if one == query =>
            {
                states.extend(more.iter().cloned());
                true
            }
            _ => false,
        }
    }
}
