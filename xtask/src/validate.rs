//! `cargo xtask validate`: all that there is to say about Smithy models.

use crate::{failure::Failure, output::Output};
use clap::Args;
use farrier_model::{Severity, diagnostic, smithy};
use std::path::PathBuf;

/// What `validate` takes.
#[derive(Args, Clone, Debug)]
pub(crate) struct ValidateArgs {
    /// The files of one model, or directories of them
    #[arg(value_name = "FILE_OR_DIR", num_args = 1.., required = true)]
    pub(crate) model: Vec<PathBuf>,
}

/// Runs the command.
///
/// # Errors
///
/// The model has errors.
pub(crate) fn run(args: &ValidateArgs, output: &mut Output<'_>) -> Result<(), Failure> {
    let validation = smithy::validate(&args.model);
    let findings = &validation.diagnostics;
    let colour = output.out_colour();
    output.out(&diagnostic::render(&validation.sources, findings, colour));
    let summary = diagnostic::summary(findings).unwrap_or_else(|| "nothing to say".to_owned());
    let suppressed = match validation.suppressed.len() {
        0 => String::new(),
        count => format!("; {count} more that the model suppresses"),
    };
    output.out(&format!("{summary}{suppressed}\n"));
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(Failure::Reported);
    }
    Ok(())
}
