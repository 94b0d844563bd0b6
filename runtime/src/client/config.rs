//! How a client is set up.

use std::collections::BTreeMap;
use std::env;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Buf;
use http::{HeaderValue, Request, Response};
use http_body::Body;
use tower_service::Service;

use super::transport::ServiceTransport;
use super::{RequestBody, RetryConfig, Transport};
use crate::auth::{CredentialsProvider, EnvironmentCredentials};

/// How a client is set up: where the service is, who calls, and how long and how often it is tried.
///
/// What is wrong with it shows at the first call, as [`Refused`](super::Refused).
#[derive(Clone)]
pub struct Config {
    pub(super) endpoint: Option<String>,
    pub(super) endpoint_from_environment: bool,
    pub(super) region: Option<String>,
    pub(super) credentials: Option<Arc<dyn CredentialsProvider>>,
    pub(super) bearer: Option<HeaderValue>,
    pub(super) basic: Option<HeaderValue>,
    pub(super) api_key: Option<Secret>,
    pub(super) named_api_keys: BTreeMap<String, Secret>,
    pub(super) timeouts: Timeouts,
    pub(super) retry: RetryConfig,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) app_name: Option<String>,
    pub(super) response_limit: usize,
    #[cfg(feature = "gzip")]
    pub(super) request_compression: bool,
    #[cfg(feature = "gzip")]
    pub(super) min_compression_size: usize,
    #[cfg(feature = "tls")]
    pub(super) root_certificates: Vec<Vec<u8>>,
    /// What is wrong, for the first call to say.
    pub(super) problem: Option<&'static str>,
}

/// How long an answer may be where nobody says otherwise: 256 MiB.
const DEFAULT_RESPONSE_LIMIT: usize = 256 * 1024 * 1024;

/// How long a body must be to be compressed where nobody says otherwise: as for AWS's tools.
#[cfg(feature = "gzip")]
const DEFAULT_MIN_COMPRESSION_SIZE: usize = 10_240;
/// The most that AWS's tools let one ask for.
#[cfg(feature = "gzip")]
const LARGEST_MIN_COMPRESSION_SIZE: usize = 10_485_760;

impl Default for Config {
    fn default() -> Self {
        Self {
            endpoint: None,
            endpoint_from_environment: false,
            region: None,
            credentials: None,
            bearer: None,
            basic: None,
            api_key: None,
            named_api_keys: BTreeMap::new(),
            timeouts: Timeouts::default(),
            retry: RetryConfig::default(),
            transport: None,
            app_name: None,
            response_limit: DEFAULT_RESPONSE_LIMIT,
            #[cfg(feature = "gzip")]
            request_compression: true,
            #[cfg(feature = "gzip")]
            min_compression_size: DEFAULT_MIN_COMPRESSION_SIZE,
            #[cfg(feature = "tls")]
            root_certificates: Vec::new(),
            problem: None,
        }
    }
}

impl Config {
    /// Nothing but defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What AWS's tools read from the environment: `AWS_REGION` (or `AWS_DEFAULT_REGION`),
    /// `AWS_ENDPOINT_URL_SERVICE` (or `AWS_ENDPOINT_URL`), `AWS_ACCESS_KEY_ID`,
    /// `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. The credentials are read when they are needed,
    /// the rest now or when the client is made. For services that take compressed requests also
    /// `AWS_DISABLE_REQUEST_COMPRESSION` and `AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES`.
    #[must_use]
    pub fn from_env() -> Self {
        let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let config = Self {
            region: set("AWS_REGION").or_else(|| set("AWS_DEFAULT_REGION")),
            endpoint_from_environment: true,
            credentials: Some(Arc::new(EnvironmentCredentials::new())),
            ..Self::default()
        };
        #[cfg(feature = "gzip")]
        let config = config.compression_from(set);
        config
    }

    #[cfg(feature = "gzip")]
    fn compression_from(mut self, set: impl Fn(&str) -> Option<String>) -> Self {
        if let Some(disabled) = set("AWS_DISABLE_REQUEST_COMPRESSION") {
            match disabled.to_ascii_lowercase().as_str() {
                "true" => self.request_compression = false,
                "false" => {}
                _ => {
                    self.problem =
                        Some("`AWS_DISABLE_REQUEST_COMPRESSION` is neither `true` nor `false`");
                }
            }
        }
        match set("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES").map(|size| size.parse()) {
            None => self,
            Some(Ok(size)) => self.with_min_compression_size(size),
            Some(Err(_)) => {
                self.problem =
                    Some("`AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES` is not a number of bytes");
                self
            }
        }
    }

    /// Where the service is: `http://` or `https://`, a host, perhaps a port and a path.
    #[must_use]
    pub fn with_endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// The AWS region: part of the service's address and of signatures.
    #[must_use]
    pub fn with_region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Where the credentials come from that requests are signed with.
    #[must_use]
    pub fn with_credentials(mut self, provider: impl CredentialsProvider) -> Self {
        self.credentials = Some(Arc::new(provider));
        self
    }

    /// A token for `Authorization: Bearer TOKEN`.
    #[must_use]
    pub fn with_bearer_token(mut self, token: impl AsRef<str>) -> Self {
        match secret_value(&format!("Bearer {}", token.as_ref())) {
            Some(value) => self.bearer = Some(value),
            None => self.problem = Some("the bearer token holds a control character"),
        }
        self
    }

    /// User name and password for `Authorization: Basic …`. The name must not hold a colon.
    #[must_use]
    pub fn with_basic(mut self, user: impl AsRef<str>, password: impl AsRef<str>) -> Self {
        let (user, password) = (user.as_ref(), password.as_ref());
        if user.contains(':') {
            self.problem = Some("the user name holds a colon");
        }
        let encoded = STANDARD.encode(format!("{user}:{password}"));
        self.basic = secret_value(&format!("Basic {encoded}"));
        self
    }

