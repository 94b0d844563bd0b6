//! Lambda's operations, with inputs that satisfy its constraints.

use std::sync::{Arc, LazyLock, Mutex};

use lambda_client::Error;
use lambda_client::operation as called;
use lambda_server::operation::*;
use lambda_server::types::{
    CodeSigningConfigNotFoundException, CodeStorageExceededException,
    CodeVerificationFailedException, FunctionConfiguration, InvalidCodeSignatureException,
    InvalidParameterValueException, LayerVersion, PreconditionFailedException,
    ResourceConflictException, ResourceNotFoundException, ServiceException,
    TooManyRequestsException,
};
use round_trip::{Scripted, Way, answers, fails, reach};
use serde_json::Value;

use crate::arbitrary::{Choices, Model, value};
use crate::{block_on, for_all};

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read("lambda", Some("com.amazonaws.lambda#Lambda")));

/// The value as JSON by serde. What is secret is redacted when it is shown for debugging.
fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("JSON")
}

macro_rules! operations {
    ($($operation:ident: $input:ident => $output:ty;)+) => {
        $(#[test]
        fn $operation() {
            for_all(|numbers| {
                let choices = Choices::new(numbers);
                let input: called::$input = value(&choices, MODEL.input(stringify!($operation)));
                let output: $output = value(&choices, MODEL.output(stringify!($operation)));
                let (sent, told) = (json(&input), json(&output));
                let seen = Arc::new(Mutex::new(None));
                let received = Arc::clone(&seen);
                let look = move |input| *received.lock().expect("the input") = Some(json(&input));
                let scripted = Scripted { $operation: answers(output, look), ..Scripted::default() };
                let got = block_on(async {
                    let reached = reach(Way::Memory, scripted).await.expect("a server");
                    reached.client.$operation(input).await
                });
                let got = got.unwrap_or_else(|error| panic!("{error}\n{sent}"));
                assert_eq!(seen.lock().expect("the input").take(), Some(sent));
                assert_eq!(json(&got), told);
            });
        })+
    };
}

operations! {
    create_function: CreateFunctionInput => FunctionConfiguration;
    update_function_code: UpdateFunctionCodeInput => FunctionConfiguration;
    get_function: GetFunctionInput => GetFunctionOutput;
    delete_function: DeleteFunctionInput => ();
    publish_version: PublishVersionInput => FunctionConfiguration;
    list_versions_by_function: ListVersionsByFunctionInput => ListVersionsByFunctionOutput;
    publish_layer_version: PublishLayerVersionInput => PublishLayerVersionOutput;
    get_layer_version: GetLayerVersionInput => LayerVersion;
    get_layer_version_by_arn: GetLayerVersionByArnInput => LayerVersion;
    list_layer_versions: ListLayerVersionsInput => ListLayerVersionsOutput;
    delete_layer_version: DeleteLayerVersionInput => ();
}

macro_rules! errors {
    ($operation:ident, $enum:ident: $($error:ident),+ $(,)?) => {
        for_all(|numbers| {
            $({
                let choices = Choices::new(numbers);
                let error: $error = value(&choices, MODEL.error(stringify!($error)));
                let told = json(&error);
                let scripted = Scripted {
                    $operation: fails(move || error.clone().into()),
                    ..Scripted::default()
                };
                let input: called::UpdateFunctionCodeInput = called::UpdateFunctionCodeInput::new("f");
                let got = block_on(async {
                    let reached = reach(Way::Memory, scripted).await.expect("a server");
                    reached.client.$operation(input).await
                });
                let Err(Error::Service(got)) = got else { panic!("{got:?}\n{told}") };
                match got.into_error() {
                    called::$enum::$error(got) => assert_eq!(json(&got), told),
                    got => panic!("{got:?}"),
                }
            })+
        });
    };
}

#[test]
fn errors() {
    errors!(
        update_function_code, UpdateFunctionCodeError:
        CodeSigningConfigNotFoundException, CodeStorageExceededException,
        CodeVerificationFailedException, InvalidCodeSignatureException,
        InvalidParameterValueException, PreconditionFailedException, ResourceConflictException,
        ResourceNotFoundException, ServiceException, TooManyRequestsException,
    );
}
