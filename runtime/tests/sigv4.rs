//! Signatures: published examples, and equality with another implementation.
#![cfg(feature = "client")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking"
)]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4;
use farrier_runtime::auth::{Credentials, Payload, SigV4};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

fn headers(lines: &[(&str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        headers.append(name, HeaderValue::from_str(value).unwrap());
    }
    headers
}

fn signature(headers: &HeaderMap) -> &str {
    let authorization = headers["authorization"].to_str().unwrap();
    authorization.split_once("Signature=").unwrap().1
}

/// AWS's documentation and its test suite name these signatures.
#[test]
fn published_examples() {
    #[derive(Clone, Copy)]
    struct Example {
        service: &'static str,
        access_key: &'static str,
        secret: &'static str,
        time: u64,
        method: &'static str,
        path: &'static str,
        headers: &'static [(&'static str, &'static str)],
        body: &'static [u8],
        expected: &'static str,
    }
    let suite = Example {
        service: "service",
        access_key: "AKIDEXAMPLE",
        secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        time: 1_440_938_160,
        method: "GET",
        path: "/",
        headers: &[("host", "example.amazonaws.com")],
        body: b"",
        expected: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    };
    let s3 = Example {
        service: "s3",
        access_key: "AKIAIOSFODNN7EXAMPLE",
        secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        time: 1_369_353_600,
        headers: &[("host", "examplebucket.s3.amazonaws.com")],
        ..suite
    };
    let examples = [
        Example {
            method: "POST",
            expected: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
            ..suite
        },
        Example {
            service: "iam",
            path: "/?Action=ListUsers&Version=2010-05-08",
            headers: &[
                ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                ("host", "iam.amazonaws.com"),
            ],
            expected: "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            ..suite
        },
        Example {
            path: "/test.txt",
            headers: &[("host", "examplebucket.s3.amazonaws.com"), ("range", "bytes=0-9")],
            expected: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
            ..s3
        },
        Example {
            method: "PUT",
            path: "/test%24file.text",
            headers: &[
                ("date", "Fri, 24 May 2013 00:00:00 GMT"),
                ("host", "examplebucket.s3.amazonaws.com"),
                ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ],
            body: b"Welcome to Amazon S3.",
            expected: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
            ..s3
        },
        Example {
            path: "/?lifecycle",
            expected: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
            ..s3
        },
        Example {
            path: "/?max-keys=2&prefix=J",
            expected: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
            ..s3
        },
        suite,
    ];
    for example in examples {
        let signer = SigV4::new("us-east-1", example.service);
        let credentials = Credentials::new(example.access_key, example.secret);
        let mut headers = headers(example.headers);
        let now = UNIX_EPOCH + Duration::from_secs(example.time);
        let payload = Payload::Bytes(example.body);
        let method = example.method.parse().unwrap();
        signer.sign(&credentials, now, &method, example.path, &mut headers, payload).unwrap();
        assert_eq!(signature(&headers), example.expected, "{} {}", example.method, example.path);
    }
}

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % limit
    }

    fn pick<'p>(&mut self, parts: &[&'p str]) -> &'p str {
        parts[self.below(parts.len())]
    }

    fn text(&mut self, parts: &[&str], most: usize) -> String {
        let length = self.below(most + 1);
        (0..length).map(|_| self.pick(parts)).collect()
    }
}

const PATH: [&str; 22] = [
    "a", "Z", "9", "-", ".", "..", "_", "~", "/", "//", "/./", "/../", "%20", "%2F", "%25",
    "%C3%A9", "!", "$", "'", "(", ":", "@",
];
const QUERY: [&str; 14] =
    ["a", "b", "Z", "-", "~", "%20", "%2f", "%C3%A9", "+", "*", "=", ":", "/", "?"];
const VALUE: [&str; 10] = ["a", "b", " ", "  ", "\t", ",", "\"", "=", "/", "a  b"];
const NAMES: [&str; 7] =
    ["content-type", "x-amz-meta-a", "x-amz-meta-ab", "x-a", "zoo", "accept", "user-agent"];