    /// A key for every scheme that takes one, wherever it travels.
    #[must_use]
    pub fn with_api_key(mut self, key: impl Into<String>) -> Self {
        self.api_key = Some(Secret(key.into()));
        self
    }

    /// A key for the scheme whose header or query parameter is called `name`.
    #[must_use]
    pub fn with_named_api_key(mut self, name: impl AsRef<str>, key: impl Into<String>) -> Self {
        self.named_api_keys.insert(name.as_ref().to_ascii_lowercase(), Secret(key.into()));
        self
    }

    /// How long calls may take.
    #[must_use]
    pub fn with_timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// How often failed attempts are made again.
    #[must_use]
    pub fn with_retry(mut self, retry: RetryConfig) -> Self {
        self.retry = retry;
        self
    }

    /// What carries the requests, in place of HTTP/1.1 over TCP.
    #[must_use]
    pub fn with_transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// A tower service that answers the requests: a generated server in the same process, say, or
    /// a stack of layers around another transport.
    #[must_use]
    pub fn with_service<S, B>(self, service: S) -> Self
    where
        S: Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
        S::Future: Send,
        S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
        B: Body + Send + 'static,
        B::Data: Buf,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let mut config = self.with_transport(ServiceTransport::new(service));
        // The address means nothing then, but requests have one.
        config.endpoint.get_or_insert_with(|| "http://localhost".to_owned());
        config
    }

    /// The calling program's name, for the user agent.
    #[must_use]
    pub fn with_app_name(mut self, name: impl Into<String>) -> Self {
        self.app_name = Some(name.into());
        self
    }

    /// How many bytes an answer may have that is not streamed; 256 MiB if not set.
    #[must_use]
    pub fn with_response_limit(mut self, bytes: usize) -> Self {
        self.response_limit = bytes;
        self
    }

    /// Whether requests are compressed where the service takes that; they are if not set.
    #[cfg(feature = "gzip")]
    #[must_use]
    pub fn with_request_compression(mut self, compress: bool) -> Self {
        self.request_compression = compress;
        self
    }

    /// How many bytes a body must have to be compressed: 10,240 if not set, and 10,485,760 at most. Streams are compressed
    /// whatever their length.
    #[cfg(feature = "gzip")]
    #[must_use]
    pub fn with_min_compression_size(mut self, bytes: usize) -> Self {
        if bytes > LARGEST_MIN_COMPRESSION_SIZE {
            self.problem = Some("the least size of a body to compress is above 10485760 bytes");
        }
        self.min_compression_size = bytes;
        self
    }

    /// A certificate (PEM, of which there may be several in a row, or DER) that servers' certificates
    /// may be signed with, in addition to those that the system trusts.
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn with_root_certificate(mut self, certificate: impl Into<Vec<u8>>) -> Self {
        self.root_certificates.push(certificate.into());
        self
    }

    /// The key for the scheme with this name.
    pub(super) fn api_key(&self, name: &str) -> Option<&str> {
        let named = self.named_api_keys.get(&name.to_ascii_lowercase());
        named.or(self.api_key.as_ref()).map(|key| &*key.0)
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("credentials", &self.credentials)
            .field("bearer", &self.bearer)
            .field("basic", &self.basic)
            .field("api_key", &self.api_key)
            .field("named_api_keys", &self.named_api_keys)
            .field("timeouts", &self.timeouts)
            .field("retry", &self.retry)
            .field("transport", &self.transport)
            .field("app_name", &self.app_name)
            .field("response_limit", &self.response_limit)
            .finish_non_exhaustive()
    }
}

/// A text that `Debug` does not show.
#[derive(Clone)]
pub(super) struct Secret(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(redacted)")
    }
}

pub(super) fn secret_value(text: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// How long a call and its parts may take; `None` stands for no limit.
///
/// Time is measured by tokio: outside of a tokio runtime (with an in-memory service as transport,
/// say) there are no limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// For making a connection, name lookup and TLS included: 3 seconds if not set.
    pub connect: Option<Duration>,
    /// For one attempt, from sending the request to the end of the answer; where the answer is
    /// streamed, to its headers. 60 seconds if not set. Operations that stream their request have
    /// this limit only if the call sets it.
    pub attempt: Option<Duration>,
    /// For the whole call, retries and waits included: no limit if not set.
    pub operation: Option<Duration>,
    /// For streamed bodies: how long nothing of the request may be taken and nothing of the answer may come. 60 seconds
    /// if not set. Time in which the caller's own stream has nothing to send, or nobody reads the answer, does not count.
    pub idle: Option<Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Some(Duration::from_secs(3)),
            attempt: Some(Duration::from_secs(60)),
            operation: None,
            idle: Some(Duration::from_secs(60)),
        }
    }
}

impl Timeouts {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No limits.
    #[must_use]
    pub const fn none() -> Self {
        Self { connect: None, attempt: None, operation: None, idle: None }
    }

    /// Another limit for connecting.
    #[must_use]
    pub const fn with_connect(mut self, limit: Duration) -> Self {
        self.connect = Some(limit);
        self
    }

    /// Another limit for an attempt.
    #[must_use]
    pub const fn with_attempt(mut self, limit: Duration) -> Self {
        self.attempt = Some(limit);
        self
    }

    /// A limit for the whole call.
    #[must_use]
    pub const fn with_operation(mut self, limit: Duration) -> Self {
        self.operation = Some(limit);
        self
    }

    /// Another limit for streamed bodies in which nothing moves.
    #[must_use]
    pub const fn with_idle(mut self, limit: Duration) -> Self {
        self.idle = Some(limit);
        self
    }
}
