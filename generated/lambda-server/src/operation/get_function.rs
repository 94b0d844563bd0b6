//! `GetFunction`: `GET /2015-03-31/functions/{FunctionName}`.

use crate::types::{
    Concurrency, FunctionCodeLocation, FunctionConfiguration,
    InvalidParameterValueException, ResourceNotFoundException, ServiceException,
    TagsError, TooManyRequestsException,
};
use farrier_runtime::codec;
use farrier_runtime::codec::{Encode, Halt, Member, Pattern, Structure, Writer};
use farrier_runtime::server::{
    Failure, Fault, FromRequest, IntoResponse, OperationMetadata, OutputBody,
    RequestReader, ResponseWriter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What `GetFunction` takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetFunctionInput {
    /// The function: its name, a partial ARN, or the whole ARN. Each form may end in `:` and a version
    /// or alias.
    ///
    /// 1 to 170 characters; sent in the path.
    pub function_name: String,
    /// The version or alias to describe; the working copy if left out.
    ///
    /// 1 to 128 characters; sent as the query parameter `Qualifier`.
    pub qualifier: Option<String>,
}

impl GetFunctionInput {
    /// One with what is required, and nothing else.
    pub fn new(function_name: impl Into<String>) -> Self {
        Self {
            function_name: function_name.into(),
            qualifier: None,
        }
    }
}

/// What `GetFunction` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct GetFunctionOutput {
    /// The settings.
    pub configuration: Option<FunctionConfiguration>,
    /// Where the code is.
    pub code: Option<FunctionCodeLocation>,
    /// The function's tags. Absent if the caller may not list them.
    pub tags: Option<BTreeMap<String, String>>,
    /// Why the tags could not be read, if so.
    pub tags_error: Option<TagsError>,
    /// The concurrency set aside for the function; absent if there is none.
    pub concurrency: Option<Concurrency>,
}

impl GetFunctionOutput {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`configuration`](Self::configuration).
    #[must_use]
    pub fn with_configuration(mut self, configuration: FunctionConfiguration) -> Self {
        self.configuration = Some(configuration);
        self
    }

    /// Sets [`code`](Self::code).
    #[must_use]
    pub fn with_code(mut self, code: FunctionCodeLocation) -> Self {
        self.code = Some(code);
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.tags = Some(
            tags.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }

    /// Sets [`tags_error`](Self::tags_error).
    #[must_use]
    pub fn with_tags_error(mut self, tags_error: TagsError) -> Self {
        self.tags_error = Some(tags_error);
        self
    }

    /// Sets [`concurrency`](Self::concurrency).
    #[must_use]
    pub fn with_concurrency(mut self, concurrency: Concurrency) -> Self {
        self.concurrency = Some(concurrency);
        self
    }
}

static GET_FUNCTION_OUTPUT: Structure = Structure::new(
    "GetFunctionOutput",
    &[
        Member::new("Configuration"),
        Member::new("Code"),
        Member::new("Tags"),
        Member::new("TagsError"),
        Member::new("Concurrency"),
    ],
);

impl Encode for GetFunctionOutput {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&GET_FUNCTION_OUTPUT);
        members.optional(0, &self.configuration);
        members.optional(1, &self.code);
        members.optional(2, &self.tags);
        members.optional(3, &self.tags_error);
        members.optional(4, &self.concurrency);
        members.end();
    }
}

impl IntoResponse for GetFunctionOutput {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}

/// The errors that `GetFunction` can answer with.
#[derive(Clone, Debug, PartialEq)]
pub enum GetFunctionError {
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

impl fmt::Display for GetFunctionError {
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

impl Error for GetFunctionError {}

impl From<InvalidParameterValueException> for GetFunctionError {
    fn from(error: InvalidParameterValueException) -> Self {
        Self::InvalidParameterValueException(error)
    }
}

impl From<ResourceNotFoundException> for GetFunctionError {
    fn from(error: ResourceNotFoundException) -> Self {
        Self::ResourceNotFoundException(error)
    }
}

impl From<ServiceException> for GetFunctionError {
    fn from(error: ServiceException) -> Self {
        Self::ServiceException(error)
    }
}

impl From<TooManyRequestsException> for GetFunctionError {
    fn from(error: TooManyRequestsException) -> Self {
        Self::TooManyRequestsException(error)
    }
}

pub(crate) static METADATA: OperationMetadata = OperationMetadata::new("GetFunction")
    .output(OutputBody::Structure);

static INPUT: Structure = Structure::new(
    "GetFunctionInput",
    &[
        Member::new("FunctionName").required().length(1, 170).pattern(&INPUT_PATTERN_1),
        Member::new("Qualifier").length(1, 128).pattern(&INPUT_PATTERN_2),
    ],
);

static INPUT_PATTERN_1: Pattern = Pattern::new(
    "^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?$",
    "^(?:arn:(?:aws[a-zA-Z\\-]*)?:lambda:)?(?:[a-z]{2}(?:\\-gov)?\\-[a-z]+\\-[0-9]{1}:)?(?:[0-9]{12}:)?(?:function:)?(?:[a-zA-Z0-9\\-_\\.]+)(?::(?:\\$LATEST|[a-zA-Z0-9\\-_]+))?$",
);

static INPUT_PATTERN_2: Pattern = Pattern::new(
    "^(|[a-zA-Z0-9$_-]+)$",
    "^(?:|[a-zA-Z0-9\\$_\\-]+)$",
);

impl FromRequest for GetFunctionInput {
    fn read(request: &mut RequestReader<'_>) -> Result<Self, Halt> {
        let mut input = request.structure(&INPUT)?;
        let function_name = input.label(0, 0)?;
        let qualifier = input.query(1, "Qualifier")?;
        input.end()?;
        Ok(Self {
            function_name: codec::required(function_name)?,
            qualifier,
        })
    }
}

impl Failure for GetFunctionError {
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

impl From<Fault> for GetFunctionError {
    fn from(fault: Fault) -> Self {
        Self::Unmodelled(fault)
    }
}
