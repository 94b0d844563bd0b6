//! `cargo xtask bless`: writes every golden file as the code gives it now.

use crate::{
    cargo,
    codegen::{self, CodegenArgs},
    failure::Failure,
    output::Output,
    workspace::Workspace,
};

/// The crates whose tests have golden files, which they write if `BLESS=1`.
const PACKAGES: [&str; 2] = ["farrier-model", "farrier-generator"];

/// Runs the command.
///
/// # Errors
///
/// Generating fails, or a test does for another reason than its golden file.
pub(crate) fn run(workspace: &Workspace, output: &mut Output<'_>) -> Result<(), Failure> {
    codegen::run(workspace, &CodegenArgs::default(), output)?;
    let mut command = cargo::command(workspace, &["test", "--quiet"]);
    for package in PACKAGES {
        command.args(["--package", package]);
    }
    command.env("BLESS", "1");
    output.err(&format!("BLESS=1 {}\n", cargo::shown(&command)));
    cargo::run(command)?;
    output.out("golden files are as the code gives them; `git diff` shows what that changed\n");
    Ok(())
}
