//! What Lambda refuses whichever the operation is, and in which form.

use lambda_server::farrier_runtime::protocol::Rejection;
use lambda_server::operation::{
    CreateFunctionError, DeleteFunctionError, DeleteLayerVersionError, GetFunctionError,
    GetLayerVersionByArnError, GetLayerVersionError, ListLayerVersionsError,
    ListVersionsByFunctionError, PublishLayerVersionError, PublishVersionError,
    UpdateFunctionCodeError,
};
use lambda_server::types::{
    InvalidParameterValueException, PreconditionFailedException, ResourceConflictException,
    ResourceNotFoundException,
};
use lambda_server::{Context, Fault};

/// An error that every operation has.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    InvalidParameterValue(String),
    ResourceNotFound(String),
    /// One that the model does not name.
    Unmodelled(Fault),
}

impl Refusal {
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::InvalidParameterValue(message.into())
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::ResourceNotFound(message.into())
    }

    /// There is no such function; `arn` is how the request means it, with the qualifier.
    pub(crate) fn no_function(arn: &str) -> Self {
        Self::not_found(format!("Function not found: {arn}"))
    }

    /// A constraint that is not in the model, but answered like those that are.
    pub(crate) fn violation(value: &str, member: &str, constraint: &str) -> Self {
        let message = violation_text(value, member, constraint);
        Self::Unmodelled(Fault::new(400, "ValidationException", message))
    }

    /// What belongs to another account is nobody's business here.
    pub(crate) fn denied(resource: &str) -> Self {
        let message = format!(
            "The caller is not authorized to perform this operation on resource: {resource}"
        );
        Self::Unmodelled(Fault::new(403, "AccessDeniedException", message))
    }
}

/// How a single violated constraint is told.
pub(crate) fn violation_text(value: &str, member: &str, constraint: &str) -> String {
    format!(
        "1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must \
         {constraint}"
    )
}

/// The name is taken.
pub(crate) fn conflict(message: impl Into<String>) -> ResourceConflictException {
    ResourceConflictException::new().with_type(USER).with_message(message)
}

/// The function is no longer at the revision that the caller has in mind.
pub(crate) fn outdated() -> PreconditionFailedException {
    PreconditionFailedException::new().with_type(USER).with_message(
        "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to \
         retrieve the latest Revision Id",
    )
}

/// Lambda's words for a request that is too large.
pub(crate) fn too_large(rejection: &Rejection, context: &Context) -> Option<Fault> {
    let Rejection::PayloadTooLarge { limit } = rejection else { return None };
    let (limit, operation) = (limit + 1, context.operation());
    let message =
        format!("Request must be smaller than {limit} bytes for the {operation} operation");
    Some(Fault::new(413, "RequestEntityTooLargeException", message))
}

/// The caller is at fault.
pub(crate) const USER: &str = "User";

macro_rules! refused_by {
    ($($error:ty),+ $(,)?) => {
        $(impl From<Refusal> for $error {
            fn from(refusal: Refusal) -> Self {
                match refusal {
                    Refusal::InvalidParameterValue(message) => {
                        InvalidParameterValueException::new().with_type(USER).with_message(message).into()
                    }
                    Refusal::ResourceNotFound(message) => {
                        ResourceNotFoundException::new().with_type(USER).with_message(message).into()
                    }
                    Refusal::Unmodelled(fault) => fault.into(),
                }
            }
        })+
    };
}

refused_by!(
    CreateFunctionError,
    DeleteFunctionError,
    GetFunctionError,
    GetLayerVersionByArnError,
    GetLayerVersionError,
    ListLayerVersionsError,
    ListVersionsByFunctionError,
    PublishLayerVersionError,
    PublishVersionError,
    UpdateFunctionCodeError,
);

/// Where there is nothing, deleting it is no error; the model has none for that either.
impl From<Refusal> for DeleteLayerVersionError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::InvalidParameterValue(message) => {
                InvalidParameterValueException::new().with_type(USER).with_message(message).into()
            }
            Refusal::ResourceNotFound(message) => {
                Fault::new(404, "ResourceNotFoundException", message).into()
            }
            Refusal::Unmodelled(fault) => fault.into(),
        }
    }
}
