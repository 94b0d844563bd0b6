//! A request, ready to be sent as often as need be.

use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, HOST, HeaderMap, HeaderName, HeaderValue,
    TRANSFER_ENCODING, USER_AGENT,
};
use http::uri::PathAndQuery;
use http::{Method, Request};

use super::checksum;
use super::config::secret_value;
use super::endpoint::Endpoint;
use super::execute::Inner;
use super::request::{WrittenBody, insert_header};
use super::{Config, OperationMetadata, Refused, RequestBody, RequestWriter, Timeouts};
use crate::auth::{AuthScheme, Payload};
use crate::http::encode_percent;
use crate::value::ByteStream;

/// What one call may set for itself.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) timeouts: Timeouts,
    /// Whether the call itself, rather than the client, limits its attempts.
    pub(super) own_attempt_timeout: bool,
    pub(super) attempts: u32,
    pub(super) headers: HeaderMap,
    pub(super) endpoint: Option<Endpoint>,
    problem: Option<Refused>,
}

impl Settings {
    pub(super) fn new(config: &Config) -> Self {
        Self {
            timeouts: config.timeouts,
            own_attempt_timeout: false,
            attempts: config.retry.attempts,
            headers: HeaderMap::new(),
            endpoint: None,
            problem: None,
        }
    }

    /// Remembers the first thing that is wrong.
    pub(super) fn refuse(&mut self, refused: Refused) {
        self.problem.get_or_insert(refused);
    }
}

/// A request, ready to be sent as often as need be.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) operation: &'static OperationMetadata,
    pub(super) timeouts: Timeouts,
    pub(super) attempts: u32,
    pub(super) signed: bool,
    endpoint: Endpoint,
    path: PathAndQuery,
    headers: HeaderMap,
    body: Body,
    invocation_id: Option<HeaderValue>,
}

/// A body, to be sent as often as need be.
#[derive(Debug)]
pub(super) enum Body {
    Bytes(Bytes),
    /// Gone once it has been sent, unless it can be had again.
    Stream(Option<ByteStream>),
}

const X_AMZ_CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");
const INVOCATION_ID: HeaderName = HeaderName::from_static("amz-sdk-invocation-id");
const SDK_REQUEST: HeaderName = HeaderName::from_static("amz-sdk-request");

