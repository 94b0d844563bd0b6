//! Where the corpus lies.

use std::{
    env,
    io::Write,
    path::{Path, PathBuf},
};

/// What lies at `path` in the corpus beside the project or, if that has no such thing, in the one that the variable `CORPUS`
/// names. If it is not there either, whoever runs the tests is told.
pub(crate) fn of_corpus(path: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus").join(path);
    let elsewhere = env::var_os("CORPUS").map(|corpus| PathBuf::from(corpus).join(path));
    // Unlike what is printed, this is shown though the test passes.
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    let line = format!("skipped: {test}: {} is not there\n", beside.display());
    let found = [Some(beside), elsewhere].into_iter().flatten().find(|path| path.exists());
    if found.is_none() {
        let _ = std::io::stderr().write_all(line.as_bytes());
    }
    found
}
