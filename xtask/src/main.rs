//! The command line of this workspace: `cargo xtask --help` lists what it does.

mod apis;
mod codegen;
mod diff;
mod failure;
mod generation;
mod output;
mod sync;
mod table;
mod vendor;
mod workspace;

use clap::{Parser, Subcommand};
use output::Output;
use std::process::ExitCode;
use workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The command line of this workspace", long_about = None)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read models, and write the crates of model/apis/apis.toml, or of a model from elsewhere
    Codegen(codegen::CodegenArgs),
    /// Copy generated crates, and the runtime, into another workspace
    Vendor(vendor::VendorArgs),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let workspace = Workspace::here();
    let mut output = Output::standard();
    let outcome = match &cli.command {
        Command::Codegen(args) => codegen::run(&workspace, args, &mut output),
        Command::Vendor(args) => vendor::run(&workspace, args, &mut output),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.failure(&failure);
            ExitCode::FAILURE
        }
    }
}
