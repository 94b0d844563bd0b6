//! A Python with the packages that the steps need.

use super::super::{failure::Failure, generation::sha256, output::Output, workspace::Workspace};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// An interpreter in a virtual environment.
pub(super) struct Python {
    program: PathBuf,
    path: std::ffi::OsString,
}

impl Python {
    /// The virtual environment in `slot`; if none is there, the one below the target directory, made
    /// anew unless it holds what `requirements.txt` says.
    pub(super) fn ready<'a>(
        workspace: &Workspace,
        slot: &'a mut Option<Self>,
        output: &mut Output<'_>,
    ) -> Result<&'a Self, Failure> {
        match slot {
            Some(python) => Ok(python),
            None => Ok(slot.insert(Self::make(workspace, output)?)),
        }
    }

    /// A command of the interpreter, with the environment's programs (`aws`) on its path.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.env("PATH", &self.path).env("PYTHONUNBUFFERED", "1").env_remove("PYTHONPATH");
        command
    }

    fn make(workspace: &Workspace, output: &mut Output<'_>) -> Result<Self, Failure> {
        let requirements = workspace.root().join("xtask").join("e2e").join("requirements.txt");
        let text = fs::read_to_string(&requirements).map_err(Failure::io("read", &requirements))?;
        let directory = workspace.target().join("e2e").join("venv");
        let bin = directory.join(if cfg!(windows) { "Scripts" } else { "bin" });
        let program = bin.join(if cfg!(windows) { "python.exe" } else { "python" });
        let stamp = directory.join("requirements.sha256");
        let digest = sha256(text.as_bytes());
        if fs::read_to_string(&stamp).ok().as_deref() != Some(&digest) {
            if directory.exists() {
                fs::remove_dir_all(&directory).map_err(Failure::io("delete", &directory))?;
            }
            output.err(&format!("making {}\n", workspace.shown(&directory).display()));
            let base = env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
            venv(Path::new(&base), &directory)?;
            let mut command = Command::new(&program);
            command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
            run(command.arg(&requirements), "installing what requirements.txt says")?;
            fs::write(&stamp, digest).map_err(Failure::io("write", &stamp))?;
        }
        let mut paths = vec![bin];
        paths.extend(env::var_os("PATH").iter().flat_map(env::split_paths));
        let path = env::join_paths(paths).map_err(|error| Failure::new(error.to_string()))?;
        Ok(Self { program, path })
    }
}

fn venv(python: &Path, directory: &Path) -> Result<(), Failure> {
    let mut command = Command::new(python);
    command.args(["-m", "venv"]).arg(directory);
    run(&mut command, "making a virtual environment").map_err(|failure| {
        failure.with_help(
            "this needs Python 3.11 or later with its venv module (on Debian: python3-venv); PYTHON \
             names another interpreter",
        )
    })
}

fn run(command: &mut Command, what: &str) -> Result<(), Failure> {
    let status = command.stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("{what} failed: {status}"))),
        Err(error) => Err(Failure::new(format!("{what} failed: {error}"))),
    }
}
