//! What a client calls itself.

use http::HeaderValue;

use super::ServiceMetadata;

/// `farrier/0.1.0 Lambda/2015-03-31 os/linux lambda-client/0.1.0 app/NAME`.
pub(super) fn user_agent(service: &ServiceMetadata, app: Option<&str>) -> HeaderValue {
    let mut text = format!("farrier/{}", env!("CARGO_PKG_VERSION"));
    let mut add = |name: &str, version: &str| {
        text.push(' ');
        text.extend(name.chars().map(token));
        if !version.is_empty() {
            text.push('/');
            text.extend(version.chars().map(token));
        }
    };
    add(service.name, service.version);
    add("os", std::env::consts::OS);
    if let Some((name, version)) = service.crate_name {
        add(name, version);
    }
    if let Some(app) = app {
        add("app", app);
    }
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static("farrier"))
}

/// What is not part of a token (RFC 9110, section 5.6.2) becomes a hyphen.
const fn token(letter: char) -> char {
    if letter.is_ascii_alphanumeric()
        || matches!(letter, '!' | '#' | '$' | '%' | '&' | '\'' | '*' | '+' | '.' | '^' | '_' | '`')
        || matches!(letter, '|' | '~')
    {
        letter
    } else {
        '-'
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::REST_JSON_1;

    #[test]
    fn user_agents() {
        static SERVICE: ServiceMetadata =
            ServiceMetadata::new("My Service", "2020-01-01", &REST_JSON_1)
                .crate_version("my-client", "1.2.3");
        let check = |app, expected: &str| {
            let expected = format!(
                "farrier/{} My-Service/2020-01-01 os/{} my-client/1.2.3{expected}",
                env!("CARGO_PKG_VERSION"),
                std::env::consts::OS
            );
            assert_eq!(user_agent(&SERVICE, app), expected);
        };
        check(None, "");
        check(Some("shop"), " app/shop");
        check(Some("a b/c\r\nX: 1ü"), " app/a-b-c--X--1-");
    }
}
