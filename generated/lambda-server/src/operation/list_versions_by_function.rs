//! `ListVersionsByFunction`: `GET /2015-03-31/functions/{FunctionName}/versions`.

use crate::types::{
    FunctionConfiguration, InvalidParameterValueException, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Bound, Encode, Halt, Member, Pattern, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::error::Error;
use std::fmt;

/// What `ListVersionsByFunction` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListVersionsByFunctionInput {
    /// The function: its name, a partial ARN, or the whole ARN.
    ///
    /// 1 to 170 characters; sent in the path.
    pub function_name: String,
    /// Where to go on: the `NextMarker` of the answer before.
    ///
    /// Sent as the query parameter `Marker`.
    pub marker: Option<String>,
    /// The most versions to put into one answer, 1 to 10,000. No answer holds more than 50, though,
    /// whatever is asked for.
    ///
    /// 1 to 10000; sent as the query parameter `MaxItems`.
    pub max_items: Option<i32>,
}

impl ListVersionsByFunctionInput {
    /// One with what is required, and nothing else.
    pub fn new(function_name: impl Into<String>) -> Self {
        Self {
            function_name: function_name.into(),
            marker: None,
            max_items: None,
        }
    }
}

/// What `ListVersionsByFunction` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListVersionsByFunctionOutput {
    /// The `Marker` that fetches what follows; absent from the last page.
    pub next_marker: Option<String>,
    /// The working copy (`$LATEST`) and the versions.
    pub versions: Option<Vec<FunctionConfiguration>>,
}

impl ListVersionsByFunctionOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`next_marker`](Self::next_marker).
    #[must_use]
    pub fn with_next_marker(mut self, next_marker: impl Into<String>) -> Self {
        self.next_marker = Some(next_marker.into());
        self
    }

    /// Sets [`versions`](Self::versions).
    #[must_use]
    pub fn with_versions(
        mut self,
        versions: impl IntoIterator<Item = FunctionConfiguration>,
    ) -> Self {
        self.versions = Some(versions.into_iter().collect());
        self
    }
}

static LIST_VERSIONS_BY_FUNCTION_OUTPUT: Structure = Structure::new(
    "ListVersionsByFunctionOutput",
    &[Member::new("NextMarker"), Member::new("Versions")],
);

impl Encode for ListVersionsByFunctionOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LIST_VERSIONS_BY_FUNCTION_OUTPUT);
        members.optional(0, &self.next_marker);
        members.optional(1, &self.versions);
        members.end();
    }
}

impl IntoResponse for ListVersionsByFunctionOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `ListVersionsByFunction` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum ListVersionsByFunctionError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
    /// Anything that the model does not name.
    Unmodelled(Fault),
}

impl fmt::Display for ListVersionsByFunctionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
            Self::Unmodelled(fault) => write!(formatter, "{fault}"),
        }
    }
}

impl Error for ListVersionsByFunctionError {}

impl From<InvalidParameterValueException> for ListVersionsByFunctionError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ResourceNotFoundException> for ListVersionsByFunctionError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for ListVersionsByFunctionError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for ListVersionsByFunctionError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new(
        "ListVersionsByFunction",
    )
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "ListVersionsByFunctionInput",
    &[
        Member::new("FunctionName").required().length(1, 170).pattern(&INPUT_PATTERN_1),
        Member::new("Marker"),
        Member::new("MaxItems").min(Bound::Integer(1)).max(Bound::Integer(10000)),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:lambda:)?(?:[a-z]{2}(?:\\-gov)?\\-[a-z]+\\-[0-9]{1}:)?(?:[0-9]{12}:)?(?:function:)?(?:[a-zA-Z0-9\\-_\\.]+)(?::(?:\\$LATEST|[a-zA-Z0-9\\-_]+))?$",
);

impl FromRequest for ListVersionsByFunctionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let function_name = input.label(0, 0)?;
        let marker = input.query(1, "Marker")?;
        let max_items = input.query(2, "MaxItems")?;
        input.end()?;
        Ok(Self {
            function_name: codec::required(function_name)?,
            marker,
            max_items,
        })
    }
}

impl Failure for ListVersionsByFunctionError {
    fn write(self, response: &mut ResponseWriter<'_>) {
        match self {
            Self::InvalidParameterValueException(error) => {
                response.error("InvalidParameterValueException", 400, error)
            }
            Self::ResourceNotFoundException(error) => {
                response.error("ResourceNotFoundException", 404, error)
            }
            Self::ServiceException(error) => {
                response.error("ServiceException", 500, error)
            }
            Self::TooManyRequestsException(error) => {
                response.error("TooManyRequestsException", 429, error)
            }
            Self::Unmodelled(fault) => response.fault(fault),
        }
    }
}

impl From<Fault> for ListVersionsByFunctionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
