//! Resolved models against the corpus: pairs of files that must say the same.

use super::{
    document,
    document::Document,
    model::{Model, Traits},
    resolve,
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    source::Sources,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The reference loader's files; `None`, and a line that says so, where they are missing.
fn loader() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/smithy/loader");
    if !root.is_dir() {
        println!("skipped: {} is not there", root.display());
        return None;
    }
    Some(root)
}

/// All files below `directory`, sorted.
fn files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The model that `paths` are together, and its errors.
fn load(paths: &[PathBuf]) -> (Model, Vec<String>) {
    let mut sources = Sources::new();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut documents: Vec<Document> = Vec::new();
    for path in paths {
        let id = sources.load(path).unwrap();
        documents.extend(super::document(&sources, id, &mut diagnostics));
    }
    let model = resolve::resolve(documents, &mut diagnostics);
    let errors = diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    (model, errors.map(|finding| finding.message.clone()).collect())
}

/// Everything that a model says but where, one line a fact, by shape.
fn facts(model: &Model) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::new();
    for (id, shape) in &model.shapes {
        if matches!(id.namespace.as_str(), "smithy.api" | "smithy.framework") {
            continue;
        }
        // A set is a list of unique items in 2.0.
        let kind = match shape.kind {
            document::Kind::Set => document::Kind::List,
            kind => kind,
        };
        facts.insert(id.to_string(), format!("{kind:?} {:?}", links(shape)));
        traits(&id.to_string(), &shape.traits, &mut facts);
        for member in shape.members.values() {
            let path = format!("{id}${}", member.name);
            facts.insert(path.clone(), member.target.id.to_string());
            traits(&path, &member.traits, &mut facts);
        }
    }
    facts
}

fn links(shape: &super::model::Shape) -> Vec<String> {
    let links = &shape.links;
    let ids = |links: &[super::model::Link]| -> Vec<String> {
        links.iter().map(|link| link.id.to_string()).collect()
    };
    let mut all = vec![format!("{:?}", links.version)];
    all.extend(ids(&links.operations));
    all.push("/".to_owned());
    all.extend(ids(&links.collection_operations));
    all.push("/".to_owned());
    all.extend(ids(&links.resources));
    all.push("/".to_owned());
    all.extend(ids(&links.errors));
    let pairs = links.identifiers.iter().chain(&links.properties);
    all.extend(pairs.map(|(name, link)| format!("{name}={}", link.id)));
    all.extend(links.lifecycle.iter().map(|(kind, link)| format!("{kind:?}={}", link.id)));
    all.extend(links.rename.iter().map(|(link, name)| format!("{}={name}", link.id)));
    // Nothing said is `Unit`.
    let unit = |link: &Option<super::model::Link>| {
        link.as_ref().map_or("smithy.api#Unit".to_owned(), |link| link.id.to_string())
    };
    if shape.kind == document::Kind::Operation {
        all.push(unit(&links.input));
        all.push(unit(&links.output));
    }
    all
}

fn traits(path: &str, traits: &Traits, facts: &mut BTreeMap<String, String>) {
    for (id, applied) in traits.iter() {
        facts.insert(format!("{path} @{id}"), format!("{:?}", applied.value()));
    }
}

/// Checks that both models say the same; the difference, otherwise.
fn compare(left: &[PathBuf], right: &[PathBuf]) -> Option<String> {
    let (left_model, left_errors) = load(left);
    let (right_model, right_errors) = load(right);
    let mut problems: Vec<String> = left_errors.into_iter().chain(right_errors).collect();
    let (left_facts, right_facts) = (facts(&left_model), facts(&right_model));
    for (path, fact) in &left_facts {
        match right_facts.get(path) {
            Some(other) if other == fact => {}
            Some(other) => problems.push(format!("{path}: {fact} and {other}")),
            None => problems.push(format!("{path}: {fact} only in the first")),
        }
    }
    for (path, fact) in right_facts.iter().filter(|(path, _)| !left_facts.contains_key(*path)) {
        problems.push(format!("{path}: {fact} only in the second"));
    }
    let name = left.last().map(|path| path.display().to_string()).unwrap_or_default();
    (!problems.is_empty()).then(|| format!("{name}\n  {}", problems.join("\n  ")))
}

#[test]
fn idl_and_ast_say_the_same() {
    let Some(root) = loader() else { return };
    let shared = root.join("valid/__shared.json");
    let mut problems = Vec::new();
    let mut compared = 0;
    for path in files(&root.join("valid")) {
        let json = path.with_extension("json");
        if path.extension().is_none_or(|extension| extension != "smithy") || !json.is_file() {
            continue;
        }
        // Holds numbers beyond what a double holds, which JSON is refused for.
        if path.ends_with("valid/traits.smithy") {
            continue;
        }
        compared += 1;
        problems.extend(compare(&[shared.clone(), path], &[shared.clone(), json]));
    }
    assert!(compared > 40, "only {compared} pairs");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn mixins_flatten_as_they_should() {
    let Some(root) = loader() else { return };
    let mut problems = Vec::new();
    let mut compared = 0;
    for path in files(&root.join("valid/mixins")) {
        let Some(name) = path.to_str().and_then(|path| path.strip_suffix(".flattened.smithy"))
        else {
            continue;
        };
        compared += 1;
        let mixed = PathBuf::from(format!("{name}.smithy"));
        let (mut model, mut errors) = load(&[mixed]);
        model.shapes.retain(|_, shape| !shape.traits.has("smithy.api#mixin"));
        let (flat, more) = load(std::slice::from_ref(&path));
        errors.extend(more);
        let (left, right) = (facts(&model), facts(&flat));
        for (path, fact) in left.iter().filter(|(path, fact)| right.get(*path) != Some(fact)) {
            errors.push(format!("{path}: {fact} and {:?}", right.get(path)));
        }
        for path in right.keys().filter(|path| !left.contains_key(*path)) {
            errors.push(format!("{path}: only flattened"));
        }
        if !errors.is_empty() {
            problems.push(format!("{}\n  {}", path.display(), errors.join("\n  ")));
        }
    }
    assert!(compared > 5, "only {compared} pairs");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
