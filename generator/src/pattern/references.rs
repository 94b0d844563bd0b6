//! Which groups have captured something, wherever in a pattern one refers to them.
//!
//! In ECMA 262 a reference to a group that has captured nothing matches the empty text, and each round of a repetition
//! forgets what its groups captured before; other engines differ in both. Where a group is bound to have captured
//! something in the same round, all agree.

/// A kind of group.
pub(super) enum Group {
    /// It matches what it holds, and captures nothing.
    Plain,
    /// It captures.
    Capture {
        /// `(?<name>…)`.
        name: Option<String>,
    },
    /// `(?!…)`: what is captured within counts for nothing outside.
    NotAhead,
    /// `(?<=…)`, `(?<!…)`: ECMA 262 matches them backwards, so what is captured within counts for nothing at all.
    Behind,
}

/// What is known at one position of a pattern.
pub(super) struct References {
    /// The open groups, the innermost last. The first is the pattern itself.
    open: Vec<Open>,
    /// By number, from 1.
    names: Vec<Option<String>>,
    /// How many captures of the innermost group were added by what may be repeated next.
    last: usize,
}

struct Open {
    /// Where it begins in what is written.
    start: usize,
    number: Option<usize>,
    kind: Kind,
    has_alternatives: bool,
    /// The groups that have captured something in this alternative.
    captured: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    NotAhead,
    Behind,
}

impl References {
    pub(super) fn new() -> Self {
        Self { open: vec![Open::new(0, None, Kind::Plain)], names: Vec::new(), last: 0 }
    }

    /// A group opens, which is written from `start` on.
    pub(super) fn open(&mut self, group: Group, start: usize) {
        let (number, kind) = match group {
            Group::Capture { name } => {
                self.names.push(name);
                (Some(self.names.len()), Kind::Plain)
            }
            Group::Plain => (None, Kind::Plain),
            Group::NotAhead => (None, Kind::NotAhead),
            Group::Behind => (None, Kind::Behind),
        };
        self.open.push(Open::new(start, number, kind));
        self.last = 0;
    }

    /// The innermost group closes. Where it begins in what is written.
    pub(super) fn close(&mut self) -> usize {
        let Some(closed) = self.open.pop() else { return 0 };
        let within = if closed.kind != Kind::Plain || closed.has_alternatives {
            Vec::new()
        } else {
            closed.captured
        };
        self.last = within.len() + usize::from(closed.number.is_some());
        if let Some(outside) = self.open.last_mut() {
            outside.captured.extend(within);
            outside.captured.extend(closed.number);
        }
        closed.start
    }

    pub(super) fn next_alternative(&mut self) {
        if let Some(group) = self.open.last_mut() {
            group.has_alternatives = true;
            group.captured.clear();
        }
        self.last = 0;
    }

    /// Something that captures nothing follows.
    pub(super) fn forget_last(&mut self) {
        self.last = 0;
    }

    /// What was last may be passed over.
    pub(super) fn last_is_optional(&mut self) {
        if let Some(group) = self.open.last_mut() {
            let kept = group.captured.len().saturating_sub(self.last);
            group.captured.truncate(kept);
        }
        self.last = 0;
    }

    /// The number of the only group of that name so far.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        let mut found = (1..).zip(&self.names).filter(|(_, one)| one.as_deref() == Some(name));
        match (found.next(), found.next()) {
            (Some((number, _)), None) => Some(number),
            _ => None,
        }
    }

    /// Whether a group is bound to have captured something in this round of whatever repeats it.
    pub(super) fn has_captured(&self, number: usize) -> bool {
        let mut forwards = self.open.iter().take_while(|group| group.kind != Kind::Behind);
        forwards.any(|group| group.captured.contains(&number))
    }
}

impl Open {
    const fn new(start: usize, number: Option<usize>, kind: Kind) -> Self {
        Self { start, number, kind, has_alternatives: false, captured: Vec::new() }
    }
}
