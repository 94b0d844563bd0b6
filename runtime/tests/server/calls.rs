//! Requests that nobody sent, and what they are answered.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use farrier_runtime::ByteStream;
use farrier_runtime::server::{Dispatch, Service};
use http::{Request, Response};
use http_body::Frame;
use tower::ServiceExt;

/// A body in pieces, of unknown length.
pub(super) struct Pieces(pub(super) Vec<Result<&'static str, &'static str>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = String;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, String>>> {
        if self.0.is_empty() {
            return Poll::Ready(None);
        }
        let piece = self.0.remove(0);
        Poll::Ready(Some(piece.map(|text| Frame::data(Bytes::from(text))).map_err(str::to_owned)))
    }
}

/// `METHOD target | Name: value | Name: value`
pub(super) fn request<B>(head: &str, body: B) -> Request<B> {
    let mut parts = head.split(" | ");
    let (method, target) = parts.next().unwrap().split_once(' ').unwrap();
    let mut request = Request::builder().method(method).uri(target);
    for header in parts {
        let (name, value) = header.split_once(": ").unwrap();
        request = request.header(name, value);
    }
    request.body(body).unwrap()
}

pub(super) struct Answer {
    pub(super) status: u16,
    response: Response<()>,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {:?}", self.body))
    }
}

pub(super) async fn call<D, B>(service: &Service<D>, request: Request<B>) -> Answer
where
    D: Dispatch,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let Ok(response) = service.clone().oneshot(request).await;
    let (parts, body) = response.into_parts();
    let status = parts.status.as_u16();
    let body = ByteStream::from_body(body).collect().await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    let response = Response::from_parts(parts, ());
    assert_eq!(
        response.headers().get_all("x-amzn-requestid").iter().count()
            + response.headers().get_all("x-request-id").iter().count(),
        1
    );
    Answer { status, response, body }
}

pub(super) const JSON: &str = "Content-Type: application/json";

pub(super) fn publish(name: &str) -> String {
    format!("POST /functions/{name}/versions | {JSON}")
}
