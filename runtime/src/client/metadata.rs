//! What a generated client states about its service and its operations.

use super::checksum::Checksum;
use crate::auth::AuthScheme;
use crate::protocol::Protocol;

/// A service: its name, its protocol, and where and how it is called.
#[derive(Debug)]
pub struct ServiceMetadata {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) protocol: &'static dyn Protocol,
    pub(crate) signing_name: Option<&'static str>,
    pub(crate) endpoint_prefix: Option<&'static str>,
    pub(crate) endpoint: Option<&'static str>,
    pub(crate) auth: &'static [AuthScheme],
    pub(crate) crate_name: Option<(&'static str, &'static str)>,
}

impl ServiceMetadata {
    /// A service of this name and API version, which speaks `protocol`.
    #[must_use]
    pub const fn new(
        name: &'static str,
        version: &'static str,
        protocol: &'static dyn Protocol,
    ) -> Self {
        Self {
            name,
            version,
            protocol,
            signing_name: None,
            endpoint_prefix: None,
            endpoint: None,
            auth: &[],
            crate_name: None,
        }
    }

    /// The name that requests are signed for (AWS). Operations that name no schemes use SigV4.
    #[must_use]
    pub const fn sigv4(mut self, signing_name: &'static str) -> Self {
        self.signing_name = Some(signing_name);
        self
    }

    /// The first part of AWS's host names for the service: `PREFIX.REGION.amazonaws.com`.
    #[must_use]
    pub const fn endpoint_prefix(mut self, prefix: &'static str) -> Self {
        self.endpoint_prefix = Some(prefix);
        self
    }

    /// Where the service is if the configuration does not say otherwise.
    #[must_use]
    pub const fn endpoint(mut self, endpoint: &'static str) -> Self {
        self.endpoint = Some(endpoint);
        self
    }

    /// How operations that do not say otherwise authenticate; the first scheme that has been
    /// configured is used.
    #[must_use]
    pub const fn auth(mut self, schemes: &'static [AuthScheme]) -> Self {
        self.auth = schemes;
        self
    }

    /// The client crate's name and version, for the user agent.
    #[must_use]
    pub const fn crate_version(mut self, name: &'static str, version: &'static str) -> Self {
        self.crate_name = Some((name, version));
        self
    }

    /// The service's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The schemes of an operation.
    pub(crate) fn schemes(&self, operation: &OperationMetadata) -> &'static [AuthScheme] {
        match operation.auth {
            Some(schemes) => schemes,
            None if self.auth.is_empty() && self.signing_name.is_some() => &[AuthScheme::SigV4],
            None => self.auth,
        }
    }
}

/// An operation: what its requests look like, and how it may be treated.
#[derive(Debug)]
pub struct OperationMetadata {
    pub(crate) name: &'static str,
    pub(crate) method: http::Method,
    pub(crate) uri: &'static str,
    pub(crate) readonly: bool,
    pub(crate) idempotent: bool,
    pub(crate) auth: Option<&'static [AuthScheme]>,
    pub(crate) optional_auth: bool,
    pub(crate) unsigned_payload: bool,
    pub(crate) checksum: Option<Checksum>,
    pub(crate) checksum_algorithm: Option<&'static str>,
    pub(crate) streaming_input: bool,
    pub(crate) streaming_output: bool,
    pub(crate) requires_length: bool,
    #[cfg(feature = "gzip")]
    pub(crate) gzip: bool,
    pub(crate) errors: &'static [ErrorMetadata],
}

impl OperationMetadata {
    /// An operation of this name, with its HTTP method and its URI pattern. A method that HTTP does
    /// not define is taken for `POST`.
    #[must_use]
    pub const fn new(name: &'static str, method: &'static str, uri: &'static str) -> Self {
        Self {
            name,
            method: parse_method(method),
            uri,
            readonly: false,
            idempotent: false,
            auth: None,
            optional_auth: false,
            unsigned_payload: false,
            checksum: None,
            checksum_algorithm: None,
            streaming_input: false,
            streaming_output: false,
            requires_length: false,
            #[cfg(feature = "gzip")]
            gzip: false,
            errors: &[],
        }
    }

