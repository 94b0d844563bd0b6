//! Values that a model does not name.

use std::{error::Error, fmt};

/// A text is none of the values that an enum of the model has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownValue;

impl fmt::Display for UnknownValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the model does not name this value")
    }
}

impl Error for UnknownValue {}
