//! `type`: `POST /type`.

use crate::types::OptionValue;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`type`](crate::Client::r#type) takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TypeInput {
    /// `type`.
    pub r#type: Option<String>,
    /// `type_`.
    pub type_2: Option<String>,
    /// `_type`.
    pub type_3: Option<String>,
    /// `self`.
    pub self_: Option<String>,
    /// `self_`.
    pub self_2: Option<String>,
    /// `crate`.
    pub crate_: Option<String>,
    /// `reader`.
    pub reader: Option<String>,
    /// `members`.
    pub members: Option<String>,
    /// `value`.
    pub value: Option<String>,
    /// `input`.
    pub input: Option<String>,
}

impl TypeInput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`type`](Self::type).
    #[must_use]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Sets [`type_2`](Self::type_2).
    #[must_use]
    pub fn with_type_2(mut self, type_2: impl Into<String>) -> Self {
        self.type_2 = Some(type_2.into());
        self
    }

    /// Sets [`type_3`](Self::type_3).
    #[must_use]
    pub fn with_type_3(mut self, type_3: impl Into<String>) -> Self {
        self.type_3 = Some(type_3.into());
        self
    }

    /// Sets [`self_`](Self::self_).
    #[must_use]
    pub fn with_self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets [`self_2`](Self::self_2).
    #[must_use]
    pub fn with_self_2(mut self, self_2: impl Into<String>) -> Self {
        self.self_2 = Some(self_2.into());
        self
    }

    /// Sets [`crate_`](Self::crate_).
    #[must_use]
    pub fn with_crate_(mut self, crate_: impl Into<String>) -> Self {
        self.crate_ = Some(crate_.into());
        self
    }

    /// Sets [`reader`](Self::reader).
    #[must_use]
    pub fn with_reader(mut self, reader: impl Into<String>) -> Self {
        self.reader = Some(reader.into());
        self
    }

    /// Sets [`members`](Self::members).
    #[must_use]
    pub fn with_members(mut self, members: impl Into<String>) -> Self {
        self.members = Some(members.into());
        self
    }

    /// Sets [`value`](Self::value).
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets [`input`](Self::input).
    #[must_use]
    pub fn with_input(mut self, input: impl Into<String>) -> Self {
        self.input = Some(input.into());
        self
    }
}

/// The errors that `type` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TypeError {}

impl fmt::Display for TypeError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for TypeError {}

impl ServiceError for TypeError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new("type", "POST", "/type");

static INPUT: Structure = Structure::new(
    "TypeInput",
    &[
        Member::new("type"),
        Member::new("type_"),
        Member::new("_type"),
        Member::new("self"),
        Member::new("self_"),
        Member::new("crate"),
        Member::new("reader"),
        Member::new("members"),
        Member::new("value"),
        Member::new("input"),
    ],
);

impl Operation for TypeInput {
    type Output = OptionValue;
    type Error = TypeError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/type");
        let mut members = request.structure(&INPUT);
        members.optional(0, &self.r#type);
        members.optional(1, &self.type_2);
        members.optional(2, &self.type_3);
        members.optional(3, &self.self_);
        members.optional(4, &self.self_2);
        members.optional(5, &self.crate_);
        members.optional(6, &self.reader);
        members.optional(7, &self.members);
        members.optional(8, &self.value);
        members.optional(9, &self.input);
        members.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
