//! Arbitrary values of generated types, such as the model allows.
//!
//! A value is deserialised from choices: the type says through serde what it is made of, and the model, beside it, what
//! a text or number must be like. Choices are numbers that proptest makes and shrinks; where they have run out, the simplest
//! choice is taken.

mod choices;
mod collections;
mod hint;
mod model;
mod texts;
mod values;

pub(crate) use choices::{Choices, choices};
pub(crate) use model::Model;
pub(crate) use values::value;
