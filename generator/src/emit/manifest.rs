//! The files of a crate that are not Rust, and the docs that stand on top of it.

use super::example;
use crate::{
    Options,
    name::unraw,
    plan::{Crate, Role, is_invisible},
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
        tests: !plan.tests.is_empty(),
        placeholder_names: plan.placeholder_names,
        gzip: plan.gzip,
        files: plan.sends_streams,
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
        pages: plan
            .operations
            .iter()
            .filter(|operation| operation.pagination.is_some())
            .map(|operation| unraw(&operation.method))
            .collect(),
        pages_only: plan
            .operations
            .iter()
            .filter_map(|operation| operation.pagination.as_ref())
            .any(|pages| pages.items.is_none()),
        pages_example: example::pages(plan),
        waiters: plan
            .operations
            .iter()
            .flat_map(|operation| {
                operation.waiters.iter().map(|waiter| WaiterLine {
                    name: &waiter.name,
                    method: unraw(&waiter.method),
                    calls: unraw(&operation.method),
                })
            })
            .collect(),
        waiter_example: example::waiter(plan),
        left_out: &plan.left_out,
        files: plan.sends_streams,
        example: example::in_readme(plan),
        model: model(&options.provenance.files),
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
    if let Some(example) = example::in_docs(plan) {
        docs.push("```no_run".to_owned());
        docs.extend(example.lines().map(str::to_owned));
        docs.push("```".to_owned());
        docs.push(String::new());
    }
    docs.push("Written by Farrier; changes belong into the model.".to_owned());
    docs
}

/// Where the model lies: the file, or what its files have in common.
fn model(files: &[(String, String)]) -> String {
    let Some((first, _)) = files.first() else { return String::new() };
    if files.len() == 1 {
        return first.clone();
    }
    let shared = files.iter().fold(first.as_str(), |shared, (path, _)| {
        let length =
            shared.bytes().zip(path.bytes()).take_while(|(one, other)| one == other).count();
        shared.get(..length).unwrap_or("")
    });
    shared.rsplit_once('/').map_or(String::new(), |(directory, _)| directory.to_owned())
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
    tests: bool,
    placeholder_names: bool,
    gzip: bool,
    files: bool,
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
    /// The methods of operations that answer a page at a time.
    pages: Vec<&'a str>,
    /// Whether of some of them nobody knows the items.
    pages_only: bool,
    pages_example: Option<String>,
    waiters: Vec<WaiterLine<'a>>,
    waiter_example: Option<String>,
    left_out: &'a [(String, String)],
    files: bool,
    example: Option<String>,
    model: String,
}

struct Line<'a> {
    name: &'a str,
    route: String,
    method: &'a str,
}

struct WaiterLine<'a> {
    name: &'a str,
    method: &'a str,
    calls: &'a str,
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

/// A sentence of ours, in which what the model says stands as code.
fn sentence(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            character if character.is_control() || is_invisible(character) => ' ',
            character => character,
        })
        .collect()
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
