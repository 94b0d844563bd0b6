//! `Upload`: `POST /upload`.

use farrier_runtime::ByteStream;
use farrier_runtime::codec::{Encode, Halt, Member, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Upload` takes.
#[derive(Debug)]
#[non_exhaustive]
pub struct UploadInput {
    /// `token`.
    ///
    /// Sent as the query parameter `token`.
    pub token: Option<String>,
    /// `data`.
    ///
    /// Sent as the whole body.
    pub data: ByteStream,
}

impl UploadInput {
    /// One with what is required, and nothing else.
    pub fn new(data: impl Into<ByteStream>) -> Self {
        Self {
            data: data.into(),
            token: None,
        }
    }
}

/// What `Upload` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct UploadOutput {
    /// `token`.
    pub token: Option<String>,
    /// `strings`.
    pub strings: Option<Vec<String>>,
}

impl UploadOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`token`](Self::token).
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets [`strings`](Self::strings).
    #[must_use]
    pub fn with_strings(
        mut self,
        strings: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.strings = Some(strings.into_iter().map(Into::into).collect());
        self
    }
}

static UPLOAD_OUTPUT: Structure = Structure::new(
    "UploadOutput",
    &[Member::new("token"), Member::new("strings")],
);

impl Encode for UploadOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&UPLOAD_OUTPUT);
        members.optional(0, &self.token);
        members.optional(1, &self.strings);
        members.end();
    }
}

impl IntoResponse for UploadOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `Upload` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum UploadError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for UploadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for UploadError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Upload")
    .input(InputBody::Stream)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "UploadInput",
    &[Member::new("token"), Member::new("data")],
);

impl FromRequest for UploadInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let token = input.query(0, "token")?;
        let data = input.stream()?;
        input.end()?;
        Ok(Self { token, data })
    }
}

impl Failure for UploadError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for UploadError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
