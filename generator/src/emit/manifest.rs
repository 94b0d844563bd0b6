//! The files of a crate that are not Rust, and the docs that stand on top of it.

use crate::{
    Options,
    name::unraw,
    plan::{Crate, Field, Operation, Presence, Role, RustType, is_invisible},
};
use askama::Template;

/// `Cargo.toml`, `README.md` and `rustfmt.toml`.
pub(super) fn files(plan: &Crate, options: &Options) -> Vec<(String, String)> {
    let manifest = CargoToml {
        package: &plan.package,
        version: options.manifest.version.as_deref().unwrap_or("0.1.0"),
        description: description(plan, options),
        license: options.manifest.license.as_deref(),
        repository: options.manifest.repository.as_deref(),
        keywords: &options.manifest.keywords,
        categories: &options.manifest.categories,
        client: plan.role == Role::Client,
        look_around: plan.look_around,
        runtime_path: options.runtime_path.as_deref(),
        runtime_version: env!("CARGO_PKG_VERSION"),
        rust_version: options
            .manifest
            .rust_version
            .as_deref()
            .unwrap_or(env!("CARGO_PKG_RUST_VERSION")),
        models: &options.provenance.files,
        service: &plan.service.name,
        protocol: plan.service.protocol,
        operations: plan.operations.iter().map(|operation| operation.name.as_str()).collect(),
    };
    let example = Example::of(plan);
    let readme = Readme {
        package: &plan.package,
        title: &plan.service.title,
        protocol: plan.service.protocol,
        client: plan.role == Role::Client,
        operations: plan
            .operations
            .iter()
            .map(|operation| Line {
                name: &operation.name,
                route: format!("{} {}", operation.http_method, operation.uri),
                method: unraw(&operation.method),
            })
            .collect(),
        left_out: &plan.left_out,
        example: example.as_ref().map(|example| example.text.as_str()),
        models: &options.provenance.files,
    };
    let render = |name: &str, text: Result<String, askama::Error>| {
        // The templates write into a string: that cannot fail.
        let mut text = text.unwrap_or_default();
        // A template's own last line feed is not printed.
        text.push('\n');
        (name.to_owned(), text)
    };
    vec![
        render("Cargo.toml", manifest.render()),
        render("README.md", readme.render()),
        (
            "rustfmt.toml".to_owned(),
            "# These files are generated: what was printed is final.\ndisable_all_formatting = true\n"
                .to_owned(),
        ),
    ]
}

/// What `src/lib.rs` says on top.
pub(super) fn crate_docs(plan: &Crate) -> Vec<String> {
    let what = match plan.role {
        Role::Client => format!("A client of {}.", plan.service.title),
        Role::Server => format!("A server of {}.", plan.service.title),
    };
    let mut docs = vec![what, String::new()];
    if plan.role == Role::Client && !plan.service.docs.is_empty() {
        docs.extend(plan.service.docs.iter().cloned());
        docs.push(String::new());
    }
    if let Some(example) = Example::of(plan) {
        docs.push("```no_run".to_owned());
        docs.extend(example.text.lines().map(str::to_owned));
        docs.push("```".to_owned());
        docs.push(String::new());
    }
    docs.push("Written by Farrier; changes belong into the model.".to_owned());
    docs
}

fn description(plan: &Crate, options: &Options) -> String {
    options.manifest.description.clone().unwrap_or_else(|| match plan.role {
        Role::Client => format!("A client of {}", plan.service.plain_title),
        Role::Server => format!("A server of {}", plan.service.plain_title),
    })
}

#[derive(Template)]
#[template(path = "Cargo.toml", escape = "none")]
struct CargoToml<'a> {
    package: &'a str,
    version: &'a str,
    description: String,
    license: Option<&'a str>,
    repository: Option<&'a str>,
    keywords: &'a [String],
    categories: &'a [String],
    client: bool,
    look_around: bool,
    runtime_path: Option<&'a str>,
    runtime_version: &'a str,
    rust_version: &'a str,
    models: &'a [(String, String)],
    service: &'a str,
    protocol: &'a str,
    operations: Vec<&'a str>,
}

#[derive(Template)]
#[template(path = "README.md", escape = "none")]
struct Readme<'a> {
    package: &'a str,
    title: &'a str,
    protocol: &'a str,
    client: bool,
    operations: Vec<Line<'a>>,
    left_out: &'a [(String, String)],
    example: Option<&'a str>,
    models: &'a [(String, String)],
}

struct Line<'a> {
    name: &'a str,
    route: String,
    method: &'a str,
}

/// Text as a TOML string.
fn toml(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            control if control.is_control() || is_invisible(control) => {
                out.push_str(&format!("\\U{:08X}", u32::from(control)));
            }
            character => out.push(character),
        }
    }
    out.push('"');
    out
}

/// Text in a Markdown table or line.
fn markdown(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '`' | '|' => '\'',
            character if character.is_control() || is_invisible(character) => ' ',
            character => character,
        })
        .collect()
}

/// A program that uses the crate, with an operation whose input can be made from strings and numbers.
struct Example {
    text: String,
}

impl Example {
    fn of(plan: &Crate) -> Option<Self> {
        let simple =
            |operation: &&Operation| required(operation).all(|field| value(&field.ty).is_some());
        match plan.role {
            Role::Client => {
                let operation = plan.operations.iter().find(simple)?;
                Some(Self { text: client_example(plan, operation) })
            }
            Role::Server => plan.operations.first().map(|_| Self { text: server_example(plan) }),
        }
    }
}

fn required(operation: &Operation) -> impl Iterator<Item = &Field> {
    operation.input.fields.iter().filter(|field| field.presence == Presence::Required)
}

fn value(ty: &RustType) -> Option<&'static str> {
    Some(match ty {
        RustType::Bool => "true",
        RustType::I8 | RustType::I16 | RustType::I32 | RustType::I64 => "1",
        RustType::F32 | RustType::F64 => "1.0",
        RustType::String => "\"example\"",
        RustType::Blob => "\"example\"",
        _ => return None,
    })
}

fn client_example(plan: &Crate, operation: &Operation) -> String {
    let library = &plan.library;
    let input = &operation.input.name;
    let arguments: Vec<&str> = required(operation).filter_map(|field| value(&field.ty)).collect();
    let call = match operation.no_input {
        true => String::new(),
        false => format!("{input}::new({})", arguments.join(", ")),
    };
    let import = match operation.no_input {
        true => format!("use {library}::{{Client, Config}};"),
        false => format!("use {library}::{{Client, Config, operation::{input}}};"),
    };
    let config = match (&plan.service.sigv4, &plan.service.endpoint) {
        (Some(_), _) => "Config::from_env()",
        (None, Some(_)) => "Config::new()",
        (None, None) => "Config::new().with_endpoint(\"http://127.0.0.1:9000\")",
    };
    format!(
        "{import}\n\n# async fn example() -> Result<(), Box<dyn std::error::Error>> {{\nlet client = Client::new({config});\nlet answer = client.{}({call}).await?;\nprintln!(\"{{answer:?}}\");\n# Ok(())\n# }}",
        operation.method
    )
}

fn server_example(plan: &Crate) -> String {
    let library = &plan.library;
    let name = &plan.service.type_name;
    format!(
        "use {library}::{name};\n\n# async fn example(api: impl {name}) -> std::io::Result<()> {{\n// `api` is a type of yours that implements `{name}`.\n{library}::serve(\"127.0.0.1:9000\", {library}::service(api)).await?;\n# Ok(())\n# }}"
    )
}
