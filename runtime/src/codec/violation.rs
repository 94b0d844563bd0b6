//! Constraints that a value violates, and how that is said.

use std::cmp::Ordering;
use std::fmt::{self, Write};

use super::{Bound, Member};
use crate::value::Document;

/// Every constraint that a message violates, in the model's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Violations {
    list: Vec<Violation>,
    body: Option<Box<Document>>,
}

/// A constraint that a value violates.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// Where the value is.
    pub path: Path,
    /// What it violates.
    pub constraint: Constraint,
    /// The value's text, cut at 4096 characters, if it is a scalar that may be shown.
    pub value: Option<String>,
}

/// The way from a message to one of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    segments: Vec<Segment>,
}

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Into a member of a structure or union.
    Member {
        /// Its name in the model.
        name: &'static str,
        /// Its place among the members of its shape.
        index: usize,
    },
    /// Into an item of a list.
    Index(usize),
    /// Into the value of a map's key, or a member that the model does not know. Cut at 256 characters; `***` if the key
    /// is sensitive.
    Key(String),
}

/// What a value violates.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// It is missing.
    Required,
    /// It is not one of these texts.
    Enum {
        /// Those that may be shown.
        values: &'static [&'static str],
    },
    /// It is not one of these numbers.
    IntEnum {
        /// Those that may be shown.
        values: &'static [i32],
    },
    /// It has too few or too many characters, bytes, items or entries.
    Length {
        /// The fewest allowed.
        min: Option<u64>,
        /// The most allowed.
        max: Option<u64>,
        /// How many it has.
        actual: u64,
    },
    /// It does not match a pattern.
    Pattern {
        /// The pattern, as the model writes it.
        pattern: &'static str,
    },
    /// It is too small or too large.
    Range {
        /// The least allowed.
        min: Option<Limit>,
        /// The greatest allowed.
        max: Option<Limit>,
    },
    /// It is not a multiple of this number.
    MultipleOf {
        /// The number.
        divisor: Bound,
    },
    /// Two of its items are equal.
    Unique,
    /// It is a member that its structure does not have.
    Unknown,
}

/// The end of a range, and whether the range holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// The number.
    pub bound: Bound,
    /// Whether the number itself lies outside.
    pub exclusive: bool,
}

impl Violations {
    /// `list` in the model's order.
    pub fn sorted(mut list: Vec<Violation>) -> Self {
        // Stable: what was found first at one place stays first.
        list.sort_by(|left, right| left.path.cmp(&right.path));
        Self { list, body: None }
    }

    /// The same, with the body that they were found in.
    #[must_use]
    pub fn with_body(mut self, body: Document) -> Self {
        self.body = Some(Box::new(body));
        self
    }

    /// The body that they were found in, for who answers in own words and shows more than single values. It may hold
    /// sensitive values.
    pub fn body(&self) -> Option<&Document> {
        self.body.as_deref()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// All of them.
    pub fn as_slice(&self) -> &[Violation] {
        &self.list
    }

    /// All of them in one sentence after the other, as Smithy words it:
    /// `2 validation errors detected. Value at '/a' failed to satisfy constraint: …; Value at '/b' …`.
    pub fn message(&self) -> String {
        let count = self.list.len();
        let plural = if count == 1 { "" } else { "s" };
        let mut text = format!("{count} validation error{plural} detected. ");
        for (index, violation) in self.list.iter().enumerate() {
            if index > 0 {
                text.push_str("; ");
            }
            // Writing into a string does not fail.
            let _ = write!(text, "{violation}");
        }
        text
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'v> IntoIterator for &'v Violations {
    type Item = &'v Violation;
    type IntoIter = std::slice::Iter<'v, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl Violation {
    /// What is wrong where, as Smithy words it.
    pub fn message(&self) -> String {
        self.to_string()
    }
}

/// `Value at '/a/0/b' failed to satisfy constraint: Member must not be null`.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.constraint {
            Constraint::Length { actual, .. } => write!(f, "Value with length {actual} at ")?,
            _ => f.write_str("Value at ")?,
        }
        write!(f, "'{}' failed to satisfy constraint: {}", self.path, self.constraint)
    }
}

