//! `cargo xtask codegen`: reads models, and writes the crates, or says what would change.

mod report;
mod select;

use crate::{
    cache::Cache,
    failure::Failure,
    generation::{Generation, generate_all},
    output::Output,
    sync::{self, Changes},
    workspace::Workspace,
};
use clap::{Args, ValueEnum};
use std::{path::PathBuf, time::Instant};

/// What `codegen` takes.
#[derive(Args, Clone, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CodegenArgs {
    /// Only this API of model/apis/apis.toml; may be given several times
    #[arg(long, value_name = "NAME", conflicts_with = "model")]
    pub(crate) api: Vec<String>,

    /// Write nothing: show what would change, and fail if anything would
    #[arg(long)]
    pub(crate) check: bool,

    /// How to report what is wrong with a model
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) message_format: MessageFormat,

    /// A model's files, or directories of them, instead of apis.toml
    #[arg(long, value_name = "FILE_OR_DIR", num_args = 1.., help_heading = "A model from elsewhere")]
    pub(crate) model: Vec<PathBuf>,

    /// The service to generate, if the model has several: its shape id or its bare name
    #[arg(long, value_name = "ID", requires = "model", help_heading = "A model from elsewhere")]
    pub(crate) service: Option<String>,

    /// Where to write the client crate; the directory's name becomes the package's
    #[arg(long, value_name = "DIR", requires = "model", help_heading = "A model from elsewhere")]
    pub(crate) client: Option<PathBuf>,

    /// Where to write the server crate
    #[arg(long, value_name = "DIR", requires = "model", help_heading = "A model from elsewhere")]
    pub(crate) server: Option<PathBuf>,

    /// Only these operations, and the types that they use
    #[arg(
        long,
        value_name = "A,B",
        value_delimiter = ',',
        requires = "model",
        help_heading = "A model from elsewhere"
    )]
    pub(crate) operations: Vec<String>,

    /// Make the model's protocol tests (smithy.test) tests of the crates
    #[arg(long, requires = "model", help_heading = "A model from elsewhere")]
    pub(crate) protocol_tests: bool,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask codegen                       every API of model/apis/apis.toml
  cargo xtask codegen --api lambda          one of them
  cargo xtask codegen --check               what would change; exit status 1 if anything would
  cargo xtask codegen --model s3.json --client ../s3-client --operations GetObject,PutObject

Without --client and --server, --model only reads and checks the model.
Diagnostics go to standard error; with --message-format json to standard output, one object a line.";

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// With the lines of the model they are about
    #[default]
    Human,
    /// One JSON object a line
    Json,
}

/// Runs the command.
///
/// # Errors
///
/// A model has errors, the arguments name what there is not, or a file cannot be read or written; with
/// `check` also any difference.
pub(crate) fn run(
    workspace: &Workspace,
    args: &CodegenArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let start = Instant::now();
    let selection = select::select(workspace, args, output)?;
    let use_cache = selection.in_workspace && !args.check;
    let cache = Cache::open(workspace).filter(|_| use_cache);
    let generations = generate_all(workspace, &selection.targets, cache.as_ref());
    report::diagnostics(&generations, args, output);
    if generations.iter().any(Generation::failed) {
        return Err(report::nothing_written(&generations, args));
    }
    let changes = compare(workspace, &generations)?;
    if args.check {
        return report::check(workspace, &selection, args, &changes, output);
    }
    let all: Vec<&Changes> = changes.iter().flatten().collect();
    sync::apply(&all)?;
    if let Some(cache) = cache {
        cache.save();
    }
    for name in &selection.unclaimed {
        output.warning(&report::unclaimed(name));
    }
    report::written(workspace, &selection, &generations, &changes, start.elapsed(), args, output);
    Ok(())
}

/// The changes to each crate of each generation.
fn compare(
    workspace: &Workspace,
    generations: &[Generation],
) -> Result<Vec<Vec<Changes>>, Failure> {
    let mut all = Vec::new();
    for generation in generations {
        let mut changes = Vec::new();
        for made in &generation.crates {
            changes.push(sync::compare(&workspace.shown(&made.target.directory), &made.files)?);
        }
        all.push(changes);
    }
    Ok(all)
}

#[cfg(test)]
mod tests;
