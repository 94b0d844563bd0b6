//! A GiB each way, and both ways at once, over loopback sockets, with client and server in one process: what that process
//! needs at most. The process has no other test, so that its peak is this test's.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod pattern;

use std::time::Instant;

use depot_client::operation::{
    ConvertInput, GetObjectInput, ImportLogInput as Log, PutObjectInput,
};
use depot_client::{Client, Config};
use depot_server::operation::{
    ConvertError, ConvertInput as Convert, ConvertOutput, GetObjectError, GetObjectInput as Get,
    GetObjectOutput, ImportLogError, ImportLogInput, ImportLogOutput, ImportRecordsError,
    ImportRecordsInput, ImportRecordsOutput, PutObjectError, PutObjectInput as Put,
    PutObjectOutput, PutPartError, PutPartInput, PutPartOutput,
};
use depot_server::{Context, Depot, Fault, Server};

use pattern::{count, pattern};

const SIZE: u64 = 1024 * 1024 * 1024;
const MOST_KIB: u64 = 64 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gibibyte_needs_little_memory() {
    let server = Server::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    tokio::spawn(server.serve(depot_server::service(Endless)));
    let client = Client::new(Config::new().with_endpoint(url));

    let start = Instant::now();
    let stored = client.put_object(PutObjectInput::new("a", pattern(SIZE))).await.unwrap();
    assert_eq!(u64::try_from(stored.size).unwrap(), SIZE);
    report("upload, chunked", start);

    let start = Instant::now();
    let input = PutObjectInput::new("a", pattern(SIZE / 8).with_length(SIZE / 8));
    let stored = client.put_object(input).await.unwrap();
    assert_eq!(u64::try_from(stored.size).unwrap(), SIZE / 8);
    report("upload of known length", start);

    let start = Instant::now();
    let given = client.get_object(GetObjectInput::new("a")).await.unwrap();
    assert_eq!(given.body.length(), Some(SIZE));
    assert_eq!(count(given.body).await.unwrap(), SIZE);
    report("download", start);

    let start = Instant::now();
    let imported = client.import_log(Log::new(pattern(SIZE / 128))).await.unwrap();
    assert_eq!(u64::try_from(imported.size).unwrap(), SIZE / 128);
    report("upload, compressed", start);

    let start = Instant::now();
    let converted = client.convert(ConvertInput::new(pattern(SIZE))).await.unwrap();
    assert_eq!(count(converted.body).await.unwrap(), SIZE);
    report("both at once", start);
}

/// Prints a line, and fails if the process has needed too much.
fn report(what: &str, start: Instant) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    println!("{what}: {:.1} s, at most {} MiB so far", start.elapsed().as_secs_f64(), peak / 1024);
    if peak > MOST_KIB {
        panic!("{what}: the process needed {peak} KiB, and may need {MOST_KIB}");
    }
}

/// Takes any object and forgets it, and gives one as long as it ought to be.
struct Endless;

impl Depot for Endless {
    async fn put_object(&self, input: Put, _: &Context) -> Result<PutObjectOutput, PutObjectError> {
        match count(input.body).await {
            Ok(size) => Ok(PutObjectOutput::new(i64::try_from(size).unwrap())),
            Err(error) => Err(Fault::new(400, "Broken", error).into()),
        }
    }

    async fn get_object(&self, _: Get, _: &Context) -> Result<GetObjectOutput, GetObjectError> {
        Ok(GetObjectOutput::new(pattern(SIZE).with_length(SIZE)))
    }

    async fn put_part(&self, _: PutPartInput, _: &Context) -> Result<PutPartOutput, PutPartError> {
        Ok(PutPartOutput::new(0))
    }

    async fn convert(&self, input: Convert, _: &Context) -> Result<ConvertOutput, ConvertError> {
        Ok(ConvertOutput::new(input.body))
    }

    async fn import_log(
        &self,
        input: ImportLogInput,
        _: &Context,
    ) -> Result<ImportLogOutput, ImportLogError> {
        match count(input.body).await {
            Ok(size) => Ok(ImportLogOutput::new(i64::try_from(size).unwrap())),
            Err(error) => Err(Fault::new(400, "Broken", error).into()),
        }
    }

    async fn import_records(
        &self,
        _: ImportRecordsInput,
        _: &Context,
    ) -> Result<ImportRecordsOutput, ImportRecordsError> {
        Ok(ImportRecordsOutput::new(0))
    }
}
