//! The files a model is read from, and places in them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A file of at most this many bytes is read; a longer one is refused.
pub const MAX_FILE_SIZE: u64 = 256 << 20;

/// The files of one run, in the order in which they were added.
#[derive(Debug, Default)]
pub struct Sources {
    sources: Vec<Source>,
}

impl Sources {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the file at `path` and adds it.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is longer than [`MAX_FILE_SIZE`], or is not UTF-8.
    pub fn load(&mut self, path: &Path) -> io::Result<SourceId> {
        let size = fs::metadata(path)?.len();
        if size > MAX_FILE_SIZE {
            let message = format!("the file has {size} bytes; at most {MAX_FILE_SIZE} are read");
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        }
        let text = fs::read_to_string(path)?;
        Ok(self.add(path, text))
    }

    /// Adds a file whose text is already there; `path` is only shown.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: impl Into<String>) -> SourceId {
        let id = SourceId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.sources.push(Source { path: path.into(), text: text.into() });
        id
    }

    /// The file that [`load`](Self::load) or [`add`](Self::add) gave `id` for.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(id.0 as usize)
    }

    /// The text of a file; empty if there is no such file.
    pub fn text(&self, id: SourceId) -> &str {
        self.get(id).map_or("", |source| source.text.as_str())
    }

    /// All files, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0..).map(SourceId).zip(&self.sources)
    }
}

/// One file.
#[derive(Debug)]
pub struct Source {
    /// Where it was read from.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

impl Source {
    /// The line and column of a byte offset, both counted from 1, columns in Unicode scalars.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
        (line, column)
    }
}

/// Which of the [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// Where something in a model was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Nowhere in a file: a built-in, or something that a front end made.
    #[default]
    BuiltIn,
    /// The bytes from `start` to `end` of a file.
    Span {
        /// The file.
        source: SourceId,
        /// The first byte.
        start: u32,
        /// The byte behind the last one.
        end: u32,
    },
    /// The value (or, with `key`, the key) that an RFC 6901 pointer leads to in a JSON or YAML file.
    /// The byte range is looked up only when a diagnostic is printed.
    Pointer {
        /// The file.
        source: SourceId,
        /// The pointer: empty for the whole document, else `/a/b~1c`.
        pointer: Box<str>,
        /// Whether the object's key is meant rather than the value.
        key: bool,
    },
}

impl Origin {
    /// The bytes from `start` to `end` of `source`.
    pub fn span(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self::Span { source, start: clamp(start), end: clamp(end) }
    }

    /// The value that `pointer` leads to.
    pub fn pointer(source: SourceId, pointer: impl Into<Box<str>>) -> Self {
        Self::Pointer { source, pointer: pointer.into(), key: false }
    }

    /// The key of the object member that `pointer` leads to.
    pub fn key(source: SourceId, pointer: impl Into<Box<str>>) -> Self {
        Self::Pointer { source, pointer: pointer.into(), key: true }
    }

    /// The file, unless it is a built-in.
    pub fn source(&self) -> Option<SourceId> {
        match self {
            Self::BuiltIn => None,
            Self::Span { source, .. } | Self::Pointer { source, .. } => Some(*source),
        }
    }
}
