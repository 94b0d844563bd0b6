//! A Lambda that answers what it is told.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use lambda_server::operation::{
    CreateFunctionError, CreateFunctionInput, DeleteFunctionError, DeleteFunctionInput,
    DeleteLayerVersionError, DeleteLayerVersionInput, GetFunctionError, GetFunctionInput,
    GetFunctionOutput, GetLayerVersionByArnError, GetLayerVersionByArnInput, GetLayerVersionError,
    GetLayerVersionInput, ListLayerVersionsError, ListLayerVersionsInput, ListLayerVersionsOutput,
    ListVersionsByFunctionError, ListVersionsByFunctionInput, ListVersionsByFunctionOutput,
    PublishLayerVersionError, PublishLayerVersionInput, PublishLayerVersionOutput,
    PublishVersionError, PublishVersionInput, UpdateFunctionCodeError, UpdateFunctionCodeInput,
};
use lambda_server::types::{FunctionConfiguration, LayerVersion};
use lambda_server::{Context, Fault, Lambda};

/// What an operation does with its input.
pub type Script<I, O, E> =
    Box<dyn Fn(I) -> Pin<Box<dyn Future<Output = Result<O, E>> + Send>> + Send + Sync>;

/// The script of an operation that always succeeds, and shows its input to `look`.
pub fn answers<I, O: Clone + Send + Sync + 'static, E: 'static>(
    output: O,
    look: impl Fn(I) + Send + Sync + 'static,
) -> Option<Script<I, O, E>> {
    Some(Box::new(move |input| {
        look(input);
        let output = output.clone();
        Box::pin(async move { Ok(output) })
    }))
}

/// The script of an operation that always fails.
pub fn fails<I, O: 'static, E: Send + 'static>(
    error: impl Fn() -> E + Send + Sync + 'static,
) -> Option<Script<I, O, E>> {
    Some(Box::new(move |_| {
        let error = error();
        Box::pin(async move { Err(error) })
    }))
}

macro_rules! scripted {
    ($($operation:ident: $input:ty => $output:ty, $error:ty;)+) => {
        /// A Lambda that answers what it is told; what it has no script for fails with `Unscripted`.
        #[derive(Default)]
        pub struct Scripted {
            $(#[doc = concat!("What `", stringify!($operation), "` does.")]
            pub $operation: Option<Script<$input, $output, $error>>,)+
        }

        impl Lambda for Scripted {
            $(async fn $operation(&self, input: $input, _: &Context) -> Result<$output, $error> {
                match &self.$operation {
                    Some(script) => script(input).await,
                    None => Err(Fault::new(501, "Unscripted", stringify!($operation)).into()),
                }
            })+
        }
    };
}

scripted! {
    create_function: CreateFunctionInput => FunctionConfiguration, CreateFunctionError;
    update_function_code: UpdateFunctionCodeInput => FunctionConfiguration, UpdateFunctionCodeError;
    get_function: GetFunctionInput => GetFunctionOutput, GetFunctionError;
    delete_function: DeleteFunctionInput => (), DeleteFunctionError;
    publish_version: PublishVersionInput => FunctionConfiguration, PublishVersionError;
    list_versions_by_function: ListVersionsByFunctionInput => ListVersionsByFunctionOutput, ListVersionsByFunctionError;
    publish_layer_version: PublishLayerVersionInput => PublishLayerVersionOutput, PublishLayerVersionError;
    get_layer_version: GetLayerVersionInput => LayerVersion, GetLayerVersionError;
    get_layer_version_by_arn: GetLayerVersionByArnInput => LayerVersion, GetLayerVersionByArnError;
    list_layer_versions: ListLayerVersionsInput => ListLayerVersionsOutput, ListLayerVersionsError;
    delete_layer_version: DeleteLayerVersionInput => (), DeleteLayerVersionError;
}

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scripted").finish_non_exhaustive()
    }
}