    /// It changes nothing, so it may be sent again whatever happened.
    #[must_use]
    pub const fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    /// Done twice, it has the effect of once.
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// How it authenticates, where that differs from the service; the first scheme that has been
    /// configured is used.
    #[must_use]
    pub const fn auth(mut self, schemes: &'static [AuthScheme]) -> Self {
        self.auth = Some(schemes);
        self
    }

    /// It may be called without credentials.
    #[must_use]
    pub const fn optional_auth(mut self) -> Self {
        self.optional_auth = true;
        self
    }

    /// The signature does not cover the body.
    #[must_use]
    pub const fn unsigned_payload(mut self) -> Self {
        self.unsigned_payload = true;
        self
    }

    /// The request needs a `Content-MD5`.
    #[must_use]
    pub const fn checksum_md5(mut self) -> Self {
        self.checksum = Some(Checksum::Md5);
        self
    }

    /// The request needs an `x-amz-checksum-…`: by the algorithm that the caller chooses, or CRC-32.
    #[must_use]
    pub const fn checksum_amz(mut self) -> Self {
        self.checksum = Some(Checksum::Amz);
        self
    }

    /// The header that chooses the algorithm of an `x-amz-checksum-…`. A request that has it has such a checksum, needed or
    /// not.
    #[must_use]
    pub const fn checksum_algorithm(mut self, header: &'static str) -> Self {
        self.checksum_algorithm = Some(header);
        self
    }

    /// The request's body is streamed.
    #[must_use]
    pub const fn streaming_input(mut self) -> Self {
        self.streaming_input = true;
        self
    }

    /// The service must be told how long a streamed body is.
    #[must_use]
    pub const fn requires_length(mut self) -> Self {
        self.requires_length = true;
        self
    }

    /// The service takes bodies in gzip.
    #[cfg(feature = "gzip")]
    #[must_use]
    pub const fn gzip(mut self) -> Self {
        self.gzip = true;
        self
    }

    /// The answer's body is streamed.
    #[must_use]
    pub const fn streaming_output(mut self) -> Self {
        self.streaming_output = true;
        self
    }

    /// The errors that the model names.
    #[must_use]
    pub const fn errors(mut self, errors: &'static [ErrorMetadata]) -> Self {
        self.errors = errors;
        self
    }

    /// The operation's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its URI pattern, as in the model.
    #[must_use]
    pub const fn uri(&self) -> &'static str {
        self.uri
    }

    /// Whether sending it twice does no harm: the model says so, or the method's definition does
    /// (RFC 9110, section 9.2.2).
    pub(crate) fn repeatable(&self) -> bool {
        self.readonly || self.idempotent || self.method.is_idempotent()
    }

    /// What the model says about the error `code`.
    pub(crate) fn error(&self, code: &str) -> Option<&'static ErrorMetadata> {
        self.errors.iter().find(|error| error.code == code)
    }
}

/// An error that the model names.
#[derive(Clone, Copy, Debug)]
pub struct ErrorMetadata {
    pub(crate) code: &'static str,
    pub(crate) status: u16,
    pub(crate) retryable: bool,
    pub(crate) throttling: bool,
}

impl ErrorMetadata {
    /// The error's name and status.
    #[must_use]
    pub const fn new(code: &'static str, status: u16) -> Self {
        Self { code, status, retryable: false, throttling: false }
    }

    /// The call may be made again; with `throttling`, because there were too many.
    #[must_use]
    pub const fn retryable(mut self, throttling: bool) -> Self {
        self.retryable = true;
        self.throttling = throttling;
        self
    }

    /// The error's name.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The error's status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }
}

const fn parse_method(name: &str) -> http::Method {
    match name.as_bytes() {
        b"GET" => http::Method::GET,
        b"PUT" => http::Method::PUT,
        b"DELETE" => http::Method::DELETE,
        b"HEAD" => http::Method::HEAD,
        b"PATCH" => http::Method::PATCH,
        b"OPTIONS" => http::Method::OPTIONS,
        b"TRACE" => http::Method::TRACE,
        _ => http::Method::POST,
    }
}
