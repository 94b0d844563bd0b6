//! What JMESPath becomes in Rust means what it says: the golden case `waiters`, generated, compiled and run
//! against answers.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use farrier_generator::{Manifest, Options, Provenance, Role, generate};
use std::{fs, path::Path, process::Command};

#[test]
fn waiters_take_answers_for_what_they_are() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.parent().unwrap();
    let directory = root.join("target/golden-waiters");
    let reading = farrier_model::read(&[package.join("tests/golden/waiters/model.smithy")], None);
    let options = Options {
        role: Role::Client,
        package: "waiters-client".to_owned(),
        runtime_path: Some("../../../runtime".to_owned()),
        manifest: Manifest::default(),
        provenance: Provenance::default(),
        protocol_tests: false,
    };
    for (path, text) in generate(&reading.api.unwrap(), &options).files {
        write(&directory.join("waiters-client").join(path), &text);
    }
    write(
        &directory.join("Cargo.toml"),
        "[workspace]\nresolver = \"3\"\nmembers = [\"answers\", \"waiters-client\"]\n",
    );
    write(
        &directory.join("answers/Cargo.toml"),
        "[package]\nname = \"answers\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nbytes = \"1\"\nhttp = \"1\"\nhttp-body = \"1\"\n\
         tokio = { version = \"1\", features = [\"macros\", \"rt\", \"test-util\", \"time\"] }\n\
         tower-service = \"0.3\"\n\
         waiters-client = { path = \"../waiters-client\", default-features = false }\n",
    );
    let program = fs::read_to_string(package.join("tests/waiters/answers.rs")).unwrap();
    write(&directory.join("answers/src/main.rs"), &program);
    // The versions that the workspace was tested with, and no look at the registry.
    fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--package", "answers"])
        .current_dir(&directory)
        .env("CARGO_TARGET_DIR", directory.join("target"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "30 answers\n", "{said}");
}

fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
