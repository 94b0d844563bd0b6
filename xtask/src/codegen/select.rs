//! From the arguments to the targets.

use super::{CodegenArgs, MessageFormat};
use crate::{
    apis::{self, Api, Spanned, check_name, suggest},
    failure::Failure,
    generation::{CrateTarget, Target},
    output::Output,
    sync,
    workspace::Workspace,
};
use farrier_generator::{Manifest, Role};
use farrier_model::{Origin, Severity, Sources, diagnostic};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// What to generate.
pub(super) struct Selection {
    /// The models, each with its crates.
    pub(super) targets: Vec<Target>,
    /// What lies under `generated/` and belongs to no API.
    pub(super) unclaimed: Vec<String>,
    /// Whether the crates are those of the workspace.
    pub(super) in_workspace: bool,
}

/// The targets that the arguments ask for. What is wrong with `apis.toml` is reported.
pub(super) fn select(
    workspace: &Workspace,
    args: &CodegenArgs,
    output: &mut Output<'_>,
) -> Result<Selection, Failure> {
    if args.model.is_empty() {
        from_apis(workspace, args, output)
    } else {
        let targets = vec![from_arguments(workspace, args)?];
        Ok(Selection { targets, unclaimed: Vec::new(), in_workspace: false })
    }
}

fn from_apis(
    workspace: &Workspace,
    args: &CodegenArgs,
    output: &mut Output<'_>,
) -> Result<Selection, Failure> {
    let path = workspace.apis();
    let shown = workspace.shown(&path);
    let mut sources = Sources::new();
    let source = sources.load(&shown).map_err(Failure::io("read", &shown))?;
    let mut diagnostics = Vec::new();
    let apis = apis::read(&sources, source, &mut diagnostics);
    match args.message_format {
        MessageFormat::Json => output.out(&diagnostic::to_json_lines(&sources, &diagnostics)),
        MessageFormat::Human => {
            let text = diagnostic::render(&sources, &diagnostics, output.err_colour());
            output.err(&text);
        }
    }
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Err(Failure::new(format!("{} has errors; nothing was written", shown.display())));
    }
    let names: Vec<&str> = apis.iter().map(|api| api.name.value.as_str()).collect();
    for name in &args.api {
        if !names.contains(&name.as_str()) {
            let message = format!("{} has no API `{name}`", shown.display());
            return Err(Failure::new(message).with_help(suggest(name, &names)));
        }
    }
    let claimed: BTreeSet<String> = apis
        .iter()
        .flat_map(|api| api.client.iter().chain(&api.server))
        .map(|package| package.value.clone())
        .collect();
    let unclaimed = match args.api.is_empty() {
        true => sync::unclaimed(&workspace.generated(), &claimed)?,
        false => Vec::new(),
    };
    let file = (shown, sources.text(source).to_owned());
    let base = path.parent().unwrap_or(&path);
    let targets = apis
        .into_iter()
        .filter(|api| args.api.is_empty() || args.api.contains(&api.name.value))
        .map(|api| target(workspace, base, &file, api))
        .collect();
    Ok(Selection { targets, unclaimed, in_workspace: true })
}

fn target(workspace: &Workspace, base: &Path, file: &(PathBuf, String), api: Api) -> Target {
    let crate_target = |role, package: Option<Spanned<String>>| {
        let package = package?.value;
        let directory = workspace.generated().join(&package);
        Some(CrateTarget { role, package, directory })
    };
    let client = crate_target(Role::Client, api.client);
    let server = crate_target(Role::Server, api.server);
    Target {
        name: api.name.value,
        model: api.model.iter().map(|path| base.join(&path.value)).collect(),
        service: api.service,
        operations: api.operations,
        named_in: Some(file.clone()),
        crates: client.into_iter().chain(server).collect(),
        manifest: api.manifest,
        protocol_tests: api.protocol_tests,
    }
}

fn from_arguments(workspace: &Workspace, args: &CodegenArgs) -> Result<Target, Failure> {
    let crate_target = |role, directory: &Option<PathBuf>| {
        let Some(directory) = directory else { return Ok(None) };
        let directory = workspace.absolute(directory);
        let package = directory
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if let Err(reason) = check_name(&package) {
            let message = format!("`{package}` is no name for a crate: {reason}");
            return Err(Failure::new(message)
                .with_help("the last part of the directory's path becomes the package's name"));
        }
        Ok(Some(CrateTarget { role, package, directory }))
    };
    let client = crate_target(Role::Client, &args.client)?;
    let server = crate_target(Role::Server, &args.server)?;
    if let (Some(client), Some(server)) = (&client, &server)
        && (client.directory.starts_with(&server.directory)
            || server.directory.starts_with(&client.directory))
    {
        return Err(Failure::new("the client and the server need directories of their own"));
    }
    let name = |path: &PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let operation = |name: &String| Spanned { value: name.clone(), origin: Origin::BuiltIn };
    Ok(Target {
        name: args.model.first().and_then(name).unwrap_or_else(|| "model".to_owned()),
        model: args.model.iter().map(|path| workspace.absolute(path)).collect(),
        service: args.service.clone(),
        operations: (!args.operations.is_empty())
            .then(|| args.operations.iter().map(operation).collect()),
        named_in: None,
        crates: client.into_iter().chain(server).collect(),
        manifest: Manifest::default(),
        protocol_tests: args.protocol_tests,
    })
}
