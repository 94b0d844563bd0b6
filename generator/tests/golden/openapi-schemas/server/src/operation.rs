//! One module an operation: what it takes, answers and fails with.

pub(crate) mod create_pet;

pub use create_pet::{CreatePetError, CreatePetInput};
