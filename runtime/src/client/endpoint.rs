//! Where a service is.

use std::net::IpAddr;
use std::sync::Arc;

use http::uri::{Authority, Parts, PathAndQuery, Scheme};
use http::{HeaderValue, Uri};

use super::{Refused, ServiceMetadata};

/// A service's address, checked.
#[derive(Clone, Debug)]
pub(super) struct Endpoint {
    scheme: Scheme,
    authority: Authority,
    /// What every path begins with; empty, or `/…` without a slash at the end.
    pub(super) base_path: Arc<str>,
    host: HeaderValue,
}

impl Endpoint {
    /// `http://HOST[:PORT][/PATH]`, or the same with `https`.
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let refuse =
            |why: &str| Refused::new(format!("the endpoint `{}` {why}", text.escape_debug()));
        let uri: Uri = text.parse().map_err(|error| refuse(&format!("is no URL: {error}")))?;
        let parts = uri.into_parts();
        let scheme = match parts.scheme {
            Some(scheme) if scheme == Scheme::HTTP || scheme == Scheme::HTTPS => scheme,
            _ => return Err(refuse("does not begin with `http://` or `https://`")),
        };
        let authority = parts.authority.ok_or_else(|| refuse("names no host"))?;
        if authority.as_str().contains('@') {
            return Err(refuse("holds a user name"));
        }
        let path = parts.path_and_query.as_ref().map_or("", PathAndQuery::as_str);
        if path.contains('?') {
            return Err(refuse("holds a query"));
        }
        let base_path = path.trim_end_matches('/').into();
        Self::new(scheme, authority, base_path)
    }

    /// Where AWS has the service in `region`.
    pub(super) fn of_aws(prefix: &str, region: &str) -> Result<Self, Refused> {
        let domain = match region {
            region if region.starts_with("cn-") => "amazonaws.com.cn",
            region if region.starts_with("us-iso-") => "c2s.ic.gov",
            region if region.starts_with("us-isob-") => "sc2s.sgov.gov",
            region if region.starts_with("us-isof-") => "csp.hci.ic.gov",
            region if region.starts_with("eu-isoe-") => "cloud.adc-e.uk",
            _ => "amazonaws.com",
        };
        Self::parse(&format!("https://{prefix}.{region}.{domain}"))
    }

    /// The same with `prefix` before the host's name. Addresses and `localhost` stay as they are.
    pub(super) fn with_host_prefix(self, prefix: &str) -> Result<Self, Refused> {
        let host = self.authority.host();
        let address = host.trim_start_matches('[').trim_end_matches(']');
        if prefix.is_empty() || host == "localhost" || address.parse::<IpAddr>().is_ok() {
            return Ok(self);
        }
        let authority = format!("{prefix}{}", self.authority).parse();
        let authority = authority
            .map_err(|_| Refused::new(format!("`{prefix}{host}` is no name of a host")))?;
        Self::new(self.scheme, authority, self.base_path)
    }

    /// The URI of a request.
    pub(super) fn uri(&self, path_and_query: PathAndQuery) -> Result<Uri, Refused> {
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path_and_query);
        Uri::from_parts(parts).map_err(|error| Refused::new(format!("no valid URI: {error}")))
    }

    /// The `Host` header; it names the port only if that is not the scheme's own.
    pub(super) fn host(&self) -> HeaderValue {
        self.host.clone()
    }

    fn new(scheme: Scheme, authority: Authority, base_path: Arc<str>) -> Result<Self, Refused> {
        let own_port = if scheme == Scheme::HTTPS { 443 } else { 80 };
        let host = match authority.port_u16() {
            Some(port) if port == own_port => HeaderValue::from_str(authority.host()),
            _ => HeaderValue::from_str(authority.as_str()),
        };
        let host =
            host.map_err(|_| Refused::new("the endpoint's host cannot stand in a header"))?;
        Ok(Self { scheme, authority, base_path, host })
    }
}

/// The endpoint of a service: as configured, from the environment, the service's own, or AWS's.
pub(super) fn resolve(
    service: &ServiceMetadata,
    configured: Option<&str>,
    region: Option<&str>,
) -> Result<Endpoint, Refused> {
    if let Some(endpoint) = configured.or(service.endpoint) {
        return Endpoint::parse(endpoint);
    }
    let Some(prefix) = service.endpoint_prefix else {
        return Err(Refused::new("there is no endpoint: set one with `Config::with_endpoint`"));
    };
    let Some(region) = region else {
        let message = "there is neither a region nor an endpoint: set one with \
                       `Config::with_region` or `Config::with_endpoint`";
        return Err(Refused::new(message));
    };
    Endpoint::of_aws(prefix, check_region(region)?)
}

