use crate::types::Tree;
use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::client::{FromResponse, ResponseReader};
use farrier_runtime::codec::{Correct, Halt, Member, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// The caller's fault, in headers and in the body.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Refused {
    /// `message`.
    pub message: String,
    /// `times`.
    pub times: Option<Vec<Timestamp>>,
    /// `reasons`.
    pub reasons: Option<BTreeMap<String, String>>,
    /// `tree`.
    pub tree: Option<Tree>,
}

impl Refused {
    /// One with what is required, and nothing else.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            times: None,
            reasons: None,
            tree: None,
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.message;
        write!(formatter, "Refused: {message}")
    }
}

impl Error for Refused {}

static REFUSED: Structure = Structure::new(
    "Refused",
    &[
        Member::new("message").also("Message"),
        Member::new("times")
            .items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("reasons"),
        Member::new("tree"),
    ],
);

impl FromResponse for Refused {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let times = response.header(&REFUSED, 1, "X-Times")?;
        let reasons = response.prefix_headers(&REFUSED, 2, "X-Reason-")?;
        let mut members = response.structure(&REFUSED)?;
        let mut message = None;
        let mut tree = None;
        while let Some(member) = members.next()? {
            match member {
                0 => message = members.value()?,
                3 => tree = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            message: message.unwrap_or_else(Correct::corrected),
            times,
            reasons,
            tree,
        })
    }
}
