//! The links that archives are fetched by, answered beside the operations.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, Response, StatusCode};
use lambda_server::farrier_runtime::server::Body;
use tower_service::Service;

use crate::archive::{Archives, PATH};

/// Answers the links to archives itself, and passes everything else on.
#[derive(Clone, Debug)]
pub struct Downloads<S> {
    archives: Archives,
    inner: S,
}

impl<S> Downloads<S> {
    pub(crate) fn new(archives: Archives, inner: S) -> Self {
        Self { archives, inner }
    }

    fn answer(&self, path: &str) -> Response<Body> {
        let Some(archive) = self.archives.find(path) else {
            let mut missing = Response::new(Body::empty());
            *missing.status_mut() = StatusCode::NOT_FOUND;
            return missing;
        };
        let mut found = Response::new(Body::from(archive.bytes.clone()));
        found.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
        found
    }
}

impl<S, B> Service<Request<B>> for Downloads<S>
where
    S: Service<Request<B>, Response = Response<Body>, Error = Infallible, Future: Send + 'static>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let path = request.uri().path();
        if request.method() == Method::GET && path.starts_with(PATH) {
            let answer = self.answer(path);
            return Box::pin(async { Ok(answer) });
        }
        Box::pin(self.inner.call(request))
    }
}
