//! Operations that answer a page at a time, and what a program can wait for with an operation.

use crate::{jmespath::Expression, source::Origin};

/// `@paginated`: how the pages of an operation follow each other; what the operation does not say is
/// its service's.
#[derive(Clone, Debug)]
pub struct Pagination {
    /// The input's member that says where to go on.
    pub input_token: MemberPath,
    /// Where the output says it: absent or empty on the last page.
    pub output_token: MemberPath,
    /// Where the output has its items.
    pub items: Option<MemberPath>,
    /// The input's member that says how many items a page has.
    pub page_size: Option<MemberPath>,
    /// Where the trait was written.
    pub origin: Origin,
}

/// Members that lead from a structure to a value: `result.nextToken`.
#[derive(Clone, Debug)]
pub struct MemberPath {
    /// Their names; at least one.
    pub members: Vec<String>,
    /// Where it was written.
    pub origin: Origin,
}

/// `smithy.waiters#waitable`: a state that a program can wait for, by calling the operation again and
/// again.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// `FunctionActiveV2`.
    pub name: String,
    /// The documentation, Markdown.
    pub documentation: Option<String>,
    /// What an answer means: the first acceptor that matches says it.
    pub acceptors: Vec<Acceptor>,
    /// The least wait between two calls, in seconds.
    pub min_delay: u32,
    /// The longest wait between two calls, in seconds.
    pub max_delay: u32,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Words to group waiters by.
    pub tags: Vec<String>,
    /// Where it was written.
    pub origin: Origin,
}

/// What follows from an answer that matches.
#[derive(Clone, Debug)]
pub struct Acceptor {
    /// What follows.
    pub state: AcceptorState,
    /// Which answers match.
    pub matcher: Matcher,
    /// Of a failure: what the output says about it.
    pub message: Option<Path>,
    /// Where it was written.
    pub origin: Origin,
}

/// What follows from an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AcceptorState {
    /// The state is reached.
    Success,
    /// It will never be reached.
    Failure,
    /// Not yet.
    Retry,
}

/// Which answers match.
#[derive(Clone, Debug)]
pub enum Matcher {
    /// Outputs of which this holds.
    Output(PathMatcher),
    /// Outputs of which this holds, with the input beside it: the path begins with `input` or `output`.
    InputOutput(PathMatcher),
    /// The error of this name, or of this absolute id.
    ErrorType(String, Origin),
    /// Any output, or with `false` any error.
    Success(bool),
}

/// What must hold of a value that a path leads to.
#[derive(Clone, Debug)]
pub struct PathMatcher {
    /// The path.
    pub path: Path,
    /// How the value is compared.
    pub comparator: PathComparator,
    /// With what.
    pub expected: String,
    /// Where that was written.
    pub expected_origin: Origin,
}

/// How the value at a path is compared with what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathComparator {
    /// It is this string.
    StringEquals,
    /// It is this boolean.
    BooleanEquals,
    /// It is a list with at least one item, and each is this string.
    AllStringEquals,
    /// It is a list, and at least one item is this string.
    AnyStringEquals,
}

impl PathComparator {
    /// Its name in the model.
    pub fn name(self) -> &'static str {
        match self {
            Self::StringEquals => "stringEquals",
            Self::BooleanEquals => "booleanEquals",
            Self::AllStringEquals => "allStringEquals",
            Self::AnyStringEquals => "anyStringEquals",
        }
    }
}

/// A JMESPath expression.
#[derive(Clone, Debug)]
pub struct Path {
    /// As it is written.
    pub text: String,
    /// What it says.
    pub expression: Expression,
    /// Where it was written.
    pub origin: Origin,
}
