//! One module an operation: what it takes, answers and fails with.

pub(crate) mod publish_layer_version;
pub(crate) mod get_layer_version;
pub(crate) mod get_layer_version_by_arn;
pub(crate) mod list_layer_versions;
pub(crate) mod delete_layer_version;
pub(crate) mod get_function;
pub(crate) mod delete_function;
pub(crate) mod create_function;
pub(crate) mod update_function_code;
pub(crate) mod publish_version;
pub(crate) mod list_versions_by_function;

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
