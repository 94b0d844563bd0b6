//! `Send`: `POST /a%22b/{label}`.

use crate::types::{Failure, Nested, Odd};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `label`.
    ///
    /// Sent in the path.
    pub label: String,
    /// \*/ "# \]\] {} \\ `x` /// #!\[x\] \<T> \[y\] $crate #{z}
    ///
    /// Sent as the query parameter ``*/ "# ]] {} \u{202e} \u{2066} \ `x` \u{d}\u{a} /// #![x] <T> [y] \u{7} $crate #{z}``.
    pub query: Option<String>,
    /// `named`.
    pub named: Option<String>,
    /// `odd`.
    pub odd: Option<Odd>,
    /// `nested`.
    pub nested: Option<Nested>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            query: None,
            named: None,
            odd: None,
            nested: None,
        }
    }

    /// Sets [`query`](Self::query).
    #[must_use]
    pub fn with_query(mut self, query: impl Into<String>) -> Self {
        self.query = Some(query.into());
        self
    }

    /// Sets [`named`](Self::named).
    #[must_use]
    pub fn with_named(mut self, named: impl Into<String>) -> Self {
        self.named = Some(named.into());
        self
    }

    /// Sets [`odd`](Self::odd).
    #[must_use]
    pub fn with_odd(mut self, odd: Odd) -> Self {
        self.odd = Some(odd);
        self
    }

    /// Sets [`nested`](Self::nested).
    #[must_use]
    pub fn with_nested(mut self, nested: Nested) -> Self {
        self.nested = Some(nested);
        self
    }
}

/// What [`send`](crate::Client::send) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendOutput {
    /// `nested`.
    pub nested: Option<Nested>,
    /// `odd`.
    pub odd: Option<Odd>,
}

static SEND_OUTPUT: Structure = Structure::new(
    "SendOutput",
    &[Member::new("nested"), Member::new("odd")],
);

impl Decode for SendOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&SEND_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.nested = members.value()?,
                1 => value.odd = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `Send` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendError {
    /// Status 400.
    Failure(Failure),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failure(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for SendError {}

impl ServiceError for SendError {
    fn code(&self) -> &str {
        match self {
            Self::Failure(..) => "Failure",
        }
    }
}

static ERRORS: [ErrorMetadata; 1] = [ErrorMetadata::new("Failure", 400)];

static METADATA: OperationMetadata = OperationMetadata::new(
        "Send",
        "POST",
        "/a%22b/{label}",
    )
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("label"),
        Member::new("query"),
        Member::new("named")
            .json(
                "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}",
            ),
        Member::new("odd"),
        Member::new("nested"),
    ],
);

impl Operation for SendInput {
    type Output = SendOutput;
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/a%22b/");
        request.label(&INPUT, 0, &self.label)?;
        if let Some(value) = &self.query {
            request
                .query(
                    &INPUT,
                    1,
                    "*/ \"# ]] {} \u{202e} \u{2066} \\ `x` \r\n /// #![x] <T> [y] \u{7} $crate #{z}",
                    value,
                );
        }
        let mut members = request.structure(&INPUT);
        members.optional(2, &self.named);
        members.optional(3, &self.odd);
        members.optional(4, &self.nested);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Failure" => SendError::Failure(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
