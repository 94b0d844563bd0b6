//! The CPU time that a signed `PublishVersion` call costs its client, over loopback, beside bare hyper.
//!
//! `cargo bench -p farrier-runtime --features hyper --bench call`. Needs Linux, which says how much CPU a thread has used.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "nothing depends on a benchmark"
)]

use std::fmt;
use std::net::SocketAddr;
use std::time::Instant;

use bytes::Bytes;
use farrier_runtime::auth::StaticCredentials;
use farrier_runtime::client::{
    Client, Config, Operation, OperationMetadata, Refused, RequestBody, RequestWriter,
    ResponseReader, ServiceError, ServiceMetadata,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use farrier_runtime::{ByteStream, protocol};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const CALLS: usize = 200_000;
const IN_FLIGHT: usize = 32;
const ROUNDS: usize = 3;

fn main() {
    // `cargo test --benches` only asks whether it runs.
    let calls = if std::env::args().any(|argument| argument == "--bench") { CALLS } else { 320 };
    let address = serve();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let config = Config::new()
        .with_endpoint(format!("http://{address}"))
        .with_region("eu-west-1")
        .with_credentials(StaticCredentials::new("AKIDEXAMPLE", "secret"));
    let client = Client::new(&SERVICE, config);
    for _ in 0..=ROUNDS {
        let bare = runtime.block_on(measure(calls, async |calls| bare(address, calls).await));
        let ours = runtime.block_on(measure(calls, {
            let client = &client;
            async |calls| publish(client.clone(), calls).await
        }));
        println!("bare hyper {bare}\nclient     {ours}");
    }
}

/// Runs `calls` calls, `IN_FLIGHT` at a time.
async fn measure<F>(calls: usize, run: impl AsyncFn(usize) -> F) -> String
where
    F: Future<Output = ()> + Send + 'static,
{
    let (cpu, wall) = (thread_cpu(), Instant::now());
    let mut tasks = Vec::new();
    for _ in 0..IN_FLIGHT {
        tasks.push(tokio::spawn(run(calls / IN_FLIGHT).await));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let each = |seconds: f64| seconds / calls as f64 * 1e6;
    let (cpu, wall) = (each(thread_cpu() - cpu), each(wall.elapsed().as_secs_f64()));
    format!("{cpu:6.2} µs of CPU a call, {wall:6.2} µs of time")
}

/// In seconds. The first number of schedstat is nanoseconds on a CPU.
fn thread_cpu() -> f64 {
    let schedstat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = schedstat.split(' ').next().and_then(|text| text.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e9
}

async fn publish(client: Client, calls: usize) -> impl Future<Output = ()> + Send + 'static {
    async move {
        for _ in 0..calls {
            let input = PublishVersion {
                function_name: "resize".to_owned(),
                description: Some("first".to_owned()),
            };
            let output = client.call(input).await.unwrap();
            assert_eq!(output.code_size, Some(1024));
        }
    }
}

async fn bare(address: SocketAddr, calls: usize) -> impl Future<Output = ()> + Send + 'static {
    let socket = TcpStream::connect(address).await.unwrap();
    socket.set_nodelay(true).unwrap();
    let (mut sender, connection) = http1::handshake(TokioIo::new(socket)).await.unwrap();
    tokio::spawn(connection);
    async move {
        for _ in 0..calls {
            let body = RequestBody::new(Bytes::from_static(br#"{"Description":"first"}"#));
            let request = http::Request::post("/2015-03-31/functions/resize/versions")
                .header("host", "localhost")
                .header("content-type", "application/json")
                .body(body)
                .unwrap();
            sender.ready().await.unwrap();
            let body = sender.send_request(request).await.unwrap().into_body();
            assert_eq!(ByteStream::from_body(body).collect().await.unwrap().len(), ANSWER.len());
        }
    }
}

/// A server on a thread of its own that gives every request the same answer.
fn serve() -> SocketAddr {
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            send.send(listener.local_addr().unwrap()).unwrap();
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                tokio::spawn(answer(socket));
            }
        });
    });
    receive.recv().unwrap()
}

