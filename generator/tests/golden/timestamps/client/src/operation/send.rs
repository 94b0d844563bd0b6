//! `Send`: `POST /send`.

use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
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

impl SendInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`date_time`](Self::date_time).
    #[must_use]
    pub fn with_date_time(mut self, date_time: impl Into<Timestamp>) -> Self {
        self.date_time = Some(date_time.into());
        self
    }

    /// Sets [`http_date`](Self::http_date).
    #[must_use]
    pub fn with_http_date(mut self, http_date: impl Into<Timestamp>) -> Self {
        self.http_date = Some(http_date.into());
        self
    }

    /// Sets [`epoch`](Self::epoch).
    #[must_use]
    pub fn with_epoch(mut self, epoch: impl Into<Timestamp>) -> Self {
        self.epoch = Some(epoch.into());
        self
    }

    /// Sets [`list`](Self::list).
    #[must_use]
    pub fn with_list(mut self, list: impl IntoIterator<Item = Timestamp>) -> Self {
        self.list = Some(list.into_iter().collect());
        self
    }

    /// Sets [`header`](Self::header).
    #[must_use]
    pub fn with_header(mut self, header: impl Into<Timestamp>) -> Self {
        self.header = Some(header.into());
        self
    }
}

/// The errors that `Send` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SendError {}

impl fmt::Display for SendError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for SendError {}

impl ServiceError for SendError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("Send", "POST", "/send");

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

impl Operation for SendInput {
    type Output = ();
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send");
        if let Some(value) = &self.header {
            request.header(&INPUT, 4, "X-Epoch", value)?;
        }
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.date_time);
        members.optional(1, &self.http_date);
        members.optional(2, &self.epoch);
        members.optional(3, &self.list);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
