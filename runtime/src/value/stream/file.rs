//! Files as streams.

use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, Frame};
use tokio::fs::File;

use super::ByteStream;
use super::reader::ReaderBody;

impl ByteStream {
    /// The file at `path`, as long as it is now. It is opened when its first byte is wanted, and again if a request that
    /// sends it must be tried again. A file that has another length by then breaks the stream off.
    ///
    /// # Errors
    /// If there is no such file, or nothing can be known of it.
    pub async fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let metadata = tokio::fs::metadata(&path).await?;
        if !metadata.is_file() {
            let message = format!("{} is not a file", path.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        Ok(Self::repeatable(move || FileBody::new(path.clone())).with_length(metadata.len()))
    }
}

/// A file that is opened when it is first read.
enum FileBody {
    Closed(PathBuf),
    Opening(Pin<Box<dyn Future<Output = io::Result<File>> + Send>>),
    Open(ReaderBody<File>),
}

impl FileBody {
    fn new(path: PathBuf) -> Self {
        Self::Closed(path)
    }
}

impl Body for FileBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        loop {
            match &mut *self {
                Self::Closed(path) => {
                    let path = std::mem::take(path);
                    *self = Self::Opening(Box::pin(File::open(path)));
                }
                Self::Opening(opening) => match ready!(opening.as_mut().poll(context)) {
                    Ok(file) => *self = Self::Open(ReaderBody::new(file)),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                Self::Open(body) => return Pin::new(body).poll_frame(context),
            }
        }
    }
}
