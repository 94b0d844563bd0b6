//! What JMESPath becomes in Rust means what it says: the golden cases `waiters` and `paths`, generated,
//! compiled and run against answers.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use farrier_generator::{Manifest, Options, Provenance, Role, generate};
use std::{fs, path::Path, process::Command};

#[test]
fn waiters_take_answers_for_what_they_are() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.parent().unwrap();
    let directory = root.join("target/golden-waiters");
    for case in ["waiters", "paths"] {
        let model = package.join(format!("tests/golden/{case}/model.smithy"));
        let options = Options {
            role: Role::Client,
            package: format!("{case}-client"),
            runtime_path: Some("../../../runtime".to_owned()),
            manifest: Manifest::default(),
            provenance: Provenance::default(),
            protocol_tests: false,
        };
        let api = farrier_model::read(&[model], None).api.unwrap();
        for (path, text) in generate(&api, &options).files {
            write(&directory.join(&options.package).join(path), &text);
        }
    }
    write(
        &directory.join("Cargo.toml"),
        "[workspace]\nresolver = \"3\"\nmembers = [\"answers\", \"waiters-client\", \"paths-client\"]\n",
    );
    write(
        &directory.join("answers/Cargo.toml"),
        "[package]\nname = \"answers\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [[bin]]\nname = \"waiters\"\npath = \"src/answers.rs\"\n\n\
         [[bin]]\nname = \"paths\"\npath = \"src/paths.rs\"\n\n\
         [dependencies]\nbytes = \"1\"\nhttp = \"1\"\nhttp-body = \"1\"\n\
         tokio = { version = \"1\", features = [\"macros\", \"rt\", \"test-util\", \"time\"] }\n\
         tower-service = \"0.3\"\n\
         farrier-runtime = { path = \"../../../runtime\", features = [\"hyper\"] }\n\
         paths-client = { path = \"../paths-client\", default-features = false }\n\
         waiters-client = { path = \"../waiters-client\", default-features = false }\n",
    );
    for name in ["answers.rs", "paths.rs", "service.rs"] {
        let program = fs::read_to_string(package.join("tests/waiters").join(name)).unwrap();
        write(&directory.join("answers/src").join(name), &program);
    }
    // The versions that the workspace was tested with, and no look at the registry.
    fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
    for (program, expected) in [("waiters", "30 answers\n"), ("paths", "209 answers\n")] {
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--offline", "--package", "answers", "--bin", program])
            .current_dir(&directory)
            .env("CARGO_TARGET_DIR", directory.join("target"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program}: {said}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{program}: {said}");
    }
}

fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
