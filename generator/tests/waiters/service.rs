//! A service of one answer, and its body.

use bytes::Bytes;
use farrier_runtime::client::RequestBody;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A service that always answers the same.
#[derive(Clone)]
pub struct Answer(pub String);

impl tower_service::Service<http::Request<RequestBody>> for Answer {
    type Response = http::Response<Whole>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: http::Request<RequestBody>) -> Self::Future {
        ready(Ok(http::Response::new(Whole(Some(self.0.clone())))))
    }
}

/// A body of one piece.
pub struct Whole(Option<String>);

impl http_body::Body for Whole {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|body| Ok(http_body::Frame::data(Bytes::from(body)))))
    }
}
