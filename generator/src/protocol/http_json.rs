//! Plain HTTP with JSON bodies, as OpenAPI describes it.

use super::{ErrorDiscriminator, Protocol};
use crate::wire::{self, Exchange, NoExchange, RestRules};
use farrier_model::api::{self, Api, Operation};

/// No specification but the document's own.
pub(super) struct HttpJson;

const RULES: RestRules = RestRules { payloads_are_bare: false, unset_structures_are_empty: false };

impl Protocol for HttpJson {
    fn id(&self) -> api::Protocol {
        api::Protocol::HttpJson
    }

    fn name(&self) -> &'static str {
        "HTTP+JSON"
    }

    fn runtime(&self) -> &'static str {
        "HTTP_JSON"
    }

    fn errors(&self) -> ErrorDiscriminator {
        ErrorDiscriminator::Status
    }

    fn exchange<'a>(
        &self,
        api: &'a Api,
        operation: &'a Operation,
    ) -> Result<Exchange<'a>, NoExchange> {
        wire::rest(api, operation, &RULES)
    }
}
