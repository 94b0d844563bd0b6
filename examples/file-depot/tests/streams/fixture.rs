//! A depot that treats an object as its key says, and tells what came of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use depot_client::{Client, Config};
use depot_server::farrier_runtime::ByteStream;
use depot_server::operation::{
    ConvertError, ConvertInput, ConvertOutput, GetObjectError, GetObjectInput, GetObjectOutput,
    ImportLogError, ImportLogInput, ImportLogOutput, ImportRecordsError, ImportRecordsInput,
    ImportRecordsOutput, PutObjectError, PutObjectInput, PutObjectOutput, PutPartError,
    PutPartInput, PutPartOutput,
};
use depot_server::{Context, Depot, Fault, Handlers, Server, Service};
use tokio::sync::{Mutex, Notify, mpsc};

use crate::bodies::{Fate, Then, body};

/// More than what is written before it is sent, so that part of what breaks off is sent.
pub const PIECES: u64 = 64;
/// How long that is.
pub const SIZE: u64 = PIECES * 64 * 1024;

/// A running depot.
pub struct Fixture {
    pub address: std::net::SocketAddr,
    pub state: Arc<State>,
    /// What became of the bodies that were received: how many bytes, or why not.
    pub received: Mutex<mpsc::UnboundedReceiver<Result<usize, String>>>,
}

#[derive(Debug)]
pub struct State {
    pub go_on: Notify,
    /// How often an object was put.
    pub puts: AtomicUsize,
    /// How much of the last body has been read.
    pub read: AtomicUsize,
    /// What became of the body that was sent last.
    pub sent: std::sync::Mutex<Option<Arc<Fate>>>,
    received: mpsc::UnboundedSender<Result<usize, String>>,
}

pub struct Scripted(Arc<State>);

/// A depot, its service set up by `configure`.
pub async fn start(
    configure: impl FnOnce(Service<Handlers<Scripted>>) -> Service<Handlers<Scripted>>,
) -> Fixture {
    let (sender, received) = mpsc::unbounded_channel();
    let state = Arc::new(State {
        go_on: Notify::new(),
        puts: AtomicUsize::new(0),
        read: AtomicUsize::new(0),
        sent: std::sync::Mutex::default(),
        received: sender,
    });
    let server = Server::bind("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    let service = configure(depot_server::service(Scripted(Arc::clone(&state))));
    tokio::spawn(server.serve(service));
    Fixture { address, state, received: Mutex::new(received) }
}

impl Fixture {
    pub fn client(&self) -> Client {
        self.client_with(Config::new())
    }

    pub fn client_with(&self, config: Config) -> Client {
        Client::new(config.with_endpoint(format!("http://{}", self.address)))
    }

    /// What became of the next body that the server has done with.
    pub async fn received(&self) -> Result<usize, String> {
        let mut received = self.received.lock().await;
        let received = tokio::time::timeout(Duration::from_secs(10), received.recv());
        received.await.expect("the server is not done with it").unwrap()
    }

    /// The body that the server has sent last.
    pub fn sent(&self) -> Arc<Fate> {
        Arc::clone(self.state.sent.lock().unwrap().as_ref().unwrap())
    }
}

impl Scripted {
    async fn read(&self, body: ByteStream) -> Result<i64, Fault> {
        let (mut body, mut size) = (body, 0);
        self.0.read.store(0, Ordering::SeqCst);
        let result = loop {
            match body.next().await {
                Some(Ok(piece)) => {
                    size += piece.len();
                    self.0.read.store(size, Ordering::SeqCst);
                }
                Some(Err(error)) => break Err(error.to_string()),
                None => break Ok(size),
            }
        };
        self.0.received.send(result.clone()).unwrap();
        let size = result.map_err(|error| Fault::new(400, "Broken", error))?;
        Ok(i64::try_from(size).unwrap())
    }
}

impl Depot for Scripted {
    async fn put_object(
        &self,
        input: PutObjectInput,
        _: &Context,
    ) -> Result<PutObjectOutput, PutObjectError> {
        let puts = self.0.puts.fetch_add(1, Ordering::SeqCst);
        let mut body = input.body;
        match input.key.as_str() {
            "stalled" => self.0.go_on.notified().await,
            "refused" => return Err(Fault::new(403, "Refused", "Not this one.").into()),
            "unread" => return Ok(PutObjectOutput::new(0)),
            "dropped" => {
                let first = body.next().await.unwrap().unwrap();
                return Ok(PutObjectOutput::new(i64::try_from(first.len()).unwrap()));
            }
            "busy-once" if puts == 0 => {
                self.read(body).await?;
                return Err(Fault::new(503, "Busy", "Again, please.").into());
            }
            _ => {}
        }
        Ok(PutObjectOutput::new(self.read(body).await?))
    }

    async fn get_object(
        &self,
        input: GetObjectInput,
        _: &Context,
    ) -> Result<GetObjectOutput, GetObjectError> {
        let (stream, fate) = match input.key.as_str() {
            "endless" => body(u64::MAX, Then::Ends),
            "failing" => body(PIECES, Then::Fails),
            "hanging" => body(1, Then::Hangs),
            _ => body(PIECES, Then::Ends),
        };
        *self.0.sent.lock().unwrap() = Some(fate);
        let stream = match input.key.as_str() {
            "too-short" => stream.with_length(SIZE + 1),
            "too-long" => stream.with_length(SIZE - 1),
            "exact" => stream.with_length(SIZE),
            _ => stream,
        };
        Ok(GetObjectOutput::new(stream))
    }

    async fn put_part(
        &self,
        input: PutPartInput,
        context: &Context,
    ) -> Result<PutPartOutput, PutPartError> {
        assert!(!context.headers().contains_key("content-encoding"));
        Ok(PutPartOutput::new(self.read(input.body).await?))
    }

    async fn convert(
        &self,
        input: ConvertInput,
        _: &Context,
    ) -> Result<ConvertOutput, ConvertError> {
        Ok(ConvertOutput::new(input.body))
    }

    async fn import_log(
        &self,
        input: ImportLogInput,
        context: &Context,
    ) -> Result<ImportLogOutput, ImportLogError> {
        assert!(!context.headers().contains_key("content-encoding"));
        assert!(!context.headers().contains_key("content-length"));
        Ok(ImportLogOutput::new(self.read(input.body).await?))
    }

    async fn import_records(
        &self,
        input: ImportRecordsInput,
        context: &Context,
    ) -> Result<ImportRecordsOutput, ImportRecordsError> {
        // What was undone is not shown to the handler.
        let encoding = context.headers().get("content-encoding");
        assert!(encoding.is_none_or(|encoding| encoding == "identity"), "{encoding:?}");
        self.0.received.send(Ok(input.records.len())).unwrap();
        Ok(ImportRecordsOutput::new(i32::try_from(input.records.len()).unwrap()))
    }
}
