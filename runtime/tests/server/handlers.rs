//! Handlers that fail, and what surrounds them: identifiers, layers.

use std::sync::{Arc, Mutex};

use farrier_runtime::server::{Body, Fault, InternalFailure};
use http::Request;
use tower::ServiceExt;

use super::calls::{call, publish, request};
use super::sample::api::Api;
use super::sample::types::Location;
use super::sample::{http_json_service, service};

#[tokio::test]
async fn errors_of_handlers() {
    let service = service(Api);
    let failed = call(&service, request(&publish("failed"), Body::empty())).await;
    assert_eq!((failed.status, failed.header("x-amzn-errortype")), (500, "ServiceException"));
    assert_eq!(failed.body, r#"{"Message":"it failed"}"#);
    let busy = call(&service, request(&publish("busy"), Body::empty())).await;
    assert_eq!(
        (busy.status, busy.header("x-amzn-errortype"), busy.header("retry-after")),
        (429, "TooManyRequestsException", "7")
    );
    assert_eq!(busy.body, r#"{"message":"slow down"}"#);
    let fault = call(&service, request(&publish("fault"), Body::empty())).await;
    assert_eq!(
        (fault.status, fault.header("x-amzn-errortype"), fault.header("retry-after")),
        (409, "Conflict", "2")
    );
    assert_eq!(fault.body, r#"{"Type":"User","message":"taken"}"#);
    let fault = call(&http_json_service(Api), request(&publish("fault"), Body::empty())).await;
    assert_eq!((fault.status, fault.header("content-type")), (409, "application/problem+json"));
    assert_eq!(fault.json()["detail"], "taken");
}

#[tokio::test]
async fn faults_of_our_own() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let service = service(Api).on_internal_failure(move |failure, context| {
        assert_eq!(context.request_id().len(), 36);
        sink.lock().unwrap().push((context.operation(), failure.clone()));
    });
    let panicked = call(&service, request(&publish("panic"), Body::empty())).await;
    assert_eq!((panicked.status, panicked.header("x-amzn-errortype")), (500, "InternalFailure"));
    assert!(!panicked.body.contains("secret"));
    assert_eq!(call(&service, request(&publish("fine"), Body::empty())).await.status, 201);
    for name in ["bad", "no"] {
        let answer =
            call(&service, request(&format!("GET /layers/{name}/versions/1"), Body::empty())).await;
        assert_eq!(
            (answer.status, answer.header("set-cookie"), answer.header("x-tag")),
            (500, "", "")
        );
    }
    let clumsy = service.on_violations(|_, _| panic!("no words"));
    let answer = call(&clumsy, request(&publish("UPPER"), Body::empty())).await;
    assert_eq!((answer.status, answer.header("x-amzn-errortype")), (500, "InternalFailure"));
    let expected = [
        ("PublishVersion", InternalFailure::Panicked("the handler's secret".to_owned())),
        (
            "GetLayerVersion",
            InternalFailure::UnusableAnswer("the header `x-tag` cannot have that value".to_owned()),
        ),
        (
            "GetLayerVersion",
            InternalFailure::UnusableAnswer("1000 is no status for an answer".to_owned()),
        ),
        ("PublishVersion", InternalFailure::Panicked("no words".to_owned())),
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[tokio::test]
async fn identifiers() {
    let id = http::HeaderName::from_static("x-trace");
    let service = service(Api).received_request_id(id.clone()).request_id_header(id.clone());
    for (sent, kept) in [("abc-1", true), ("a b", false), ("", false)] {
        let Ok(response) = service
            .clone()
            .oneshot(request(&format!("GET / | X-Trace: {sent}"), Body::empty()))
            .await;
        let answered = response.headers()[&id].to_str().unwrap();
        assert_eq!(answered == sent, kept, "{answered}");
        assert!(!response.headers().contains_key("x-amzn-requestid"));
    }
}

#[test]
fn secrets_are_not_printed() {
    let location = Location { bucket: "public".to_owned(), token: Some("secret".to_owned()) };
    let printed = format!("{location:?}");
    assert!(printed.contains("public") && !printed.contains("secret"), "{printed}");
}

#[tokio::test]
async fn behind_tower_layers_and_in_axum() {
    #[derive(Clone)]
    struct Tenant(&'static str);

    let layered = tower::ServiceBuilder::new()
        .map_request(|mut request: Request<axum::body::Body>| {
            request.extensions_mut().insert(Tenant("acme"));
            request
        })
        .service(service(Api).on_violations(|_, context| {
            Fault::new(
                400,
                "Wrong",
                context.extension::<Tenant>().map_or("nobody", |tenant| tenant.0),
            )
        }));
    let router = axum::Router::new()
        .route("/health", axum::routing::get(|| async { "fine" }))
        .fallback_service(layered);
    let text = async |request: Request<axum::body::Body>| {
        let response = router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    };
    assert_eq!(
        text(request("GET /health", axum::body::Body::empty())).await,
        (200, "fine".to_owned())
    );
    let (status, body) = text(request(&publish("resize"), axum::body::Body::from("{}"))).await;
    assert_eq!((status, body.as_str()), (201, r#"{"FunctionName":"resize","Version":"1"}"#));
    let (status, body) = text(request(&publish("A"), axum::body::Body::empty())).await;
    assert_eq!((status, body.as_str()), (400, r#"{"message":"acme"}"#));
}
