//! Small models beside the exact crates that they must give, and the same crates compiled.
//!
//! `tests/golden/<case>/` holds `model.smithy`, `model.json` or `model.yaml`, the Rust files of both
//! crates below `client/` and `server/`, and `diagnostics.txt` if the model has any said about it.
//! The case `manifest` alone also holds what is not Rust. `BLESS=1` writes what is expected.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by panicking")]

#[path = "../../model/tests/location/mod.rs"]
mod location;

use farrier_generator::{Generated, Manifest, Options, Provenance, Role, generate};
use farrier_model::diagnostic;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Path below the case's directory → text.
type Files = BTreeMap<String, String>;

#[test]
fn crates_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut failures = String::new();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let expected = written(&case);
        let actual = shown(&name, &case);
        let paths: BTreeSet<&String> = expected.keys().chain(actual.keys()).collect();
        for path in paths {
            let (old, new) = (expected.get(path), actual.get(path));
            if old == new {
                continue;
            }
            if bless {
                match new {
                    Some(text) => write(&case.join(path), text),
                    None => fs::remove_file(case.join(path)).unwrap(),
                }
                continue;
            }
            failures.push_str(&format!("\n{name}/{path}\n"));
            failures.push_str(&match (old, new) {
                (None, Some(_)) => "  is generated, but not expected\n".to_owned(),
                (Some(_), None) => "  no case claims this file\n".to_owned(),
                (old, new) => {
                    difference(old.map_or("", String::as_str), new.map_or("", String::as_str))
                }
            });
        }
    }
    assert!(failures.is_empty(), "{failures}\n`cargo xtask bless` accepts what is generated now");
}

#[test]
fn two_runs_give_identical_bytes() {
    for case in cases() {
        for role in [Role::Client, Role::Server] {
            let once = crate_of("case", &case, role).files;
            assert_eq!(once, crate_of("case", &case, role).files, "{}", case.display());
        }
    }
}

#[test]
fn crates_compile() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let directory = root.join("target/golden");
    let mut members = BTreeSet::new();
    let mut programs = String::new();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        for role in [Role::Client, Role::Server] {
            let package = package(&name, role);
            let generated = crate_of(&name, &case, role);
            if generated.files.is_empty() {
                continue;
            }
            let _ = fs::remove_dir_all(directory.join(&package).join("src"));
            for (path, text) in generated.files {
                if path == "README.md" && role == Role::Client {
                    programs.push_str(&programs_of(&package, &text));
                }
                write(&directory.join(&package).join(path), &text);
            }
            members.insert(package);
        }
    }
    for model in corpus_models() {
        let name = model.file_stem().unwrap().to_string_lossy().into_owned();
        for role in [Role::Client, Role::Server] {
            let package = package(&name, role);
            let generated = crate_from(&name, &model, role);
            assert!(!generated.files.is_empty(), "{package}: {:?}", generated.diagnostics);
            let _ = fs::remove_dir_all(directory.join(&package).join("src"));
            for (path, text) in generated.files {
                if path == "README.md" && role == Role::Client {
                    programs.push_str(&programs_of(&package, &text));
                }
                write(&directory.join(&package).join(path), &text);
            }
            members.insert(package);
        }
    }
    let dependencies: String = members
        .iter()
        .map(|member| {
            format!("{member} = {{ path = \"../{member}\", default-features = false }}\n")
        })
        .collect();
    write(
        &directory.join("readmes/Cargo.toml"),
        &format!(
            "[package]\nname = \"readmes\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n{dependencies}"
        ),
    );
    assert!(programs.contains(".items()") && programs.contains(".wait_until_"), "{programs}");
    write(
        &directory.join("readmes/src/lib.rs"),
        &format!("#![allow(dead_code, deprecated)]\n{programs}"),
    );
    members.insert("readmes".to_owned());
    let list: Vec<String> = members.iter().map(|member| format!("{member:?}")).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", list.join(", "));
    write(&directory.join("Cargo.toml"), &manifest);
    // The versions that the workspace was tested with, and no look at the registry.
    fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--workspace", "--all-features", "--offline"])
        .current_dir(&directory)
        .env("CARGO_TARGET_DIR", directory.join("target"))
        .env("RUSTFLAGS", "-Dwarnings")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // Where there are tests, they pass.
    let output = Command::new(env!("CARGO"))
        .args(["test", "--quiet", "--offline", "--test", "protocol"])
        .args(
            [Role::Client, Role::Server]
                .map(|role| format!("-p{}", package("protocol-tests", role))),
        )
        .current_dir(&directory)
        .env("CARGO_TARGET_DIR", directory.join("target"))
        .env("RUSTFLAGS", "-Dwarnings")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    // One line for each of the two crates, and neither of them empty.
    assert_eq!(text.matches("test result: ok. ").count(), 2, "{text}");
    assert!(!text.contains("ok. 0 passed"), "{text}");
}

