//! One module an operation: what it takes, answers and fails with.

mod publish_layer_version;
mod get_layer_version;
mod get_layer_version_by_arn;
mod list_layer_versions;
mod delete_layer_version;
mod get_function;
mod delete_function;
mod create_function;
mod update_function_code;
mod publish_version;
mod list_versions_by_function;

pub use publish_layer_version::{
    PublishLayerVersionError, PublishLayerVersionInput, PublishLayerVersionOutput,
};
pub use get_layer_version::{GetLayerVersionError, GetLayerVersionInput};
pub use get_layer_version_by_arn::{GetLayerVersionByArnError, GetLayerVersionByArnInput};
pub use list_layer_versions::{
    ListLayerVersionsError, ListLayerVersionsInput, ListLayerVersionsOutput,
};
pub use delete_layer_version::{DeleteLayerVersionError, DeleteLayerVersionInput};
pub use get_function::{GetFunctionError, GetFunctionInput, GetFunctionOutput};
pub use delete_function::{DeleteFunctionError, DeleteFunctionInput};
pub use create_function::{CreateFunctionError, CreateFunctionInput};
pub use update_function_code::{UpdateFunctionCodeError, UpdateFunctionCodeInput};
pub use publish_version::{PublishVersionError, PublishVersionInput};
pub use list_versions_by_function::{
    ListVersionsByFunctionError, ListVersionsByFunctionInput,
    ListVersionsByFunctionOutput,
};
