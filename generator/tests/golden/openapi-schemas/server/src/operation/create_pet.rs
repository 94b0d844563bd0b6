//! `createPet`: `POST /pets`.

use crate::types::Pet;
use farrier_runtime::codec;
use farrier_runtime::codec::{Halt, Member, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, OutputBody, RequestReader,
    ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `createPet` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CreatePetInput {
    /// `dryRun`.
    ///
    /// Sent as the query parameter `dryRun`.
    pub dry_run: bool,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: Pet,
}

impl CreatePetInput {
    /// One with what is required, and nothing else.
    pub fn new(body: Pet) -> Self {
        Self { body, dry_run: false }
    }
}

/// The errors that `createPet` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum CreatePetError {
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for CreatePetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for CreatePetError {}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("createPet")
    .status(201)
    .input(InputBody::Payload)
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "CreatePetInput",
    &[Member::new("dryRun"), Member::new("body").required()],
);

impl FromRequest for CreatePetInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let dry_run = input.query(0, "dryRun")?;
        let body_member = input.payload(1)?;
        input.end()?;
        Ok(Self {
            dry_run: dry_run.unwrap_or_default(),
            body: codec::required(body_member)?,
        })
    }
}

impl Failure for CreatePetError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for CreatePetError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
