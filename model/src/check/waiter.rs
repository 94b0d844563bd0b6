//! Waiters: their paths exist, and give what they are compared with.

use crate::{
    api::{
        AcceptorState, Api, Matcher, Operation, Path, PathComparator, PathMatcher, Target, Waiter,
    },
    diagnostic::{Diagnostic, Severity},
    jmespath::{
        self,
        typing::{ProblemKind, Type, type_of},
    },
    source::Origin,
};

pub(super) fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    for operation in api.operations.values() {
        for waiter in &operation.waiters {
            Check { api, operation, waiter, diagnostics }.check();
        }
    }
}

struct Check<'a> {
    api: &'a Api,
    operation: &'a Operation,
    waiter: &'a Waiter,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Check<'_> {
    fn check(&mut self) {
        let waiter = self.waiter;
        if !waiter.acceptors.iter().any(|acceptor| acceptor.state == AcceptorState::Success) {
            let rule = "has no acceptor for `success`, so that it never ends well";
            self.report(Severity::Error, waiter.origin.clone(), rule);
        }
        let input = self.operation.input.as_ref();
        let output = self.operation.outputs.first().and_then(|output| output.shape.as_ref());
        let of = |id: Option<&crate::api::ShapeId>| match id {
            Some(id) => Type::of(self.api, &Target::Shape(id.clone())),
            None => Type::Object(Vec::new()),
        };
        let (input_type, output_type) = (of(input), of(output));
        let both = Type::Object(vec![
            ("input".to_owned(), input_type),
            ("output".to_owned(), output_type.clone()),
        ]);
        for acceptor in &waiter.acceptors {
            match &acceptor.matcher {
                Matcher::Output(matcher) => self.path_matcher(matcher, &output_type),
                Matcher::InputOutput(matcher) => self.path_matcher(matcher, &both),
                Matcher::ErrorType(name, origin) => self.error_type(name, origin),
                Matcher::Success(_) => {}
            }
            if let Some(message) = &acceptor.message {
                self.message(message, &output_type);
            }
        }
    }

    fn report(&mut self, severity: Severity, origin: Origin, rule: &str) {
        let (waiter, operation) = (&self.waiter.name, &self.operation.name);
        let message = format!("the waiter `{waiter}` of `{operation}` {rule}");
        self.diagnostics
            .push(Diagnostic::invalid("waiter", origin, message).with_severity(severity));
    }

    fn path_matcher(&mut self, matcher: &PathMatcher, scope: &Type) {
        let (found, sound) = self.path(&matcher.path, scope);
        let comparator = matcher.comparator.name();
        let wanted = match matcher.comparator {
            PathComparator::StringEquals => "string",
            PathComparator::BooleanEquals => "boolean",
            PathComparator::AllStringEquals | PathComparator::AnyStringEquals => "array",
        };
        if matcher.comparator == PathComparator::BooleanEquals
            && !matches!(matcher.expected.as_str(), "true" | "false")
        {
            let rule = format!(
                "expects `{}` of a boolean, which is `true` or `false`",
                matcher.expected.escape_debug()
            );
            self.report(Severity::Error, matcher.expected_origin.clone(), &rule);
        }
        // Why a path always gives null has been said.
        if found.may_be(wanted) || (found == Type::Null && !sound) {
            return;
        }
        let rule = format!(
            "compares by `{comparator}`, which needs a {wanted}, and the path gives {}",
            found.name()
        );
        self.report(Severity::Danger, matcher.path.origin.clone(), &rule);
    }

    /// What the path gives, and whether all that it names is there; what is wrong with it is reported.
    fn path(&mut self, path: &Path, scope: &Type) -> (Type, bool) {
        let (found, problems) = type_of(self.api, &path.expression, scope);
        let sound = problems.iter().all(|problem| problem.kind == ProblemKind::Suspicious);
        for problem in problems {
            let severity = match problem.kind {
                ProblemKind::Error => Severity::Error,
                ProblemKind::AlwaysNull => Severity::Danger,
                ProblemKind::Suspicious => Severity::Warning,
            };
            let origin = jmespath::origin_within(&path.origin, &path.text, problem.offset);
            let rule = format!(
                "has a path that does not fit: {}, at character {} of `{}`",
                problem.message,
                jmespath::column(&path.text, problem.offset),
                path.text
            );
            self.report(severity, origin, &rule);
        }
        (found, sound)
    }

    fn message(&mut self, path: &Path, scope: &Type) {
        let (found, _) = self.path(path, scope);
        let text = match &found {
            Type::Array(item) => item.may_be("string"),
            other => other.may_be("string"),
        };
        if !text && found != Type::Null {
            let rule = format!(
                "has a `message` that is no string and no list of strings: the path gives {}",
                found.name()
            );
            self.report(Severity::Error, path.origin.clone(), &rule);
        }
    }

    fn error_type(&mut self, name: &str, origin: &Origin) {
        let mut ids = self.operation.errors.iter().filter_map(|error| error.shape.as_ref());
        if ids.any(|id| id.name == name || id.to_string() == name) {
            return;
        }
        let rule = format!("waits for the error `{name}`, which its operation does not have");
        self.report(Severity::Warning, origin.clone(), &rule);
    }
}
