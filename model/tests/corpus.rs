//! Reads every model of the corpus, where there is one.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod location;

use farrier_model::Severity;
use serde_json::Value;
use std::{
    collections::{BTreeSet, HashSet},
    fs,
    path::{Path, PathBuf},
};

/// The files of a folder of the corpus, of which there are at least so many; none where it is missing.
fn corpus(folder: &str, least: usize) -> Vec<PathBuf> {
    let Some(root) = location::of_corpus(folder) else { return Vec::new() };
    let entries = fs::read_dir(&root).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(files.len() >= least, "{} holds only {} files", root.display(), files.len());
    files
}

#[test]
fn every_model_reads_without_findings() {
    for path in corpus("aws-models", 15).into_iter().chain(corpus("smithy/protocol-tests", 2)) {
        let reading = farrier_model::read(std::slice::from_ref(&path), None);
        // What Smithy's own validators warn of is no fault of reading.
        let mut findings = reading.diagnostics;
        findings.retain(|it| it.event.is_none() || it.severity >= Severity::Danger);
        let worst = findings.iter().map(|finding| finding.severity).max();
        assert!(
            worst.is_none_or(|worst| worst < Severity::Warning),
            "{}",
            farrier_model::diagnostic::render(&reading.sources, &findings, false)
        );
        let api = reading.api.unwrap();
        let raw: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let raw = Raw { shapes: &raw["shapes"] };
        let found = api.operations.keys().map(String::clone).collect();
        assert_same(&found, &raw.operations(), &path);
        // What mixins give is not in the JSON's own members.
        if !raw.has_mixins() {
            let found = api.shapes.keys().map(ToString::to_string).collect();
            assert_same(&found, &raw.reached(), &path);
        }
        for (name, operation) in &api.operations {
            let (errors, method) = raw.errors_and_method(name);
            assert_eq!(operation.errors.len(), errors, "{name} of {}", path.display());
            let http = operation.http.as_ref().map(|http| http.method.as_str());
            assert_eq!(http, method, "{name} of {}", path.display());
        }
    }
}

fn assert_same(found: &BTreeSet<String>, expected: &BTreeSet<String>, path: &Path) {
    let differing: Vec<&String> = found.symmetric_difference(expected).collect();
    assert!(differing.is_empty(), "{}: {differing:?}", path.display());
}

/// The same facts, taken from the JSON without the reader.
struct Raw<'v> {
    shapes: &'v Value,
}

impl<'v> Raw<'v> {
    fn service(&self) -> &'v Value {
        let shapes = self.shapes.as_object().unwrap();
        shapes.values().find(|shape| shape["type"] == "service").unwrap()
    }

    fn targets(&self, value: &'v Value) -> Vec<&'v str> {
        let items = value.as_array().into_iter().flatten();
        items.map(|item| item["target"].as_str().unwrap()).collect()
    }

    fn operation_ids(&self) -> HashSet<&'v str> {
        let mut ids = HashSet::new();
        let mut owners = vec![self.service()];
        while let Some(owner) = owners.pop() {
            for key in ["operations", "collectionOperations"] {
                ids.extend(self.targets(&owner[key]));
            }
            for key in ["put", "create", "read", "update", "delete", "list"] {
                ids.extend(owner[key]["target"].as_str());
            }
            owners.extend(self.targets(&owner["resources"]).iter().map(|id| &self.shapes[*id]));
        }
        ids
    }

    fn operations(&self) -> BTreeSet<String> {
        let ids = self.operation_ids().into_iter();
        ids.map(|id| id.split_once('#').unwrap().1.to_owned()).collect()
    }

    fn has_mixins(&self) -> bool {
        self.shapes.as_object().unwrap().values().any(|shape| shape.get("mixins").is_some())
    }

    /// The shapes that are not simple and that the operations reach.
    fn reached(&self) -> BTreeSet<String> {
        let mut waiting: Vec<&str> = self.targets(&self.service()["errors"]);
        for id in self.operation_ids() {
            let operation = &self.shapes[id];
            waiting.extend(self.targets(&operation["errors"]));
            waiting.extend(
                ["input", "output"].iter().filter_map(|key| operation[*key]["target"].as_str()),
            );
        }
        let mut seen = HashSet::new();
        let mut reached = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if !seen.insert(id) || id == "smithy.api#Unit" {
                continue;
            }
            let shape = &self.shapes[id];
            let simple = match shape["type"].as_str() {
                Some("list" | "set" | "map" | "structure" | "union") => false,
                Some("enum" | "intEnum") => {
                    reached.insert(id.to_owned());
                    continue;
                }
                Some("string") => shape["traits"].get("smithy.api#enum").is_none(),
                _ => true,
            };
            if simple {
                continue;
            }
            reached.insert(id.to_owned());
            let members = shape["members"].as_object().into_iter().flatten();
            waiting.extend(members.filter_map(|(_, member)| member["target"].as_str()));
            for key in ["member", "key", "value"] {
                waiting.extend(shape[key]["target"].as_str());
            }
        }
        reached
    }

    fn errors_and_method(&self, operation: &str) -> (usize, Option<&'v str>) {
        let ids = self.operation_ids();
        let id = ids.iter().find(|id| id.ends_with(&format!("#{operation}"))).unwrap();
        let shape = &self.shapes[*id];
        let mut errors: HashSet<&str> = self.targets(&shape["errors"]).into_iter().collect();
        errors.extend(self.targets(&self.service()["errors"]));
        (errors.len(), shape["traits"]["smithy.api#http"]["method"].as_str())
    }
}
