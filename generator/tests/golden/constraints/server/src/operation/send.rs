//! `Send`: `POST /send/{label}`.

use farrier_runtime::{Blob, Redacted, codec};
use farrier_runtime::codec::{Bound, Halt, Member, Pattern, Structure};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, InputBody, OperationMetadata, RequestReader,
    ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `Send` takes.
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SendInput {
    /// `label`.
    ///
    /// 1 to 5 characters; sent in the path.
    pub label: String,
    /// `text`.
    ///
    /// At least 2 characters.
    pub text: Option<String>,
    /// `blob`.
    ///
    /// At most 10 bytes.
    pub blob: Option<Blob>,
    /// `number`.
    ///
    /// 1 to 10.
    pub number: Option<i32>,
    /// `double`.
    ///
    /// At least 0.5.
    pub double: Option<f64>,
    /// `pattern`.
    pub pattern: Option<String>,
    /// `lookBehind`.
    pub look_behind: Option<String>,
    /// `names`.
    ///
    /// 1 to 3 items; no item twice.
    pub names: Option<Vec<String>>,
    /// `map`.
    ///
    /// At most 2 items.
    pub map: Option<BTreeMap<String, i32>>,
    /// `secret`.
    ///
    /// At least 8 characters.
    pub secret: Option<String>,
}

impl SendInput {
    /// One with what is required, and nothing else.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            text: None,
            blob: None,
            number: None,
            double: None,
            pattern: None,
            look_behind: None,
            names: None,
            map: None,
            secret: None,
        }
    }
}

impl fmt::Debug for SendInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SendInput")
            .field("label", &self.label)
            .field("text", &self.text)
            .field("blob", &self.blob)
            .field("number", &self.number)
            .field("double", &self.double)
            .field("pattern", &self.pattern)
            .field("look_behind", &self.look_behind)
            .field("names", &self.names)
            .field("map", &self.map)
            .field("secret", &Redacted::option(&self.secret))
            .finish()
    }
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
    .input(InputBody::Structure);

static INPUT: Structure = Structure::new(
    "SendInput",
    &[
        Member::new("label").required().length(1, 5),
        Member::new("text").min_length(2).pattern(&INPUT_PATTERN_1),
        Member::new("blob").max_length(10),
        Member::new("number").min(Bound::Integer(1)).max(Bound::Integer(10)),
        Member::new("double").min(Bound::Float(0.5)),
        Member::new("pattern").pattern(&INPUT_PATTERN_2),
        Member::new("lookBehind").pattern(&INPUT_PATTERN_3),
        Member::new("names")
            .length(1, 3)
            .unique()
            .items(&Member::new("member").length(1, 64).pattern(&INPUT_PATTERN_1)),
        Member::new("map")
            .max_length(2)
            .keys(&Member::new("key").length(1, 64).pattern(&INPUT_PATTERN_1))
            .items(&Member::new("value").max(Bound::Integer(9))),
        Member::new("secret").sensitive().min_length(8),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new("^\\w+$", "^[0-9A-Za-z_]+$");
static INPUT_PATTERN_2: Pattern = Pattern::new("^[a-z]+$", "^[a-z]+$");
static INPUT_PATTERN_3: Pattern = Pattern::backtracking("(?<!x)$", "(?<!x)$");

impl FromRequest for SendInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let label = input.label(0, 0)?;
        let mut text = None;
        let mut blob = None;
        let mut number = None;
        let mut double = None;
        let mut pattern = None;
        let mut look_behind = None;
        let mut names = None;
        let mut map = None;
        let mut secret = None;
        while let Some(member) = input.next()? {
            match member {
                1 => text = input.value()?,
                2 => blob = input.value()?,
                3 => number = input.value()?,
                4 => double = input.value()?,
                5 => pattern = input.value()?,
                6 => look_behind = input.value()?,
                7 => names = input.value()?,
                8 => map = input.value()?,
                9 => secret = input.value()?,
                _ => input.skip()?,
            }
        }
        input.end()?;
        Ok(Self {
            label: codec::required(label)?,
            text,
            blob,
            number,
            double,
            pattern,
            look_behind,
            names,
            map,
            secret,
        })
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
