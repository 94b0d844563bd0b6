//! Vendored crates build in a directory of their own, outside of this workspace.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn xtask(args: &[&str], to: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(args).arg("--to").arg(to).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn vendored_crates_build_elsewhere() {
    let elsewhere = tempfile::tempdir().unwrap();
    let vendor = elsewhere.path().join("vendor");
    let crates = ["vendor", "lambda-client", "lambda-server"];
    let output = xtask(&crates, &vendor);
    assert!(output.status.success(), "{}", text(&output.stderr));

    // A workspace of somebody else's, which depends on both.
    let manifest = r#"[package]
name = "elsewhere"
version = "1.0.0"
edition = "2024"

[dependencies]
lambda-client = { path = "vendor/lambda-client" }
lambda-server = { path = "vendor/lambda-server" }
"#;
    fs::write(elsewhere.path().join("Cargo.toml"), manifest).unwrap();
    fs::create_dir(elsewhere.path().join("src")).unwrap();
    let program = "use lambda_client as _;\nuse lambda_server as _;\nfn main() {}\n";
    fs::write(elsewhere.path().join("src/main.rs"), program).unwrap();
    // The versions that have been downloaded already.
    fs::copy(root().join("Cargo.lock"), elsewhere.path().join("Cargo.lock")).unwrap();
    // Built where the next run finds it.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vendor");
    let check = |offline: bool| {
        let mut command = Command::new(env!("CARGO"));
        command.args(["check", "--quiet"]).args(offline.then_some("--offline"));
        command.current_dir(elsewhere.path()).env("CARGO_TARGET_DIR", &target);
        command.output().unwrap()
    };
    let mut output = check(true);
    if !output.status.success() {
        output = check(false);
    }
    assert!(output.status.success(), "{}", text(&output.stderr));

    // Nothing of this workspace is left in the copies.
    for name in ["lambda-client", "lambda-server", "farrier-runtime"] {
        let manifest = fs::read_to_string(vendor.join(name).join("Cargo.toml")).unwrap();
        for word in ["workspace = true", "../..", "dev-dependencies", "[lints]\nworkspace"] {
            assert!(!manifest.contains(word), "{name}: {word} in {manifest}");
        }
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        assert!(vendor.join("farrier-runtime").join(name).is_file(), "{name}");
    }

    // Again: nothing to do; and what was changed is put right.
    let output = xtask(&crates, &vendor);
    assert_eq!(text(&output.stdout).matches(": unchanged").count(), 3, "{}", text(&output.stdout));
    let path = vendor.join("lambda-client/src/lib.rs");
    let before = fs::read_to_string(&path).unwrap();
    fs::write(&path, "").unwrap();
    assert!(xtask(&crates, &vendor).status.success());
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn what_was_not_vendored_is_not_overwritten() {
    let elsewhere = tempfile::tempdir().unwrap();
    let precious = elsewhere.path().join("farrier-runtime/src/lib.rs");
    fs::create_dir_all(precious.parent().unwrap()).unwrap();
    fs::write(&precious, "precious").unwrap();
    let output = xtask(&["vendor", "lambda-client"], elsewhere.path());
    assert_eq!(output.status.code(), Some(1));
    let error = text(&output.stderr);
    assert!(error.contains("farrier-runtime is not a crate that Farrier wrote"), "{error}");
    assert_eq!(fs::read_to_string(&precious).unwrap(), "precious");
    assert!(!elsewhere.path().join("lambda-client").exists());
}

#[test]
fn wrong_names_and_places() {
    let check = |name: &str, to: &Path, expected: &str| {
        let output = xtask(&["vendor", name], to);
        assert_eq!(output.status.code(), Some(1));
        let error = text(&output.stderr);
        assert!(error.contains(expected), "{error}");
    };
    let elsewhere = tempfile::tempdir().unwrap();
    check("lamda-client", elsewhere.path(), "did you mean `lambda-client`?");
    check("lambda-client", &root().join("vendor"), "lies in this workspace");
    assert!(!root().join("vendor").exists());
}
