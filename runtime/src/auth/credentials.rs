//! AWS credentials, and where they come from.

use std::env;
use std::fmt;
use std::future;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::SystemTime;

/// An access key, its secret, and a session token if they are temporary. Cheap to clone; the secrets
/// never show in `Debug`.
#[derive(Clone)]
pub struct Credentials {
    parts: Arc<Parts>,
}

struct Parts {
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    expires: Option<SystemTime>,
}

impl Credentials {
    /// Credentials that do not expire.
    #[must_use]
    pub fn new(access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        Self::from_parts(access_key_id.into(), secret_access_key.into(), None, None)
    }

    /// The same with a session token, as temporary credentials have.
    #[must_use]
    pub fn with_session_token(self, token: impl Into<String>) -> Self {
        let parts = &self.parts;
        let (id, secret) = (parts.access_key_id.clone(), parts.secret_access_key.clone());
        Self::from_parts(id, secret, Some(token.into()), parts.expires)
    }

    /// The same with the moment at which they end. A client asks its provider anew before that.
    #[must_use]
    pub fn with_expiry(self, expires: SystemTime) -> Self {
        let parts = &self.parts;
        let (id, secret) = (parts.access_key_id.clone(), parts.secret_access_key.clone());
        Self::from_parts(id, secret, parts.session_token.clone(), Some(expires))
    }

    /// The public name of the key.
    #[must_use]
    pub fn access_key_id(&self) -> &str {
        &self.parts.access_key_id
    }

    /// The secret. Handle with care.
    #[must_use]
    pub fn secret_access_key(&self) -> &str {
        &self.parts.secret_access_key
    }

    /// The session token, sent along with each request.
    #[must_use]
    pub fn session_token(&self) -> Option<&str> {
        self.parts.session_token.as_deref()
    }

    /// When they end; `None` for never.
    #[must_use]
    pub fn expires(&self) -> Option<SystemTime> {
        self.parts.expires
    }

    /// Whether both are the very same value, so that what was derived from one holds for the other.
    pub(crate) fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.parts, &other.parts)
    }

    fn from_parts(
        access_key_id: String,
        secret_access_key: String,
        session_token: Option<String>,
        expires: Option<SystemTime>,
    ) -> Self {
        let parts = Parts { access_key_id, secret_access_key, session_token, expires };
        Self { parts: Arc::new(parts) }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.parts.access_key_id)
            .field("secret_access_key", &"(redacted)")
            .field("session_token", &self.parts.session_token.as_ref().map(|_| "(redacted)"))
            .field("expires", &self.parts.expires)
            .finish()
    }
}

/// What [`CredentialsProvider::credentials`] returns.
pub type CredentialsFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Credentials, CredentialsError>> + Send + 'a>>;

/// Something that knows credentials. A client keeps what it gets until shortly before it expires,
/// so a provider need not cache.
pub trait CredentialsProvider: fmt::Debug + Send + Sync + 'static {
    /// The credentials to sign with now.
    ///
    /// # Errors
    ///
    /// A [`CredentialsError`] if there are none; the call that needed them fails with it.
    fn credentials(&self) -> CredentialsFuture<'_>;
}

/// Always the same credentials.
#[derive(Clone, Debug)]
pub struct StaticCredentials {
    credentials: Credentials,
}

impl StaticCredentials {
    /// A provider of a long-lived key.
    #[must_use]
    pub fn new(access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        Self { credentials: Credentials::new(access_key_id, secret_access_key) }
    }
}

impl From<Credentials> for StaticCredentials {
    fn from(credentials: Credentials) -> Self {
        Self { credentials }
    }
}

impl CredentialsProvider for StaticCredentials {
    fn credentials(&self) -> CredentialsFuture<'_> {
        Box::pin(future::ready(Ok(self.credentials.clone())))
    }
}

impl CredentialsProvider for Credentials {
    fn credentials(&self) -> CredentialsFuture<'_> {
        Box::pin(future::ready(Ok(self.clone())))
    }
}

/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, if it is set, `AWS_SESSION_TOKEN`.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct EnvironmentCredentials;

impl EnvironmentCredentials {
    /// A provider that reads the environment when it is asked, not before.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl CredentialsProvider for EnvironmentCredentials {
    fn credentials(&self) -> CredentialsFuture<'_> {
        Box::pin(future::ready(from_variables(|name| env::var(name).ok())))
    }
}

/// Credentials from variables; an empty variable counts as not set.
fn from_variables(
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Credentials, CredentialsError> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let required = |name: &str| {
        set(name).ok_or_else(|| {
            CredentialsError::new(format!("the environment variable {name} is not set"))
        })
    };
    let id = required("AWS_ACCESS_KEY_ID")?;
    let secret = required("AWS_SECRET_ACCESS_KEY")?;
    let credentials = Credentials::new(id, secret);
    Ok(match set("AWS_SESSION_TOKEN") {
        Some(token) => credentials.with_session_token(token),
        None => credentials,
    })
}

/// Why there are no credentials.
#[derive(Debug)]
pub struct CredentialsError {
    message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl CredentialsError {
    /// An error that says `message`.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), source: None }
    }

    /// The same, with what caused it.
    #[must_use]
    pub fn with_source(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.source {
            Some(source) => write!(f, ": {source}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for CredentialsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_gives_credentials_or_says_what_is_missing() {
        let check = |variables: &[(&str, &str)], expected: Result<(&str, Option<&str>), &str>| {
            let found = from_variables(|name| {
                let variable = variables.iter().find(|(key, _)| *key == name);
                variable.map(|(_, value)| (*value).to_owned())
            });
            match (found, expected) {
                (Ok(found), Ok((id, token))) => {
                    assert_eq!((found.access_key_id(), found.session_token()), (id, token));
                }
                (Err(found), Err(message)) => assert_eq!(found.to_string(), message),
                (found, expected) => panic!("{found:?} instead of {expected:?}"),
            }
        };
        let id = ("AWS_ACCESS_KEY_ID", "AK");
        let secret = ("AWS_SECRET_ACCESS_KEY", "SK");
        check(&[id, secret], Ok(("AK", None)));
        check(&[id, secret, ("AWS_SESSION_TOKEN", "T")], Ok(("AK", Some("T"))));
        check(&[id, secret, ("AWS_SESSION_TOKEN", "")], Ok(("AK", None)));
        check(&[secret], Err("the environment variable AWS_ACCESS_KEY_ID is not set"));
        check(
            &[id, ("AWS_SECRET_ACCESS_KEY", "")],
            Err("the environment variable AWS_SECRET_ACCESS_KEY is not set"),
        );
    }

    #[test]
    fn secrets_do_not_show() {
        let credentials = Credentials::new("AKID", "hush").with_session_token("quiet");
        let shown = format!("{credentials:?} {:?}", StaticCredentials::from(credentials.clone()));
        assert!(shown.contains("AKID"), "{shown}");
        assert!(!shown.contains("hush") && !shown.contains("quiet"), "{shown}");
    }
}
