//! A service as the generator prints one: five operations, every kind of binding.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "printed as for a crate of its own; each test looks at another part"
)]

pub mod api;
pub mod operations;
pub mod types;

use std::future::Future;
use std::sync::Arc;

use farrier_runtime::server::{
    Answering, Context, Dispatch, Endpoint, Greedy, Node, Request, Service, ServiceMetadata,
};
use operations::{
    FindLayerVersionInput, GetLayerVersionInput, GetLayerVersionOutput, PublishVersionError,
    PublishVersionInput, PutFileInput, PutFileOutput, TransformInput, TransformOutput,
};
use types::FunctionConfiguration;

/// The operations of the service.
pub trait Sample: Send + Sync + 'static {
    /// A label, body members, modelled errors.
    fn publish_version(
        &self,
        input: PublishVersionInput,
        context: &Context,
    ) -> impl Future<Output = Result<FunctionConfiguration, PublishVersionError>> + Send;

    /// Labels, query, headers, no body; headers and a status in the answer.
    fn get_layer_version(
        &self,
        input: GetLayerVersionInput,
        context: &Context,
    ) -> impl Future<Output = Result<GetLayerVersionOutput, PublishVersionError>> + Send;

    /// A query literal in the route.
    fn find_layer_version(
        &self,
        input: FindLayerVersionInput,
        context: &Context,
    ) -> impl Future<Output = Result<(), PublishVersionError>> + Send;

    /// A greedy label, bytes in and out, headers by prefix.
    fn put_file(
        &self,
        input: PutFileInput,
        context: &Context,
    ) -> impl Future<Output = Result<PutFileOutput, PublishVersionError>> + Send;

    /// Streams in and out.
    fn transform(
        &self,
        input: TransformInput,
        context: &Context,
    ) -> impl Future<Output = Result<TransformOutput, PublishVersionError>> + Send;
}

/// A service that answers with `api`.
pub fn service<T: Sample>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api, &SERVICE))
}

/// The same operations, for clients of another protocol. (The generator would print a second crate.)
pub fn http_json_service<T: Sample>(api: T) -> Service<Handlers<T>> {
    Service::new(Handlers(api, &HTTP_JSON_SERVICE))
}

/// The operations of a [`Sample`], by number.
#[derive(Debug)]
pub struct Handlers<T>(T, &'static ServiceMetadata);

impl<T: Sample> Dispatch for Handlers<T> {
    fn metadata(&self) -> &'static ServiceMetadata {
        self.1
    }

    fn dispatch(self: Arc<Self>, operation: usize, mut request: Request) -> Answering {
        match operation {
            0 => Box::pin(async move {
                let input = request.read()?;
                let answer = self.0.publish_version(input, request.context()).await;
                request.answer(answer)
            }),
            1 => Box::pin(async move {
                let input = request.read()?;
                let answer = self.0.get_layer_version(input, request.context()).await;
                request.answer(answer)
            }),
            2 => Box::pin(async move {
                let input = request.read()?;
                let answer = self.0.find_layer_version(input, request.context()).await;
                request.answer(answer)
            }),
            3 => Box::pin(async move {
                let input = request.read()?;
                let answer = self.0.put_file(input, request.context()).await;
                request.answer(answer)
            }),
            4 => Box::pin(async move {
                let input = request.read()?;
                let answer = self.0.transform(input, request.context()).await;
                request.answer(answer)
            }),
            _ => request.unknown_operation(),
        }
    }
}

static SERVICE: ServiceMetadata =
    ServiceMetadata::new("Sample", "2015-03-31", &farrier_runtime::protocol::REST_JSON_1)
        .operations(&[
            &operations::PUBLISH_VERSION,
            &operations::GET_LAYER_VERSION,
            &operations::FIND_LAYER_VERSION,
            &operations::PUT_FILE,
            &operations::TRANSFORM,
        ])
        .routes(&ROUTES);

static HTTP_JSON_SERVICE: ServiceMetadata =
    ServiceMetadata::new("Sample", "2015-03-31", &farrier_runtime::protocol::HTTP_JSON)
        .operations(&[
            &operations::PUBLISH_VERSION,
            &operations::GET_LAYER_VERSION,
            &operations::FIND_LAYER_VERSION,
            &operations::PUT_FILE,
            &operations::TRANSFORM,
        ])
        .routes(&ROUTES);

static ROUTES: Node = Node::new().literals(&[
    ("files", &Node::new().greedy(&[Greedy::new(&[], &[Endpoint::new("PUT", 3)])])),
    (
        "functions",
        &Node::new().label(
            &Node::new()
                .literals(&[("versions", &Node::new().endpoints(&[Endpoint::new("POST", 0)]))]),
        ),
    ),
    (
        "layers",
        &Node::new()
            .endpoints(&[Endpoint::new("GET", 2).query(&[("find", Some("LayerVersion"))])])
            .label(&Node::new().literals(&[(
                "versions",
                &Node::new().label(&Node::new().endpoints(&[Endpoint::new("GET", 1)])),
            )])),
    ),
    ("streams", &Node::new().label(&Node::new().endpoints(&[Endpoint::new("POST", 4)]))),
]);