async fn answer(mut socket: TcpStream) {
    socket.set_nodelay(true).unwrap();
    let head = "HTTP/1.1 201 Created\r\ncontent-type: application/json\r\nx-amzn-requestid: 1234\r\n\
                date: Sun, 06 Nov 2094 08:49:37 GMT\r\n";
    let answer = format!("{head}content-length: {}\r\n\r\n{ANSWER}", ANSWER.len());
    let mut buffer = vec![0; 8192];
    let mut filled = 0;
    // Requests here arrive in one piece.
    loop {
        match socket.read(&mut buffer[filled..]).await {
            Ok(0) | Err(_) => return,
            Ok(length) => filled += length,
        }
        if buffer[..filled].ends_with(b"}") {
            socket.write_all(answer.as_bytes()).await.unwrap();
            filled = 0;
        }
    }
}

const ANSWER: &str = r#"{"FunctionName":"resize","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:resize:7","Runtime":"nodejs20.x","Role":"arn:aws:iam::123456789012:role/lambda-role","Handler":"index.handler","CodeSize":1024,"Description":"first","Timeout":3,"MemorySize":128,"LastModified":"2024-01-01T00:00:00.000+0000","CodeSha256":"uqGz0Rz5kWZ1VRKkKJFwLVkMjdCTbMhUMdHJh/ZrYuE=","Version":"7","State":"Active","RevisionId":"a1b2c3d4-0000-4000-8000-000000000000","PackageType":"Zip","Architectures":["x86_64"]}"#;

static SERVICE: ServiceMetadata =
    ServiceMetadata::new("Lambda", "2015-03-31", &protocol::REST_JSON_1).sigv4("lambda");
static METADATA: OperationMetadata = OperationMetadata::new(
    "PublishVersion",
    "POST",
    "/2015-03-31/functions/{FunctionName}/versions",
);
static INPUT: Structure = Structure::new(
    "PublishVersionInput",
    &[Member::new("FunctionName"), Member::new("CodeSha256"), Member::new("Description")],
);

struct PublishVersion {
    function_name: String,
    description: Option<String>,
}

impl Operation for PublishVersion {
    type Output = FunctionConfiguration;
    type Error = NoError;

    fn metadata() -> &'static OperationMetadata {
        &METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/2015-03-31/functions/");
        request.label(&INPUT, 0, &self.function_name)?;
        request.literal("/versions");
        let mut body = request.structure(&INPUT);
        body.optional(2, &self.description);
        body.end();
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<FunctionConfiguration, Halt> {
        response.body()
    }
}

macro_rules! structure {
    ($name:ident, $table:ident, $($index:literal $field:ident $wire:literal $type:ty),* $(,)?) => {
        #[derive(Debug, Default)]
        #[allow(dead_code, reason = "it is read, not looked at")]
        struct $name {
            $($field: Option<$type>,)*
        }

        static $table: Structure = Structure::new(stringify!($name), &[$(Member::new($wire)),*]);

        impl Decode for $name {
            fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
                let mut value = Self::default();
                let mut members = reader.structure(&$table)?;
                while let Some(member) = members.next()? {
                    match member {
                        $($index => value.$field = members.value()?,)*
                        _ => members.skip()?,
                    }
                }
                members.end()?;
                Ok(value)
            }
        }
    };
}

structure!(
    FunctionConfiguration, FUNCTION_CONFIGURATION,
    0 function_name "FunctionName" String,
    1 function_arn "FunctionArn" String,
    2 runtime "Runtime" String,
    3 role "Role" String,
    4 handler "Handler" String,
    5 code_size "CodeSize" i64,
    6 description "Description" String,
    7 timeout "Timeout" i32,
    8 memory_size "MemorySize" i32,
    9 last_modified "LastModified" String,
    10 code_sha256 "CodeSha256" String,
    11 version "Version" String,
    12 state "State" String,
    13 revision_id "RevisionId" String,
    14 package_type "PackageType" String,
    15 architectures "Architectures" Vec<String>,
);

#[derive(Debug)]
enum NoError {}

impl fmt::Display for NoError {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for NoError {}

impl ServiceError for NoError {
    fn code(&self) -> &str {
        match *self {}
    }
}
