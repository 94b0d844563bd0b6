//! `GetFunction`: `GET /2015-03-31/functions/{FunctionName}`.

use crate::types::{
    Concurrency, FunctionCodeLocation, FunctionConfiguration,
    InvalidParameterValueException, LastUpdateStatus, ResourceNotFoundException,
    ServiceException, State, TagsError, TooManyRequestsException,
};
use farrier_runtime::client::{
    Acceptor, ErrorCode, ErrorMetadata, Operation, OperationMetadata, Refused,
    RequestWriter, ResponseReader, ServiceError, Waiter, WaiterState,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// What [`get_function`](crate::Client::get_function) takes.
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

    /// Sets [`qualifier`](Self::qualifier).
    #[must_use]
    pub fn with_qualifier(mut self, qualifier: impl Into<String>) -> Self {
        self.qualifier = Some(qualifier.into());
        self
    }
}

/// What [`get_function`](crate::Client::get_function) answers.
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

impl Decode for GetFunctionOutput {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&GET_FUNCTION_OUTPUT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.configuration = members.value()?,
                1 => value.code = members.value()?,
                2 => value.tags = members.value()?,
                3 => value.tags_error = members.value()?,
                4 => value.concurrency = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}

/// The errors that `GetFunction` answers with by its model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetFunctionError {
    /// Status 400.
    InvalidParameterValueException(InvalidParameterValueException),
    /// Status 404.
    ResourceNotFoundException(ResourceNotFoundException),
    /// Status 500.
    ServiceException(ServiceException),
    /// Status 429.
    TooManyRequestsException(TooManyRequestsException),
}

impl fmt::Display for GetFunctionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidParameterValueException(error) => write!(formatter, "{error}"),
            Self::ResourceNotFoundException(error) => write!(formatter, "{error}"),
            Self::ServiceException(error) => write!(formatter, "{error}"),
            Self::TooManyRequestsException(error) => write!(formatter, "{error}"),
        }
    }
}

impl Error for GetFunctionError {}

impl ServiceError for GetFunctionError {
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
        "GetFunction",
        "GET",
        "/2015-03-31/functions/{FunctionName}",
    )
    .readonly()
    .errors(&ERRORS);

static INPUT: Structure = Structure::new(
    "GetFunctionInput",
    &[Member::new("FunctionName"), Member::new("Qualifier")],
);

impl Operation for GetFunctionInput {
    type Output = GetFunctionOutput;
    type Error = GetFunctionError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2015-03-31/functions/");
        request.label(&INPUT, 0, &self.function_name)?;
        if let Some(value) = &self.qualifier {
            request.query(&INPUT, 1, "Qualifier", value);
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
                GetFunctionError::InvalidParameterValueException(response.body()?)
            }
            "ResourceNotFoundException" => {
                GetFunctionError::ResourceNotFoundException(response.body()?)
            }
            "ServiceException" => GetFunctionError::ServiceException(response.body()?),
            "TooManyRequestsException" => {
                GetFunctionError::TooManyRequestsException(response.read()?)
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }
}

impl GetFunctionInput {
    /// What [`wait_until_function_active_v2`](crate::Client::wait_until_function_active_v2) waits for.
    pub const FUNCTION_ACTIVE_V2: Waiter<Self> = Waiter {
        name: "FunctionActiveV2",
        min_delay: 1,
        max_delay: 120,
        acceptors: &[
            Acceptor::string(
                "Configuration.State",
                |_, output| {
                    output.configuration.as_ref()?.state.as_ref().map(State::as_str)
                },
                &[
                    ("Active", WaiterState::Success),
                    ("Failed", WaiterState::Failure),
                    ("Pending", WaiterState::Retry),
                ],
            ),
        ],
    };

    /// What [`wait_until_function_exists`](crate::Client::wait_until_function_exists) waits for.
    pub const FUNCTION_EXISTS: Waiter<Self> = Waiter {
        name: "FunctionExists",
        min_delay: 1,
        max_delay: 120,
        acceptors: &[
            Acceptor::output(WaiterState::Success),
            Acceptor::error("ResourceNotFoundException", WaiterState::Retry),
        ],
    };

    /// What [`wait_until_function_updated_v2`](crate::Client::wait_until_function_updated_v2) waits for.
    pub const FUNCTION_UPDATED_V2: Waiter<Self> = Waiter {
        name: "FunctionUpdatedV2",
        min_delay: 1,
        max_delay: 120,
        acceptors: &[
            Acceptor::string(
                "Configuration.LastUpdateStatus",
                |_, output| {
                    output
                        .configuration
                        .as_ref()?
                        .last_update_status
                        .as_ref()
                        .map(LastUpdateStatus::as_str)
                },
                &[
                    ("Successful", WaiterState::Success),
                    ("Failed", WaiterState::Failure),
                    ("InProgress", WaiterState::Retry),
                ],
            ),
        ],
    };
}
