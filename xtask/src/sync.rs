//! From the files that a crate is to have to the changes on disk.
//!
//! [`compare`] looks and touches nothing; [`apply`] does what it found. Only what lies where a
//! generated crate has its files is ever changed: the directories that it has files in, and its files
//! next to `Cargo.toml`. What lies beside them (`target`, `Cargo.lock`, somebody's notes) is left alone.

use crate::failure::Failure;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Component, Path, PathBuf},
};
use toml_edit::{Document, Item};

/// What is to be done to one file.
#[derive(Debug)]
pub(crate) struct Change {
    /// The path below the crate's directory, with `/`.
    pub(crate) path: String,
    /// What is there now; `None` is nothing.
    pub(crate) old: Option<String>,
    /// What is to be there; `None` is nothing.
    pub(crate) new: Option<String>,
}

/// What is to be done to one crate.
#[derive(Debug)]
pub(crate) struct Changes {
    /// The crate's directory.
    pub(crate) directory: PathBuf,
    /// One for each file that differs, sorted by path.
    pub(crate) changes: Vec<Change>,
    /// What else lies in the directory, and will be left alone.
    pub(crate) others: Vec<String>,
}

impl Changes {
    /// How many files are to be written.
    pub(crate) fn written(&self) -> usize {
        self.changes.iter().filter(|change| change.new.is_some()).count()
    }

    /// How many files are to be deleted.
    pub(crate) fn deleted(&self) -> usize {
        self.changes.len() - self.written()
    }
}

/// Holds what is on disk against what is to be there: `files` below `directory`, each path with its
/// text.
///
/// # Errors
///
/// The directory cannot be read, or it is not Farrier's to write: something lies in it, but no
/// `Cargo.toml` of a generated crate.
pub(crate) fn compare(directory: &Path, files: &[(String, String)]) -> Result<Changes, Failure> {
    for (path, _) in files {
        check_path(path)?;
    }
    let mut found = BTreeMap::new();
    let mut others = Vec::new();
    if let Some(metadata) = metadata(directory)? {
        if !metadata.is_dir() {
            let message = format!("{} is not a directory", directory.display());
            return Err(Failure::new(message).with_help("nothing was written; move it away"));
        }
        let tops: BTreeSet<&str> = files.iter().filter_map(|(path, _)| top(path)).collect();
        for name in list(directory)? {
            if tops.contains(name.as_str()) {
                walk(directory, &name, 0, &mut found)?;
            } else if is_ours(&name) {
                others.push(name);
            }
        }
        if !found.is_empty() && !is_generated(directory) {
            return Err(foreign(directory));
        }
        if found.is_empty() && !others.is_empty() {
            return Err(foreign(directory));
        }
    }
    let mut changes = Vec::new();
    for (path, text) in files {
        let old = found.remove(path.as_str());
        if old.as_deref() != Some(text.as_bytes()) {
            let old = old.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            changes.push(Change { path: path.clone(), old, new: Some(text.clone()) });
        }
    }
    for (path, bytes) in found {
        let old = Some(String::from_utf8_lossy(&bytes).into_owned());
        changes.push(Change { path, old, new: None });
    }
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Changes { directory: directory.to_path_buf(), changes, others })
}

/// Does what [`compare`] found, for several crates. All new text is on disk, under other names, before
/// the first file is replaced: if that fails, nothing has changed.
///
/// # Errors
///
/// What could not be written, moved or deleted.
pub(crate) fn apply(crates: &[&Changes]) -> Result<(), Failure> {
    let mut staged = Vec::new();
    for changes in crates.iter().filter(|changes| !changes.changes.is_empty()) {
        staged.push(Staging::prepare(changes)?);
    }
    for staging in &staged {
        staging.commit()?;
    }
    Ok(())
}

/// All files of a crate, path below its directory → text, but for what Cargo puts there.
pub(crate) fn read(directory: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut found = BTreeMap::new();
    for name in list(directory)?.iter().filter(|name| is_ours(name)) {
        walk(directory, name, 0, &mut found)?;
    }
    let text = |(path, bytes): (String, Vec<u8>)| match String::from_utf8(bytes) {
        Ok(text) => Ok((path, text)),
        Err(_) => Err(Failure::new(format!("{}/{path} is not UTF-8", directory.display()))),
    };
    found.into_iter().map(text).collect()
}

/// Whether something of this name in a crate's directory is neither hidden nor Cargo's.
fn is_ours(name: &str) -> bool {
    !name.starts_with('.') && !matches!(name, "target" | "Cargo.lock")
}

/// Whether the directory holds a crate that Farrier wrote: its `Cargo.toml` says so under
/// `[package.metadata.farrier]`.
pub(crate) fn is_generated(directory: &Path) -> bool {
    let Ok(text) = fs::read_to_string(directory.join("Cargo.toml")) else { return false };
    let Ok(document) = Document::parse(text) else { return false };
    let farrier = ["package", "metadata", "farrier"]
        .iter()
        .try_fold(document.as_item(), |item: &Item, key| item.get(key));
    farrier.is_some_and(Item::is_table_like)
}

