//! The command line of this workspace: `cargo xtask --help` lists what it does.

mod apis;
mod bless;
mod cache;
mod cargo;
mod ci;
mod codegen;
mod conformance;
mod diff;
mod e2e;
mod failure;
mod fuzz;
mod generation;
mod licenses;
mod output;
mod server;
mod storm;
mod sync;
mod table;
mod validate;
mod vendor;
mod watch;
mod workspace;

use clap::{Parser, Subcommand};
use output::Output;
use std::process::ExitCode;
use workspace::Workspace;

#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", about = "The command line of this workspace", long_about = None)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read models, and write the crates of model/apis/apis.toml, or of a model from elsewhere
    Codegen(codegen::CodegenArgs),
    /// Say all there is to say about a Smithy model, down to notes
    Validate(validate::ValidateArgs),
    /// Copy generated crates, and the runtime, into another workspace
    Vendor(vendor::VendorArgs),
    /// Write every golden file as the code gives it now: generated/ and the tests' own
    Bless,
    /// Run whole programs against each other: boto3, the AWS CLI and moto among them
    E2e(e2e::E2eArgs),
    /// Run the suites of the corpus
    Conformance(conformance::ConformanceArgs),
    /// Run the fuzz targets, each for some seconds
    Fuzz(fuzz::FuzzArgs),
    /// Send malformed requests to local-lambda at full speed, and see that it stands it
    Storm(storm::StormArgs),
    /// Run everything that must hold before a change lands
    Ci(ci::CiArgs),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let workspace = Workspace::here();
    let mut output = Output::standard();
    let outcome = match &cli.command {
        Command::Codegen(args) => codegen::run(&workspace, args, &mut output),
        Command::Validate(args) => validate::run(args, &mut output),
        Command::Vendor(args) => vendor::run(&workspace, args, &mut output),
        Command::Bless => bless::run(&workspace, &mut output),
        Command::E2e(args) => e2e::run(&workspace, args, &mut output),
        Command::Conformance(args) => conformance::run(&workspace, args, &mut output),
        Command::Fuzz(args) => fuzz::run(&workspace, args, &mut output),
        Command::Storm(args) => storm::run(&workspace, args, &mut output),
        Command::Ci(args) => ci::run(&workspace, args, &mut output),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.failure(&failure);
            ExitCode::FAILURE
        }
    }
}
