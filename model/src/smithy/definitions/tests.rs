//! The definitions against the trait models of the corpus.

use super::*;
use crate::{
    api::Value,
    diagnostic::{Diagnostic, Severity},
    smithy::{
        document::{Document, Kind},
        prelude,
    },
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

#[test]
fn the_namespaces_are_sorted_and_read_without_a_finding() {
    assert!(NAMESPACES.is_sorted());
    for (namespace, text) in NAMESPACES {
        let mut sources = Sources::new();
        let id = sources.add(namespace, text);
        let mut findings = Vec::new();
        let document = idl::parse(&sources, id, &mut findings);
        assert!(document.shapes.iter().all(|shape| shape.id.namespace == namespace));
        let model = resolve::resolve(vec![document], &mut findings);
        findings.retain(|finding| finding.severity == Severity::Error);
        assert!(findings.is_empty(), "{namespace}: {findings:?}");
        assert!(model.shapes.len() > 1);
    }
}

#[test]
fn the_definitions_say_what_the_corpus_says() {
    let Some(root) = crate::location::of_corpus("smithy/traits") else { return };
    let mut sources = Sources::new();
    let mut findings: Vec<Diagnostic> = Vec::new();
    let mut documents: Vec<Document> = Vec::new();
    for path in files(&root) {
        let id = sources.load(&path).expect("a file");
        documents.push(idl::parse(&sources, id, &mut findings));
    }
    // Two files of `smithy.test` define the same lists; what they say is merged.
    let theirs = facts(&resolve::resolve(documents, &mut findings));
    let ours = facts(&load(NAMESPACES.map(|(namespace, _)| namespace)));
    let mut problems = Vec::new();
    for (path, fact) in &theirs {
        match ours.get(path) {
            Some(our) if our == fact => {}
            Some(our) => problems.push(format!("{path}: {fact} in the corpus, and {our}")),
            None => problems.push(format!("{path}: {fact} is missing")),
        }
    }
    let more = ours.keys().filter(|path| !theirs.contains_key(*path));
    problems.extend(more.map(|path| format!("{path} is not in the corpus")));
    assert!(theirs.len() > 1000, "only {} facts", theirs.len());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What is read for every model, before definitions are needed, is what they say.
#[test]
fn the_prelude_is_what_is_defined() {
    let defined = load(["smithy.framework"]);
    let of_prelude = || defined.shapes.values().filter(|it| it.id.namespace == prelude::NAMESPACE);
    let traits = of_prelude().filter(|shape| shape.traits.has("smithy.api#trait"));
    let mut names: Vec<&str> = traits.clone().map(|shape| shape.id.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, prelude::TRAITS);
    for shape in traits {
        let is_list = matches!(shape.kind, Kind::List | Kind::Set);
        assert_eq!(is_list, prelude::is_list_trait(&shape.id.name), "{}", shape.id);
    }

    let implied = facts(&resolve::resolve(Vec::new(), &mut Vec::new()));
    let all = facts(&defined);
    let is_implied = |path: &str| {
        path.starts_with("smithy.framework#")
            || implied.contains_key(path.split(['$', ' ']).next().unwrap_or(path))
    };
    let explicit: BTreeMap<_, _> = all.into_iter().filter(|(path, _)| is_implied(path)).collect();
    assert_eq!(implied, explicit);
    for shape in of_prelude().filter(|shape| !shape.traits.has("smithy.api#private")) {
        let is_known = shape.traits.has("smithy.api#trait") || is_implied(&shape.id.to_string());
        assert!(is_known, "{} is missing", shape.id);
    }
}

fn files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// What matters of each shape, member and trait; not what is only for people to read, and not what is
/// for comparing versions of a model.
fn facts(model: &Model) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::new();
    for (id, shape) in &model.shapes {
        let mixins: Vec<_> = shape.mixins.iter().map(|link| link.id.to_string()).collect();
        facts.insert(id.to_string(), format!("{:?} {mixins:?}", shape.kind));
        traits(&id.to_string(), &shape.traits, &mut facts);
        for member in shape.members.values() {
            let path = format!("{id}${}", member.name);
            facts.insert(path.clone(), member.target.id.to_string());
            traits(&path, &member.traits, &mut facts);
        }
    }
    facts
}

fn traits(path: &str, traits: &Traits, facts: &mut BTreeMap<String, String>) {
    const PROSE: [&str; 9] = [
        "documentation",
        "externalDocumentation",
        "tags",
        "suppress",
        "examples",
        "since",
        "title",
        "references",
        "recommended",
    ];
    for (id, applied) in traits.iter() {
        let name = id.strip_prefix("smithy.api#").unwrap_or(id);
        if PROSE.contains(&name) {
            continue;
        }
        let mut value = applied.value().clone();
        if name == "deprecated" {
            value = Value::Null;
        }
        if let Value::Object(members) = &mut value {
            for prose in ["breakingChanges", "errorMessage", "message"] {
                members.shift_remove(prose);
            }
            members.sort_keys();
            for validator in members.values_mut() {
                if let (Value::Object(validator), "traitValidators") = (validator, name) {
                    validator.shift_remove("message");
                }
            }
        }
        let value = format!("{value:?}").replace("\\n", " ");
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        facts.insert(format!("{path} @{id}"), value);
    }
}
