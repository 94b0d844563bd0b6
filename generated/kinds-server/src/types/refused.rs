use crate::types::Tree;
use farrier_runtime::{Timestamp, TimestampFormat};
use farrier_runtime::codec::{Member, Structure};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
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

    /// Sets [`times`](Self::times).
    #[must_use]
    pub fn with_times(mut self, times: impl IntoIterator<Item = Timestamp>) -> Self {
        self.times = Some(times.into_iter().collect());
        self
    }

    /// Sets [`reasons`](Self::reasons).
    #[must_use]
    pub fn with_reasons(
        mut self,
        reasons: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.reasons = Some(
            reasons.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }

    /// Sets [`tree`](Self::tree).
    #[must_use]
    pub fn with_tree(mut self, tree: Tree) -> Self {
        self.tree = Some(tree);
        self
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

impl IntoResponse for Refused {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&REFUSED, 1, "X-Times", &self.times);
        response.prefix_headers("X-Reason-", &self.reasons);
        let mut members = response.structure(&REFUSED);
        members.member(0, &self.message);
        members.optional(3, &self.tree);
        members.end();
    }
}
