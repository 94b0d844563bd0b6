use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Problem {
    /// `title`.
    pub title: String,
}

impl Problem {
    /// One with all that it needs.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Problem")
    }
}

impl Error for Problem {}

static PROBLEM: Structure = Structure::new("Problem", &[Member::new("title")]);

impl Encode for Problem {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PROBLEM);
        members.member(0, &self.title);
        members.end();
    }
}

impl IntoResponse for Problem {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
