//! Who a request is from: authentication schemes, credentials and signatures.

mod cache;
mod canonical;
mod credentials;
mod date;
mod scheme;
mod sigv4;

pub(crate) use cache::CredentialsCache;
pub use credentials::{
    Credentials, CredentialsError, CredentialsFuture, CredentialsProvider, EnvironmentCredentials,
    StaticCredentials,
};
pub use scheme::AuthScheme;
pub use sigv4::{Payload, SigV4, SignError};
