//! A service as the generator would print it, with an operation for each thing that calls depend on.

use std::collections::BTreeMap;
use std::fmt;

use farrier_runtime::auth::AuthScheme;
use farrier_runtime::client::{
    ErrorCode, ErrorMetadata, FromResponse, Operation, OperationMetadata, Refused, RequestWriter,
    ResponseReader, ServiceError, ServiceMetadata, idempotency_token_unless_given,
};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};
use farrier_runtime::{Blob, ByteStream, protocol};

pub static SERVICE: ServiceMetadata =
    ServiceMetadata::new("Things", "2020-01-01", &protocol::REST_JSON_1)
        .sigv4("things")
        .endpoint_prefix("things")
        .crate_version("things-client", "1.2.3");

/// No authentication.
pub static OPEN: ServiceMetadata =
    ServiceMetadata::new("Open", "1", &protocol::REST_JSON_1).endpoint("http://localhost:1");

/// All schemes but signatures.
pub static KEYED: ServiceMetadata = ServiceMetadata::new("Keyed", "1", &protocol::HTTP_JSON)
    .endpoint("http://localhost:1")
    .auth(&[
        AuthScheme::Bearer,
        AuthScheme::Basic,
        AuthScheme::ApiKeyHeader { name: "X-Api-Key", scheme: None },
        AuthScheme::ApiKeyHeader { name: "Authorization", scheme: Some("Key") },
        AuthScheme::ApiKeyQuery { name: "key" },
    ]);

static ERRORS: [ErrorMetadata; 2] =
    [ErrorMetadata::new("Busy", 429).retryable(true), ErrorMetadata::new("Gone", 410)];

macro_rules! shared {
    ($input:ident) => {
        fn read(response: &mut ResponseReader<'_>) -> Result<Thing, Halt> {
            response.read()
        }

        fn read_error(
            error: &ErrorCode<'_>,
            response: &mut ResponseReader<'_>,
        ) -> Result<Option<ThingError>, Halt> {
            Ok(Some(match error.code() {
                "Busy" => ThingError::Busy,
                "Gone" => ThingError::Gone(response.body()?),
                _ => return Ok(None),
            }))
        }
    };
}

/// `PUT /things/{name}/{path+}`: every place of a request. Idempotent by its method.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutThing {
    pub name: String,
    pub path: String,
    pub note: Option<String>,
    pub tags: Vec<String>,
    pub params: BTreeMap<String, String>,
    pub meta: BTreeMap<String, String>,
    pub token: Option<String>,
    pub size: Option<i32>,
}

static PUT_THING: Structure = Structure::new(
    "PutThing",
    &[
        Member::new("name"),
        Member::new("path"),
        Member::new("note"),
        Member::new("tags"),
        Member::new("params"),
        Member::new("meta"),
        Member::new("token"),
        Member::new("size"),
    ],
);
static PUT_METADATA: OperationMetadata =
    OperationMetadata::new("PutThing", "PUT", "/things/{name}/{path+}").errors(&ERRORS);

impl PutThing {
    pub fn new(name: &str, path: &str) -> Self {
        Self { name: name.to_owned(), path: path.to_owned(), ..Self::default() }
    }
}

impl Operation for PutThing {
    type Output = Thing;
    type Error = ThingError;

    fn metadata() -> &'static OperationMetadata {
        &PUT_METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/things/");
        request.label(&PUT_THING, 0, &self.name)?;
        request.literal("/");
        request.greedy_label(&PUT_THING, 1, &self.path)?;
        request.query_literal("fixed", None);
        if let Some(note) = &self.note {
            request.header(&PUT_THING, 2, "X-Note", note)?;
        }
        request.query(&PUT_THING, 3, "tag", &self.tags);
        request.query_params(&self.params);
        request.prefix_headers("x-meta-", &self.meta)?;
        let mut body = request.structure(&PUT_THING);
        body.member(6, &*idempotency_token_unless_given(&self.token));
        body.optional(7, &self.size);
        body.end();
        Ok(())
    }

    shared!(PutThing);
}

/// `POST /make`: not idempotent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MakeThing;

static MAKE_METADATA: OperationMetadata =
    OperationMetadata::new("MakeThing", "POST", "/make").errors(&ERRORS);

impl Operation for MakeThing {
    type Output = Thing;
    type Error = ThingError;

    fn metadata() -> &'static OperationMetadata {
        &MAKE_METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/make");
        Ok(())
    }

    shared!(MakeThing);
}

/// `POST /upload`, a stream both ways.
#[derive(Debug, Default)]
pub struct Upload(pub ByteStream);

static UPLOAD_METADATA: OperationMetadata = OperationMetadata::new("Upload", "POST", "/upload")
    .readonly()
    .streaming_input()
    .streaming_output()
    .errors(&ERRORS);

impl Operation for Upload {
    type Output = ByteStream;
    type Error = ThingError;

    fn metadata() -> &'static OperationMetadata {
        &UPLOAD_METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.literal("/upload");
        request.stream_payload(None, std::mem::take(&mut self.0));
        Ok(())
    }

    fn read(response: &mut ResponseReader<'_>) -> Result<ByteStream, Halt> {
        Ok(response.stream())
    }
}

/// `POST /sum` on the host `{account}.data.`, with a `Content-MD5`, not covered by the signature.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sum {
    pub account: String,
    pub data: Blob,
}

static SUM: Structure = Structure::new("Sum", &[Member::new("account"), Member::new("data")]);
static SUM_METADATA: OperationMetadata =
    OperationMetadata::new("Sum", "POST", "/sum").checksum_md5().unsigned_payload();

impl Operation for Sum {
    type Output = Thing;
    type Error = ThingError;

    fn metadata() -> &'static OperationMetadata {
        &SUM_METADATA
    }

    fn write(&mut self, request: &mut RequestWriter<'_>) -> Result<(), Refused> {
        request.host_label(&SUM, 0, &self.account)?;
        request.host_literal(".data.");
        request.literal("/sum");
        request.blob_payload(Some("text/x-data"), &self.data);
        Ok(())
    }

    shared!(Sum);
}

/// What most operations answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thing {
    pub id: Option<i64>,
    pub etag: Option<String>,
    pub meta: BTreeMap<String, String>,
    pub status: u16,
}

static THING: Structure =
    Structure::new("Thing", &[Member::new("id"), Member::new("etag"), Member::new("meta")]);

impl FromResponse for Thing {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let etag = response.header(&THING, 1, "ETag")?;
        let meta = response.prefix_headers(&THING, 2, "X-Meta-")?.unwrap_or_default();
        let status = response.status();
        let mut id = None;
        let mut members = response.structure(&THING)?;
        while let Some(member) = members.next()? {
            match member {
                0 => id = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self { id, etag, meta, status })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum ThingError {
    Busy,
    Gone(Gone),
}

/// Since when it is gone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gone {
    pub since: Option<i64>,
}

static GONE: Structure = Structure::new("Gone", &[Member::new("since")]);

impl Decode for Gone {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut since = None;
        let mut members = reader.structure(&GONE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => since = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self { since })
    }
}

impl fmt::Display for ThingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str("Busy"),
            Self::Gone(gone) => write!(f, "Gone: since {:?}", gone.since),
        }
    }
}

impl std::error::Error for ThingError {}

impl ServiceError for ThingError {
    fn code(&self) -> &str {
        match self {
            Self::Busy => "Busy",
            Self::Gone(_) => "Gone",
        }
    }
}
