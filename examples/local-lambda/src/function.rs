//! A function: a working copy, and the versions that were published from it.

use std::collections::BTreeMap;
use std::sync::Arc;

use lambda_server::types::{
    Architecture, FunctionConfiguration, LastUpdateStatus, SnapStartApplyOn,
    SnapStartOptimizationStatus, State,
};

use crate::archive::Archive;
use crate::function_name::LATEST;
use crate::stamp;

/// A function.
#[derive(Debug)]
pub(crate) struct Function {
    latest: Snapshot,
    versions: BTreeMap<u64, Version>,
    published: u64,
    tags: BTreeMap<String, String>,
}

/// Settings and code, as they are or were at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub(crate) settings: FunctionConfiguration,
    pub(crate) archive: Arc<Archive>,
}

/// A version, and what it was published from.
#[derive(Debug)]
struct Version {
    snapshot: Snapshot,
    source: FunctionConfiguration,
}

impl Function {
    /// A function whose versions will count from after `published`.
    pub(crate) fn new(
        settings: FunctionConfiguration,
        archive: Arc<Archive>,
        tags: BTreeMap<String, String>,
        published: u64,
    ) -> Self {
        let mut settings = settings
            .with_state(State::Active)
            .with_last_update_status(LastUpdateStatus::Successful);
        settings.version = Some(LATEST.to_owned());
        let mut latest = Snapshot { settings, archive: Arc::clone(&archive) };
        latest.change_code(archive, None);
        Self { latest, versions: BTreeMap::new(), published, tags }
    }

    pub(crate) fn latest(&self) -> &Snapshot {
        &self.latest
    }

    pub(crate) fn latest_mut(&mut self) -> &mut Snapshot {
        &mut self.latest
    }

    pub(crate) fn tags(&self) -> &BTreeMap<String, String> {
        &self.tags
    }

    /// How many versions it has ever had.
    pub(crate) fn published(&self) -> u64 {
        self.published
    }

    /// What a qualifier stands for; none stands for the working copy.
    pub(crate) fn qualified(&self, qualifier: Option<&str>) -> Option<&Snapshot> {
        match qualifier {
            None | Some(LATEST) => Some(&self.latest),
            Some(number) => {
                self.versions.get(&read_number(number)?).map(|version| &version.snapshot)
            }
        }
    }

    /// Makes a version of the working copy, unless the last version is just that. A description is put on the version
    /// alone.
    pub(crate) fn publish(&mut self, description: Option<String>) -> &Snapshot {
        let source = self.latest.content();
        let last = self.published;
        let is_new = self.versions.get(&last).is_none_or(|version| version.source != source);
        if is_new {
            self.published += 1;
            let snapshot = self.latest.frozen(self.published, description);
            self.versions.insert(self.published, Version { snapshot, source });
            self.latest.settings.revision_id = Some(stamp::new_revision());
        }
        self.versions.get(&self.published).map_or(&self.latest, |version| &version.snapshot)
    }

    /// Deletes a version, if it is there.
    pub(crate) fn delete(&mut self, qualifier: &str) {
        if let Some(number) = read_number(qualifier) {
            self.versions.remove(&number);
        }
    }

    /// The working copy, whose number is 0, and the versions, from number `first` on.
    pub(crate) fn list(
        &self,
        first: Option<u64>,
    ) -> impl Iterator<Item = (u64, FunctionConfiguration)> {
        let latest = std::iter::once((0, &self.latest));
        let versions = self.versions.iter().map(|(number, version)| (*number, &version.snapshot));
        let all = latest
            .chain(versions)
            .filter(move |(number, _)| first.is_none_or(|first| *number >= first));
        all.map(|(number, snapshot)| (number, snapshot.item()))
    }
}

/// The number of a version. `007` is none: it is the name of an alias.
fn read_number(qualifier: &str) -> Option<u64> {
    let number: u64 = qualifier.parse().ok()?;
    (number.to_string() == qualifier).then_some(number)
}