#[test]
fn the_same_as_the_aws_crate() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..4_000 {
        let s3 = random.below(4) == 0;
        let service = if s3 { "s3" } else { "lambda" };
        let mut path = format!("/{}", random.text(&PATH, 8));
        for position in 0..random.below(4) {
            path.push(if position == 0 { '?' } else { '&' });
            // A parameter without a name is left alone by one and dropped by the other.
            path.push(char::from(b'a' + u8::try_from(random.below(3)).unwrap()));
            path.push_str(&random.text(&QUERY[..10], 3));
            if random.below(3) > 0 {
                path.push('=');
                path.push_str(&random.text(&QUERY, 5));
            }
        }
        let mut lines = vec![("host".to_owned(), "h.example:8080".to_owned())];
        for _ in 0..random.below(5) {
            let (name, value) = (random.pick(&NAMES), random.text(&VALUE, 6));
            // Leading tabs are no part of a value, and never reach a signer.
            lines.push((name.to_owned(), value.trim_matches('\t').to_owned()));
        }
        let body = random.text(&PATH, 20);
        let unsigned = random.below(4) == 0;
        let token = (random.below(3) == 0).then_some("a/token+with=signs");
        let method =
            [Method::GET, Method::POST, Method::PUT, Method::DELETE][random.below(4)].clone();
        let now =
            UNIX_EPOCH + Duration::from_secs(1_000_000_000 + random.below(1_000_000_000) as u64);
        let lines: Vec<(&str, &str)> =
            lines.iter().map(|(name, value)| (&**name, &**value)).collect();

        let mut credentials = Credentials::new("AKID", "secret/key");
        if let Some(token) = token {
            credentials = credentials.with_session_token(token);
        }
        let mut ours = headers(&lines);
        let payload = if unsigned { Payload::Unsigned } else { Payload::Bytes(body.as_bytes()) };
        SigV4::new("eu-west-1", service)
            .sign(&credentials, now, &method, &path, &mut ours, payload)
            .unwrap();

        let theirs = theirs(service, &method, &path, &lines, &body, unsigned, token, now);
        for (name, value) in theirs {
            let found = ours.get(&name).map(|value| value.to_str().unwrap());
            assert_eq!(found, Some(&*value), "round {round}: {name}: {method} {path} {lines:?}");
        }
    }
}

#[allow(clippy::too_many_arguments, reason = "a request has as many parts")]
fn theirs(
    service: &str,
    method: &Method,
    path: &str,
    lines: &[(&str, &str)],
    body: &str,
    unsigned: bool,
    token: Option<&str>,
    now: SystemTime,
) -> Vec<(String, String)> {
    let s3 = service == "s3";
    let credentials = aws_credential_types::Credentials::new(
        "AKID",
        "secret/key",
        token.map(str::to_owned),
        None,
        "test",
    );
    let identity = credentials.into();
    let mut settings = SigningSettings::default();
    settings.excluded_headers = Some(vec!["accept".into(), "user-agent".into()]);
    if s3 {
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    }
    if s3 || unsigned {
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    }
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region("eu-west-1")
        .name(service)
        .time(now)
        .settings(settings)
        .build()
        .unwrap()
        .into();
    let uri = format!("http://h.example:8080{path}");
    let body =
        if unsigned { SignableBody::UnsignedPayload } else { SignableBody::Bytes(body.as_bytes()) };
    let request = SignableRequest::new(method.as_str(), uri, lines.iter().copied(), body).unwrap();
    let (instructions, _) = sign(request, &params).unwrap().into_parts();
    let (headers, _) = instructions.into_parts();
    headers.iter().map(|header| (header.name().to_owned(), header.value().to_owned())).collect()
}

/// A key is kept for the day; a change of the day or of the credentials must not go unnoticed.
#[test]
fn keys_change_with_the_day_and_the_credentials() {
    let kept = SigV4::new("eu-west-1", "lambda");
    let first = Credentials::new("AKID", "one");
    let second = Credentials::new("AKID", "two");
    let day = Duration::from_secs(86_400);
    let noon = UNIX_EPOCH + 20_000 * day;
    for (credentials, now) in [
        (&first, noon),
        (&first, noon + day / 2),
        (&first, noon + day),
        (&second, noon + day),
        (&first, noon),
    ] {
        let sign = |signer: &SigV4| {
            let mut headers = headers(&[("host", "h")]);
            let payload = Payload::Bytes(b"");
            signer.sign(credentials, now, &Method::GET, "/", &mut headers, payload).unwrap();
            signature(&headers).to_owned()
        };
        assert_eq!(sign(&kept), sign(&SigV4::new("eu-west-1", "lambda")));
    }
}

#[test]
fn credentials_that_cannot_stand_in_a_header() {
    let signer = SigV4::new("eu-west-1", "lambda");
    let check = |credentials: Credentials, expected: &str| {
        let mut headers = headers(&[("host", "h")]);
        let payload = Payload::Bytes(b"");
        let result =
            signer.sign(&credentials, UNIX_EPOCH, &Method::GET, "/", &mut headers, payload);
        assert_eq!(result.unwrap_err().to_string(), expected);
    };
    check(
        Credentials::new("AK\r\nX: 1", "secret"),
        "the access key id holds a character that cannot stand in a header",
    );
    check(
        Credentials::new("AKID", "secret").with_session_token("a\nb"),
        "the session token holds a character that cannot stand in a header",
    );
}
