//! Where the corpus lies.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// What lies at `path` in the folder that holds the corpus, beside the project. If it is not there, whoever runs the
/// tests is told.
pub(crate) fn of_corpus(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    // Unlike what is printed, this is shown though the test passes.
    let line = format!("skipped: {} is not there\n", path.display());
    let _ = std::io::stderr().write_all(line.as_bytes());
    None
}