/// The names in a directory, sorted.
pub(crate) fn list(directory: &Path) -> Result<Vec<String>, Failure> {
    let names = fs::read_dir(directory).and_then(|entries| {
        entries
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<Vec<_>>>()
    });
    let mut names = names.map_err(Failure::io("read the directory", directory))?;
    names.sort();
    Ok(names)
}

fn foreign(directory: &Path) -> Failure {
    let message = format!("{} is not a crate that Farrier wrote", directory.display());
    Failure::new(message).with_help(
        "nothing was written; move the directory away, or give the crate another name (Farrier's \
         crates say [package.metadata.farrier] in their Cargo.toml)",
    )
}

/// A generated path must lead to somewhere below the crate's directory.
fn check_path(path: &str) -> Result<(), Failure> {
    let is_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let is_hidden = path.split('/').any(|part| part.starts_with('.') || part.is_empty());
    if is_plain && !is_hidden && !path.contains('\\') && path != STAGING {
        return Ok(());
    }
    Err(Failure::new(format!("the generator gave a file outside its crate: {path:?}")))
}

fn top(path: &str) -> Option<&str> {
    path.split('/').next()
}

/// `None` if nothing is there. Links are not followed.
fn metadata(path: &Path) -> Result<Option<fs::Metadata>, Failure> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::io("look at", path)(error)),
    }
}

/// Directories within directories are followed so far; generated crates have two levels.
const MAX_DEPTH: usize = 16;

/// Reads the file, or all files of the directory, at `path` below `directory`.
fn walk(
    directory: &Path,
    path: &str,
    depth: usize,
    found: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Failure> {
    let full = directory.join(path);
    let Some(metadata) = metadata(&full)? else { return Ok(()) };
    if metadata.is_dir() {
        if depth == MAX_DEPTH {
            return Err(Failure::new(format!("{} is too deep", full.display())));
        }
        for name in list(&full)? {
            walk(directory, &format!("{path}/{name}"), depth + 1, found)?;
        }
    } else if metadata.is_file() {
        let bytes = fs::read(&full).map_err(Failure::io("read", &full))?;
        found.insert(path.to_owned(), bytes);
    } else {
        let message = format!("{} is neither a file nor a directory", full.display());
        return Err(Failure::new(message).with_help("nothing was written; move it away"));
    }
    Ok(())
}

/// Where the new text of a crate waits, in the crate's directory: renaming does not lead from one file
/// system to another.
const STAGING: &str = ".farrier-staging";

/// The new text of a crate, on disk but not yet in place.
struct Staging<'a> {
    changes: &'a Changes,
    directory: PathBuf,
    /// Whether the crate's directory was made for it.
    is_new: bool,
    committed: std::cell::Cell<bool>,
}

impl<'a> Staging<'a> {
    fn prepare(changes: &'a Changes) -> Result<Self, Failure> {
        let is_new = metadata(&changes.directory)?.is_none();
        let directory = changes.directory.join(STAGING);
        // What a run left that was stopped in the middle.
        if metadata(&directory)?.is_some() {
            fs::remove_dir_all(&directory).map_err(Failure::io("delete", &directory))?;
        }
        fs::create_dir_all(&directory).map_err(Failure::io("make the directory", &directory))?;
        let staging = Self { changes, directory, is_new, committed: std::cell::Cell::new(false) };
        for (index, change) in changes.changes.iter().enumerate() {
            if let Some(text) = &change.new {
                let path = staging.directory.join(index.to_string());
                fs::write(&path, text).map_err(Failure::io("write", &path))?;
            }
        }
        Ok(staging)
    }

    fn commit(&self) -> Result<(), Failure> {
        let crate_directory = &self.changes.directory;
        self.committed.set(true);
        // First what goes: a file may have to make room for a directory of its name.
        for change in self.changes.changes.iter().filter(|change| change.new.is_none()) {
            let path = crate_directory.join(&change.path);
            fs::remove_file(&path).map_err(Failure::io("delete", &path))?;
            remove_empty_parents(crate_directory, &path);
        }
        // `Cargo.toml` sorts before `src`: a crate whose writing stops here is known for Farrier's.
        for (index, change) in self.changes.changes.iter().enumerate() {
            if change.new.is_none() {
                continue;
            }
            let path = crate_directory.join(&change.path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(Failure::io("make the directory", parent))?;
            }
            let from = self.directory.join(index.to_string());
            fs::rename(from, &path).map_err(Failure::io("write", &path))?;
        }
        Ok(())
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // Nothing that can be done if it fails, and the next run removes it.
        let _ = fs::remove_dir_all(&self.directory);
        if self.is_new && !self.committed.get() {
            let _ = fs::remove_dir(&self.changes.directory);
        }
    }
}

fn remove_empty_parents(crate_directory: &Path, path: &Path) {
    for parent in path.ancestors().skip(1).take_while(|parent| *parent != crate_directory) {
        // Fails if it is not empty.
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
}

/// Names in `directory` that are none of `claimed`: what no API says to write. Hidden ones do not count.
pub(crate) fn unclaimed(
    directory: &Path,
    claimed: &BTreeSet<String>,
) -> Result<Vec<String>, Failure> {
    if metadata(directory)?.is_none() {
        return Ok(Vec::new());
    }
    let mut names = list(directory)?;
    names.retain(|name| !name.starts_with('.') && !claimed.contains(name));
    Ok(names)
}

#[cfg(test)]
mod tests;
