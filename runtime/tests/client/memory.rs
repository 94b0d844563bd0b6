//! A service in memory that answers from a list and keeps what it was asked.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use farrier_runtime::ByteStream;
use farrier_runtime::client::{Client, Config, RequestBody, ResponseBody, ServiceMetadata};
use http::request::Parts;
use http::{Request, Response};
use tokio::time::Instant;
use tower_service::Service;

/// What the service does with one request.
pub enum Step {
    /// `STATUS | Name: value | …`, and a body.
    Answer(&'static str, &'static str),
    /// The same after a while.
    Late(Duration, &'static str, &'static str),
    /// An error of the service itself.
    Fail,
}

#[derive(Clone, Default)]
pub struct Memory {
    steps: Arc<Mutex<VecDeque<Step>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

pub struct Asked {
    pub at: Instant,
    pub head: Parts,
    pub body: Bytes,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

impl Memory {
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self { steps: Arc::new(Mutex::new(steps.into_iter().collect())), ..Self::default() }
    }

    pub fn client(&self, service: &'static ServiceMetadata, config: Config) -> Client {
        Client::new(service, config.with_service(self.clone()))
    }

    pub fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

impl Service<Request<RequestBody>> for Memory {
    type Response = Response<ResponseBody>;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<RequestBody>) -> Self::Future {
        let this = self.clone();
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = ByteStream::from_body(body).collect().await?;
            this.asked.lock().unwrap().push(Asked { at: Instant::now(), head, body });
            let step = this.steps.lock().unwrap().pop_front();
            let (head, body) = match step.unwrap_or(Step::Answer("200", "{}")) {
                Step::Answer(head, body) => (head, body),
                Step::Late(wait, head, body) => {
                    tokio::time::sleep(wait).await;
                    (head, body)
                }
                Step::Fail => return Err("the service broke".into()),
            };
            let mut parts = head.split(" | ");
            let mut response = Response::builder().status(parts.next().unwrap());
            for header in parts {
                let (name, value) = header.split_once(": ").unwrap();
                response = response.header(name, value);
            }
            Ok(response.body(ResponseBody::from_body(Whole(Some(body)))).unwrap())
        })
    }
}

/// A body of one piece.
struct Whole(Option<&'static str>);

impl http_body::Body for Whole {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Infallible>>> {
        let body = self.0.take().filter(|body| !body.is_empty());
        Poll::Ready(body.map(|body| Ok(http_body::Frame::data(Bytes::from(body)))))
    }
}
