//! AWS Lambda's functions, versions and layers, kept in memory: a server on top of the generated crate `lambda-server`.
//!
//! | file | concern |
//! |---|---|
//! | `api` | one method an operation: what the generated trait asks for |
//! | `function`, `configuration`, `layer` | what is kept, and the rules it follows |
//! | `function_name`, `layer_name`, `home` | names, ARNs, and whose they are |
//! | `source`, `archive`, `download` | where code comes from: ZIP archives, and the links that they are fetched by |
//! | `page`, `stamp` | pages of lists; revisions and dates |
//! | `refusal`, `validation` | Lambda's words for what it refuses |
//!
//! Nothing here is asynchronous: a function is active as soon as it is created. Nobody is authenticated, whatever the
//! signature says. Code is stored, never run.

mod api;
mod archive;
mod configuration;
mod download;
mod function;
mod function_name;
mod home;
mod layer;
mod layer_name;
mod page;
mod refusal;
mod source;
mod stamp;
mod validation;

pub use api::LocalLambda;
pub use download::Downloads;
pub use home::Home;

use lambda_server::{Handlers, Service};

/// What answers to requests: the operations, and beside them the links to archives.
pub type LocalLambdaService = Downloads<Service<Handlers<LocalLambda>>>;

/// The bodies that carry archives may have up to this many bytes, all others 6 MiB.
pub const LARGEST_REQUEST: u64 = 70_167_210;

/// A Lambda in memory, empty at first, as a `tower` service.
pub fn service(home: Home) -> LocalLambdaService {
    let lambda = LocalLambda::new(home);
    let archives = lambda.archives();
    let mut operations = lambda_server::service(lambda)
        .on_violations(validation::answer)
        .on_rejection(refusal::too_large);
    for operation in ["CreateFunction", "UpdateFunctionCode", "PublishLayerVersion"] {
        operations = operations.operation_body_limit(operation, LARGEST_REQUEST);
    }
    Downloads::new(archives, operations)
}