/// `Member must not be null`.
impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Member must ")?;
        match self {
            Self::Required => f.write_str("not be null"),
            Self::Enum { values } => {
                write!(f, "satisfy enum value set: [{}]", values.join(", "))
            }
            Self::IntEnum { values } => {
                let values: Vec<String> = values.iter().map(i32::to_string).collect();
                write!(f, "satisfy enum value set: [{}]", values.join(", "))
            }
            Self::Length { min, max, .. } => match (min, max) {
                (Some(min), Some(max)) => {
                    write!(f, "have length between {min} and {max}, inclusive")
                }
                (Some(min), None) => write!(f, "have length greater than or equal to {min}"),
                (None, Some(max)) => write!(f, "have length less than or equal to {max}"),
                (None, None) => f.write_str("have another length"),
            },
            Self::Pattern { pattern } => {
                write!(f, "satisfy regular expression pattern: {pattern}")
            }
            Self::Range { min, max } => match (min, max) {
                (Some(min), Some(max)) if !min.exclusive && !max.exclusive => {
                    write!(f, "be between {} and {}, inclusive", min.bound, max.bound)
                }
                (Some(min), Some(max)) => {
                    write!(f, "be {} {} and {} {}", min.above(), min.bound, max.below(), max.bound)
                }
                (Some(min), None) => write!(f, "be {} {}", min.above(), min.bound),
                (None, Some(max)) => write!(f, "be {} {}", max.below(), max.bound),
                (None, None) => f.write_str("be another number"),
            },
            Self::MultipleOf { divisor } => write!(f, "be a multiple of {divisor}"),
            Self::Unique => f.write_str("have unique values"),
            Self::Unknown => f.write_str("not be set: there is no such member"),
        }
    }
}

impl Limit {
    const fn above(self) -> &'static str {
        if self.exclusive { "greater than" } else { "greater than or equal to" }
    }

    const fn below(self) -> &'static str {
        if self.exclusive { "less than" } else { "less than or equal to" }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value}"),
        }
    }
}

impl Path {
    /// The way to a member of the message itself.
    pub fn member(name: &'static str, index: usize) -> Self {
        Self { segments: vec![Segment::Member { name, index }] }
    }

    /// Whether it leads nowhere: the message as a whole is meant.
    pub const fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// Its steps.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// About how many bytes it takes.
    pub(super) fn size(&self) -> usize {
        self.segments.iter().map(Segment::size).sum()
    }

    pub(crate) fn prepend(&mut self, segment: Segment) {
        self.segments.insert(0, segment);
    }
}

impl From<Segment> for Path {
    fn from(segment: Segment) -> Self {
        Self { segments: vec![segment] }
    }
}

/// A JSON pointer (RFC 6901): `/a/0/b`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in &self.segments {
            match segment {
                Segment::Member { name, .. } => write!(f, "/{name}")?,
                Segment::Index(index) => write!(f, "/{index}")?,
                Segment::Key(key) => {
                    write!(f, "/{}", key.replace('~', "~0").replace('/', "~1"))?;
                }
            }
        }
        Ok(())
    }
}

/// How much of a key a path shows.
const MOST_OF_A_KEY: usize = 256;

impl Segment {
    /// Into the value of `key`, which is held against `keys`.
    pub(crate) fn key(key: &str, keys: Option<&Member>) -> Self {
        if keys.is_some_and(|keys| keys.sensitive) {
            return Self::Key("***".to_owned());
        }
        Self::Key(match key.char_indices().nth(MOST_OF_A_KEY) {
            Some((end, _)) => key.get(..end).unwrap_or_default().to_owned() + "…",
            None => key.to_owned(),
        })
    }

    /// About how many bytes it takes.
    pub(super) const fn size(&self) -> usize {
        size_of::<Self>()
            + match self {
                Self::Member { name, .. } => name.len(),
                Self::Index(_) => 0,
                Self::Key(key) => key.len(),
            }
    }
}

/// Members in the model's order, unknown ones behind them by name, items by number.
impl Ord for Segment {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Member { index: left, .. }, Self::Member { index: right, .. })
            | (Self::Index(left), Self::Index(right)) => left.cmp(right),
            (Self::Key(left), Self::Key(right)) => left.cmp(right),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for Segment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Segment {
    const fn rank(&self) -> u8 {
        match self {
            Self::Member { .. } => 0,
            Self::Index(_) => 1,
            Self::Key(_) => 2,
        }
    }
}
