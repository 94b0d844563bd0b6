//! The client's side: requests that are recorded, and answers that nobody sent.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HOST, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use http_body::Body as _;

use super::recorded::header;
use super::{Recorded, RequestHead};
use crate::auth::Credentials;
use crate::client::{Call, Config, Error, Operation, read_answer, with_idempotency_token};
use crate::protocol::Protocol;
use crate::value::ByteStream;

/// The settings of a client under test: it calls `host`, in the region `us-east-1`, with credentials and keys that are
/// good for nothing.
#[must_use]
pub fn config(host: &str) -> Config {
    Config::new()
        .with_endpoint(format!("https://{host}"))
        .with_region("us-east-1")
        .with_credentials(Credentials::new("AKIDEXAMPLE", "secret"))
        .with_bearer_token("token")
        .with_basic("user", "password")
        .with_api_key("key")
}

/// The token that protocol tests expect where a client makes one up.
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// The request that `call` would make, with `00000000-0000-4000-8000-000000000000` as idempotency token.
///
/// # Panics
/// If it would make none.
pub async fn request<O: Operation>(call: Call<'_, O>) -> Recorded<RequestHead> {
    let request = match with_idempotency_token(TOKEN, || call.request()) {
        Ok(request) => request,
        Err(refused) => panic!("no request was made: {refused}"),
    };
    let (parts, body) = request.into_parts();
    let mut headers = parts.headers;
    frame(&mut headers, &parts.method, body.size_hint().exact());
    let body = match ByteStream::from_body(body).collect().await {
        Ok(body) => body,
        Err(error) => panic!("the body broke off: {error}"),
    };
    let host = headers.get(HOST).map(|host| host.as_bytes().to_vec()).unwrap_or_default();
    let query = parts.uri.query().unwrap_or_default().split('&');
    let head = RequestHead {
        method: parts.method.to_string(),
        host: String::from_utf8_lossy(&host).into_owned(),
        path: parts.uri.path().to_owned(),
        query: query.filter(|part| !part.is_empty()).map(str::to_owned).collect(),
    };
    Recorded { head, headers, body }
}

/// The headers that HTTP/1.1 itself adds to a request (RFC 9112, section 6).
fn frame(headers: &mut HeaderMap, method: &Method, length: Option<u64>) {
    if headers.contains_key(CONTENT_LENGTH) {
        return;
    }
    match length {
        // A request that has a body by its method says that it is empty.
        Some(0) if !matches!(*method, Method::POST | Method::PUT | Method::PATCH) => {}
        Some(length) => {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        None => {
            headers.insert(TRANSFER_ENCODING, HeaderValue::from_static("chunked"));
        }
    }
}

/// An answer that nobody sent.
#[derive(Clone, Debug)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Reply {
    /// One with this status.
    ///
    /// # Panics
    /// If it is none.
    #[must_use]
    pub fn new(status: u16) -> Self {
        let Ok(status) = StatusCode::from_u16(status) else { panic!("{status} is no status") };
        Self { status, headers: HeaderMap::new(), body: Bytes::new() }
    }

    /// With another header.
    ///
    /// # Panics
    /// If it is none.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (name, value) = header(name, value);
        self.headers.append(name, value);
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// What an operation reads from it.
    ///
    /// # Errors
    /// As of a call that got this answer.
    pub fn read<O: Operation>(
        self,
        protocol: &'static dyn Protocol,
    ) -> Result<O::Output, Error<O::Error>> {
        read_answer::<O>(protocol, self.status, self.headers, self.body)
    }

    /// The output that an operation reads from it.
    ///
    /// # Panics
    /// If it reads an error, or nothing at all.
    #[track_caller]
    pub fn output<O: Operation>(self, protocol: &'static dyn Protocol) -> O::Output {
        match self.read::<O>(protocol) {
            Ok(output) => output,
            Err(error) => panic!("the answer is no output: {error}"),
        }
    }

    /// The modelled error that an operation reads from it.
    ///
    /// # Panics
    /// If it reads an output, or another error.
    #[track_caller]
    pub fn error<O: Operation>(self, protocol: &'static dyn Protocol) -> O::Error {
        match self.read::<O>(protocol) {
            Ok(_) => panic!("the answer is an output"),
            Err(Error::Service(failure)) => failure.into_error(),
            Err(error) => panic!("the answer is no error of the model: {error}"),
        }
    }
}
