//! The trait definitions of Smithy and AWS: they load, alone and together, beside what is built in.

use super::suite::{NO_FILES, files_below, sound};
use crate::{
    conformance::{Case, Outcome},
    failure::Failure,
};
use std::path::Path;

/// A case a file, and one for all of them.
pub(super) fn cases(root: &Path) -> Result<Vec<Case>, Failure> {
    let mut cases = Vec::new();
    let files = files_below(root)?;
    if files.is_empty() {
        let outcome = Outcome::Failed(NO_FILES.to_owned());
        cases.push(Case { id: "traits/".to_owned(), outcome });
    }
    for path in files {
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        cases.push(case(format!("traits/{name} loads"), &path));
    }
    cases.push(case("traits load together".to_owned(), root));
    Ok(cases)
}

fn case(id: String, path: &Path) -> Case {
    let outcome = match sound(&[path.to_path_buf()]) {
        Ok(_) => Outcome::Passed,
        Err(difference) => Outcome::Failed(difference),
    };
    Case { id, outcome }
}
