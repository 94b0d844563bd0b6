//! What a value is made of.

use std::cell::Cell;

use proptest::prelude::*;

/// Numbers that decide.
#[derive(Debug)]
pub(crate) struct Choices {
    numbers: Vec<u64>,
    taken: Cell<usize>,
    unknown: bool,
}

/// Numbers for a value of any size.
pub(crate) fn choices() -> impl Strategy<Value = Vec<u64>> {
    prop_oneof![
        prop::collection::vec(any::<u64>(), 0..40),
        prop::collection::vec(any::<u64>(), 0..400),
    ]
}

impl Choices {
    pub(crate) fn new(numbers: &[u64]) -> Self {
        Self { numbers: numbers.to_vec(), taken: Cell::new(0), unknown: false }
    }

    /// Some values of enums are none that the model names. Only clients' types can hold these.
    pub(crate) fn with_unknown(numbers: &[u64]) -> Self {
        Self { unknown: true, ..Self::new(numbers) }
    }

    /// Whether a value of an enum is to be one that the model does not name.
    pub(super) fn is_unknown(&self) -> bool {
        self.unknown && self.once_in(4)
    }

    /// The next number; 0 if there are no more.
    pub(super) fn next(&self) -> u64 {
        let taken = self.taken.get();
        self.taken.set(taken + 1);
        self.numbers.get(taken).copied().unwrap_or(0)
    }

    /// A number below `bound`, which is not 0.
    pub(super) fn below(&self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("it is below a usize")
    }

    /// Whether what happens once in `times` happens.
    pub(super) fn once_in(&self, times: u64) -> bool {
        self.next() % times == times - 1
    }
}
