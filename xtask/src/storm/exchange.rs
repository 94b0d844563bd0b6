//! HTTP/1.1 over a socket, as much of it as is needed to tell answers apart.

use std::{
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// How long anything may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// A connection to the server.
pub(super) fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
}

/// The text of a request with a body, which may be empty.
pub(super) fn request(method: &str, target: &str, body: &str) -> String {
    format!(
        "{method} {target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Sends a request, and reads its answer.
pub(super) fn exchange(stream: &mut TcpStream, request: &str) -> io::Result<Answer> {
    stream.write_all(request.as_bytes())?;
    read(stream)
}

/// Reads an answer whose length is said, or none.
pub(super) fn read(stream: &mut TcpStream) -> io::Result<Answer> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() > MOST_HEADERS || stream.read(&mut byte)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        head.extend(byte);
    }
    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or(io::ErrorKind::InvalidData)?;
    let mut lines = head.lines();
    let length = lines.find_map(|line| line.strip_prefix("content-length:"));
    let length: u64 = length.and_then(|length| length.trim().parse().ok()).unwrap_or(0);
    let mut body = Vec::new();
    let found = stream.take(length.min(MOST_BODY)).read_to_end(&mut body)?;
    if found as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Answer { status, body: String::from_utf8_lossy(&body).into_owned() })
}

const MOST_HEADERS: usize = 64 << 10;
const MOST_BODY: u64 = 1 << 20;
