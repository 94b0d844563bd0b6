//! A client of Things.
//!
//! ```no_run
//! use golden_paths_client::{Client, Config};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Config::new().with_endpoint("http://127.0.0.1:9000"));
//! let answer = client.get_thing().await?;
//! println!("{answer:?}");
//! # Ok(())
//! # }
//! ```
//!
//! Written by Farrier; changes belong into the model.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

use crate::operation::{GetThingInput, UploadInput};
use farrier_runtime::client::{ServiceMetadata, Wait};
use farrier_runtime::protocol;
use std::time::Duration;

pub mod operation;
pub mod types;

pub use farrier_runtime::client::{Call, Config, Error};
pub use farrier_runtime;

static SERVICE: ServiceMetadata = ServiceMetadata::new(
        "Things",
        "",
        &protocol::REST_JSON_1,
    )
    .crate_version(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));

/// Calls Things.
///
/// Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    inner: farrier_runtime::client::Client,
}

impl Client {
    /// A client with these settings. Nothing is sent before the first call.
    pub fn new(config: Config) -> Self {
        Self {
            inner: farrier_runtime::client::Client::new(&SERVICE, config),
        }
    }

    /// `GetThing`.
    pub fn get_thing(&self) -> Call<'_, GetThingInput> {
        self.inner.call(GetThingInput::default())
    }

    /// Waits until `OrEquals`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_or_equals(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::OR_EQUALS, max_wait)
    }

    /// Waits until `EqualsEquals`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_equals_equals(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::EQUALS_EQUALS, max_wait)
    }

    /// Waits until `ContainsOr`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_contains_or(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::CONTAINS_OR, max_wait)
    }

    /// Waits until `OrIsTrueAnd`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_or_is_true_and(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::OR_IS_TRUE_AND, max_wait)
    }

    /// Waits until `NotNotOrAnd`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_not_or_and(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_NOT_OR_AND, max_wait)
    }

    /// Waits until `LessIsFalse`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_less_is_false(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LESS_IS_FALSE, max_wait)
    }

    /// Waits until `NotLess`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_less(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_LESS, max_wait)
    }

    /// Waits until `LessIsNull`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_less_is_null(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LESS_IS_NULL, max_wait)
    }

    /// Waits until `AndIsFalse`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_and_is_false(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::AND_IS_FALSE, max_wait)
    }

    /// Waits until `AndOfNull`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_and_of_null(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::AND_OF_NULL, max_wait)
    }

    /// Waits until `NotOrOfNull`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_or_of_null(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_OR_OF_NULL, max_wait)
    }

    /// Waits until `LengthsEqual`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_lengths_equal(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LENGTHS_EQUAL, max_wait)
    }

    /// Waits until `LengthOfTexts`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_length_of_texts(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LENGTH_OF_TEXTS, max_wait)
    }

    /// Waits until `BlockEquals`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_block_equals(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::BLOCK_EQUALS, max_wait)
    }

    /// Waits until `BlockInBlock`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_block_in_block(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::BLOCK_IN_BLOCK, max_wait)
    }

    /// Waits until `BlockAnd`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_block_and(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::BLOCK_AND, max_wait)
    }

    /// Waits until `ContainsTwice`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_contains_twice(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::CONTAINS_TWICE, max_wait)
    }

    /// Waits until `IndexTwice`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_index_twice(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::INDEX_TWICE, max_wait)
    }

    /// Waits until `ValuesTwice`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_values_twice(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::VALUES_TWICE, max_wait)
    }

    /// Waits until `ItemTwice`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_item_twice(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::ITEM_TWICE, max_wait)
    }

    /// Waits until `WholeTwice`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_whole_twice(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::WHOLE_TWICE, max_wait)
    }

    /// Waits until `NotContains`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_contains(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_CONTAINS, max_wait)
    }

    /// Waits until `NotLonger`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_longer(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_LONGER, max_wait)
    }

    /// Waits until `ContainsUnequal`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_contains_unequal(
        &self,
        max_wait: Duration,
    ) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::CONTAINS_UNEQUAL, max_wait)
    }

    /// Waits until `ContainsOrFlag`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_contains_or_flag(
        &self,
        max_wait: Duration,
    ) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::CONTAINS_OR_FLAG, max_wait)
    }

    /// Waits until `FlagOrContains`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_flag_or_contains(
        &self,
        max_wait: Duration,
    ) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::FLAG_OR_CONTAINS, max_wait)
    }

    /// Waits until `NotPiped`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_piped(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_PIPED, max_wait)
    }

    /// Waits until `NotPipedTwice`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_piped_twice(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_PIPED_TWICE, max_wait)
    }

    /// Waits until `PipedOr`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_piped_or(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::PIPED_OR, max_wait)
    }

    /// Waits until `NotNullPiped`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_null_piped(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_NULL_PIPED, max_wait)
    }

    /// Waits until `ContainsContains`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_contains_contains(
        &self,
        max_wait: Duration,
    ) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::CONTAINS_CONTAINS, max_wait)
    }

    /// Waits until `LongerIsNull`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_longer_is_null(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LONGER_IS_NULL, max_wait)
    }

    /// Waits until `LessThanLength`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_less_than_length(
        &self,
        max_wait: Duration,
    ) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LESS_THAN_LENGTH, max_wait)
    }

    /// Waits until `StableLines`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_stable_lines(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::STABLE_LINES, max_wait)
    }

    /// Waits until `FilterEnds`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_filter_ends(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::FILTER_ENDS, max_wait)
    }

    /// Waits until `NotFilterEnds`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_filter_ends(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_FILTER_ENDS, max_wait)
    }

    /// Waits until `LongParts`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_long_parts(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LONG_PARTS, max_wait)
    }

    /// Waits until `EachEnds`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_each_ends(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::EACH_ENDS, max_wait)
    }

    /// Waits until `EachStarts`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_each_starts(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::EACH_STARTS, max_wait)
    }

    /// Waits until `NotValues`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_values(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_VALUES, max_wait)
    }

    /// Waits until `NotKeys`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_keys(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_KEYS, max_wait)
    }

    /// Waits until `ContainsStructure`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_contains_structure(
        &self,
        max_wait: Duration,
    ) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::CONTAINS_STRUCTURE, max_wait)
    }

    /// Waits until `NotOptional`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_optional(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_OPTIONAL, max_wait)
    }

    /// Waits until `NotNumber`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_number(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_NUMBER, max_wait)
    }

    /// Waits until `TextIsNull`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_text_is_null(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::TEXT_IS_NULL, max_wait)
    }

    /// Waits until `TextIsNotNull`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_text_is_not_null(
        &self,
        max_wait: Duration,
    ) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::TEXT_IS_NOT_NULL, max_wait)
    }

    /// Waits until `NullItems`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_null_items(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NULL_ITEMS, max_wait)
    }

    /// Waits until `AllItems`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_all_items(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::ALL_ITEMS, max_wait)
    }

    /// Waits until `Constants`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_constants(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::CONSTANTS, max_wait)
    }

    /// Waits until `NotText`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_text(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_TEXT, max_wait)
    }

    /// Waits until `NotList`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_not_list(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NOT_LIST, max_wait)
    }

    /// Waits until `OptionalTime`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_optional_time(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::OPTIONAL_TIME, max_wait)
    }

    /// Waits until `NegativeNumber`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_negative_number(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NEGATIVE_NUMBER, max_wait)
    }

    /// Waits until `Float`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_float(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::FLOAT, max_wait)
    }

    /// Waits until `MapValues`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_map_values(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::MAP_VALUES, max_wait)
    }

    /// Waits until `AllValues`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_all_values(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::ALL_VALUES, max_wait)
    }

    /// Waits until `Keys`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_keys(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::KEYS, max_wait)
    }

    /// Waits until `KeyAt`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_key_at(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::KEY_AT, max_wait)
    }

    /// Waits until `KeysHave`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_keys_have(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::KEYS_HAVE, max_wait)
    }

    /// Waits until `FromEnd`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_from_end(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::FROM_END, max_wait)
    }

    /// Waits until `Places`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_places(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::PLACES, max_wait)
    }

    /// Waits until `Pairs`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_pairs(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::PAIRS, max_wait)
    }

    /// Waits until `Nested`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_nested(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NESTED, max_wait)
    }

    /// Waits until `Enums`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_enums(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::ENUMS, max_wait)
    }

    /// Waits until `Sparse`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_sparse(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::SPARSE, max_wait)
    }

    /// Waits until `SparseHas`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_sparse_has(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::SPARSE_HAS, max_wait)
    }

    /// Waits until `EnumEquals`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_enum_equals(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::ENUM_EQUALS, max_wait)
    }

    /// Waits until `IntEnum`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_int_enum(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::INT_ENUM, max_wait)
    }

    /// Waits until `FirstName`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_first_name(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::FIRST_NAME, max_wait)
    }

    /// Waits until `Starts`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_starts(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::STARTS, max_wait)
    }

    /// Waits until `LongEnough`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_long_enough(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::LONG_ENOUGH, max_wait)
    }

    /// Waits until `NoTexts`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_no_texts(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::NO_TEXTS, max_wait)
    }

    /// Waits until `TextHas`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_text_has(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::TEXT_HAS, max_wait)
    }

    /// Waits until `Deep`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_deep(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::DEEP, max_wait)
    }

    /// Waits until `Filters`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_filters(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::FILTERS, max_wait)
    }

    /// Waits until `FirstParts`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_first_parts(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::FIRST_PARTS, max_wait)
    }

    /// Waits until `Several`.
    ///
    /// Calls [`get_thing`](Self::get_thing) until then, for `max_wait` at most.
    pub fn wait_until_several(&self, max_wait: Duration) -> Wait<GetThingInput> {
        self.inner
            .call(GetThingInput::default())
            .wait_until(GetThingInput::SEVERAL, max_wait)
    }

    /// `Upload`.
    pub fn upload(&self, input: UploadInput) -> Call<'_, UploadInput> {
        self.inner.call(input)
    }
}
