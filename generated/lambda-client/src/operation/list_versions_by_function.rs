//! `ListVersionsByFunction`: `GET /2015-03-31/functions/{FunctionName}/versions`.

use crate::types::{
    FunctionConfiguration, InvalidParameterValueException, ResourceNotFoundException,
    ServiceException, TooManyRequestsException,
};
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, Operation, OperationMetadata, Paginated, Refused,
    RequestWriter, ResponseReader, ServiceError,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::error::Error;
use std::fmt;

/// What [`list_versions_by_function`](crate::Client::list_versions_by_function) takes.
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

    /// Sets [`marker`](Self::marker).
    #[must_use]
    pub fn with_marker(mut self, marker: impl Into<String>) -> Self {
        self.marker = Some(marker.into());
        self
    }

    /// Sets [`max_items`](Self::max_items).
    #[must_use]
    pub fn with_max_items(mut self, max_items: i32) -> Self {
        self.max_items = Some(max_items);
        self
    }
}

/// What [`list_versions_by_function`](crate::Client::list_versions_by_function) answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ListVersionsByFunctionOutput {
    /// The `Marker` that fetches what follows; absent from the last page.
    pub next_marker: Option<String>,
    /// The working copy (`$LATEST`) and the versions.
    pub versions: Option<Vec<FunctionConfiguration>>,
}

static LIST_VERSIONS_BY_FUNCTION_OUTPUT: Structure = Structure::new(
    "ListVersionsByFunctionOutput",
    &[Member::new("NextMarker"), Member::new("Versions")],
);

impl Decode for ListVersionsByFunctionOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LIST_VERSIONS_BY_FUNCTION_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.next_marker = members.value()?,
                1 => value.versions = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `ListVersionsByFunction` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListVersionsByFunctionError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
}

impl fmt::Display for ListVersionsByFunctionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for ListVersionsByFunctionError {}

impl ServiceError for ListVersionsByFunctionError {
    fn code(&self) -> &str {
        match self {
            Self::InvalidParameterValueException(..) => "InvalidParameterValueException",
            Self::ResourceNotFoundException(..) => "ResourceNotFoundException",
            Self::ServiceException(..) => "ServiceException",
            Self::TooManyRequestsException(..) => "TooManyRequestsException",
        }
    }
}

static ERRORS: [ErrorMetadata; 4] = [
    ErrorMetadata::new("InvalidParameterValueException", 400),
    ErrorMetadata::new("ResourceNotFoundException", 404),
    ErrorMetadata::new("ServiceException", 500),
    ErrorMetadata::new("TooManyRequestsException", 429),
];

static METADATA: OperationMetadata = OperationMetadata::new(
        "ListVersionsByFunction",
        "GET",
        "/2015-03-31/functions/{FunctionName}/versions",
    )
    .readonly()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "ListVersionsByFunctionInput",
    &[Member::new("FunctionName"), Member::new("Marker"), Member::new("MaxItems")],
);

impl Operation for ListVersionsByFunctionInput {
    type Output = ListVersionsByFunctionOutput;
    type Error = ListVersionsByFunctionError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2015-03-31/functions/");
        request.label(&INPUT, 0, &self.function_name)?;
        request.literal("/versions");
        if let Some(value) = &self.marker {
            request.query(&INPUT, 1, "Marker", value);
        }
        if let Some(value) = &self.max_items {
            request.query(&INPUT, 2, "MaxItems", value);
        }
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<Self::Output, Halt> {
        response.body()
    }

    fn read_error(
        error: &ErrorCode<'_>,
        response: &mut ResponseReader<'_>,
    ) -> Result<Option<Self::Error>, Halt> {
        let error = match error.code() {
            "InvalidParameterValueException" => {
                ListVersionsByFunctionError::InvalidParameterValueException(
                    response.body()?,
                )
            }
            "ResourceNotFoundException" => {
                ListVersionsByFunctionError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => {
                ListVersionsByFunctionError::ServiceException(response.body()?)
            }
            "TooManyRequestsException" => {
                ListVersionsByFunctionError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}

impl Paginated for ListVersionsByFunctionInput {
    type Token = String;
    type Items = Vec<FunctionConfiguration>;

    fn next_token(output: &Self::Output) -> Option<&Self::Token> {
        output.next_marker.as_ref()
    }

    fn set_token(&mut self, token: Self::Token) {
        self.marker = Some(token);
    }

    fn items(output: Self::Output) -> Option<Self::Items> {
        output.versions
    }
}
