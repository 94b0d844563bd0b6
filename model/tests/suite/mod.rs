//! Where the suites of others lie, beside the project; they are no part of it.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// The directory `name` of the corpus; `None`, and a line that says so, where it is missing. The line goes to the
/// real standard error, as what a test prints is shown only if it fails.
pub(crate) fn directory(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus").join(name);
    if path.is_dir() {
        return Some(path);
    }
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    let line = format!("skipped: {test}: {} is not there\n", path.display());
    // Nobody hears of it if it cannot be written.
    let _ = std::io::stderr().write_all(line.as_bytes());
    None
}
