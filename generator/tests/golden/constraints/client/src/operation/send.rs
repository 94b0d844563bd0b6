//! `Send`: `POST /send/{label}`.

use farrier_runtime::{Blob, Redacted};
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`send`](crate::Client::send) takes.
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `label`.
    ///
    /// 1 to 5 characters; sent in the path.
    pub label: String,
    /// `text`.
    ///
    /// At least 2 characters.
    pub text: Option<String>,
    /// `blob`.
    ///
    /// At most 10 bytes.
    pub blob: Option<Blob>,
    /// `number`.
    ///
    /// 1 to 10.
    pub number: Option<i32>,
    /// `double`.
    ///
    /// At least 0.5.
    pub double: Option<f64>,
    /// `pattern`.
    pub pattern: Option<String>,
    /// `lookBehind`.
    pub look_behind: Option<String>,
    /// `names`.
    ///
    /// 1 to 3 items; no item twice.
    pub names: Option<Vec<String>>,
    /// `map`.
    ///
    /// At most 2 items.
    pub map: Option<BTreeMap<String, i32>>,
    /// `secret`.
    ///
    /// At least 8 characters.
    pub secret: Option<String>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            text: None,
            blob: None,
            number: None,
            double: None,
            pattern: None,
            look_behind: None,
            names: None,
            map: None,
            secret: None,
        }
    }

    /// Sets [`text`](Self::text).
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`blob`](Self::blob).
    #[must_use]
    pub fn with_blob(mut self, blob: impl Into<Blob>) -> Self {
        self.blob = Some(blob.into());
        self
    }

    /// Sets [`number`](Self::number).
    #[must_use]
    pub fn with_number(mut self, number: i32) -> Self {
        self.number = Some(number);
        self
    }

    /// Sets [`double`](Self::double).
    #[must_use]
    pub fn with_double(mut self, double: f64) -> Self {
        self.double = Some(double);
        self
    }

    /// Sets [`pattern`](Self::pattern).
    #[must_use]
    pub fn with_pattern(mut self, pattern: impl Into<String>) -> Self {
        self.pattern = Some(pattern.into());
        self
    }

    /// Sets [`look_behind`](Self::look_behind).
    #[must_use]
    pub fn with_look_behind(mut self, look_behind: impl Into<String>) -> Self {
        self.look_behind = Some(look_behind.into());
        self
    }

    /// Sets [`names`](Self::names).
    #[must_use]
    pub fn with_names(
        mut self,
        names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.names = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`map`](Self::map).
    #[must_use]
    pub fn with_map(
        mut self,
        map: impl IntoIterator<Item = (impl Into<String>, i32)>,
    ) -> Self {
        self.map = Some(
            map.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// Sets [`secret`](Self::secret).
    #[must_use]
    pub fn with_secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = Some(secret.into());
        self
    }
}

impl fmt::Debug for SendInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SendInput")
            .field("label", &self.label)
            .field("text", &self.text)
            .field("blob", &self.blob)
            .field("number", &self.number)
            .field("double", &self.double)
            .field("pattern", &self.pattern)
            .field("look_behind", &self.look_behind)
            .field("names", &self.names)
            .field("map", &self.map)
            .field("secret", &Redacted::option(&self.secret))
            .finish()
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

static METADATA: OperationMetadata = OperationMetadata::new(
    "Send",
    "POST",
    "/send/{label}",
);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("label"),
        Member::new("text"),
        Member::new("blob"),
        Member::new("number"),
        Member::new("double"),
        Member::new("pattern"),
        Member::new("lookBehind"),
        Member::new("names"),
        Member::new("map"),
        Member::new("secret"),
    ],
);

impl Operation for SendInput {
    type Output = ();
    type Error = SendError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/send/");
        request.label(&INPUT, 0, &self.label)?;
        let mut members = request.structure(&INPUT);
        members.optional(1, &self.text);
        members.optional(2, &self.blob);
        members.optional(3, &self.number);
        members.optional(4, &self.double);
        members.optional(5, &self.pattern);
        members.optional(6, &self.look_behind);
        members.optional(7, &self.names);
        members.optional(8, &self.map);
        members.optional(9, &self.secret);
        members.end();
        Ok(())
    }

    fn read(_response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        Ok(())
    }
}
