//! `GetThing`: `GET /thing`.

use crate::types::{Letter, Thing};
use farrier_runtime::client::{
    Acceptor, Operation, OperationMetadata, Refused, RequestWriter, ResponseReader,
    ServiceError, Waiter, WaiterState,
};
use farrier_runtime::codec::Halt;
use std::error::Error;
use std::fmt;

/// What [`get_thing`](crate::Client::get_thing) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetThingInput {}

impl GetThingInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }
}

/// The errors that `GetThing` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetThingError {}

impl fmt::Display for GetThingError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for GetThingError {}

impl ServiceError for GetThingError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("GetThing", "GET", "/thing")
    .readonly();

impl Operation for GetThingInput {
    type Output = Thing;
    type Error = GetThingError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/thing");
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}

impl GetThingInput {
    /// What [`wait_until_or_equals`](crate::Client::wait_until_or_equals) waits for.
    pub const OR_EQUALS: Waiter<Self> = Waiter {
        name: "OrEquals",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "(x || y) == z",
                |_, output| Some((output.x || output.y) == output.z),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_equals_equals`](crate::Client::wait_until_equals_equals) waits for.
    pub const EQUALS_EQUALS: Waiter<Self> = Waiter {
        name: "EqualsEquals",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "(s == t) == z",
                |_, output| Some((output.s.as_str() == output.t.as_str()) == output.z),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_contains_or`](crate::Client::wait_until_contains_or) waits for.
    pub const CONTAINS_OR: Waiter<Self> = Waiter {
        name: "ContainsOr",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(bools, (x || y))",
                |_, output| Some(
                    output
                        .bools
                        .iter()
                        .copied()
                        .any(|found| found == (output.x || output.y)),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_or_is_true_and`](crate::Client::wait_until_or_is_true_and) waits for.
    pub const OR_IS_TRUE_AND: Waiter<Self> = Waiter {
        name: "OrIsTrueAnd",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "((x || y) == `true`) && z",
                |_, output| Some((output.x || output.y) && output.z),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_not_or_and`](crate::Client::wait_until_not_not_or_and) waits for.
    pub const NOT_NOT_OR_AND: Waiter<Self> = Waiter {
        name: "NotNotOrAnd",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(!(x || y)) && z",
                |_, output| Some((output.x || output.y) && output.z),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_less_is_false`](crate::Client::wait_until_less_is_false) waits for.
    pub const LESS_IS_FALSE: Waiter<Self> = Waiter {
        name: "LessIsFalse",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "(n < `5`) == `false`",
                |_, output| Some(
                    output.n.map(i64::from).map(|value| value < 5) == Some(false),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_less`](crate::Client::wait_until_not_less) waits for.
    pub const NOT_LESS: Waiter<Self> = Waiter {
        name: "NotLess",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(n < `5`)",
                |_, output| Some(
                    !output.n.map(i64::from).is_some_and(|value| value < 5),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_less_is_null`](crate::Client::wait_until_less_is_null) waits for.
    pub const LESS_IS_NULL: Waiter<Self> = Waiter {
        name: "LessIsNull",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "(n < `5`) == `null`",
                |_, output| Some(
                    output.n.map(i64::from).map(|value| value < 5).is_none(),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_and_is_false`](crate::Client::wait_until_and_is_false) waits for.
    pub const AND_IS_FALSE: Waiter<Self> = Waiter {
        name: "AndIsFalse",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "(x && y) == `false`",
                |_, output| Some(!(output.x && output.y)),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_and_of_null`](crate::Client::wait_until_and_of_null) waits for.
    pub const AND_OF_NULL: Waiter<Self> = Waiter {
        name: "AndOfNull",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "(x && optb) == y",
                |_, output| Some(
                    (match Some(output.x) {
                        Some(true) => output.optb,
                        other => other,
                    }) == Some(output.y),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_or_of_null`](crate::Client::wait_until_not_or_of_null) waits for.
    pub const NOT_OR_OF_NULL: Waiter<Self> = Waiter {
        name: "NotOrOfNull",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(x || optb)",
                |_, output| Some(!(output.x || output.optb == Some(true))),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_lengths_equal`](crate::Client::wait_until_lengths_equal) waits for.
    pub const LENGTHS_EQUAL: Waiter<Self> = Waiter {
        name: "LengthsEqual",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "length(lines) == length(strs)",
                |_, output| Some(
                    (output.lines.len() as i64) == (output.strs.as_ref()?.len() as i64),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_length_of_texts`](crate::Client::wait_until_length_of_texts) waits for.
    pub const LENGTH_OF_TEXTS: Waiter<Self> = Waiter {
        name: "LengthOfTexts",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "length(s) > length(opt)",
                |_, output| Some(
                    (output.s.as_str().chars().count() as i64)
                        > (output.opt.as_deref()?.chars().count() as i64),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_block_equals`](crate::Client::wait_until_block_equals) waits for.
    pub const BLOCK_EQUALS: Waiter<Self> = Waiter {
        name: "BlockEquals",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "line | (flag && flag2) == flag2",
                |_, output| Some({
                    let item = &output.line;
                    (match item.flag {
                        Some(true) => item.flag2,
                        other => other,
                    }) == item.flag2
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_block_in_block`](crate::Client::wait_until_block_in_block) waits for.
    pub const BLOCK_IN_BLOCK: Waiter<Self> = Waiter {
        name: "BlockInBlock",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "lines[0].parts | (length(@) > `1` && contains([].name, 'a')) == `true`",
                |_, output| Some({
                    let item = output.lines.first()?.parts.as_ref()?;
                    (item.len() as i64) > 1
                        && item
                            .iter()
                            .filter_map(|item_2| item_2.name.as_deref())
                            .any(|found| found == "a")
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_block_and`](crate::Client::wait_until_block_and) waits for.
    pub const BLOCK_AND: Waiter<Self> = Waiter {
        name: "BlockAnd",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "line | (parts | length(@) == `1`) && flag",
                |_, output| Some(
                    ({
                        let item = &output.line;
                        match Some({
                            let item_2 = item.parts.as_ref()?;
                            (item_2.len() as i64) == 1
                        }) {
                            Some(true) => item.flag,
                            other => other,
                        }
                    }) == Some(true),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_contains_twice`](crate::Client::wait_until_contains_twice) waits for.
    pub const CONTAINS_TWICE: Waiter<Self> = Waiter {
        name: "ContainsTwice",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "lines[].state | contains(@, 'a') || contains(@, 'b')",
                |_, output| Some({
                    let item = output
                        .lines
                        .iter()
                        .map(|item| item.state.as_str())
                        .collect::<Vec<_>>();
                    item.iter().copied().any(|found| found == "a")
                        || item.iter().copied().any(|found| found == "b")
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_index_twice`](crate::Client::wait_until_index_twice) waits for.
    pub const INDEX_TWICE: Waiter<Self> = Waiter {
        name: "IndexTwice",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "lines[].state | [@[0], @[1]]",
                |_, output| Some({
                    let item = output
                        .lines
                        .iter()
                        .map(|item| item.state.as_str())
                        .collect::<Vec<_>>();
                    Vec::from([item.iter().copied().next(), item.iter().copied().nth(1)])
                }),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_values_twice`](crate::Client::wait_until_values_twice) waits for.
    pub const VALUES_TWICE: Waiter<Self> = Waiter {
        name: "ValuesTwice",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "values(m) | contains(@, 'a') && contains(@, 'b')",
                |_, output| Some({
                    let item = output
                        .m
                        .as_ref()?
                        .values()
                        .map(String::as_str)
                        .collect::<Vec<_>>();
                    item.iter().copied().any(|found| found == "a")
                        && item.iter().copied().any(|found| found == "b")
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_item_twice`](crate::Client::wait_until_item_twice) waits for.
    pub const ITEM_TWICE: Waiter<Self> = Waiter {
        name: "ItemTwice",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "[lines[].state, lines[].t][*].[@[0], @[1]][]",
                |_, output| Some(
                    Vec::from([
                            output
                                .lines
                                .iter()
                                .map(|item| item.state.as_str())
                                .collect::<Vec<_>>(),
                            output
                                .lines
                                .iter()
                                .filter_map(|item| item.t.as_deref())
                                .collect::<Vec<_>>(),
                        ])
                        .into_iter()
                        .map(|item| Vec::from([
                            item.iter().copied().next(),
                            item.iter().copied().nth(1),
                        ]))
                        .flat_map(|item| item.into_iter().flatten())
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_whole_twice`](crate::Client::wait_until_whole_twice) waits for.
    pub const WHOLE_TWICE: Waiter<Self> = Waiter {
        name: "WholeTwice",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "lines[].state | [@, @][] | length(@) == `4`",
                |_, output| Some({
                    let item = {
                        let item = output
                            .lines
                            .iter()
                            .map(|item| item.state.as_str())
                            .collect::<Vec<_>>();
                        Vec::from([item.clone(), item.clone()])
                            .into_iter()
                            .flat_map(|item_2| item_2.into_iter())
                            .collect::<Vec<_>>()
                    };
                    (item.len() as i64) == 4
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_contains`](crate::Client::wait_until_not_contains) waits for.
    pub const NOT_CONTAINS: Waiter<Self> = Waiter {
        name: "NotContains",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!contains(a, 'x')",
                |_, output| Some(
                    !output
                        .a
                        .as_ref()?
                        .iter()
                        .map(String::as_str)
                        .any(|found| found == "x"),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_longer`](crate::Client::wait_until_not_longer) waits for.
    pub const NOT_LONGER: Waiter<Self> = Waiter {
        name: "NotLonger",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(length(a) > `0`)",
                |_, output| Some((output.a.as_ref()?.len() as i64) <= 0),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_contains_unequal`](crate::Client::wait_until_contains_unequal) waits for.
    pub const CONTAINS_UNEQUAL: Waiter<Self> = Waiter {
        name: "ContainsUnequal",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(a, 'x') != optb",
                |_, output| Some(
                    Some(
                        output
                            .a
                            .as_ref()?
                            .iter()
                            .map(String::as_str)
                            .any(|found| found == "x"),
                    ) != output.optb,
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_contains_or_flag`](crate::Client::wait_until_contains_or_flag) waits for.
    pub const CONTAINS_OR_FLAG: Waiter<Self> = Waiter {
        name: "ContainsOrFlag",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(a, 'x') || optb",
                |_, output| Some(
                    output
                        .a
                        .as_ref()?
                        .iter()
                        .map(String::as_str)
                        .any(|found| found == "x") || output.optb == Some(true),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_flag_or_contains`](crate::Client::wait_until_flag_or_contains) waits for.
    pub const FLAG_OR_CONTAINS: Waiter<Self> = Waiter {
        name: "FlagOrContains",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "optb || contains(a, 'x')",
                |_, output| Some(
                    output.optb == Some(true)
                        || output
                            .a
                            .as_ref()?
                            .iter()
                            .map(String::as_str)
                            .any(|found| found == "x"),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_piped`](crate::Client::wait_until_not_piped) waits for.
    pub const NOT_PIPED: Waiter<Self> = Waiter {
        name: "NotPiped",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(a | contains(@, 'x'))",
                |_, output| Some(
                    !({
                        let item = output.a.as_ref()?;
                        item.iter().map(String::as_str).any(|found| found == "x")
                    }),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_piped_twice`](crate::Client::wait_until_not_piped_twice) waits for.
    pub const NOT_PIPED_TWICE: Waiter<Self> = Waiter {
        name: "NotPipedTwice",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(a | @ | length(@) == `1`)",
                |_, output| Some(
                    !({
                        let item = output.a.as_ref()?;
                        (item.len() as i64) == 1
                    }),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_piped_or`](crate::Client::wait_until_piped_or) waits for.
    pub const PIPED_OR: Waiter<Self> = Waiter {
        name: "PipedOr",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "a | contains(@, 'x') || contains(@, 'y')",
                |_, output| Some({
                    let item = output.a.as_ref()?;
                    item.iter().map(String::as_str).any(|found| found == "x")
                        || item.iter().map(String::as_str).any(|found| found == "y")
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_null_piped`](crate::Client::wait_until_not_null_piped) waits for.
    pub const NOT_NULL_PIPED: Waiter<Self> = Waiter {
        name: "NotNullPiped",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(optline | flag && length(parts) > `0`)",
                |_, output| Some(
                    (match output.optline.as_ref() {
                        Some(item) => {
                            match item.flag {
                                Some(true) => Some((item.parts.as_ref()?.len() as i64) > 0),
                                other => other,
                            }
                        }
                        None => None,
                    }) != Some(true),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_contains_contains`](crate::Client::wait_until_contains_contains) waits for.
    pub const CONTAINS_CONTAINS: Waiter<Self> = Waiter {
        name: "ContainsContains",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(bools, contains(a, 'x'))",
                |_, output| Some({
                    let wanted = output
                        .a
                        .as_ref()?
                        .iter()
                        .map(String::as_str)
                        .any(|found| found == "x");
                    output.bools.iter().copied().any(|found| found == wanted)
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_longer_is_null`](crate::Client::wait_until_longer_is_null) waits for.
    pub const LONGER_IS_NULL: Waiter<Self> = Waiter {
        name: "LongerIsNull",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "(length(a) > n) == `null`",
                |_, output| Some(
                    Some(output.a.as_ref()?.len() as i64)
                        .zip(output.n.map(i64::from))
                        .map(|(left, right)| left > right)
                        .is_none(),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_less_than_length`](crate::Client::wait_until_less_than_length) waits for.
    pub const LESS_THAN_LENGTH: Waiter<Self> = Waiter {
        name: "LessThanLength",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "n < length(a)",
                |_, output| Some(
                    output
                        .n
                        .map(i64::from)
                        .zip(Some(output.a.as_ref()?.len() as i64))
                        .is_some_and(|(left, right)| left < right),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_stable_lines`](crate::Client::wait_until_stable_lines) waits for.
    pub const STABLE_LINES: Waiter<Self> = Waiter {
        name: "StableLines",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "length(lines[?!(length(parts) == `1` && flag == flag2)]) == `0`",
                |_, output| Some(
                    ({
                        let mut found = Vec::new();
                        for item in output.lines.iter() {
                            if !((item.parts.as_ref()?.len() as i64) == 1
                                && item.flag == item.flag2)
                            {
                                found.push(item);
                            }
                        }
                        found
                    }
                        .len() as i64) == 0,
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_filter_ends`](crate::Client::wait_until_filter_ends) waits for.
    pub const FILTER_ENDS: Waiter<Self> = Waiter {
        name: "FilterEnds",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "optlines[?length(parts) > `0`].state",
                |_, output| Some(
                    {
                        let mut found = Vec::new();
                        for item in output.optlines.as_ref()?.iter() {
                            if (item.parts.as_ref()?.len() as i64) > 0 {
                                found.push(item.state.as_str());
                            }
                        }
                        found
                    }
                        .into_iter()
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_filter_ends`](crate::Client::wait_until_not_filter_ends) waits for.
    pub const NOT_FILTER_ENDS: Waiter<Self> = Waiter {
        name: "NotFilterEnds",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!(optlines[?length(parts) > `0`])",
                |_, output| Some(
                    (match output
                        .optlines
                        .as_ref()
                        .map(|value| value.iter().collect::<Vec<_>>())
                    {
                        Some(items) => {
                            Some({
                                let mut found = Vec::new();
                                for item in items {
                                    if (item.parts.as_ref()?.len() as i64) > 0 {
                                        found.push(item);
                                    }
                                }
                                found
                            })
                        }
                        None => None,
                    })
                        .is_none_or(|value| value.is_empty()),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_long_parts`](crate::Client::wait_until_long_parts) waits for.
    pub const LONG_PARTS: Waiter<Self> = Waiter {
        name: "LongParts",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(lines[].[length(parts) >= wanted][], `false`)",
                |_, output| Some(
                    {
                        let mut found = Vec::new();
                        for item in output.lines.iter() {
                            found
                                .push(
                                    Vec::from([
                                        Some(item.parts.as_ref()?.len() as i64)
                                            .zip(item.wanted.map(i64::from))
                                            .map(|(left, right)| left >= right),
                                    ]),
                                );
                        }
                        found
                    }
                        .into_iter()
                        .flat_map(|item| item.into_iter().flatten())
                        .any(|found| !found),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_each_ends`](crate::Client::wait_until_each_ends) waits for.
    pub const EACH_ENDS: Waiter<Self> = Waiter {
        name: "EachEnds",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "lines[].parts.length(@) | length(@) == `2`",
                |_, output| Some({
                    let item = {
                        let mut found = Vec::new();
                        for item in output.lines.iter() {
                            found
                                .push({
                                    let item_2 = item.parts.as_ref()?;
                                    item_2.len() as i64
                                });
                        }
                        found
                    };
                    (item.len() as i64) == 2
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_each_starts`](crate::Client::wait_until_each_starts) waits for.
    pub const EACH_STARTS: Waiter<Self> = Waiter {
        name: "EachStarts",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "length(lines[].starts_with(t, 'a')) == `2`",
                |_, output| Some(
                    ({
                        let mut found = Vec::new();
                        for item in output.lines.iter() {
                            found.push(item.t.as_deref()?.starts_with("a"));
                        }
                        found
                    }
                        .len() as i64) == 2,
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_values`](crate::Client::wait_until_not_values) waits for.
    pub const NOT_VALUES: Waiter<Self> = Waiter {
        name: "NotValues",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!values(m)",
                |_, output| Some(
                    output
                        .m
                        .as_ref()?
                        .values()
                        .map(String::as_str)
                        .collect::<Vec<_>>()
                        .is_empty(),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_keys`](crate::Client::wait_until_not_keys) waits for.
    pub const NOT_KEYS: Waiter<Self> = Waiter {
        name: "NotKeys",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!keys(m)",
                |_, output| Some(
                    output
                        .m
                        .as_ref()?
                        .keys()
                        .map(String::as_str)
                        .collect::<Vec<_>>()
                        .is_empty(),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_contains_structure`](crate::Client::wait_until_contains_structure) waits for.
    pub const CONTAINS_STRUCTURE: Waiter<Self> = Waiter {
        name: "ContainsStructure",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(lines, line)",
                |_, output| Some(output.lines.iter().any(|found| found == &output.line)),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_optional`](crate::Client::wait_until_not_optional) waits for.
    pub const NOT_OPTIONAL: Waiter<Self> = Waiter {
        name: "NotOptional",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!optline",
                |_, output| Some(output.optline.as_ref().is_none()),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_number`](crate::Client::wait_until_not_number) waits for.
    pub const NOT_NUMBER: Waiter<Self> = Waiter {
        name: "NotNumber",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!number",
                |_, _| Some(false),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_text_is_null`](crate::Client::wait_until_text_is_null) waits for.
    pub const TEXT_IS_NULL: Waiter<Self> = Waiter {
        name: "TextIsNull",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "s == `null`",
                |_, _| Some(false),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_text_is_not_null`](crate::Client::wait_until_text_is_not_null) waits for.
    pub const TEXT_IS_NOT_NULL: Waiter<Self> = Waiter {
        name: "TextIsNotNull",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "s != `null` && x",
                |_, output| Some(true && output.x),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_null_items`](crate::Client::wait_until_null_items) waits for.
    pub const NULL_ITEMS: Waiter<Self> = Waiter {
        name: "NullItems",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "lines[?state == `null`].state",
                |_, output| Some(
                    output
                        .lines
                        .iter()
                        .filter(|&_| false)
                        .map(|item| item.state.as_str())
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_all_items`](crate::Client::wait_until_all_items) waits for.
    pub const ALL_ITEMS: Waiter<Self> = Waiter {
        name: "AllItems",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "lines[?`true`].state",
                |_, output| Some(
                    output
                        .lines
                        .iter()
                        .filter(|&_| true)
                        .map(|item| item.state.as_str())
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_constants`](crate::Client::wait_until_constants) waits for.
    pub const CONSTANTS: Waiter<Self> = Waiter {
        name: "Constants",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "lines[].[`true`] | length(@) == `2`",
                |_, output| Some({
                    let item = output
                        .lines
                        .iter()
                        .map(|_| Vec::from([true]))
                        .collect::<Vec<_>>();
                    (item.len() as i64) == 2
                }),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_text`](crate::Client::wait_until_not_text) waits for.
    pub const NOT_TEXT: Waiter<Self> = Waiter {
        name: "NotText",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!s",
                |_, output| Some(output.s.as_str().is_empty()),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_not_list`](crate::Client::wait_until_not_list) waits for.
    pub const NOT_LIST: Waiter<Self> = Waiter {
        name: "NotList",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "!bools",
                |_, output| Some(output.bools.is_empty()),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_optional_time`](crate::Client::wait_until_optional_time) waits for.
    pub const OPTIONAL_TIME: Waiter<Self> = Waiter {
        name: "OptionalTime",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "time != `null`",
                |_, output| Some(output.time.as_ref().is_some()),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_negative_number`](crate::Client::wait_until_negative_number) waits for.
    pub const NEGATIVE_NUMBER: Waiter<Self> = Waiter {
        name: "NegativeNumber",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "n == `-1`",
                |_, output| Some(output.n.map(i64::from) == Some(-1)),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_float`](crate::Client::wait_until_float) waits for.
    pub const FLOAT: Waiter<Self> = Waiter {
        name: "Float",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "f >= `-3`",
                |_, output| Some(
                    output.f.map(f64::from).is_some_and(|value| value >= -3.0),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_map_values`](crate::Client::wait_until_map_values) waits for.
    pub const MAP_VALUES: Waiter<Self> = Waiter {
        name: "MapValues",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "m.*",
                |_, output| Some(
                    output.m.as_ref()?.values().map(String::as_str).map(Some).collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_all_values`](crate::Client::wait_until_all_values) waits for.
    pub const ALL_VALUES: Waiter<Self> = Waiter {
        name: "AllValues",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::all_strings(
                "values(m)",
                |_, output| Some(
                    output.m.as_ref()?.values().map(String::as_str).map(Some).collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_keys`](crate::Client::wait_until_keys) waits for.
    pub const KEYS: Waiter<Self> = Waiter {
        name: "Keys",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "keys(m)",
                |_, output| Some(
                    output.m.as_ref()?.keys().map(String::as_str).map(Some).collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_key_at`](crate::Client::wait_until_key_at) waits for.
    pub const KEY_AT: Waiter<Self> = Waiter {
        name: "KeyAt",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::string(
                "keys(m)[0]",
                |_, output| {
                    output
                        .m
                        .as_ref()?
                        .keys()
                        .map(String::as_str)
                        .collect::<Vec<_>>()
                        .into_iter()
                        .next()
                },
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_keys_have`](crate::Client::wait_until_keys_have) waits for.
    pub const KEYS_HAVE: Waiter<Self> = Waiter {
        name: "KeysHave",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(keys(m), 'a')",
                |_, output| Some(
                    output
                        .m
                        .as_ref()?
                        .keys()
                        .map(String::as_str)
                        .any(|found| found == "a"),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_from_end`](crate::Client::wait_until_from_end) waits for.
    pub const FROM_END: Waiter<Self> = Waiter {
        name: "FromEnd",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::string(
                "lines[-2].state",
                |_, output| Some(output.lines.iter().nth_back(1)?.state.as_str()),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_places`](crate::Client::wait_until_places) waits for.
    pub const PLACES: Waiter<Self> = Waiter {
        name: "Places",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::string(
                "nested[0].nested[-1].nested[1].name",
                |_, output| Some(
                    output.nested.first()?.nested.last()?.nested.get(1)?.name.as_str(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_pairs`](crate::Client::wait_until_pairs) waits for.
    pub const PAIRS: Waiter<Self> = Waiter {
        name: "Pairs",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "lines[].[state, t][]",
                |_, output| Some(
                    output
                        .lines
                        .iter()
                        .map(|item| Vec::from([
                            Some(item.state.as_str()),
                            item.t.as_deref(),
                        ]))
                        .flat_map(|item| item.into_iter().flatten())
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_nested`](crate::Client::wait_until_nested) waits for.
    pub const NESTED: Waiter<Self> = Waiter {
        name: "Nested",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::string(
                "lines[?contains(parts[].name, 'a') && !flag].state | [0]",
                |_, output| {
                    {
                        let mut found = Vec::new();
                        for item in output.lines.iter() {
                            if item
                                .parts
                                .as_ref()?
                                .iter()
                                .filter_map(|item_2| item_2.name.as_deref())
                                .any(|found| found == "a") && item.flag != Some(true)
                            {
                                found.push(item.state.as_str());
                            }
                        }
                        found
                    }
                        .into_iter()
                        .next()
                },
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_enums`](crate::Client::wait_until_enums) waits for.
    pub const ENUMS: Waiter<Self> = Waiter {
        name: "Enums",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "enums",
                |_, output| Some(
                    output.enums.as_ref()?.iter().map(Letter::as_str).map(Some).collect(),
                ),
                &[("A", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_sparse`](crate::Client::wait_until_sparse) waits for.
    pub const SPARSE: Waiter<Self> = Waiter {
        name: "Sparse",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "sparse",
                |_, output| Some(
                    output
                        .sparse
                        .as_ref()?
                        .iter()
                        .map(|item| item.as_ref().map(Letter::as_str))
                        .collect(),
                ),
                &[("A", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_sparse_has`](crate::Client::wait_until_sparse_has) waits for.
    pub const SPARSE_HAS: Waiter<Self> = Waiter {
        name: "SparseHas",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(sparse, 'A')",
                |_, output| Some(
                    output
                        .sparse
                        .as_ref()?
                        .iter()
                        .flatten()
                        .map(Letter::as_str)
                        .any(|found| found == "A"),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_enum_equals`](crate::Client::wait_until_enum_equals) waits for.
    pub const ENUM_EQUALS: Waiter<Self> = Waiter {
        name: "EnumEquals",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "letter == 'A' && letter2 == letter",
                |_, output| Some(
                    output.letter.as_ref().map(Letter::as_str) == Some("A")
                        && output.letter2.as_ref().map(Letter::as_str)
                            == output.letter.as_ref().map(Letter::as_str),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_int_enum`](crate::Client::wait_until_int_enum) waits for.
    pub const INT_ENUM: Waiter<Self> = Waiter {
        name: "IntEnum",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "one == `1`",
                |_, output| Some(
                    output.one.as_ref().map(|value| i64::from(value.value())) == Some(1),
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_first_name`](crate::Client::wait_until_first_name) waits for.
    pub const FIRST_NAME: Waiter<Self> = Waiter {
        name: "FirstName",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::string(
                "lines[].parts[].name | [0]",
                |_, output| {
                    output
                        .lines
                        .iter()
                        .filter_map(|item| item.parts.as_ref())
                        .flat_map(|item| item.iter())
                        .filter_map(|item| item.name.as_deref())
                        .collect::<Vec<_>>()
                        .into_iter()
                        .next()
                },
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_starts`](crate::Client::wait_until_starts) waits for.
    pub const STARTS: Waiter<Self> = Waiter {
        name: "Starts",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "lines[?starts_with(state, 'a')].t",
                |_, output| Some(
                    output
                        .lines
                        .iter()
                        .filter(|&item| item.state.as_str().starts_with("a"))
                        .filter_map(|item| item.t.as_deref())
                        .map(Some)
                        .collect(),
                ),
                &[("b", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_long_enough`](crate::Client::wait_until_long_enough) waits for.
    pub const LONG_ENOUGH: Waiter<Self> = Waiter {
        name: "LongEnough",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "length(lines[?flag]) > `0`",
                |_, output| Some(
                    (output.lines.iter().filter(|&item| item.flag == Some(true)).count()
                        as i64) > 0,
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_no_texts`](crate::Client::wait_until_no_texts) waits for.
    pub const NO_TEXTS: Waiter<Self> = Waiter {
        name: "NoTexts",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "length(lines[].t) == `0`",
                |_, output| Some(
                    (output.lines.iter().filter_map(|item| item.t.as_deref()).count()
                        as i64) == 0,
                ),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_text_has`](crate::Client::wait_until_text_has) waits for.
    pub const TEXT_HAS: Waiter<Self> = Waiter {
        name: "TextHas",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::boolean(
                "contains(s, 'abc')",
                |_, output| Some(output.s.as_str().contains("abc")),
                &[(true, WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_deep`](crate::Client::wait_until_deep) waits for.
    pub const DEEP: Waiter<Self> = Waiter {
        name: "Deep",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "lines[*].parts[*].name[]",
                |_, output| Some(
                    output
                        .lines
                        .iter()
                        .filter_map(|item| {
                            item
                                .parts
                                .as_ref()
                                .map(|value| {
                                    value
                                        .iter()
                                        .filter_map(|item_2| item_2.name.as_deref())
                                        .collect::<Vec<_>>()
                                })
                        })
                        .flat_map(|item| item.into_iter())
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_filters`](crate::Client::wait_until_filters) waits for.
    pub const FILTERS: Waiter<Self> = Waiter {
        name: "Filters",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "lines[?parts[?name == 'a']].state",
                |_, output| Some(
                    output
                        .lines
                        .iter()
                        .filter(|&item| {
                            item
                                .parts
                                .as_ref()
                                .map(|value| {
                                    value
                                        .iter()
                                        .filter(|&item_2| item_2.name.as_deref() == Some("a"))
                                        .collect::<Vec<_>>()
                                })
                                .is_some_and(|value| !value.is_empty())
                        })
                        .map(|item| item.state.as_str())
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_first_parts`](crate::Client::wait_until_first_parts) waits for.
    pub const FIRST_PARTS: Waiter<Self> = Waiter {
        name: "FirstParts",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::all_strings(
                "lines[].parts[0].name",
                |_, output| Some(
                    output
                        .lines
                        .iter()
                        .filter_map(|item| {
                            item
                                .parts
                                .as_ref()
                                .and_then(|value| value.first())
                                .and_then(|value| value.name.as_deref())
                        })
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };

    /// What [`wait_until_several`](crate::Client::wait_until_several) waits for.
    pub const SEVERAL: Waiter<Self> = Waiter {
        name: "Several",
        min_delay: 2,
        max_delay: 120,
        acceptors: &[
            Acceptor::any_string(
                "[strs, strs2][]",
                |_, output| Some(
                    Vec::from([output.strs.as_ref(), output.strs2.as_ref()])
                        .into_iter()
                        .flatten()
                        .flat_map(|item| item.iter().map(String::as_str))
                        .map(Some)
                        .collect(),
                ),
                &[("a", WaiterState::Success)],
            ),
        ],
    };
}
