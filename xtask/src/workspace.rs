//! Where things lie in this workspace, and how paths are shown.

use std::{
    env,
    path::{Component, Path, PathBuf},
};

/// The workspace that a command works on.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
    /// What shown paths are relative to.
    current: PathBuf,
}

impl Workspace {
    /// The workspace that this program is a member of.
    pub(crate) fn here() -> Self {
        let built = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        // The workspace may have been moved since; what Cargo runs it tells the place.
        let manifest = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(now) if !built.exists() => PathBuf::from(now),
            _ => built,
        };
        let root = manifest.parent().unwrap_or(&manifest).to_path_buf();
        let current = env::current_dir().unwrap_or_else(|_| root.clone());
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(directory) => normal(&current.join(directory)),
            None => root.join("target"),
        };
        Self { root, target, current }
    }

    /// The workspace at `root`.
    #[cfg(test)]
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_path_buf(), target: root.join("target"), ..Self::here() }
    }

    /// The directory of the workspace's `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The file that says which models to generate from.
    pub(crate) fn apis(&self) -> PathBuf {
        self.root.join("model").join("apis").join("apis.toml")
    }

    /// Where generated crates go.
    pub(crate) fn generated(&self) -> PathBuf {
        self.root.join("generated")
    }

    /// The crate that generated crates stand on.
    pub(crate) fn runtime(&self) -> PathBuf {
        self.root.join("runtime")
    }

    /// Where programs are built and what belongs to nobody goes.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Data to test against that is no part of the project; it need not be there.
    pub(crate) fn corpus(&self) -> PathBuf {
        normal(&self.root.join("..").join("shared").join("corpus"))
    }

    /// A path as somebody typed it, from where they stand.
    pub(crate) fn absolute(&self, path: &Path) -> PathBuf {
        normal(&self.current.join(path))
    }

    /// The shortest way to say `path` to whoever stands in the current directory.
    pub(crate) fn shown(&self, path: &Path) -> PathBuf {
        if !path.starts_with(&self.root) || !self.current.starts_with(&self.root) {
            return path.to_path_buf();
        }
        match relative(&self.current, path) {
            Some(path) if path.as_os_str().is_empty() => PathBuf::from("."),
            Some(path) => path,
            None => path.to_path_buf(),
        }
    }

    /// How files that are committed name a file of the workspace: from its root, with `/`.
    pub(crate) fn named(&self, path: &Path) -> Option<String> {
        let path = self.absolute(path);
        Some(with_slashes(path.strip_prefix(&self.root).ok()?))
    }
}

/// The path with `/` between its parts.
pub(crate) fn with_slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The way from the directory `from` to `to`, both absolute; `None` if there is none, from one drive
/// to another.
pub(crate) fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let (from, to) = (normal(from), normal(to));
    let mut from = from.components().peekable();
    let mut to = to.components().peekable();
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let mut way = PathBuf::new();
    for component in from {
        match component {
            Component::Normal(_) => way.push(".."),
            _ => return None,
        }
    }
    way.extend(to);
    Some(way)
}

/// The path without `.` and `..`, as far as they can be taken out.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => match normal.components().next_back() {
                Some(Component::Normal(_)) => {
                    normal.pop();
                }
                Some(Component::RootDir) => {}
                _ => normal.push(".."),
            },
            component => normal.push(component),
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_from_one_directory_to_another() {
        let check = |from: &str, to: &str, expected: &str| {
            let way = relative(Path::new(from), Path::new(to)).map(|way| with_slashes(&way));
            assert_eq!(way.as_deref(), Some(expected), "{from} → {to}");
        };
        check("/w/generated/lambda-client", "/w/runtime", "../../runtime");
        check("/w", "/w/model/apis", "model/apis");
        check("/w/xtask", "/w", "..");
        check("/w", "/w", "");
        check("/w/a/../b/./c", "/w/b/d", "../d");
        check("/", "/w", "w");
        check("/../w", "/w/a", "a");
    }

    #[test]
    fn files_are_named_from_the_root() {
        let workspace =
            Workspace { current: PathBuf::from("/w"), ..Workspace::at(Path::new("/w")) };
        let named = |path: &str| workspace.named(Path::new(path));
        assert_eq!(named("/w/model/a.smithy").as_deref(), Some("model/a.smithy"));
        assert_eq!(named("model/../b.json").as_deref(), Some("b.json"));
        assert_eq!(named("../elsewhere.json"), None);
    }
}
