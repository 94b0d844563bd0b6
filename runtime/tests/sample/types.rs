//! The shapes of the sample.

use farrier_runtime::Redacted;
use farrier_runtime::codec::{self, Decode, Encode, Halt, Member, Reader, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::fmt;

/// What a function runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Runtime {
    /// `nodejs20.x`
    Nodejs20X,
    /// `python3.12`
    Python312,
}

impl Runtime {
    const VALUES: &'static [&'static str] = &["nodejs20.x", "python3.12"];

    /// The value's text.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Nodejs20X => "nodejs20.x",
            Self::Python312 => "python3.12",
        }
    }

    fn from_value(value: &str) -> Option<Self> {
        match value {
            "nodejs20.x" => Some(Self::Nodejs20X),
            "python3.12" => Some(Self::Python312),
            _ => None,
        }
    }
}

impl Decode for Runtime {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}

impl Encode for Runtime {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

/// A function.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FunctionConfiguration {
    /// Its name.
    pub function_name: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// What it runs in.
    pub runtimes: Option<Vec<Runtime>>,
}

static FUNCTION_CONFIGURATION: Structure = Structure::new(
    "FunctionConfiguration",
    &[Member::new("FunctionName"), Member::new("Version"), Member::new("Runtimes")],
);

impl Encode for FunctionConfiguration {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FUNCTION_CONFIGURATION);
        members.optional(0, &self.function_name);
        members.optional(1, &self.version);
        members.optional(2, &self.runtimes);
        members.end();
    }
}

impl IntoResponse for FunctionConfiguration {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// A place where code is.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Location {
    /// The bucket.
    pub bucket: String,
    /// Who may read it.
    pub token: Option<String>,
}

static LOCATION: Structure = Structure::new(
    "Location",
    &[
        Member::new("Bucket").required().min_length(3),
        Member::new("Token").sensitive().max_length(8),
    ],
);

impl Decode for Location {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut bucket = None;
        let mut token = None;
        let mut members = reader.structure(&LOCATION)?;
        while let Some(member) = members.next()? {
            match member {
                0 => bucket = members.value()?,
                1 => token = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self { bucket: codec::required(bucket)?, token })
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Location")
            .field("bucket", &self.bucket)
            .field("token", &Redacted::option(&self.token))
            .finish()
    }
}

/// The service failed.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ServiceException {
    /// What happened.
    pub message: Option<String>,
}

static SERVICE_EXCEPTION: Structure = Structure::new("ServiceException", &[Member::new("Message")]);

impl Encode for ServiceException {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SERVICE_EXCEPTION);
        members.optional(0, &self.message);
        members.end();
    }
}

impl IntoResponse for ServiceException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// Too many requests.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TooManyRequestsException {
    /// When to come back, in seconds.
    pub retry_after_seconds: Option<String>,
    /// What happened.
    pub message: Option<String>,
}

static TOO_MANY_REQUESTS_EXCEPTION: Structure = Structure::new(
    "TooManyRequestsException",
    &[Member::new("retryAfterSeconds"), Member::new("message")],
);

impl IntoResponse for TooManyRequestsException {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&TOO_MANY_REQUESTS_EXCEPTION, 0, "Retry-After", &self.retry_after_seconds);
        let mut body = response.structure(&TOO_MANY_REQUESTS_EXCEPTION);
        body.optional(1, &self.message);
        body.end();
    }
}
