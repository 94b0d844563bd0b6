//! `Labels`: `DELETE /labels/{boolean}/{integer}/{double}/{string}/{enum}/{time}/{epochSeconds}/{httpDate}/{rest+}/end`.

use crate::types::{Broken, Refused, Suit};
use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, RequestWriter,
    ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`labels`](crate::Client::labels) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LabelsInput {
    /// `boolean`.
    ///
    /// Sent in the path.
    pub boolean: bool,
    /// `integer`.
    ///
    /// Sent in the path.
    pub integer: i32,
    /// `double`.
    ///
    /// Sent in the path.
    pub double: f64,
    /// `string`.
    ///
    /// Sent in the path.
    pub string: String,
    /// `enum`.
    ///
    /// Sent in the path.
    pub r#enum: Suit,
    /// `time`.
    ///
    /// Sent in the path.
    pub time: Timestamp,
    /// `epochSeconds`.
    ///
    /// Sent in the path.
    pub epoch_seconds: Timestamp,
    /// `httpDate`.
    ///
    /// Sent in the path.
    pub http_date: Timestamp,
    /// `rest`.
    ///
    /// Sent in the path.
    pub rest: String,
}

impl LabelsInput {
    /// One with all that it needs.
    #[expect(clippy::too_many_arguments, reason = "the model requires them all")]
    pub fn new(
        boolean: bool,
        integer: i32,
        double: f64,
        string: impl Into<String>,
        r#enum: Suit,
        time: impl Into<Timestamp>,
        epoch_seconds: impl Into<Timestamp>,
        http_date: impl Into<Timestamp>,
        rest: impl Into<String>,
    ) -> Self {
        Self {
            boolean,
            integer,
            double,
            string: string.into(),
            r#enum,
            time: time.into(),
            epoch_seconds: epoch_seconds.into(),
            http_date: http_date.into(),
            rest: rest.into(),
        }
    }
}

/// The errors that `Labels` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LabelsError {
    /// Status 418.
    Refused(Refused),
    /// Status 500.
    Broken(Broken),
}

impl fmt::Display for LabelsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(formatter, "{error}"),
            Self::Broken(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for LabelsError {}

impl ServiceError for LabelsError {
    fn code(&self) -> &str {
        match self {
            Self::Refused(..) => "Refused",
            Self::Broken(..) => "Broken",
        }
    }
}

static ERRORS: [ErrorMetadata; 2] = [
    ErrorMetadata::new("Refused", 418),
    ErrorMetadata::new("Broken", 500),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "Labels",
        "DELETE",
        "/labels/{boolean}/{integer}/{double}/{string}/{enum}/{time}/{epochSeconds}/{httpDate}/{rest+}/end",
    )
    .idempotent()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "LabelsInput",
    &[
        Member::new("boolean"),
        Member::new("integer"),
        Member::new("double"),
        Member::new("string"),
        Member::new("enum"),
        Member::new("time"),
        Member::new("epochSeconds").timestamp(TimestampFormat::EpochSeconds),
        Member::new("httpDate").timestamp(TimestampFormat::HttpDate),
        Member::new("rest"),
    ],
);

impl Operation for LabelsInput {
    type Output = ();
    type Error = LabelsError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(
        &mut self,
        request: &mut RequestWriter<'_>,
    ) -> Result<(), farrier_runtime::client::Refused> {
        request.literal("/labels/");
        request.label(&INPUT, 0, &self.boolean)?;
        request.literal("/");
        request.label(&INPUT, 1, &self.integer)?;
        request.literal("/");
        request.label(&INPUT, 2, &self.double)?;
        request.literal("/");
        request.label(&INPUT, 3, &self.string)?;
        request.literal("/");
        request.label(&INPUT, 4, &self.r#enum)?;
        request.literal("/");
        request.label(&INPUT, 5, &self.time)?;
        request.literal("/");
        request.label(&INPUT, 6, &self.epoch_seconds)?;
        request.literal("/");
        request.label(&INPUT, 7, &self.http_date)?;
        request.literal("/");
        request.greedy_label(&INPUT, 8, &self.rest)?;
        request.literal("/end");
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "Refused" => LabelsError::Refused(response.read()?),
            "Broken" => LabelsError::Broken(response.body()?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}
