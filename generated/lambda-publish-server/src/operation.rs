//! One module an operation: what it takes, answers and fails with.

pub(crate) mod publish_version;
pub(crate) mod publish_layer_version;

pub use publish_version::{PublishVersionError, PublishVersionInput};
pub use publish_layer_version::{
    PublishLayerVersionError, PublishLayerVersionInput, PublishLayerVersionOutput,
};
