//! `aws.protocols#restJson1`.

use super::{ErrorDiscriminator, Protocol};
use crate::wire::{self, Exchange, NoExchange};
use farrier_model::api::{Api, Operation};

/// <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>
pub(super) struct RestJson1;

impl Protocol for RestJson1 {
    fn name(&self) -> &'static str {
        "restJson1"
    }

    fn runtime(&self) -> &'static str {
        "REST_JSON_1"
    }

    fn errors(&self) -> ErrorDiscriminator {
        ErrorDiscriminator::Code
    }

    fn empty_structures_have_bodies(&self) -> bool {
        false
    }

    fn payloads_are_bare(&self) -> bool {
        true
    }

    fn unset_structures_are_empty(&self) -> bool {
        true
    }

    fn exchange<'a>(
        &self,
        api: &'a Api,
        operation: &'a Operation,
    ) -> Result<Exchange<'a>, NoExchange> {
        wire::rest(api, operation, self)
    }
}
