//! The protocols: one file each says what is particular to it.

mod http_json;
mod rest_json_1;

use crate::wire::{Exchange, NoExchange};
use farrier_model::api::{self, Api, Operation};

/// How values travel, as far as the generator has to know; the rest is in the runtime.
pub(crate) trait Protocol: Sync {
    /// Which one it is.
    fn id(&self) -> api::Protocol;

    /// Its name in the field: `restJson1`.
    fn name(&self) -> &'static str;

    /// The static of the runtime's module `protocol` that speaks it.
    fn runtime(&self) -> &'static str;

    /// What tells one error from another.
    fn errors(&self) -> ErrorDiscriminator;

    /// How `operation` travels.
    fn exchange<'a>(
        &self,
        api: &'a Api,
        operation: &'a Operation,
    ) -> Result<Exchange<'a>, NoExchange>;
}

/// What tells one error from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorDiscriminator {
    /// A code that the answer carries.
    Code,
    /// The status of the answer.
    Status,
}

/// Those that Farrier speaks.
const PROTOCOLS: &[&dyn Protocol] = &[&rest_json_1::RestJson1, &http_json::HttpJson];

/// The first protocol of `api` that Farrier speaks.
pub(crate) fn of(api: &Api) -> Option<&'static dyn Protocol> {
    let spoken = |id: &api::Protocol| PROTOCOLS.iter().find(|protocol| protocol.id() == *id);
    api.protocols.iter().find_map(spoken).copied()
}

/// The names of the protocols that Farrier speaks.
pub(crate) fn names() -> Vec<&'static str> {
    PROTOCOLS.iter().map(|protocol| protocol.name()).collect()
}
