//! The operations of the generated Lambda, each of which may be called with an input that is known as JSON only.

use std::sync::{Arc, Mutex};

use lambda_client::Client;
use lambda_client::operation::{
    CreateFunctionInput, DeleteFunctionInput, DeleteLayerVersionInput, GetFunctionInput,
    GetLayerVersionByArnInput, GetLayerVersionInput, ListLayerVersionsInput,
    ListVersionsByFunctionInput, PublishLayerVersionInput, PublishVersionInput,
    UpdateFunctionCodeInput,
};
use lambda_server::operation::{
    GetFunctionOutput, ListLayerVersionsOutput, ListVersionsByFunctionOutput,
    PublishLayerVersionOutput,
};
use lambda_server::types::{FunctionConfiguration, LayerVersion};
use round_trip::{Scripted, answers};
use serde::Serialize;
use serde_json::Value;

/// An operation's name and its input.
pub type Called = (&'static str, Value);

/// What a server was called with last.
#[derive(Clone, Default)]
pub struct Seen(Arc<Mutex<Option<Called>>>);

impl Seen {
    /// What it was, if anything; it is forgotten.
    pub fn take(&self) -> Option<Called> {
        self.0.lock().expect("nothing panics while it is held").take()
    }

    fn put(&self, operation: &'static str, input: &impl Serialize) {
        let input = serde_json::to_value(input).expect("every type is JSON to serde");
        *self.0.lock().expect("nothing panics while it is held") = Some((operation, input));
    }
}

macro_rules! operations {
    ($($operation:ident: $input:ident, $output:expr;)+) => {
        /// The names of all operations.
        pub const NAMES: &[&str] = &[$(stringify!($operation)),+];

        /// A Lambda whose every operation succeeds.
        pub fn obliging(seen: &Seen) -> Scripted {
            Scripted {
                $($operation: {
                    let seen = seen.clone();
                    answers($output, move |input| seen.put(stringify!($operation), &input))
                }),+
            }
        }

        /// A Lambda whose operation `name` has this output, if it can have it.
        pub fn answering(name: &str, output: Value) -> Option<Scripted> {
            match name {
                $(stringify!($operation) => {
                    let output = serde_json::from_value(output).ok()?;
                    Some(Scripted { $operation: answers(output, |_| ()), ..Scripted::default() })
                })+
                _ => None,
            }
        }

        /// Calls the operation `name`. What comes of it is its output or what the error says; nothing if it has no such input.
        pub async fn call(client: &Client, name: &str, input: Value) -> Option<Result<Value, String>> {
            match name {
                $(stringify!($operation) => {
                    let input: $input = serde_json::from_value(input).ok()?;
                    let output = client.$operation(input).await;
                    let to_json = |output| serde_json::to_value(output).expect("every type is JSON to serde");
                    Some(output.map(to_json).map_err(|error| error.to_string()))
                })+
                _ => None,
            }
        }
    };
}

operations! {
    create_function: CreateFunctionInput, FunctionConfiguration::new();
    update_function_code: UpdateFunctionCodeInput, FunctionConfiguration::new();
    get_function: GetFunctionInput, GetFunctionOutput::new();
    delete_function: DeleteFunctionInput, ();
    publish_version: PublishVersionInput, FunctionConfiguration::new();
    list_versions_by_function: ListVersionsByFunctionInput, ListVersionsByFunctionOutput::new();
    publish_layer_version: PublishLayerVersionInput, PublishLayerVersionOutput::new();
    get_layer_version: GetLayerVersionInput, LayerVersion::new();
    get_layer_version_by_arn: GetLayerVersionByArnInput, LayerVersion::new();
    list_layer_versions: ListLayerVersionsInput, ListLayerVersionsOutput::new();
    delete_layer_version: DeleteLayerVersionInput, ();
}