/// A region becomes part of a host's name, so it must not be able to change which.
pub(super) fn check_region(region: &str) -> Result<&str, Refused> {
    let letters = region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if region.is_empty() || region.len() > 63 || !letters {
        return Err(Refused::new(format!("`{}` is no region", region.escape_debug())));
    }
    Ok(region)
}

/// The variables that may hold a service's endpoint, the most particular first.
pub(super) fn environment_variables(service: &ServiceMetadata) -> [String; 2] {
    let letters = service.name.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() } else { '_' }
    });
    [format!("AWS_ENDPOINT_URL_{}", letters.collect::<String>()), "AWS_ENDPOINT_URL".to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::REST_JSON_1;

    fn shown(endpoint: Result<Endpoint, Refused>) -> Result<(String, String), String> {
        let endpoint = endpoint.map_err(|error| error.to_string())?;
        let path = format!("{}/a?b", endpoint.base_path).parse().unwrap();
        let uri = endpoint.uri(path).map_err(|error| error.to_string())?.to_string();
        Ok((uri, endpoint.host().to_str().unwrap().to_owned()))
    }

    #[test]
    fn endpoints() {
        let check = |text: &str, expected: Result<(&str, &str), &str>| {
            let expected = expected
                .map(|(uri, host)| (uri.to_owned(), host.to_owned()))
                .map_err(|message| format!("not sent: the endpoint `{text}` {message}"));
            assert_eq!(shown(Endpoint::parse(text)), expected);
        };
        check("http://h", Ok(("http://h/a?b", "h")));
        check("http://h:80/", Ok(("http://h:80/a?b", "h")));
        check("http://h:443", Ok(("http://h:443/a?b", "h:443")));
        check("https://h:443", Ok(("https://h:443/a?b", "h")));
        check("https://[::1]:9/x/y/", Ok(("https://[::1]:9/x/y/a?b", "[::1]:9")));
        check("ftp://h", Err("does not begin with `http://` or `https://`"));
        check("localhost:80", Err("does not begin with `http://` or `https://`"));
        check("http://u:p@h", Err("holds a user name"));
        check("http://h/?q", Err("holds a query"));
        check("http://h ost", Err("is no URL: invalid uri character"));
    }

    #[test]
    fn host_prefixes() {
        let check = |endpoint: &str, expected: &str| {
            let endpoint = Endpoint::parse(endpoint).unwrap().with_host_prefix("data-1.").unwrap();
            assert_eq!(endpoint.host(), expected);
        };
        check("https://h.example:1", "data-1.h.example:1");
        check("http://localhost:8000", "localhost:8000");
        check("http://127.0.0.1:8000", "127.0.0.1:8000");
        check("http://[::1]:8000", "[::1]:8000");
    }

    #[test]
    fn where_services_are() {
        static AWS: ServiceMetadata =
            ServiceMetadata::new("My Service", "1", &REST_JSON_1).sigv4("my").endpoint_prefix("my");
        static OWN: ServiceMetadata =
            ServiceMetadata::new("Own", "1", &REST_JSON_1).endpoint("https://own.example");
        static NONE: ServiceMetadata = ServiceMetadata::new("None", "1", &REST_JSON_1);
        let check = |service, configured, region, expected: Result<&str, &str>| {
            let found = shown(resolve(service, configured, region));
            let found = found.as_ref().map(|(_, host)| &**host).map_err(|message| &**message);
            assert_eq!(found, expected);
        };
        check(&AWS, None, Some("eu-west-1"), Ok("my.eu-west-1.amazonaws.com"));
        check(&AWS, None, Some("cn-north-1"), Ok("my.cn-north-1.amazonaws.com.cn"));
        check(&AWS, Some("http://x:1"), Some("eu-west-1"), Ok("x:1"));
        check(&AWS, None, Some("evil.example/"), Err("not sent: `evil.example/` is no region"));
        check(
            &AWS,
            None,
            None,
            Err("not sent: there is neither a region nor an endpoint: set one with \
                 `Config::with_region` or `Config::with_endpoint`"),
        );
        check(&OWN, None, None, Ok("own.example"));
        check(
            &NONE,
            None,
            Some("eu-west-1"),
            Err("not sent: there is no endpoint: set one with `Config::with_endpoint`"),
        );
        assert_eq!(environment_variables(&AWS)[0], "AWS_ENDPOINT_URL_MY_SERVICE");
    }
}
