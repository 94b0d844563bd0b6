//! The reference loader's own test resources, as far as they are a matter of syntax.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{parse, position, render};

fn smithy_files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            smithy_files(&entry, into);
        } else if entry.extension().is_some_and(|extension| extension == "smithy") {
            into.push(entry);
        }
    }
}

/// Every `.smithy` file of the corpus that these folders hold.
pub(super) fn files(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let Some(corpus) = crate::location::of_corpus("smithy") else { return Vec::new() };
    let mut paths = Vec::new();
    for folder in folders {
        smithy_files(&corpus.join(folder), &mut paths);
    }
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("UTF-8");
            (path, text)
        })
        .collect()
}

/// What is valid, and what is invalid in another way than in its syntax.
#[test]
fn reads_what_is_valid() {
    let folders = ["loader", "traits"];
    let mut failures = String::new();
    let mut count = 0;
    for (path, text) in files(&folders) {
        let broken =
            ["/invalid/", "/error-recovery/"].iter().any(|it| path.to_string_lossy().contains(it));
        if broken {
            continue;
        }
        count += 1;
        let (document, diagnostics, sources) = parse(&text);
        if document.is_none() {
            failures += &format!("{}\n{}", path.display(), render(&diagnostics, &sources));
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(count == 0 || count > 100, "only {count} files");
}

/// What has to be refused at a certain line and column.
#[test]
fn refuses_bad_syntax_where_it_is() {
    let mut failures = String::new();
    let (mut count, mut elsewhere) = (0, Vec::new());
    for (path, text) in files(&["loader/invalid"]) {
        let expected = text.lines().next().unwrap_or_default();
        let (_, diagnostics, sources) = parse(&text);
        let Some(place) = expected_position(expected) else {
            if diagnostics.is_empty() {
                elsewhere.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
            continue;
        };
        count += 1;
        let places: Vec<_> =
            diagnostics.iter().map(|diagnostic| position(&diagnostic.origin, &sources)).collect();
        if places.first() != Some(&place) || places.len() != 1 {
            failures +=
                &format!("{}\n{expected}\n{}\n", path.display(), render(&diagnostics, &sources));
        }
    }
    println!("left to resolving: {elsewhere:?}");
    assert!(failures.is_empty(), "{failures}");
    assert!(count == 0 || count > 80, "only {count} files with a place");
}

/// The place in `Syntax error at line 6, column 17: …`.
fn expected_position(text: &str) -> Option<(usize, usize)> {
    let (_, rest) = text.split_once("Syntax error at line ")?;
    let (line, rest) = rest.split_once(", column ")?;
    let column: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some((line.parse().ok()?, column.parse().ok()?))
}
