//! A server that does on its sockets exactly what a test says.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What happens once a request is complete.
#[derive(Clone, Copy)]
pub enum Act {
    /// These bytes are the answer.
    Say(&'static str),
    /// The same, and the connection ends.
    SayAndClose(&'static str),
    /// The connection ends.
    Close,
    /// The connection ends so much later.
    CloseAfter(Duration),
    /// Nothing, for ever.
    Silence,
}

/// An answer without a body worth mentioning.
pub const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

pub struct Scripted {
    pub address: SocketAddr,
    connections: Arc<AtomicUsize>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Scripted {
    /// Acts one after another, whatever connection the requests come over; `OK` after the last.
    pub async fn start(acts: impl IntoIterator<Item = Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let this = Self {
            address: listener.local_addr().unwrap(),
            connections: Arc::default(),
            requests: Arc::default(),
        };
        let acts: Arc<Mutex<VecDeque<Act>>> = Arc::new(Mutex::new(acts.into_iter().collect()));
        let (connections, requests) = (Arc::clone(&this.connections), Arc::clone(&this.requests));
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(socket, Arc::clone(&acts), Arc::clone(&requests)));
            }
        });
        this
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(
    mut socket: TcpStream,
    acts: Arc<Mutex<VecDeque<Act>>>,
    requests: Arc<Mutex<Vec<String>>>,
) {
    let mut read = Vec::new();
    while let Some(request) = next_request(&mut socket, &mut read).await {
        requests.lock().unwrap().push(request);
        let act = acts.lock().unwrap().pop_front().unwrap_or(Act::Say(OK));
        match act {
            Act::Say(bytes) => socket.write_all(bytes.as_bytes()).await.unwrap(),
            Act::SayAndClose(bytes) => return socket.write_all(bytes.as_bytes()).await.unwrap(),
            Act::Close => return,
            Act::CloseAfter(time) => return tokio::time::sleep(time).await,
            Act::Silence => std::future::pending().await,
        }
    }
}

/// A request with a body of known length.
async fn next_request(socket: &mut TcpStream, read: &mut Vec<u8>) -> Option<String> {
    loop {
        let text = String::from_utf8_lossy(read).into_owned();
        if let Some((head, rest)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length = length.map_or(0, |length| length.parse().unwrap());
            if rest.len() >= length {
                let end = head.len() + 4 + length;
                let request = text.get(..end).unwrap().to_owned();
                read.drain(..end);
                return Some(request);
            }
        }
        if socket.read_buf(read).await.unwrap_or(0) == 0 {
            return None;
        }
    }
}
