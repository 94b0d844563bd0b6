//! A depot that keeps its objects as files. No object is ever in memory: what arrives is written as it comes, and what is
//! asked for is read as it is taken.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
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
use tempfile::NamedTempFile;
use tokio::fs;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// A depot in a directory, which other depots may use too. The model allows no name of an object that would lead out of it.
#[derive(Debug)]
pub struct FileDepot {
    directory: PathBuf,
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
        Ok(Self { directory })
    }

    /// Writes `head` and all of `body`, and only then puts that where it is found. Gives the body's size. What is not finished is
    /// removed, whether it fails or nobody waits for it any more.
    async fn store(&self, head: &[u8], body: ByteStream, target: PathBuf) -> Result<i64, Fault> {
        let unfinished = self.directory.join("unfinished");
        let unfinished = blocking(move || NamedTempFile::new_in(unfinished)).await?;
        let (file, path) = unfinished.into_parts();
        let mut file = fs::File::from_std(file);
        file.write_all(head).await.map_err(storage_failure)?;
        let size = write(body, &mut file).await?;
        blocking(move || path.persist(target).map_err(io::Error::from)).await?;
        Ok(size)
    }
}

async fn write(mut body: ByteStream, file: &mut fs::File) -> Result<i64, Fault> {
    let mut size: i64 = 0;
    while let Some(piece) = body.next().await {
        // It broke off, or is longer than this service takes.
        let piece = piece.map_err(|error| Fault::new(400, "IncompleteBody", error.to_string()))?;
        file.write_all(&piece).await.map_err(storage_failure)?;
        size = size.saturating_add(i64::try_from(piece.len()).unwrap_or(i64::MAX));
    }
    file.flush().await.map_err(storage_failure)?;
    Ok(size)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(io::Error::from).and_then(|done| done).map_err(storage_failure)
}

fn storage_failure(error: io::Error) -> Fault {
    Fault::new(500, "StorageFailure", error.to_string())
}

/// What stands before an object in its file, so that both are replaced at once: its type, and before that how long that is.
fn head(content_type: Option<&str>) -> Vec<u8> {
    let content_type = content_type.unwrap_or_default();
    let mut head = u32::try_from(content_type.len()).unwrap_or_default().to_be_bytes().to_vec();
    head.extend_from_slice(content_type.as_bytes());
    head
}

/// An object and its type.
async fn read(path: &Path) -> io::Result<(Option<String>, ByteStream)> {
    let mut file = fs::File::open(path).await?;
    let length = file.metadata().await?.len();
    let head = file.read_u32().await?;
    let mut content_type = String::new();
    (&mut file).take(head.into()).read_to_string(&mut content_type).await?;
    let body = length.saturating_sub(4 + u64::from(head));
    let content_type = Some(content_type).filter(|content_type| !content_type.is_empty());
    Ok((content_type, ByteStream::from_reader(file).with_length(body)))
}

impl Depot for FileDepot {
    async fn put_object(
        &self,
        input: PutObjectInput,
        _: &Context,
    ) -> Result<PutObjectOutput, PutObjectError> {
        let target = self.directory.join("objects").join(input.key);
        let head = head(input.content_type.as_deref());
        Ok(PutObjectOutput::new(self.store(&head, input.body, target).await?))
    }

    async fn get_object(
        &self,
        input: GetObjectInput,
        _: &Context,
    ) -> Result<GetObjectOutput, GetObjectError> {
        match read(&self.directory.join("objects").join(&input.key)).await {
            Ok((content_type, body)) => {
                let mut output = GetObjectOutput::new(body);
                output.content_type = content_type;
                Ok(output)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(NoSuchObject::new(format!("There is no object `{}`.", input.key)).into())
            }
            Err(error) => Err(storage_failure(error).into()),
        }
    }

    async fn put_part(
        &self,
        input: PutPartInput,
        _: &Context,
    ) -> Result<PutPartOutput, PutPartError> {
        let directory = self.directory.join("parts").join(input.key);
        fs::create_dir_all(&directory).await.map_err(storage_failure)?;
        let target = directory.join(input.number.to_string());
        Ok(PutPartOutput::new(self.store(&[], input.body, target).await?))
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
        let target = self.directory.join("log");
        Ok(ImportLogOutput::new(self.store(&[], input.body, target).await?))
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
