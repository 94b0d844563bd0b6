//! `Send`: `POST /send`.

use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `dateTime`.
    pub date_time: Option<Timestamp>,
    /// `httpDate`.
    pub http_date: Option<Timestamp>,
    /// `epoch`.
    pub epoch: Option<Timestamp>,
    /// `list`.
    pub list: Option<Vec<Timestamp>>,
    /// `header`.
    ///
    /// Sent as the header `X-Epoch`.
    pub header: Option<Timestamp>,
}

/// The errors that `Send` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum SendError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for SendError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for SendError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("Send")
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("dateTime").timestamp(TimestampFormat::DateTime),
        Member::new("httpDate").timestamp(TimestampFormat::HttpDate),
        Member::new("epoch").timestamp(TimestampFormat::EpochSeconds),
        Member::new("list")
            .items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("header").timestamp(TimestampFormat::EpochSeconds),
    ],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let header = input.header(4, "X-Epoch")?;
        let mut date_time = None;
        let mut http_date = None;
        let mut epoch = None;
        let mut list = None;
        while let Some(member) = input.next()? {
            match member {
                0 => date_time = input.value()?,
                1 => http_date = input.value()?,
                2 => epoch = input.value()?,
                3 => list = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            date_time,
            http_date,
            epoch,
            list,
            header,
        })
    }
}

impl Failure for SendError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for SendError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
