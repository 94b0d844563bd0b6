//! The authentication schemes that an operation may accept.

use std::fmt;

/// A way of telling a service who is calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthScheme {
    /// AWS Signature Version 4: the request is signed, the secret never sent.
    SigV4,
    /// `Authorization: Bearer TOKEN` (RFC 6750).
    Bearer,
    /// `Authorization: Basic …`: user name and password (RFC 7617).
    Basic,
    /// A key in a header, as in `X-Api-Key: KEY` or, with a scheme, `Authorization: ApiKey KEY`.
    ApiKeyHeader {
        /// The header's name.
        name: &'static str,
        /// What comes before the key.
        scheme: Option<&'static str>,
    },
    /// A key in a query parameter.
    ApiKeyQuery {
        /// The parameter's name.
        name: &'static str,
    },
}

/// The scheme, and how to configure what it needs.
impl fmt::Display for AuthScheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SigV4 => f.write_str("AWS Signature Version 4 (`Config::with_credentials`)"),
            Self::Bearer => f.write_str("a bearer token (`Config::with_bearer_token`)"),
            Self::Basic => f.write_str("a user name and password (`Config::with_basic`)"),
            Self::ApiKeyHeader { name, .. } => {
                write!(f, "an API key in the header `{name}` (`Config::with_api_key`)")
            }
            Self::ApiKeyQuery { name } => {
                write!(f, "an API key in the query parameter `{name}` (`Config::with_api_key`)")
            }
        }
    }
}
