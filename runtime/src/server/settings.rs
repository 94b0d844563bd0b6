//! How a service treats its requests, whatever the operation.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderName;

use super::{Context, Fault, InternalFailure};
use crate::codec::Violations;
use crate::protocol::Rejection;

type AnswerViolations = dyn Fn(&Violations, &Context) -> Fault + Send + Sync;
type AnswerRejection = dyn Fn(&Rejection, &Context) -> Option<Fault> + Send + Sync;
type OnInternalFailure = dyn Fn(&InternalFailure, &Context) + Send + Sync;

/// How a service treats its requests, whatever the operation.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) body_limit: u64,
    pub(crate) stream_limit: Option<u64>,
    pub(crate) operation_body_limits: BTreeMap<&'static str, u64>,
    pub(crate) body_timeout: Option<Duration>,
    pub(crate) request_timeout: Option<Duration>,
    pub(crate) received_request_id: Option<HeaderName>,
    pub(crate) request_id_header: Option<HeaderName>,
    pub(crate) on_violations: Option<Arc<AnswerViolations>>,
    pub(crate) on_rejection: Option<Arc<AnswerRejection>>,
    pub(crate) on_internal_failure: Option<Arc<OnInternalFailure>>,
}

/// What a request's body may have where nobody says otherwise: 6 MiB, as much as Lambda takes.
pub(crate) const DEFAULT_BODY_LIMIT: u64 = 6 * 1024 * 1024;

impl Default for Settings {
    fn default() -> Self {
        Self {
            body_limit: DEFAULT_BODY_LIMIT,
            stream_limit: None,
            operation_body_limits: BTreeMap::new(),
            body_timeout: Some(Duration::from_secs(30)),
            request_timeout: None,
            received_request_id: None,
            request_id_header: None,
            on_violations: None,
            on_rejection: None,
            on_internal_failure: None,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("body_limit", &self.body_limit)
            .field("stream_limit", &self.stream_limit)
            .field("operation_body_limits", &self.operation_body_limits)
            .field("body_timeout", &self.body_timeout)
            .field("request_timeout", &self.request_timeout)
            .field("received_request_id", &self.received_request_id)
            .finish_non_exhaustive()
    }
}
