//! AWS Signature Version 4.

use std::fmt;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use sha2::{Digest, Sha256};

use super::Credentials;
use super::canonical::{PathStyle, write_request};
use super::date::AmzDate;

/// Signs requests to one service in one region. The key derived from the credentials is kept for
/// the day that it holds for.
pub struct SigV4 {
    region: String,
    service: String,
    style: PathStyle,
    key: Mutex<Option<Arc<Key>>>,
}

/// The body, as the signature covers it.
#[derive(Clone, Copy, Debug)]
pub enum Payload<'p> {
    /// Covered by its hash.
    Bytes(&'p [u8]),
    /// Covered by this hash, which is known beforehand: SHA-256, as 64 hexadecimal digits in lower case.
    Hash(&'p str),
    /// Not covered: a stream, or an operation that says so.
    Unsigned,
}

const X_AMZ_DATE: HeaderName = HeaderName::from_static("x-amz-date");
const X_AMZ_SECURITY_TOKEN: HeaderName = HeaderName::from_static("x-amz-security-token");
const X_AMZ_CONTENT_SHA256: HeaderName = HeaderName::from_static("x-amz-content-sha256");
const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

impl SigV4 {
    /// A signer for requests to `service` (its signing name) in `region`. S3's paths are signed as
    /// they are sent, and its requests carry the hash of their body.
    #[must_use]
    pub fn new(region: impl Into<String>, service: impl Into<String>) -> Self {
        let service = service.into();
        let as_sent = service == "s3" || service.starts_with("s3-") || service == "s3express";
        let style = if as_sent { PathStyle::AsSent } else { PathStyle::Normalised };
        Self { region: region.into(), service, style, key: Mutex::new(None) }
    }

    /// Signs a request: adds `x-amz-date`, `authorization`, and where they are needed
    /// `x-amz-security-token` and `x-amz-content-sha256`. `headers` must hold `host`.
    ///
    /// # Errors
    ///
    /// A [`SignError`] if the access key or session token cannot stand in a header.
    pub fn sign(
        &self,
        credentials: &Credentials,
        now: SystemTime,
        method: &Method,
        path_and_query: &str,
        headers: &mut HeaderMap,
        payload: Payload<'_>,
    ) -> Result<(), SignError> {
        let date = AmzDate::new(now);
        let key = self.key(credentials, &date)?;
        let value = |text: &str, part: &'static str| {
            HeaderValue::from_str(text).map_err(|_| SignError { part })
        };
        headers.insert(X_AMZ_DATE, value(date.second(), "date")?);
        if let Some(token) = credentials.session_token() {
            let mut token = value(token, "session token")?;
            token.set_sensitive(true);
            headers.insert(X_AMZ_SECURITY_TOKEN, token);
        }
        let mut hash = [0; 64];
        let payload_hash = match payload {
            Payload::Bytes(bytes) => hex(&Sha256::digest(bytes).into(), &mut hash),
            Payload::Hash(hash) => hash,
            Payload::Unsigned => UNSIGNED_PAYLOAD,
        };
        if self.style == PathStyle::AsSent || !matches!(payload, Payload::Bytes(_)) {
            headers.insert(X_AMZ_CONTENT_SHA256, value(payload_hash, "payload hash")?);
        }

        let mut canonical = Vec::with_capacity(512);
        // What is signed stands in the middle of the header: write it in place.
        let mut authorization = String::with_capacity(320);
        authorization.push_str("AWS4-HMAC-SHA256 Credential=");
        authorization.push_str(credentials.access_key_id());
        authorization.push('/');
        authorization.push_str(&key.scope);
        authorization.push_str(", SignedHeaders=");
        let mut signed = String::with_capacity(96);
        write_request(
            method,
            path_and_query,
            headers,
            payload_hash,
            self.style,
            &mut canonical,
            &mut signed,
        );
        let mut digits = [0; 64];
        let canonical_hash = hex(&Sha256::digest(&canonical).into(), &mut digits);
        canonical.clear();
        for line in ["AWS4-HMAC-SHA256\n", date.second(), "\n", &key.scope, "\n", canonical_hash] {
            canonical.extend_from_slice(line.as_bytes());
        }
        let mut mac = key.mac.clone();
        mac.update(&canonical);
        let signature: [u8; 32] = mac.finalize().into_bytes().into();
        let mut digits = [0; 64];
        authorization.push_str(&signed);
        authorization.push_str(", Signature=");
        authorization.push_str(hex(&signature, &mut digits));
        let authorization = HeaderValue::try_from(authorization);
        let mut authorization = authorization.map_err(|_| SignError { part: "access key id" })?;
        authorization.set_sensitive(true);
        headers.insert(header::AUTHORIZATION, authorization);
        Ok(())
    }

    /// The key for the day, derived anew when the day or the credentials have changed.
    fn key(&self, credentials: &Credentials, date: &AmzDate) -> Result<Arc<Key>, SignError> {
        let mut kept = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = &*kept
            && key.day == date.day
            && key.credentials.same(credentials)
        {
            return Ok(Arc::clone(key));
        }
        let secret = format!("AWS4{}", credentials.secret_access_key());
        let mut derived = hmac(secret.as_bytes(), date.date().as_bytes())?;
        for part in [&*self.region, &*self.service, "aws4_request"] {
            derived = hmac(&derived, part.as_bytes())?;
        }
        let mut scope = String::new();
        // Writing to a `String` cannot fail.
        let _ = write!(scope, "{}/{}/{}/aws4_request", date.date(), self.region, self.service);
        let mac = keyed(&derived)?;
        let key = Arc::new(Key { day: date.day, credentials: credentials.clone(), scope, mac });
        *kept = Some(Arc::clone(&key));
        Ok(key)
    }
}

impl fmt::Debug for SigV4 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigV4")
            .field("region", &self.region)
            .field("service", &self.service)
            .finish_non_exhaustive()
    }
}

struct Key {
    day: u64,
    credentials: Credentials,
    scope: String,
    mac: Hmac<Sha256>,
}

fn keyed(key: &[u8]) -> Result<Hmac<Sha256>, SignError> {
    // HMAC takes keys of any length.
    Hmac::new_from_slice(key).map_err(|_| SignError { part: "key" })
}

fn hmac(key: &[u8], data: &[u8]) -> Result<[u8; 32], SignError> {
    let mut mac = keyed(key)?;
    mac.update(data);
    Ok(mac.finalize().into_bytes().into())
}

fn hex<'d>(bytes: &[u8; 32], digits: &'d mut [u8; 64]) -> &'d str {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (byte, pair) in bytes.iter().zip(digits.chunks_exact_mut(2)) {
        if let [high, low] = pair {
            *high = DIGITS.get(usize::from(byte >> 4)).copied().unwrap_or_default();
            *low = DIGITS.get(usize::from(byte & 0xf)).copied().unwrap_or_default();
        }
    }
    str::from_utf8(digits).unwrap_or_default()
}

/// The credentials hold a character that cannot stand in a header.
#[derive(Debug)]
pub struct SignError {
    part: &'static str,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} holds a character that cannot stand in a header", self.part)
    }
}

impl std::error::Error for SignError {}
