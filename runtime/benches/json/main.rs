//! How fast JSON is read and written, beside serde_json's derive.
//!
//! `cargo bench -p farrier-runtime --bench json`

mod contract;
mod derived;
mod enums;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use farrier_runtime::codec::Strictness;
use farrier_runtime::protocol::{Protocol, REST_JSON_1};

/// What Lambda answers to PublishVersion, for a function that uses most of what there is.
const ANSWER: &str = r#"{"FunctionName":"image-resizer","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:image-resizer:17","Runtime":"nodejs20.x","Role":"arn:aws:iam::123456789012:role/service-role/image-resizer-role-x1y2z3","Handler":"dist/index.handler","CodeSize":4823105,"Description":"Scales pictures to the sizes that pages ask for","Timeout":30,"MemorySize":1024,"LastModified":"2025-03-14T09:26:53.589+0000","CodeSha256":"bN3pVwW2mQ0rJ6kq1xYyq7Hc4b0uT9eZzD5sF8aGhIo=","Version":"17","VpcConfig":{"SubnetIds":["subnet-0a1b2c3d4e5f60718","subnet-0918f7e6d5c4b3a29"],"SecurityGroupIds":["sg-0123456789abcdef0"],"VpcId":"vpc-0fedcba9876543210","Ipv6AllowedForDualStack":false},"Environment":{"Variables":{"BUCKET":"pictures-eu-west-1","CACHE_SECONDS":"86400","LOG_LEVEL":"info","SIZES":"64,128,256,512,1024","NODE_OPTIONS":"--enable-source-maps"}},"KMSKeyArn":null,"TracingConfig":{"Mode":"Active"},"MasterArn":null,"RevisionId":"9f2c1e7a-3b5d-4c8e-a6f0-1d2e3f4a5b6c","Layers":[{"Arn":"arn:aws:lambda:eu-west-1:123456789012:layer:sharp:12","CodeSize":16203944,"SigningProfileVersionArn":null,"SigningJobArn":null},{"Arn":"arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:52","CodeSize":7110123,"SigningProfileVersionArn":null,"SigningJobArn":null}],"State":"Pending","StateReason":"The function is being created.","StateReasonCode":"Creating","LastUpdateStatus":"Successful","PackageType":"Zip","SigningProfileVersionArn":null,"SigningJobArn":null,"Architectures":["arm64"],"EphemeralStorage":{"Size":512},"SnapStart":{"ApplyOn":"None","OptimizationStatus":"Off"},"RuntimeVersionConfig":{"RuntimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:0cdcfbdefbc5e7d3343f73c2e2dd3cba17d61dea0686b404502a0c9ce83931b9"},"LoggingConfig":{"LogFormat":"JSON","ApplicationLogLevel":"INFO","SystemLogLevel":"INFO","LogGroup":"/aws/lambda/image-resizer"}}"#;

fn read(body: &[u8]) -> Option<contract::FunctionConfiguration> {
    REST_JSON_1.reader(body, Strictness::Tolerant).decode().ok()
}

fn write(value: &contract::FunctionConfiguration) -> Vec<u8> {
    let mut out = Vec::with_capacity(128);
    REST_JSON_1.writer(&mut out).encode(value);
    out
}

fn derive_read(body: &[u8]) -> Option<derived::FunctionConfiguration> {
    serde_json::from_slice(body).ok()
}

fn derive_write(value: &derived::FunctionConfiguration) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// The same answer with its members in another order than the model's.
fn reversed() -> String {
    let value: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(ANSWER).unwrap_or_default();
    let members: Vec<String> =
        value.iter().rev().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", members.join(","))
}

fn bench(c: &mut Criterion) {
    let reversed = reversed();
    let (Some(value), Some(twin)) = (read(ANSWER.as_bytes()), derive_read(ANSWER.as_bytes()))
    else {
        unreachable!("the answer does not decode");
    };
    assert_eq!(read(reversed.as_bytes()).as_ref(), Some(&value));
    assert_eq!(write(&value), derive_write(&twin));

    let mut group = c.benchmark_group("decode");
    group.throughput(Throughput::Bytes(ANSWER.len() as u64));
    group.bench_function("farrier", |b| b.iter(|| read(black_box(ANSWER.as_bytes()))));
    group.bench_function("serde", |b| b.iter(|| derive_read(black_box(ANSWER.as_bytes()))));
    group.finish();

    let mut group = c.benchmark_group("decode, members in another order");
    group.throughput(Throughput::Bytes(reversed.len() as u64));
    group.bench_function("farrier", |b| b.iter(|| read(black_box(reversed.as_bytes()))));
    group.bench_function("serde", |b| b.iter(|| derive_read(black_box(reversed.as_bytes()))));
    group.finish();

    let mut group = c.benchmark_group("encode");
    group.bench_function("farrier", |b| b.iter(|| write(black_box(&value))));
    group.bench_function("serde", |b| b.iter(|| derive_write(black_box(&twin))));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
