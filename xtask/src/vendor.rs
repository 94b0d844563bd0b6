//! `cargo xtask vendor`: copies generated crates, and the runtime, to where they build without us.

mod manifest;

use crate::{
    apis::suggest,
    failure::Failure,
    output::Output,
    sync::{self, Changes},
    table::counted,
    workspace::{Workspace, with_slashes},
};
use clap::Args;
use manifest::Inherited;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What `vendor` takes.
#[derive(Args, Clone, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct VendorArgs {
    /// Crates under generated/
    #[arg(value_name = "CRATE", required = true)]
    pub(crate) crates: Vec<String>,

    /// The directory that gets a directory for each crate, and one for farrier-runtime
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask vendor lambda-client --to ../shop/vendor
  cargo xtask vendor lambda-client lambda-server --to ../shop/vendor

In the other workspace, add the crate to [dependencies] with path = \"vendor/lambda-client\". Run the
command again to bring the copies up to date; a directory that holds anything else is left alone.";

/// The runtime's directory among vendored crates, and its package's name.
const RUNTIME: &str = "farrier-runtime";

/// The texts of the licences that the runtime is under.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Runs the command.
///
/// # Errors
///
/// There is no such crate, the directory is part of this workspace, or it holds what was not vendored.
pub(crate) fn run(
    workspace: &Workspace,
    args: &VendorArgs,
    output: &mut Output<'_>,
) -> Result<(), Failure> {
    let names = generated(workspace)?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for name in &args.crates {
        if !names.contains(&name.as_str()) {
            let message = format!("there is no generated crate `{name}`");
            return Err(Failure::new(message).with_help(suggest(name, &names)));
        }
    }
    let to = workspace.absolute(&args.to);
    if to.starts_with(workspace.root()) && !to.starts_with(workspace.target()) {
        let message = format!("{} lies in this workspace", workspace.shown(&to).display());
        return Err(Failure::new(message).with_help("crates are vendored into other workspaces"));
    }
    let inherited = Inherited::read(&workspace.root().join("Cargo.toml"))?;
    let mut crates = args.crates.clone();
    crates.sort();
    crates.dedup();
    let mut all = Vec::new();
    for name in &crates {
        let files = generated_files(workspace, name, &inherited)?;
        all.push(sync::compare(&to.join(name), &files)?);
    }
    all.push(sync::compare(&to.join(RUNTIME), &runtime_files(workspace, &inherited)?)?);
    sync::apply(&all.iter().collect::<Vec<&Changes>>())?;
    for changes in &all {
        let what = match (changes.written(), changes.deleted()) {
            (0, 0) => "unchanged".to_owned(),
            (written, 0) => format!("{} written", counted(written, "file")),
            (written, deleted) => {
                format!("{} written, {deleted} deleted", counted(written, "file"))
            }
        };
        output.out(&format!("{}: {what}\n", changes.directory.display()));
    }
    Ok(())
}

/// The names of the crates under `generated/`.
fn generated(workspace: &Workspace) -> Result<Vec<String>, Failure> {
    let directory = workspace.generated();
    let mut names = match directory.exists() {
        true => sync::list(&directory)?,
        false => Vec::new(),
    };
    names.retain(|name| sync::is_generated(&directory.join(name)));
    Ok(names)
}

fn generated_files(
    workspace: &Workspace,
    name: &str,
    inherited: &Inherited,
) -> Result<Vec<(String, String)>, Failure> {
    let directory = workspace.generated().join(name);
    let mut files = Vec::new();
    for top in sync::list(&directory)? {
        if !top.starts_with('.') && !matches!(top.as_str(), "target" | "Cargo.lock" | "Cargo.toml")
        {
            collect(&directory, &top, 0, &mut files)?;
        }
    }
    let path = directory.join("Cargo.toml");
    let text = read(&path)?;
    let vendored = manifest::vendor_generated(&text, RUNTIME)
        .map_err(|reason| Failure::new(format!("{}: {reason}", path.display())))?;
    files.push(("Cargo.toml".to_owned(), vendored.text));
    // Under our own licence its texts come with it; under another one they are the publisher's to add.
    if vendored.license.is_some() && vendored.license == inherited.license() {
        files.extend(licenses(workspace)?);
    }
    files.sort();
    Ok(files)
}

fn runtime_files(
    workspace: &Workspace,
    inherited: &Inherited,
) -> Result<Vec<(String, String)>, Failure> {
    let directory = workspace.runtime();
    let mut files = licenses(workspace)?;
    collect(&directory, "src", 0, &mut files)?;
    if directory.join("README.md").is_file() {
        collect(&directory, "README.md", 0, &mut files)?;
    }
    let path = directory.join("Cargo.toml");
    let text = manifest::vendor_runtime(&read(&path)?, inherited)
        .map_err(|reason| Failure::new(format!("{}: {reason}", path.display())))?;
    files.push(("Cargo.toml".to_owned(), text));
    files.sort();
    Ok(files)
}

fn licenses(workspace: &Workspace) -> Result<Vec<(String, String)>, Failure> {
    LICENSES
        .iter()
        .map(|name| Ok(((*name).to_owned(), read(&workspace.root().join(name))?)))
        .collect()
}

/// Directories within directories are followed so far.
const MAX_DEPTH: usize = 16;

/// Adds the file, or all files of the directory, at `path` below `directory`.
fn collect(
    directory: &Path,
    path: &str,
    depth: usize,
    files: &mut Vec<(String, String)>,
) -> Result<(), Failure> {
    let full = directory.join(path);
    if full.is_dir() && depth < MAX_DEPTH {
        for name in sync::list(&full)? {
            if !name.starts_with('.') {
                collect(directory, &format!("{path}/{name}"), depth + 1, files)?;
            }
        }
        return Ok(());
    }
    files.push((with_slashes(Path::new(path)), read(&full)?));
    Ok(())
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error: io::Error| Failure::io("read", path)(error))
}
