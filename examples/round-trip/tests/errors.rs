//! Every error that the model gives an operation: the client gets that very error, with every member.
#![allow(clippy::expect_used, reason = "a test says what went wrong by panicking")]

mod inputs;

use lambda_client::Error;
use lambda_client::farrier_runtime::client::ServiceError;
use lambda_client::operation as called;
use lambda_server::operation as served;
use lambda_server::types::{
    CodeSigningConfigNotFoundException, CodeStorageExceededException,
    CodeVerificationFailedException, InvalidCodeSignatureException, InvalidParameterValueException,
    PreconditionFailedException, ResourceConflictException, ResourceNotFoundException,
    ServiceException, ThrottleReason, TooManyRequestsException,
};
use round_trip::{Scripted, WAYS, fails, reach};
use serde_json::Value;

/// The modelled errors with every member set.
trait Sample {
    /// By the model.
    const STATUS: u16;
    fn sample() -> Self;
}

macro_rules! samples {
    ($($error:ident: $status:literal),+ $(,)?) => {
        $(impl Sample for $error {
            const STATUS: u16 = $status;

            fn sample() -> Self {
                Self::new().with_type("User").with_message(concat!("why ", stringify!($error), ": \"ü\""))
            }
        })+
    };
}

samples!(
    CodeSigningConfigNotFoundException: 404,
    CodeStorageExceededException: 400,
    CodeVerificationFailedException: 400,
    InvalidCodeSignatureException: 400,
    InvalidParameterValueException: 400,
    PreconditionFailedException: 412,
    ResourceConflictException: 409,
    ResourceNotFoundException: 404,
    ServiceException: 500,
);

impl Sample for TooManyRequestsException {
    const STATUS: u16 = 429;

    fn sample() -> Self {
        Self::new()
            .with_retry_after_seconds("17")
            .with_type("User")
            .with_message("why TooManyRequestsException: \"ü\"")
            .with_reason(ThrottleReason::CallerRateLimitExceeded)
    }
}

/// Checks every error of an operation, in every way, and that none is left out.
macro_rules! check {
    ($operation:ident, $error_enum:ident: $($error:ident),+ $(,)?) => {
        #[tokio::test]
        async fn $operation() {
            $(for way in WAYS {
                let scripted = Scripted {
                    $operation: fails(|| <$error as Sample>::sample().into()),
                    ..Scripted::default()
                };
                let reached = reach(way, scripted).await.expect("a server");
                let error = reached.client.$operation(inputs::$operation()).await.expect_err("an error");
                assert_eq!(error.status().map(|status| status.as_u16()), Some(<$error as Sample>::STATUS), "{way:?}");
                assert_eq!(error.code(), Some(stringify!($error)), "{way:?}");
                assert!(error.request_id().is_some_and(|id| !id.is_empty()), "{way:?}");
                let Error::Service(failure) = error else { panic!("{way:?}: {error}") };
                let text = failure.to_string();
                assert!(text.contains(concat!(stringify!($error), ": why ", stringify!($error))), "{text}");
                assert_eq!(failure.error().code(), stringify!($error));
                let called::$error_enum::$error(got) = failure.into_error() else { panic!("{way:?}: another error") };
                let told = <$error as Sample>::sample();
                let (got, told) = (serde_json::to_value(got), serde_json::to_value(told));
                let (got, told) = (got.expect("JSON"), told.expect("JSON"));
                assert_eq!(got, told, "{way:?}");
                let members = told.as_object().expect("a structure");
                assert!(!members.values().any(Value::is_null), "{told} should have every member");
            })+
            // Fails to compile if the model gives the operation another error.
            let _is_complete = |error: served::$error_enum| match error {
                $(served::$error_enum::$error(_) => {})+
                served::$error_enum::Unmodelled(_) => {}
            };
        }
    };
}

check!(
    create_function, CreateFunctionError:
    CodeSigningConfigNotFoundException, CodeStorageExceededException, CodeVerificationFailedException,
    InvalidCodeSignatureException, InvalidParameterValueException, ResourceConflictException,
    ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    update_function_code, UpdateFunctionCodeError:
    CodeSigningConfigNotFoundException, CodeStorageExceededException, CodeVerificationFailedException,
    InvalidCodeSignatureException, InvalidParameterValueException, PreconditionFailedException,
    ResourceConflictException, ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    get_function, GetFunctionError:
    InvalidParameterValueException, ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    delete_function, DeleteFunctionError:
    InvalidParameterValueException, ResourceConflictException, ResourceNotFoundException, ServiceException,
    TooManyRequestsException,
);
check!(
    publish_version, PublishVersionError:
    CodeStorageExceededException, InvalidParameterValueException, PreconditionFailedException,
    ResourceConflictException, ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    list_versions_by_function, ListVersionsByFunctionError:
    InvalidParameterValueException, ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    publish_layer_version, PublishLayerVersionError:
    CodeStorageExceededException, InvalidParameterValueException, ResourceNotFoundException, ServiceException,
    TooManyRequestsException,
);
check!(
    get_layer_version, GetLayerVersionError:
    InvalidParameterValueException, ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    get_layer_version_by_arn, GetLayerVersionByArnError:
    InvalidParameterValueException, ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    list_layer_versions, ListLayerVersionsError:
    InvalidParameterValueException, ResourceNotFoundException, ServiceException, TooManyRequestsException,
);
check!(
    delete_layer_version, DeleteLayerVersionError:
    InvalidParameterValueException, ServiceException, TooManyRequestsException,
);
