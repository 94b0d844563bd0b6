//! `apis.toml`: the models that this workspace generates from, and the crates that it writes.

mod field;
mod package;

pub(crate) use field::Spanned;
pub(crate) use package::check_name;

use farrier_generator::Manifest;
use farrier_model::{Diagnostic, Origin, Sources, source::SourceId, suggestion::closest};
use field::Fields;
use std::{collections::HashMap, path::PathBuf};
use toml_edit::{Document, Item};

/// One `[[api]]`.
#[derive(Clone, Debug)]
pub(crate) struct Api {
    /// What `--api` takes.
    pub(crate) name: Spanned<String>,
    /// Files and directories; relative ones are meant from `apis.toml`'s directory.
    pub(crate) model: Vec<Spanned<PathBuf>>,
    /// Which service of the model.
    pub(crate) service: Option<String>,
    /// The client crate's name, which is its directory too.
    pub(crate) client: Option<Spanned<String>>,
    /// The server crate's name.
    pub(crate) server: Option<Spanned<String>>,
    /// The operations to generate; `None` is all.
    pub(crate) operations: Option<Vec<Spanned<String>>>,
    /// What a publisher says of the crates.
    pub(crate) manifest: Manifest,
    /// Whether the model's protocol tests become tests of the crates.
    pub(crate) protocol_tests: bool,
}

/// The keys of an `[[api]]`.
const KEYS: [&str; 14] = [
    "name",
    "model",
    "service",
    "client",
    "server",
    "operations",
    "protocol_tests",
    "version",
    "description",
    "keywords",
    "categories",
    "license",
    "repository",
    "rust-version",
];

/// Reads the file that `source` is. Everything that is wrong with it is added to `diagnostics`.
pub(crate) fn read(
    sources: &Sources,
    source: SourceId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Api> {
    let document = match Document::parse(sources.text(source)) {
        Ok(document) => document,
        Err(error) => {
            let place = error.span().unwrap_or_default();
            let origin = Origin::span(source, place.start, place.end);
            let message = format!("this is not TOML: {}", one_line(error.message()));
            diagnostics.push(Diagnostic::invalid("apis-toml-syntax", origin, message));
            return Vec::new();
        }
    };
    let top = Fields::new(document.as_table(), source, Origin::span(source, 0, 0));
    top.refuse_unknown(&["api"], diagnostics);
    let Some(item) = document.get("api") else {
        let message = "no [[api]] is given";
        diagnostics.push(
            Diagnostic::warning("apis-toml-empty", Origin::span(source, 0, 0), message)
                .with_help("add one that names a model and the crates to write from it"),
        );
        return Vec::new();
    };
    let Item::ArrayOfTables(tables) = item else {
        let message = "`api` must be written as [[api]] tables";
        diagnostics.push(Diagnostic::invalid("apis-toml-type", top.origin_of("api"), message));
        return Vec::new();
    };
    let mut apis = Vec::new();
    for table in tables {
        let place = table.span().unwrap_or_default();
        let fields = Fields::new(table, source, Origin::span(source, place.start, place.end));
        apis.extend(api(&fields, diagnostics));
    }
    refuse_duplicates(&apis, diagnostics);
    apis
}

fn api(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Api> {
    let errors_before = diagnostics.len();
    fields.refuse_unknown(&KEYS, diagnostics);
    let name = fields.required_string("name", diagnostics);
    if let Some(name) = &name {
        let is_part =
            |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
        if name.value.is_empty() || !name.value.chars().all(is_part) {
            let message = format!("`{}` is no name for an API", name.value);
            diagnostics.push(
                Diagnostic::invalid("apis-toml-value", name.origin.clone(), message)
                    .with_help("a name has letters, digits, `-`, `_` and `.`"),
            );
        }
    }
    let model = fields.strings("model", diagnostics);
    if model.as_ref().is_none_or(Vec::is_empty) && !fields.has_wrong("model") {
        let message = "`model` is missing: the files or directories to read";
        diagnostics.push(Diagnostic::invalid(
            "apis-toml-missing",
            fields.origin_of("model"),
            message,
        ));
    }
    let client = fields.string("client", diagnostics);
    let server = fields.string("server", diagnostics);
    for package in client.iter().chain(&server) {
        if let Err(reason) = package::check_name(&package.value) {
            let message = format!("`{}` is no name for a crate: {reason}", package.value);
            diagnostics.push(Diagnostic::invalid(
                "apis-toml-value",
                package.origin.clone(),
                message,
            ));
        }
    }
    if client.is_none() && server.is_none() && diagnostics.len() == errors_before {
        let message = "neither `client` nor `server` is given: there is nothing to write";
        diagnostics.push(Diagnostic::invalid("apis-toml-missing", fields.origin(), message));
    }
    let operations = fields.strings("operations", diagnostics);
    if operations.as_ref().is_some_and(Vec::is_empty) {
        let message = "`operations` is empty: no operation would be left";
        diagnostics.push(
            Diagnostic::invalid("apis-toml-value", fields.origin_of("operations"), message)
                .with_help("leave it out to generate all of them"),
        );
    }
    let manifest = package::manifest(fields, diagnostics);
    let service = fields.string("service", diagnostics).map(|service| service.value);
    let path =
        |path: Spanned<String>| Spanned { value: PathBuf::from(path.value), origin: path.origin };
    let model = model.unwrap_or_default().into_iter().map(path).collect();
    let protocol_tests = fields.boolean("protocol_tests", diagnostics);
    Some(Api { name: name?, model, service, client, server, operations, manifest, protocol_tests })
}

/// Two APIs of one name, or two crates in one directory.
fn refuse_duplicates(apis: &[Api], diagnostics: &mut Vec<Diagnostic>) {
    let mut names: HashMap<String, &Origin> = HashMap::new();
    let mut crates: HashMap<String, &Origin> = HashMap::new();
    for api in apis {
        if let Some(first) = names.insert(api.name.value.clone(), &api.name.origin) {
            let message = format!("a second API is called `{}`", api.name.value);
            diagnostics.push(
                Diagnostic::invalid("apis-toml-duplicate", api.name.origin.clone(), message)
                    .with_related(first.clone(), "the first"),
            );
        }
        for package in api.client.iter().chain(&api.server) {
            // `a-b` and `a_b` are one library; `A` and `a` are one directory on many file systems.
            let key = package.value.replace('-', "_").to_lowercase();
            if let Some(first) = crates.insert(key, &package.origin) {
                let message = format!("a second crate is called `{}`", package.value);
                diagnostics.push(
                    Diagnostic::invalid("apis-toml-duplicate", package.origin.clone(), message)
                        .with_related(first.clone(), "the first"),
                );
            }
        }
    }
}

/// `did you mean …`, or all that there are.
pub(crate) fn suggest(name: &str, candidates: &[&str]) -> String {
    if let Some(name) = closest(name, candidates.iter().copied()) {
        return format!("did you mean `{name}`?");
    }
    if candidates.is_empty() {
        return "there are none".to_owned();
    }
    let more = candidates.len().saturating_sub(MOST_NAMED);
    let mut names: Vec<String> =
        candidates.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    if more > 0 {
        names.push(format!("{more} more"));
    }
    format!("there are {}", names.join(", "))
}

/// So many names are listed where none is close.
const MOST_NAMED: usize = 12;

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
