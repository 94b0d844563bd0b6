//! A connection's socket, with or without TLS, and what can be seen of it.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::progress::Progress;

/// A socket, with or without TLS.
#[derive(Debug)]
pub(super) enum Stream {
    Plain(TcpStream),
    #[cfg(feature = "tls")]
    Tls(Box<tokio_rustls::client::TlsStream<TcpStream>>),
}

/// A stream that shows what goes over it.
#[derive(Debug)]
pub(super) struct Socket {
    stream: Stream,
    signs: Arc<Signs>,
}

/// What can be seen of a socket from outside.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// Whether a byte has arrived since the last request.
    heard: AtomicBool,
    /// Whether `progress` is there, so that others need not look.
    watched: AtomicBool,
    /// What must know when the request that is being sent gets on.
    progress: Mutex<Option<Arc<Progress>>>,
}

impl Signs {
    /// Another request is about to be sent.
    pub(super) fn begin(&self, progress: Option<&Arc<Progress>>) {
        self.heard.store(false, Ordering::Relaxed);
        if progress.is_some() || self.watched.load(Ordering::Relaxed) {
            self.watched.store(progress.is_some(), Ordering::Relaxed);
            *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress.cloned();
        }
    }

    /// Whether a byte has arrived since the last request.
    pub(super) fn heard(&self) -> bool {
        self.heard.load(Ordering::Relaxed)
    }

    /// Bytes have been written.
    fn wrote(&self) {
        if self.watched.load(Ordering::Relaxed)
            && let Some(progress) = &*self.progress.lock().unwrap_or_else(PoisonError::into_inner)
        {
            progress.moves();
        }
    }
}

impl Socket {
    pub(super) fn new(stream: Stream, signs: Arc<Signs>) -> Self {
        Self { stream, signs }
    }

    /// A service that has answered before it had the whole request, and closed, lets writing fail; its answer is there to
    /// be read all the same. So what ends the connection is what reading finds, which is asked for at the same time.
    fn written(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Err(error))
                if matches!(
                    error.kind(),
                    io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset
                ) =>
            {
                Poll::Pending
            }
            Poll::Ready(Ok(_)) => {
                self.signs.wrote();
                written
            }
            written => written,
        }
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let result = match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_read(context, buffer),
        };
        if buffer.filled().len() > before {
            self.signs.heard.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_write(context, bytes),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_write(context, bytes),
        };
        self.written(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_write_vectored(context, buffers),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_write_vectored(context, buffers),
        };
        self.written(written)
    }

    fn is_write_vectored(&self) -> bool {
        match &self.stream {
            Stream::Plain(stream) => stream.is_write_vectored(),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => stream.is_write_vectored(),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_flush(context),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            #[cfg(feature = "tls")]
            Stream::Tls(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}