impl Prepared {
    /// Has the operation write its request, and authenticates it as far as that can be done once
    /// for all attempts.
    pub(super) fn new(
        client: &Inner,
        operation: &'static OperationMetadata,
        settings: Settings,
        write: &mut dyn FnMut(&mut RequestWriter<'_>) -> Result<(), Refused>,
    ) -> Result<Self, Refused> {
        if let Some(problem) = settings.problem {
            return Err(problem);
        }
        if let Some(problem) = client.config.problem {
            return Err(Refused::new(problem));
        }
        let endpoint = match settings.endpoint {
            Some(endpoint) => endpoint,
            None => client.endpoint()?,
        };
        let mut buffer = Vec::new();
        let mut writer =
            RequestWriter::new(client.service.protocol, &endpoint.base_path, &mut buffer);
        write(&mut writer)?;
        let (mut path, host_prefix, mut headers, body) = writer.finish()?;
        for (name, value) in &settings.headers {
            headers.insert(name.clone(), value.clone());
        }
        let signed = authenticate(client, operation, &mut path, &mut headers)?;
        if path.is_empty() {
            path.push('/');
        }
        let path = PathAndQuery::from_maybe_shared(Bytes::from(path));
        let path = path.map_err(|error| Refused::new(format!("no valid path: {error}")))?;
        let body = match body {
            WrittenBody::None => Body::Bytes(Bytes::new()),
            WrittenBody::Buffered => Body::Bytes(Bytes::from(buffer)),
            WrittenBody::Bytes(bytes) => Body::Bytes(bytes),
            WrittenBody::Stream(stream) => Body::Stream(Some(stream)),
        };
        if let Body::Stream(Some(stream)) = &body
            && operation.requires_length
            && stream.length().is_none()
        {
            return Err(Refused::new(
                "the service must be told how long the stream is: say so with `ByteStream::with_length`",
            ));
        }
        #[cfg(feature = "gzip")]
        let body = super::compression::compress(&client.config, operation, &mut headers, body)?;
        checksum::add(operation, &mut headers, &body)?;
        let mut timeouts = settings.timeouts;
        if operation.streaming_input && !settings.own_attempt_timeout {
            timeouts.attempt = None;
        }
        let of_aws = client.service.signing_name.is_some();
        Ok(Self {
            operation,
            timeouts,
            attempts: settings.attempts,
            signed,
            endpoint: endpoint.with_host_prefix(&host_prefix)?,
            path,
            headers,
            body,
            invocation_id: of_aws
                .then(|| HeaderValue::try_from(super::random::uuid()).ok())
                .flatten(),
        })
    }

    /// Whether the request can be sent once more.
    pub(super) const fn repeatable(&self) -> bool {
        matches!(self.body, Body::Bytes(_) | Body::Stream(Some(_)))
    }

    /// The request of attempt number `attempt`, not signed.
    pub(super) fn request(&mut self, client: &Inner, attempt: u32) -> Result<Unsent, Refused> {
        let mut headers = HeaderMap::with_capacity(12);
        headers.insert(HOST, self.endpoint.host());
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        headers.entry(USER_AGENT).or_insert_with(|| client.user_agent.clone());
        headers.entry(ACCEPT).or_insert_with(|| client.accept.clone());
        if let Some(id) = &self.invocation_id {
            headers.insert(INVOCATION_ID, id.clone());
            let progress = format!("attempt={attempt}; max={}", self.attempts);
            if let Ok(progress) = HeaderValue::try_from(progress) {
                headers.insert(SDK_REQUEST, progress);
            }
        }
        let method = &self.operation.method;
        let body = match &mut self.body {
            Body::Bytes(bytes) => {
                // RFC 9110, section 8.6: such methods say so when there is no content.
                let expected = [Method::POST, Method::PUT, Method::PATCH].contains(method);
                if bytes.is_empty() && expected {
                    headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
                }
                RequestBody::new(bytes.clone())
            }
            Body::Stream(stream) => {
                // hyper takes such methods for ones that never have a body, and drops one of unknown length.
                let is_rare = [Method::GET, Method::HEAD].contains(method);
                if is_rare && stream.as_ref().is_some_and(|stream| stream.length().is_none()) {
                    headers.insert(TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
                }
                let again = stream.as_ref().and_then(ByteStream::try_clone);
                let stream = again.or_else(|| stream.take());
                RequestBody::from_stream(
                    stream.ok_or_else(|| Refused::new("the body has been sent already"))?,
                )
            }
        };
        Ok(Unsent {
            method: method.clone(),
            uri: self.endpoint.uri(self.path.clone())?,
            headers,
            body,
        })
    }

    /// The part of the URI that is signed.
    pub(super) fn path(&self) -> &str {
        self.path.as_str()
    }

    /// The body as the signature covers it.
    pub(super) fn payload(&self) -> Payload<'_> {
        match &self.body {
            _ if self.operation.unsigned_payload => Payload::Unsigned,
            Body::Bytes(bytes) => Payload::Bytes(bytes),
            // A caller that knows what it sends can have a stream signed too.
            Body::Stream(_) => {
                match self.headers.get(X_AMZ_CONTENT_SHA256).map(HeaderValue::to_str) {
                    Some(Ok(hash)) if is_hash(hash) => Payload::Hash(hash),
                    _ => Payload::Unsigned,
                }
            }
        }
    }
}

/// A request that can still be signed.
pub(super) struct Unsent {
    pub(super) method: Method,
    uri: http::Uri,
    pub(super) headers: HeaderMap,
    body: RequestBody,
}

impl Unsent {
    pub(super) fn into_request(self) -> Request<RequestBody> {
        let mut request = Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = self.uri;
        *request.headers_mut() = self.headers;
        request
    }
}

/// Uses the first scheme that has been configured. True if that is a signature, which each attempt
/// needs anew.
fn authenticate(
    client: &Inner,
    operation: &OperationMetadata,
    path: &mut String,
    headers: &mut HeaderMap,
) -> Result<bool, Refused> {
    let config = &client.config;
    let schemes = client.service.schemes(operation);
    for scheme in schemes {
        match scheme {
            AuthScheme::SigV4 if config.credentials.is_some() => {
                return client.can_sign().map(|()| true);
            }
            AuthScheme::Bearer => {
                let Some(value) = &config.bearer else { continue };
                headers.insert(AUTHORIZATION, value.clone());
                return Ok(false);
            }
            AuthScheme::Basic => {
                let Some(value) = &config.basic else { continue };
                headers.insert(AUTHORIZATION, value.clone());
                return Ok(false);
            }
            AuthScheme::ApiKeyHeader { name, scheme } => {
                let Some(key) = config.api_key(name) else { continue };
                let text = match scheme {
                    Some(scheme) => format!("{scheme} {key}"),
                    None => key.to_owned(),
                };
                let bad = || Refused::new("the API key holds a control character");
                let value = secret_value(&text).ok_or_else(bad)?;
                insert_header(headers, name, String::new())?;
                if let Some(place) = headers.get_mut(*name) {
                    *place = value;
                }
                return Ok(false);
            }
            AuthScheme::ApiKeyQuery { name } => {
                let Some(key) = config.api_key(name) else { continue };
                path.push(if path.contains('?') { '&' } else { '?' });
                encode_percent(name, false, path);
                path.push('=');
                encode_percent(key, false, path);
                return Ok(false);
            }
            _ => {}
        }
    }
    if schemes.is_empty() || operation.optional_auth {
        return Ok(false);
    }
    let schemes: Vec<String> = schemes.iter().map(ToString::to_string).collect();
    Err(Refused::new(format!("the operation needs {}", schemes.join(", or "))))
}

/// Whether a text is a SHA-256 in the form that signatures want.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
