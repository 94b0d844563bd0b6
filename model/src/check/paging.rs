//! Pagination: the members that it names are there, and of types that can be what it says.

use crate::{
    api::{Api, Member, MemberPath, Operation, Pagination, ShapeId, ShapeKind, Simple, Target},
    diagnostic::{Diagnostic, Severity},
    suggestion::closest,
};

pub(super) fn check(api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    for operation in api.operations.values() {
        if let Some(pages) = &operation.pagination {
            Pages { api, operation, diagnostics }.check(pages);
        }
    }
}

struct Pages<'a> {
    api: &'a Api,
    operation: &'a Operation,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// What a type is good for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Good,
    Odd,
    Wrong,
}

impl Pages<'_> {
    fn check(&mut self, pages: &Pagination) {
        let operation = self.operation;
        let output = operation.outputs.first().and_then(|output| output.shape.as_ref());
        let (Some(input), Some(output)) = (&operation.input, output) else {
            let message =
                format!("`{}` is paginated, and has no input or no output", operation.name);
            let origin = pages.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("pagination", origin, message));
            return;
        };
        let token = "a string or a map";
        self.path("inputToken", &pages.input_token, input, true, token, is_token);
        self.path("outputToken", &pages.output_token, output, true, token, is_token);
        if let Some(items) = &pages.items {
            self.path("items", items, output, false, "a list or a map", is_items);
        }
        if let Some(size) = &pages.page_size {
            self.path("pageSize", size, input, true, "an integer", is_size);
        }
        let inputs = [Some(&pages.input_token), pages.page_size.as_ref()];
        for path in inputs.into_iter().flatten().filter(|path| path.members.len() > 1) {
            let message = format!("`{}` must be one member of the input", path.members.join("."));
            let origin = path.origin.clone();
            self.diagnostics.push(Diagnostic::invalid("pagination", origin, message));
        }
        let outputs = [Some(&pages.output_token), pages.items.as_ref()];
        for path in outputs.into_iter().flatten().filter(|path| path.members.len() > 2) {
            let message = format!(
                "the path `{}` has more than two parts, which is cumbersome to use",
                path.members.join(".")
            );
            let origin = path.origin.clone();
            self.diagnostics.push(Diagnostic::warning("pagination", origin, message));
        }
    }

    fn path(
        &mut self,
        what: &str,
        path: &MemberPath,
        from: &ShapeId,
        optional: bool,
        wanted: &str,
        fit: fn(&Api, &Target) -> Fit,
    ) {
        let member = match find(self.api, from, path) {
            Ok(member) => member,
            Err(wrong) => {
                let message = format!("the `{what}` of `{}` {wrong}", self.operation.name);
                let origin = path.origin.clone();
                self.diagnostics.push(Diagnostic::invalid("pagination", origin, message));
                return;
            }
        };
        let name = path.members.join(".");
        if optional && member.required && path.members.len() == 1 {
            let message = format!(
                "`{name}` is the `{what}` of `{}`, and must not be required: the first page or \
                 the last has none",
                self.operation.name
            );
            self.report(path, member, Severity::Error, message);
        }
        let severity = match fit(self.api, &member.target) {
            Fit::Good => return,
            Fit::Odd => Severity::Danger,
            Fit::Wrong => Severity::Error,
        };
        let message =
            format!("`{name}` is the `{what}` of `{}`, and is not {wanted}", self.operation.name);
        self.report(path, member, severity, message);
    }

    fn report(&mut self, path: &MemberPath, member: &Member, severity: Severity, message: String) {
        self.diagnostics.push(
            Diagnostic::invalid("pagination", path.origin.clone(), message)
                .with_severity(severity)
                .with_related(member.origin.clone(), "the member"),
        );
    }
}

/// The member that `path` leads to.
fn find<'a>(api: &'a Api, from: &ShapeId, path: &MemberPath) -> Result<&'a Member, String> {
    let mut from = from;
    let mut found: Option<&Member> = None;
    for name in &path.members {
        if let Some(member) = found {
            match &member.target {
                Target::Shape(id) => from = id,
                Target::Simple(_) => return Err(no_structure(member)),
            }
        }
        let Some(structure) = api.structure(from) else {
            return Err(found.map_or_else(|| format!("needs `{from}`"), no_structure));
        };
        found = structure.members.get(name);
        if found.is_none() {
            let close = closest(name, structure.members.keys().map(String::as_str));
            let help = close.map(|close| format!(": did you mean `{close}`?"));
            return Err(format!(
                "is `{}`, and `{}` has no member `{name}`{}",
                path.members.join("."),
                from.name,
                help.unwrap_or_default()
            ));
        }
    }
    found.ok_or_else(|| "names no member".to_owned())
}

fn no_structure(member: &Member) -> String {
    format!("goes through `{}`, which is no structure", member.name)
}

fn is_token(api: &Api, target: &Target) -> Fit {
    match target {
        Target::Simple(Simple::String) => Fit::Good,
        Target::Simple(Simple::Byte | Simple::Short | Simple::Integer | Simple::Long) => Fit::Odd,
        Target::Simple(_) => Fit::Wrong,
        Target::Shape(id) => match api.shape(id).map(|shape| &shape.kind) {
            Some(ShapeKind::Map(_) | ShapeKind::Enum(_)) => Fit::Good,
            _ => Fit::Wrong,
        },
    }
}

fn is_items(api: &Api, target: &Target) -> Fit {
    match target.shape().and_then(|id| api.shape(id)).map(|shape| &shape.kind) {
        Some(ShapeKind::List(_) | ShapeKind::Map(_)) => Fit::Good,
        _ => Fit::Wrong,
    }
}

fn is_size(_: &Api, target: &Target) -> Fit {
    match target {
        Target::Simple(Simple::Integer) => Fit::Good,
        Target::Simple(
            Simple::Byte
            | Simple::Short
            | Simple::Long
            | Simple::Float
            | Simple::Double
            | Simple::BigInteger
            | Simple::BigDecimal,
        ) => Fit::Odd,
        _ => Fit::Wrong,
    }
}
