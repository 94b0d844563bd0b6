//! `type`: `POST /type`.

use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `type` takes.
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

/// The errors that `type` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for TypeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for TypeError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("type")
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

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

impl FromRequest for TypeInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut input = request.structure(&INPUT)?;
        while let Some(member) = input.next()? {
            match member {
                0 => value.r#type = input.value()?,
                1 => value.type_2 = input.value()?,
                2 => value.type_3 = input.value()?,
                3 => value.self_ = input.value()?,
                4 => value.self_2 = input.value()?,
                5 => value.crate_ = input.value()?,
                6 => value.reader = input.value()?,
                7 => value.members = input.value()?,
                8 => value.value = input.value()?,
                9 => value.input = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(value)
    }
}

impl Failure for TypeError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for TypeError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
