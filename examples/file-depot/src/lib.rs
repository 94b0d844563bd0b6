//! A depot that keeps its objects as files. No object is ever in memory: what arrives is written as it comes, and what is
//! asked for is read as it is taken.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context as TaskContext, Poll};

use bytes::Bytes;
use depot_server::farrier_runtime::{ByteStream, value::BodyError};
use depot_server::operation::{
    ConvertError, ConvertInput, ConvertOutput, GetObjectError, GetObjectInput, GetObjectOutput,
    ImportLogError, ImportLogInput, ImportLogOutput, ImportRecordsError, ImportRecordsInput,
    ImportRecordsOutput, PutObjectError, PutObjectInput, PutObjectOutput, PutPartError,
    PutPartInput, PutPartOutput,
};
use depot_server::types::NoSuchObject;
use depot_server::{Context, Depot, Fault};
use http_body::{Body, Frame};
use tokio::fs;
use tokio::io::AsyncWriteExt;

/// A depot in a directory. The model allows no name of an object that would lead out of it.
#[derive(Debug)]
pub struct FileDepot {
    directory: PathBuf,
    unfinished: AtomicU64,
}

impl FileDepot {
    /// A depot in `directory`, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// If it cannot be made.
    pub fn open(directory: impl Into<PathBuf>) -> io::Result<Self> {
        let directory = directory.into();
        for part in ["objects", "parts", "unfinished"] {
            std::fs::create_dir_all(directory.join(part))?;
        }
        Ok(Self { directory, unfinished: AtomicU64::new(0) })
    }

    /// Writes all of `body`, and only then puts it where it is found. Gives its size.
    async fn store(&self, body: ByteStream, target: &Path) -> Result<i64, Fault> {
        let number = self.unfinished.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.directory.join("unfinished").join(number.to_string());
        let stored = write(body, &unfinished).await;
        let stored = match stored {
            Ok(size) => fs::rename(&unfinished, target).await.map(|()| size),
            Err(error) => Err(error),
        };
        if stored.is_err() {
            // What is left of it is of no use; that it cannot be removed either is not the caller's business.
            let _ = fs::remove_file(&unfinished).await;
        }
        stored.map_err(|error| Fault::new(500, "StorageFailure", error.to_string()))
    }
}

async fn write(body: ByteStream, path: &Path) -> io::Result<i64> {
    let mut file = fs::File::create(path).await?;
    let size = tokio::io::copy_buf(&mut body.into_reader(), &mut file).await?;
    file.flush().await?;
    Ok(i64::try_from(size).unwrap_or(i64::MAX))
}

impl Depot for FileDepot {
    async fn put_object(
        &self,
        input: PutObjectInput,
        _: &Context,
    ) -> Result<PutObjectOutput, PutObjectError> {
        let target = self.directory.join("objects").join(input.key);
        Ok(PutObjectOutput::new(self.store(input.body, &target).await?))
    }

    async fn get_object(
        &self,
        input: GetObjectInput,
        _: &Context,
    ) -> Result<GetObjectOutput, GetObjectError> {
        match ByteStream::from_path(self.directory.join("objects").join(&input.key)).await {
            Ok(body) => Ok(GetObjectOutput::new(body)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(NoSuchObject::new(format!("There is no object `{}`.", input.key)).into())
            }
            Err(error) => Err(Fault::new(500, "StorageFailure", error.to_string()).into()),
        }
    }

    async fn put_part(
        &self,
        input: PutPartInput,
        _: &Context,
    ) -> Result<PutPartOutput, PutPartError> {
        let directory = self.directory.join("parts").join(input.key);
        let made = fs::create_dir_all(&directory).await;
        made.map_err(|error| Fault::new(500, "StorageFailure", error.to_string()))?;
        let target = directory.join(input.number.to_string());
        Ok(PutPartOutput::new(self.store(input.body, &target).await?))
    }

    /// Into capitals.
    async fn convert(
        &self,
        input: ConvertInput,
        _: &Context,
    ) -> Result<ConvertOutput, ConvertError> {
        Ok(ConvertOutput::new(ByteStream::from_body(Capitals(input.body))))
    }

    async fn import_log(
        &self,
        input: ImportLogInput,
        _: &Context,
    ) -> Result<ImportLogOutput, ImportLogError> {
        Ok(ImportLogOutput::new(self.store(input.body, &self.directory.join("log")).await?))
    }

    async fn import_records(
        &self,
        input: ImportRecordsInput,
        _: &Context,
    ) -> Result<ImportRecordsOutput, ImportRecordsError> {
        Ok(ImportRecordsOutput::new(i32::try_from(input.records.len()).unwrap_or(i32::MAX)))
    }
}

/// A body in capital letters, as far as they are ASCII's.
struct Capitals(ByteStream);

impl Body for Capitals {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut TaskContext<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        Pin::new(&mut self.0).poll_frame(context).map(|frame| {
            frame.map(|frame| {
                frame.map(|frame| frame.map_data(|piece| piece.to_ascii_uppercase().into()))
            })
        })
    }
}
