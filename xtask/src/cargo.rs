//! Running Cargo.

use crate::{failure::Failure, workspace::Workspace};
use serde_json::Value;
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

/// A Cargo command line, to be run at the workspace's root.
pub(crate) fn command(workspace: &Workspace, args: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(workspace.root());
    // Set by the Cargo that runs this program, and about this program only.
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs the command with the streams of this process.
///
/// # Errors
///
/// It cannot be started, or it fails, which it has said itself.
pub(crate) fn run(mut command: Command) -> Result<(), Failure> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| Failure::new(format!("cannot run {}: {error}", shown(&command))))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` failed: {status}", shown(&command))))
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let program = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let args = command.get_args().map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(program).chain(args).collect::<Vec<_>>().join(" ")
}

/// What the command prints, as JSON objects, one a line; other lines are passed over.
fn json_lines(mut command: Command) -> Result<Vec<Value>, Failure> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("cannot run {}: {error}", shown(&command))))?;
    if !output.status.success() {
        return Err(Failure::new(format!("`{}` failed: {}", shown(&command), output.status)));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

/// What `cargo metadata` says, of this workspace and of all that it depends on.
pub(crate) fn metadata(workspace: &Workspace) -> Result<Value, Failure> {
    let args = ["metadata", "--format-version", "1", "--all-features"];
    let mut lines = json_lines(command(workspace, &args))?;
    lines.pop().ok_or_else(|| Failure::new("`cargo metadata` says nothing"))
}

/// The platform of this machine as Rust names it, such as `x86_64-unknown-linux-gnu`.
///
/// # Errors
///
/// The compiler cannot be asked.
pub(crate) fn platform() -> Result<String, Failure> {
    let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.arg("-vV").stdin(Stdio::null());
    let output = command
        .output()
        .map_err(|error| Failure::new(format!("cannot run {}: {error}", shown(&command))))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let platform = text.lines().find_map(|line| line.strip_prefix("host: "));
    platform
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("`{}` names no host", shown(&command))))
}

/// Builds a package of the workspace that has one program of its name, and says where that is.
pub(crate) fn build(workspace: &Workspace, package: &str) -> Result<PathBuf, Failure> {
    let args = ["build", "--quiet", "--package", package, "--bin", package];
    let mut command = command(workspace, &args);
    command.args(["--message-format", "json-render-diagnostics"]);
    let lines = json_lines(command)?;
    let is_it = |line: &&Value| {
        line.pointer("/target/name").and_then(Value::as_str) == Some(package)
            && line.get("executable").is_some_and(Value::is_string)
    };
    let path = lines.iter().find(is_it).and_then(|line| line.get("executable"));
    path.and_then(Value::as_str)
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new(format!("`{package}` has no program of its name")))
}
