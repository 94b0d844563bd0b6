//! `Send`: `POST /send`.

use crate::types::{Color, Item};
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `list`.
    pub list: Option<Vec<String>>,
    /// `nested`.
    pub nested: Option<Vec<Vec<String>>>,
    /// `map`.
    pub map: Option<BTreeMap<String, Vec<String>>>,
    /// `byColor`.
    pub by_color: Option<BTreeMap<Color, i32>>,
    /// `sparseList`.
    pub sparse_list: Option<Vec<Option<String>>>,
    /// `sparseMap`.
    pub sparse_map: Option<BTreeMap<String, Option<String>>>,
    /// `items`.
    pub items: Option<Vec<Item>>,
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
    .input(InputBody::Structure)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("list"),
        Member::new("nested"),
        Member::new("map"),
        Member::new("byColor"),
        Member::new("sparseList"),
        Member::new("sparseMap"),
        Member::new("items"),
    ],
);

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut input = request.structure(&INPUT)?;
        while let Some(member) = input.next()? {
            match member {
                0 => value.list = input.value()?,
                1 => value.nested = input.value()?,
                2 => value.map = input.value()?,
                3 => value.by_color = input.value()?,
                4 => value.sparse_list = input.value()?,
                5 => value.sparse_map = input.value()?,
                6 => value.items = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(value)
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
