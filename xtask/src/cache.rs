//! What the last run wrote, so that the next one need not generate it again.
//!
//! For each crate directory a line below the target directory holds two digests: of all that its text
//! depends on (this program, the model's files, the options), and of the text itself. If the first is
//! as it was, and what is on disk has the second, generating would give what is on disk. `--check` does
//! not rely on this, and deleting the file costs one slower run.

use crate::{
    generation::{CrateTarget, Target, sha256},
    sync,
    workspace::Workspace,
};
use farrier_generator::Options;
use std::{collections::BTreeMap, env, fs, path::PathBuf, sync::Mutex, time::UNIX_EPOCH};

/// The digests of the last run, and of this one.
pub(crate) struct Cache {
    path: PathBuf,
    program: String,
    /// By directory: the digests of what the text depends on, and of the text.
    entries: Mutex<BTreeMap<String, (String, String)>>,
}

impl Cache {
    /// What the last run left; `None` if this program cannot be told from another.
    pub(crate) fn open(workspace: &Workspace) -> Option<Self> {
        let program = env::current_exe().ok()?;
        let metadata = fs::metadata(&program).ok()?;
        let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let program = format!("{} {} {modified:?}", program.display(), metadata.len());
        let path = workspace.target().join("farrier").join("codegen");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let entry = |line: &str| {
            let mut parts = line.splitn(3, ' ');
            let (inputs, text, directory) = (parts.next()?, parts.next()?, parts.next()?);
            Some((directory.to_owned(), (inputs.to_owned(), text.to_owned())))
        };
        let entries = Mutex::new(text.lines().filter_map(entry).collect());
        Some(Self { path, program, entries })
    }

    /// The digest of all that a crate's text depends on.
    pub(crate) fn inputs(&self, target: &Target, options: &Options) -> String {
        let operations: Option<Vec<&str>> = target
            .operations
            .as_ref()
            .map(|names| names.iter().map(|name| name.value.as_str()).collect());
        let inputs = (&self.program, &target.service, operations, options);
        sha256(format!("{inputs:?}").as_bytes())
    }

    /// The files that are on disk, if they are those that `inputs` give.
    pub(crate) fn files(
        &self,
        target: &CrateTarget,
        inputs: &str,
    ) -> Option<Vec<(String, String)>> {
        let directory = target.directory.to_string_lossy().into_owned();
        let text = {
            let entries = self.entries.lock().ok()?;
            let (known, text) = entries.get(&directory)?;
            (known == inputs).then(|| text.clone())?
        };
        let files = sync::read(&target.directory).ok()?;
        (digest(&files) == text).then_some(files)
    }

    /// Remembers what `inputs` give.
    pub(crate) fn record(&self, target: &CrateTarget, inputs: String, files: &[(String, String)]) {
        let directory = target.directory.to_string_lossy().into_owned();
        if let Ok(mut entries) = self.entries.lock() {
            entries.insert(directory, (inputs, digest(files)));
        }
    }

    /// Leaves it for the next run; if that fails, the next run is slower, and no more.
    pub(crate) fn save(self) {
        let mut text = String::new();
        for (directory, (inputs, digest)) in self.entries.lock().iter().flat_map(|all| all.iter()) {
            if !directory.contains('\n') {
                text += &format!("{inputs} {digest} {directory}\n");
            }
        }
        if fs::read_to_string(&self.path).is_ok_and(|old| old == text) {
            return;
        }
        let temporary = self.path.with_extension(std::process::id().to_string());
        let _ = self.path.parent().map(fs::create_dir_all);
        let _ = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, &self.path));
    }
}

/// The digest of a crate's files, whose order does not matter.
fn digest(files: &[(String, String)]) -> String {
    let mut files: Vec<&(String, String)> = files.iter().collect();
    files.sort();
    let mut bytes = Vec::new();
    for (path, text) in files {
        for part in [path, text] {
            bytes.extend_from_slice(&part.len().to_le_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
    }
    sha256(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_tell_files_apart() {
        let files = |files: &[(&str, &str)]| -> Vec<(String, String)> {
            files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
        };
        let one = digest(&files(&[("a", "bc"), ("d", "")]));
        assert_eq!(one, digest(&files(&[("d", ""), ("a", "bc")])));
        for other in
            [files(&[("ab", "c"), ("d", "")]), files(&[("a", "bcd"), ("", "")]), files(&[])]
        {
            assert_ne!(one, digest(&other));
        }
    }
}