impl Snapshot {
    /// Replaces the code, and says that something has changed.
    pub(crate) fn change_code(
        &mut self,
        archive: Arc<Archive>,
        architectures: Option<Vec<Architecture>>,
    ) {
        self.settings.code_sha256 = Some(archive.sha256.clone());
        self.settings.code_size = archive.size();
        if architectures.is_some() {
            self.settings.architectures = architectures;
        }
        self.settings.revision_id = Some(stamp::new_revision());
        self.settings.last_modified = Some(stamp::now());
        self.archive = archive;
    }

    /// Whether it is at this revision; any will do if none is asked for.
    pub(crate) fn is_at(&self, revision: Option<&str>) -> bool {
        revision.is_none() || self.settings.revision_id.as_deref() == revision
    }

    /// The settings under an ARN that ends in the version.
    pub(crate) fn under_qualified_arn(&self) -> FunctionConfiguration {
        let mut settings = self.settings.clone();
        if let (Some(arn), Some(version)) = (&settings.function_arn, &settings.version) {
            settings.function_arn = Some(format!("{arn}:{version}"));
        }
        settings
    }

    /// Lists leave out how a function is getting on.
    fn item(&self) -> FunctionConfiguration {
        let mut item = self.under_qualified_arn();
        item.state = None;
        item.last_update_status = None;
        item.runtime_version_config = None;
        item
    }

    /// What tells whether two snapshots are the same.
    fn content(&self) -> FunctionConfiguration {
        let mut content = self.settings.clone();
        content.revision_id = None;
        content.last_modified = None;
        content
    }

    fn frozen(&self, number: u64, description: Option<String>) -> Self {
        let mut frozen = self.clone();
        frozen.settings.version = Some(number.to_string());
        frozen.settings.revision_id = Some(stamp::new_revision());
        if description.is_some() {
            frozen.settings.description = description;
        }
        if let Some(snap_start) = &mut frozen.settings.snap_start
            && snap_start.apply_on == Some(SnapStartApplyOn::PublishedVersions)
        {
            snap_start.optimization_status = Some(SnapStartOptimizationStatus::On);
        }
        frozen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::tests::archive;

    fn function() -> Function {
        let settings = FunctionConfiguration::new().with_function_arn("arn").with_description("d");
        let code = Archive::open(archive(&[1])).expect("an archive");
        Function::new(settings, code, BTreeMap::new(), 0)
    }

    #[test]
    fn nothing_new_is_no_new_version() {
        let mut function = function();
        let first = function.publish(Some("one".to_owned())).settings.clone();
        assert_eq!(first.description.as_deref(), Some("one"));
        let revision = function.latest().settings.revision_id.clone();
        assert_eq!(function.publish(Some("two".to_owned())).settings, first);
        assert_eq!(function.latest().settings.revision_id, revision);
        // The same archive again is nothing new either, though the revision is.
        let code = Arc::clone(&function.latest().archive);
        function.latest_mut().change_code(code, None);
        assert_ne!(function.latest().settings.revision_id, revision);
        assert_eq!(function.publish(None).settings, first);
        let other = Archive::open(archive(&[2])).expect("an archive");
        function.latest_mut().change_code(other, None);
        let second = function.publish(None).settings.clone();
        assert_eq!(
            (second.version.as_deref(), second.description.as_deref()),
            (Some("2"), Some("d"))
        );
    }

    #[test]
    fn numbers_are_not_given_out_twice() {
        let mut function = function();
        function.publish(None);
        function.delete("1");
        assert!(function.qualified(Some("1")).is_none());
        assert_eq!(function.publish(None).settings.version.as_deref(), Some("2"));
        let numbers: Vec<u64> = function.list(None).map(|(number, _)| number).collect();
        assert_eq!(numbers, [0, 2]);
    }
}