/// The programs in a README, each in a module.
fn programs_of(package: &str, readme: &str) -> String {
    let blocks = readme.split("```rust,no_run\n").skip(1).enumerate();
    blocks
        .map(|(index, rest)| {
            let program = rest.split("```").next().unwrap_or_default();
            format!("mod {}_{index} {{\n{program}}}\n", package.replace('-', "_"))
        })
        .collect()
}

fn cases() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases: Vec<PathBuf> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

fn model(case: &Path) -> PathBuf {
    ["model.smithy", "model.json", "model.yaml"]
        .iter()
        .map(|name| case.join(name))
        .find(|path| path.exists())
        .unwrap_or_else(|| panic!("{} has no model", case.display()))
}

fn package(case: &str, role: Role) -> String {
    match role {
        Role::Client => format!("golden-{case}-client"),
        Role::Server => format!("golden-{case}-server"),
    }
}

/// A few small models of real services, where they are there.
fn corpus_models() -> Vec<PathBuf> {
    ["iot-data-plane", "polly", "lex-runtime-v2"]
        .iter()
        .filter_map(|name| location::of_corpus(&format!("aws-models/{name}.json")))
        .collect()
}

fn crate_of(name: &str, case: &Path, role: Role) -> Generated {
    crate_from(name, &model(case), role)
}

fn crate_from(name: &str, model: &Path, role: Role) -> Generated {
    let reading = farrier_model::read(&[model.to_path_buf()], None);
    let Some(api) = &reading.api else {
        return Generated { files: Vec::new(), diagnostics: Vec::new() };
    };
    generate(
        api,
        &Options {
            role,
            package: package(name, role),
            runtime_path: Some("../../../runtime".to_owned()),
            manifest: Manifest::default(),
            provenance: Provenance::default(),
            protocol_tests: true,
        },
    )
}

/// What the case gives now.
fn shown(name: &str, case: &Path) -> Files {
    let mut files = Files::new();
    let reading = farrier_model::read(&[model(case)], None);
    let mut said = reading.diagnostics.clone();
    for role in [Role::Client, Role::Server] {
        let generated = crate_of(name, case, role);
        for diagnostic in generated.diagnostics {
            if !said.contains(&diagnostic) {
                said.push(diagnostic);
            }
        }
        let side = if role == Role::Client { "client" } else { "server" };
        for (path, text) in generated.files {
            if path.ends_with(".rs") || name == "manifest" {
                files.insert(format!("{side}/{path}"), text);
            }
        }
    }
    if !said.is_empty() {
        let text = diagnostic::render(&reading.sources, &said, false);
        let directory = format!("{}/", case.display());
        files.insert("diagnostics.txt".to_owned(), text.replace(&directory, ""));
    }
    files
}

/// What the case expects.
fn written(case: &Path) -> Files {
    let mut files = Files::new();
    let mut waiting = vec![case.to_path_buf()];
    let model = model(case);
    while let Some(directory) = waiting.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path != model {
                let name = path.strip_prefix(case).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn difference(old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(2)
        .header("expected", "generated")
        .to_string()
}
