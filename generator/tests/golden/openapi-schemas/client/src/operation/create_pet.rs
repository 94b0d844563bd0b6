//! `createPet`: `POST /pets`.

use crate::types::Pet;
use farrier_runtime::client::{
    Operation, OperationMetadata, Refused, RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Halt, Member, Structure};
use std::error::Error;
use std::fmt;

/// What [`create_pet`](crate::Client::create_pet) takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct CreatePetInput {
    /// `dryRun`.
    ///
    /// Sent as the query parameter `dryRun`.
    pub dry_run: Option<bool>,
    /// `body`.
    ///
    /// Sent as the whole body.
    pub body: Pet,
}

impl CreatePetInput {
    /// One with what is required, and nothing else.
    pub fn new(body: Pet) -> Self {
        Self { body, dry_run: None }
    }

    /// Sets [`dry_run`](Self::dry_run).
    #[must_use]
    pub fn with_dry_run(mut self, dry_run: bool) -> Self {
        self.dry_run = Some(dry_run);
        self
    }
}

/// The errors that `createPet` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CreatePetError {}

impl fmt::Display for CreatePetError {
    fn fmt(&self, _formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Error for CreatePetError {}

impl ServiceError for CreatePetError {
    fn code(&self) -> &str {
        match *self {}
    }
}

static METADATA: OperationMetadata = OperationMetadata::new(
    "createPet",
    "POST",
    "/pets",
);

static INPUT: Structure = Structure::new(
    "CreatePetInput",
    &[Member::new("dryRun"), Member::new("body")],
);

impl Operation for CreatePetInput {
    type Output = Pet;
    type Error = CreatePetError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/pets");
        if let Some(value) = &self.dry_run {
            request.query(&INPUT, 0, "dryRun", value);
        }
        request.payload(&self.body);
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }
}
