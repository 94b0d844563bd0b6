//! Programs that use a crate, for its docs and its README.

use crate::plan::{Content, Crate, Field, Operation, Output, Presence, Role, RustType};

/// What stands in the crate's docs: compiled with its doc tests.
pub(super) fn in_docs(plan: &Crate) -> Option<String> {
    Some(match plan.role {
        Role::Client => {
            let (import, statements) = call(plan)?;
            format!(
                "{import}\n\n# async fn example() -> Result<(), Box<dyn std::error::Error>> {{\n\
                 {statements}# Ok(())\n# }}"
            )
        }
        Role::Server => {
            let (library, name) = (&plan.library, &plan.service.type_name);
            plan.operations.first()?;
            format!(
                "use {library}::{name};\n\n\
                 # async fn example(api: impl {name}) -> std::io::Result<()> {{\n\
                 // `api` is a type of yours that implements `{name}`.\n\
                 {library}::serve(\"127.0.0.1:9000\", {library}::service(api)).await?;\n\
                 # Ok(())\n# }}"
            )
        }
    })
}

/// What stands in the README: a program.
pub(super) fn in_readme(plan: &Crate) -> Option<String> {
    match plan.role {
        Role::Client => {
            let (import, statements) = call(plan)?;
            let statements: String =
                statements.lines().map(|line| format!("    {line}\n")).collect();
            Some(format!(
                "{import}\n\n#[tokio::main]\n\
                 async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n\
                 {statements}    Ok(())\n}}"
            ))
        }
        Role::Server => program_that_serves(plan),
    }
}

/// The `use` line and the statements of a call whose input can be made from strings and numbers.
fn call(plan: &Crate) -> Option<(String, String)> {
    let simple =
        |operation: &&Operation| required(operation).all(|field| value(&field.ty).is_some());
    let operation = plan.operations.iter().find(simple)?;
    let (library, input) = (&plan.library, &operation.input.name);
    let arguments: Vec<&str> = required(operation).filter_map(|field| value(&field.ty)).collect();
    let (import, argument) = match operation.no_input {
        true => (format!("use {library}::{{Client, Config}};"), String::new()),
        false => (
            format!("use {library}::{{Client, Config, operation::{input}}};"),
            format!("{input}::new({})", arguments.join(", ")),
        ),
    };
    let config = match (&plan.service.sigv4, &plan.service.endpoint) {
        (Some(_), _) => "Config::from_env()",
        (None, Some(_)) => "Config::new()",
        (None, None) => "Config::new().with_endpoint(\"http://127.0.0.1:9000\")",
    };
    let statements = format!(
        "let client = Client::new({config});\n\
         let answer = client.{}({argument}).await?;\n\
         println!(\"{{answer:?}}\");\n",
        operation.method
    );
    Some((import, statements))
}

/// A function that goes through the items of an operation, or through its pages.
pub(super) fn pages(plan: &Crate) -> Option<String> {
    let mut operations = plan.operations.iter().filter_map(|operation| {
        Some((operation, operation.pagination.as_ref()?, argument(operation)?))
    });
    let (operation, pages, argument) = operations.next()?;
    let (method, one) = (&operation.method, if pages.items.is_some() { "item" } else { "page" });
    let statements = format!(
        "let mut {one}s = client.{method}({argument}).{one}s();\n    \
         while let Some({one}) = {one}s.try_next().await? {{\n        \
         println!(\"{{{one}:?}}\");\n    }}"
    );
    Some(with_client(plan, operation, "", &statements))
}

/// A function that waits.
pub(super) fn waiter(plan: &Crate) -> Option<String> {
    let mut operations = plan.operations.iter().filter_map(|operation| {
        let waiter = operation.waiters.iter().find(|waiter| waiter.deprecated.is_none())?;
        Some((operation, waiter, argument(operation)?))
    });
    let (operation, waiter, argument) = operations.next()?;
    let comma = if operation.no_input { "" } else { ", " };
    let statement = format!(
        "let max_wait = Duration::from_secs(60);\n    client.{}({argument}{comma}max_wait).await?;",
        waiter.method
    );
    Some(with_client(plan, operation, "use std::time::Duration;\n", &statement))
}

/// Statements that call an operation, in a function.
fn with_client(plan: &Crate, operation: &Operation, uses: &str, statements: &str) -> String {
    let (library, input) = (&plan.library, &operation.input.name);
    let names = match operation.no_input {
        true => "Client".to_owned(),
        false => format!("{{Client, operation::{input}}}"),
    };
    format!(
        "use {library}::{names};\n{uses}\n\
         async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {{\n    \
         {statements}\n    Ok(())\n}}"
    )
}

/// What an operation is called with, if that can be made from strings and numbers.
fn argument(operation: &Operation) -> Option<String> {
    if operation.no_input {
        return Some(String::new());
    }
    let arguments: Option<Vec<&str>> = required(operation).map(|field| value(&field.ty)).collect();
    Some(format!("{}::new({})", operation.input.name, arguments?.join(", ")))
}

fn required(operation: &Operation) -> impl Iterator<Item = &Field> {
    operation.input.fields.iter().filter(|field| field.presence == Presence::Required)
}

fn value(ty: &RustType) -> Option<&'static str> {
    Some(match ty {
        RustType::Bool => "true",
        RustType::I8 | RustType::I16 | RustType::I32 | RustType::I64 => "1",
        RustType::F32 | RustType::F64 => "1.0",
        RustType::String | RustType::Blob => "\"example\"",
        _ => return None,
    })
}

/// A server of which the first operation is written out.
fn program_that_serves(plan: &Crate) -> Option<String> {
    let operation = plan.operations.first()?;
    let (library, name) = (&plan.library, &plan.service.type_name);
    let mut operation_types = vec![operation.error.name.as_str()];
    let mut other_types = Vec::new();
    let input = match operation.no_input {
        true => String::new(),
        false => {
            operation_types.push(&operation.input.name);
            format!("        input: {},\n", operation.input.name)
        }
    };
    let output = match &operation.output {
        Output::Nothing(_) => "()",
        Output::Several { name, .. } => {
            operation_types.push(name);
            name
        }
        Output::One(case) => match &case.content {
            Content::Nothing => "()",
            Content::Own(plan) => {
                operation_types.push(&plan.name);
                &plan.name
            }
            Content::Shared(name) => {
                other_types.push(name);
                name
            }
        },
    };
    operation_types.sort_unstable();
    let types: String =
        other_types.iter().map(|name| format!("use {library}::types::{name};\n")).collect();
    let others = match plan.operations.len() - 1 {
        0 => String::new(),
        1 => "\n    // … and the other operation.\n".to_owned(),
        others => format!("\n    // … and the other {others} operations.\n"),
    };
    Some(format!(
        "use {library}::{{Context, Fault, {name}}};\n\
         use {library}::operation::{{{}}};\n\
         {types}\n\
         struct Api;\n\n\
         impl {name} for Api {{\n    async fn {}(\n        &self,\n{input}        context: &Context,\n    \
         ) -> Result<{output}, {}> {{\n        Err(Fault::new(501, \"NotImplemented\", \"not there yet\").into())\n    }}\n{others}}}\n\n\
         #[tokio::main]\nasync fn main() -> std::io::Result<()> {{\n    \
         {library}::serve(\"127.0.0.1:9000\", {library}::service(Api)).await\n}}",
        operation_types.join(", "),
        operation.method,
        operation.error.name,
    ))
}
