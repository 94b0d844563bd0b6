//! One module an operation: what it takes, answers and fails with.

mod publish_version;
mod publish_layer_version;

pub use publish_version::{PublishVersionError, PublishVersionInput};
pub use publish_layer_version::{
    PublishLayerVersionError, PublishLayerVersionInput, PublishLayerVersionOutput,
};
