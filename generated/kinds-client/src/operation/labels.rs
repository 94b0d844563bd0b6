//! `Labels`: `DELETE /labels/{boolean}/{byte}/{short}/{integer}/{long}/{float}/{double}/{string}/{enum}/{intEnum}/{time}/{epochSeconds}/{httpDate}/{rest+}/end`.

use crate::types::{Broken, Rank, Refused, Suit};
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
    /// `byte`.
    ///
    /// Sent in the path.
    pub byte: i8,
    /// `short`.
    ///
    /// Sent in the path.
    pub short: i16,
    /// `integer`.
    ///
    /// Sent in the path.
    pub integer: i32,
    /// `long`.
    ///
    /// Sent in the path.
    pub long: i64,
    /// `float`.
    ///
    /// Sent in the path.
    pub float: f32,
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
    /// `intEnum`.
    ///
    /// Sent in the path.
    pub int_enum: Rank,
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
        byte: i8,
        short: i16,
        integer: i32,
        long: i64,
        float: f32,
        double: f64,
        string: impl Into<String>,
        r#enum: Suit,
        int_enum: Rank,
        time: impl Into<Timestamp>,
        epoch_seconds: impl Into<Timestamp>,
        http_date: impl Into<Timestamp>,
        rest: impl Into<String>,
    ) -> Self {
        Self {
            boolean,
            byte,
            short,
            integer,
            long,
            float,
            double,
            string: string.into(),
            r#enum,
            int_enum,
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
        "/labels/{boolean}/{byte}/{short}/{integer}/{long}/{float}/{double}/{string}/{enum}/{intEnum}/{time}/{epochSeconds}/{httpDate}/{rest+}/end",
    )
    .idempotent()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "LabelsInput",
    &[
        Member::new("boolean"),
        Member::new("byte"),
        Member::new("short"),
        Member::new("integer"),
        Member::new("long"),
        Member::new("float"),
        Member::new("double"),
        Member::new("string"),
        Member::new("enum"),
        Member::new("intEnum"),
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
        request.label(&INPUT, 1, &self.byte)?;
        request.literal("/");
        request.label(&INPUT, 2, &self.short)?;
        request.literal("/");
        request.label(&INPUT, 3, &self.integer)?;
        request.literal("/");
        request.label(&INPUT, 4, &self.long)?;
        request.literal("/");
        request.label(&INPUT, 5, &self.float)?;
        request.literal("/");
        request.label(&INPUT, 6, &self.double)?;
        request.literal("/");
        request.label(&INPUT, 7, &self.string)?;
        request.literal("/");
        request.label(&INPUT, 8, &self.r#enum)?;
        request.literal("/");
        request.label(&INPUT, 9, &self.int_enum)?;
        request.literal("/");
        request.label(&INPUT, 10, &self.time)?;
        request.literal("/");
        request.label(&INPUT, 11, &self.epoch_seconds)?;
        request.literal("/");
        request.label(&INPUT, 12, &self.http_date)?;
        request.literal("/");
        request.greedy_label(&INPUT, 13, &self.rest)?;
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
