//! What goes wrong otherwise: bad input, errors that the model does not name, answers that cannot be read, time.
#![allow(clippy::expect_used, reason = "a test says what went wrong by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use lambda_client::farrier_runtime::client::{RetryConfig, TimeoutKind};
use lambda_client::operation::{GetFunctionInput, PublishLayerVersionInput, PublishVersionInput};
use lambda_client::types::{Architecture, LayerVersionContentInput, Runtime};
use lambda_client::{Client, Error};
use lambda_server::Fault;
use lambda_server::types::{FunctionConfiguration, TooManyRequestsException};
use round_trip::{Script, Scripted, WAYS, Way, fails, reach, stubborn};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

#[tokio::test]
async fn every_violation_is_answered_at_once() {
    let content = LayerVersionContentInput::new().with_s3_bucket("b.").with_s3_key("");
    let input = PublishLayerVersionInput::new("!".repeat(141), content)
        .with_description("d".repeat(257))
        .with_compatible_runtimes([Runtime::Python3_12, Runtime::from("cobol")])
        .with_license_info("l".repeat(513))
        .with_compatible_architectures([
            Architecture::Arm64,
            Architecture::from("vax"),
            Architecture::X86_64,
        ]);
    for way in WAYS {
        let reached = reach(way, Scripted::default()).await.expect("a server");
        let error =
            reached.client.publish_layer_version(input.clone()).await.expect_err("violations");
        let Error::Unmodelled(failure) = error else { panic!("{way:?}: {error}") };
        assert_eq!(
            (failure.status().as_u16(), failure.code()),
            (400, Some("ValidationException")),
            "{way:?}"
        );
        let message = failure.message().expect("a message");
        assert!(message.starts_with("10 validation errors detected. "), "{message}");
        for (path, times) in [
            ("/LayerName", 2),
            ("/Description", 1),
            ("/Content/S3Bucket", 2),
            ("/Content/S3Key", 1),
            ("/CompatibleRuntimes/1", 1),
            ("/LicenseInfo", 1),
            ("/CompatibleArchitectures", 1),
            ("/CompatibleArchitectures/1", 1),
        ] {
            let found =
                message.matches(&format!("at '{path}' failed to satisfy constraint: ")).count();
            assert_eq!(found, times, "{path}: {message}");
        }
    }
}

#[tokio::test]
async fn what_cannot_travel_is_not_sent() {
    for way in WAYS {
        let reached = reach(way, Scripted::default()).await.expect("a server");
        let error = reached
            .client
            .get_function(GetFunctionInput::new(""))
            .await
            .expect_err("an empty label");
        assert!(matches!(error, Error::Refused(_)), "{way:?}: {error}");
    }
}

