//! What a reader found wrong.

use std::borrow::Cow;
use std::fmt;
#[cfg(feature = "server")]
use std::time::Duration;

use super::{Constraint, Halt, Path, Segment, Violation, Violations};

/// What a reader found wrong: constraints violated, and what made the rest unreadable.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    violations: Vec<Violation>,
    malformed: Option<Box<Malformed>>,
    /// About how many bytes the paths of the violations take.
    paths: usize,
    /// Whether violations had to be left out.
    full: bool,
    /// How long texts have been held against patterns that backtrack.
    #[cfg(feature = "server")]
    spent: Duration,
}

/// Why a body, header, query parameter or label could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Malformed {
    /// What is wrong, without the place.
    pub message: Cow<'static, str>,
    /// Where in the data.
    pub path: Path,
    /// Where in the body, counted in bytes from 0.
    pub offset: Option<usize>,
    /// Whether the fault is ours (a pattern that does not compile) rather than the sender's.
    pub internal: bool,
}

/// Who sends a million bad items does not get a million answers.
const MOST_VIOLATIONS: usize = 1000;

/// How many bytes their paths may take: they are said several times over in an answer. No single path is as long.
const MOST_OF_PATHS: usize = 1 << 20;

/// How long the texts of one request may be held against patterns that backtrack. Each text has a limit of its own; a
/// request has room for many of them.
#[cfg(feature = "server")]
const MOST_SPENT: Duration = Duration::from_secs(1);

impl Problems {
    /// None so far.
    pub const fn new() -> Self {
        Self {
            violations: Vec::new(),
            malformed: None,
            paths: 0,
            full: false,
            #[cfg(feature = "server")]
            spent: Duration::ZERO,
        }
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.violations.is_empty() && self.malformed.is_none()
    }

    /// What made reading impossible.
    pub fn malformed(&self) -> Option<&Malformed> {
        self.malformed.as_deref()
    }

    /// What made reading impossible, taken out.
    pub fn take_malformed(&mut self) -> Option<Malformed> {
        self.malformed.take().map(|malformed| *malformed)
    }

    /// The constraints violated, in the model's order, taken out. Of more than a thousand, only the first thousand met;
    /// fewer if their paths take more than about a MiB.
    pub fn take_violations(&mut self) -> Violations {
        self.paths = 0;
        self.full = false;
        Violations::sorted(std::mem::take(&mut self.violations))
    }

    /// How many violations are recorded: those recorded from now on are the ones after that many.
    pub const fn mark(&self) -> usize {
        self.violations.len()
    }

    /// Records that the value at hand violates `constraint`.
    #[cold]
    pub fn violate(&mut self, constraint: Constraint, value: Option<String>) -> Halt {
        self.violate_at(Path::default(), constraint, value)
    }

    /// Records that the value at `path`, seen from the value at hand, violates `constraint`.
    #[cold]
    pub fn violate_at(
        &mut self,
        path: Path,
        constraint: Constraint,
        value: Option<String>,
    ) -> Halt {
        self.push(Violation { path, constraint, value });
        Halt::Violated
    }

    /// Records that nothing more can be read. The first reason stays.
    #[cold]
    pub fn refuse(&mut self, message: impl Into<Cow<'static, str>>, offset: Option<usize>) -> Halt {
        self.record(Malformed {
            message: message.into(),
            path: Path::default(),
            offset,
            internal: false,
        })
    }

    /// Records a fault of ours.
    #[cold]
    pub fn fail(&mut self, message: impl Into<Cow<'static, str>>) -> Halt {
        self.record(Malformed {
            message: message.into(),
            path: Path::default(),
            offset: None,
            internal: true,
        })
    }

    /// Records that a text was held against a pattern that backtracks for so long.
    ///
    /// # Errors
    /// If that is too long, all in all.
    #[cfg(feature = "server")]
    pub(super) fn spend(&mut self, time: Duration) -> Result<(), Halt> {
        self.spent = self.spent.saturating_add(time);
        if self.spent <= MOST_SPENT {
            return Ok(());
        }
        Err(self.refuse("texts that take too long to hold against their patterns", None))
    }

    fn record(&mut self, malformed: Malformed) -> Halt {
        self.malformed.get_or_insert_with(|| Box::new(malformed));
        Halt::Malformed
    }

    /// Says that what was recorded after `mark`, or what just made reading impossible, lies within `segment` of a larger
    /// value. Returns the next mark.
    #[cold]
    pub fn within(&mut self, mark: usize, halt: Halt, segment: &Segment) -> usize {
        if halt == Halt::Malformed
            && let Some(malformed) = &mut self.malformed
        {
            malformed.path.prepend(segment.clone());
        }
        self.make_room(mark, segment.size());
        for violation in self.violations.iter_mut().skip(mark) {
            violation.path.prepend(segment.clone());
        }
        self.violations.len()
    }

    /// Adds what another reader found.
    #[cold]
    pub fn append(&mut self, mut other: Self) {
        for violation in std::mem::take(&mut other.violations) {
            self.push(violation);
        }
        if self.malformed.is_none() {
            self.malformed = other.malformed;
        }
        #[cfg(feature = "server")]
        {
            self.spent = self.spent.saturating_add(other.spent);
        }
    }

    fn push(&mut self, violation: Violation) {
        let size = violation.path.size();
        self.full |= self.violations.len() >= MOST_VIOLATIONS || self.paths + size > MOST_OF_PATHS;
        // One is there in any case: that is why the message is refused.
        if !self.full || self.violations.is_empty() {
            self.paths += size;
            self.violations.push(violation);
        }
    }

    /// Drops the last violations until the paths of those after `mark` can each grow by `size`.
    fn make_room(&mut self, mark: usize, size: usize) {
        let least = mark.max(1);
        loop {
            let growth = self.violations.len().saturating_sub(mark).saturating_mul(size);
            if self.paths + growth <= MOST_OF_PATHS || self.violations.len() <= least {
                self.paths += growth;
                return;
            }
            self.full = true;
            if let Some(dropped) = self.violations.pop() {
                self.paths -= dropped.path.size();
            }
        }
    }
}

/// `/a/0/b: expected a string, found a number (at byte 12)`.
impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        match self.offset {
            Some(offset) => write!(f, " (at byte {offset})"),
            None => Ok(()),
        }
    }
}
