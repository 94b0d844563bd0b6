//! `aws.protocols#restJson1`.

use super::{ErrorDiscriminator, Protocol};
use crate::wire::{self, Exchange, NoExchange, RestRules};
use farrier_model::api::{self, Api, Operation};

/// <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>
pub(super) struct RestJson1;

const RULES: RestRules = RestRules { payloads_are_bare: true, unset_structures_are_empty: true };

impl Protocol for RestJson1 {
    fn id(&self) -> api::Protocol {
        api::Protocol::RestJson1
    }

    fn name(&self) -> &'static str {
        "restJson1"
    }

    fn runtime(&self) -> &'static str {
        "REST_JSON_1"
    }

    fn errors(&self) -> ErrorDiscriminator {
        ErrorDiscriminator::Code
    }

    fn exchange<'a>(
        &self,
        api: &'a Api,
        operation: &'a Operation,
    ) -> Result<Exchange<'a>, NoExchange> {
        wire::rest(api, operation, &RULES)
    }
}