#[tokio::test]
async fn an_error_that_the_model_does_not_name() {
    for way in WAYS {
        let fault = || {
            Fault::new(418, "TeapotException", "short\nand stout")
                .with_member("Handle", "here")
                .into()
        };
        let reached =
            reach(way, Scripted { publish_version: fails(fault), ..Scripted::default() }).await;
        let reached = reached.expect("a server");
        let error = reached
            .client
            .publish_version(PublishVersionInput::new("f"))
            .await
            .expect_err("an error");
        let text = error.to_string();
        let Error::Unmodelled(failure) = error else { panic!("{way:?}: {error}") };
        assert_eq!(
            (failure.status().as_u16(), failure.code()),
            (418, Some("TeapotException")),
            "{way:?}"
        );
        assert_eq!(failure.message(), Some("short\nand stout"), "{way:?}");
        assert!(String::from_utf8_lossy(failure.body()).contains(r#""Handle":"here""#), "{way:?}");
        assert!(
            text.starts_with(
                "PublishVersion: TeapotException: short and stout (status 418, request id "
            ),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_handler_that_panics_fails_its_own_request_only() {
    for way in WAYS {
        let publish_version: Option<Script<_, _, _>> =
            Some(Box::new(|_| Box::pin(async { panic!("on purpose") })));
        let reached = reach(way, Scripted { publish_version, ..Scripted::default() })
            .await
            .expect("a server");
        for _ in 0..2 {
            let error = reached
                .client
                .publish_version(PublishVersionInput::new("f"))
                .await
                .expect_err("a failure");
            assert_eq!(error.status().map(|status| status.as_u16()), Some(500), "{way:?}: {error}");
            assert!(!error.to_string().contains("on purpose"), "{error}");
        }
    }
}

#[tokio::test]
async fn time_is_bounded() {
    for way in WAYS {
        let publish_version: Option<Script<_, _, _>> =
            Some(Box::new(|_| Box::pin(std::future::pending())));
        let reached = reach(way, Scripted { publish_version, ..Scripted::default() })
            .await
            .expect("a server");
        let limit = Duration::from_millis(50);
        let call = || reached.client.publish_version(PublishVersionInput::new("f"));
        let attempt = call().attempt_timeout(limit).await.expect_err("no answer");
        let operation = call().timeout(limit).await.expect_err("no answer");
        for (error, kind) in [(attempt, TimeoutKind::Attempt), (operation, TimeoutKind::Operation)]
        {
            let Error::Timeout(failure) = error else { panic!("{way:?}: {error}") };
            assert_eq!((failure.kind(), failure.limit()), (kind, limit), "{way:?}");
        }
    }
}

#[tokio::test]
async fn throttled_calls_are_made_again_as_asked() {
    let calls = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&calls);
    let publish_version: Option<Script<_, _, _>> = Some(Box::new(move |_| {
        let call = counted.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            if call < 2 {
                return Err(TooManyRequestsException::new().with_retry_after_seconds("0").into());
            }
            Ok(FunctionConfiguration::new().with_version("1"))
        })
    }));
    let service = lambda_server::service(Scripted { publish_version, ..Scripted::default() });
    let retry = RetryConfig::new()
        .with_attempts(3)
        .with_backoff(Duration::from_millis(1), Duration::from_millis(2));
    let client = Client::new(stubborn().with_retry(retry).with_service(service));
    let answered = client
        .publish_version(PublishVersionInput::new("f"))
        .send_with_metadata()
        .await
        .expect("an output");
    assert_eq!(answered.output.version.as_deref(), Some("1"));
    assert_eq!((answered.metadata.attempts, calls.load(Ordering::SeqCst)), (3, 3));
    assert_eq!(answered.metadata.status.as_u16(), 201);
}

#[tokio::test]
async fn nobody_listens() {
    // Nobody can: a port that was given back may be another's by now.
    let client = Client::new(stubborn().with_endpoint("http://127.0.0.1:0"));
    let error = client.get_function(GetFunctionInput::new("f")).await.expect_err("no connection");
    assert!(matches!(error, Error::Connect(_)), "{error}");
}

/// What the client makes of an answer that no generated server would give.
async fn answered(answer: &'static [u8]) -> Error<lambda_client::operation::GetFunctionError> {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a socket");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.expect("a connection");
        let mut request = [0; 4096];
        let _ = socket.read(&mut request).await.expect("a request");
        socket.write_all(answer).await.expect("taken");
        socket.shutdown().await.expect("closed");
    });
    let client = Client::new(stubborn().with_endpoint(format!("http://{address}")));
    client
        .get_function(GetFunctionInput::new("f"))
        .await
        .expect_err("an answer that cannot be used")
}

#[tokio::test]
async fn answers_that_cannot_be_read() {
    let check = async |answer: &'static [u8], expected: &str| {
        let error = answered(answer).await;
        assert!(matches!(error, Error::Decode(_)), "{error}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(
        b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n{",
        "GetFunction: the answer cannot be read: ",
    )
    .await;
    check(
        b"HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{\"Configuration\": 5}\n",
        "/Configuration",
    )
    .await;
    check(
        b"HTTP/1.1 200 OK\r\ncontent-length: 34\r\n\r\n{\"Configuration\": {\"Timeout\":\"x\"}}",
        "/Configuration/Timeout",
    )
    .await;
}

#[tokio::test]
async fn an_error_without_a_form() {
    let error =
        answered(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 17\r\n\r\n<html>bad</html>\n").await;
    let Error::Unmodelled(failure) = error else { panic!("{error}") };
    assert_eq!((failure.status().as_u16(), failure.code(), failure.body().len()), (502, None, 17));
}

#[tokio::test]
async fn answers_that_break_off() {
    for answer in [
        &b""[..],
        b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"Conf",
        b"no HTTP at all\r\n\r\n",
    ] {
        let error = answered(answer).await;
        assert!(matches!(error, Error::Transport(_)), "{error}");
    }
}

#[tokio::test]
async fn many_calls_at_once() {
    let calls = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&calls);
    let count = move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
    };
    let publish_version = round_trip::answers(FunctionConfiguration::new(), count);
    let scripted = Scripted { publish_version, ..Scripted::default() };
    let reached = reach(Way::Socket, scripted).await.expect("a server");
    for _ in 0..3 {
        let calls: Vec<_> = (0..32)
            .map(|_| {
                tokio::spawn(reached.client.publish_version(PublishVersionInput::new("f")).send())
            })
            .collect();
        for call in calls {
            call.await.expect("no panic").expect("an output");
        }
    }
    assert_eq!(calls.load(Ordering::SeqCst), 96);
}
