//! The reference loader's own test resources, read by Farrier.
//!
//! Each file is claimed by at least one case; one that none claims is a failure. Where a file was made for a
//! test of the reference's, the case says what that test says, as far as it means something here.

mod assembled;
mod compare;
mod expected;
mod invalid;
mod mixins;
mod phrases;
mod suite;
mod traits;
mod upgrade;
mod valid;

use super::Case;
use crate::failure::Failure;
use std::path::Path;
use suite::Suite;

/// Runs the suite of `corpus`.
///
/// # Errors
///
/// The suite is not there, or cannot be listed.
pub(crate) fn run(corpus: &Path) -> Result<Vec<Case>, Failure> {
    let smithy = corpus.join("smithy");
    let mut suite = Suite::list(&smithy.join("loader"))?;
    valid::add(&mut suite);
    invalid::add(&mut suite);
    assembled::add(&mut suite);
    mixins::add(&mut suite);
    upgrade::add(&mut suite);
    let mut cases = suite.finish();
    cases.extend(traits::cases(&smithy.join("traits"))?);
    Ok(cases)
}
