//! How much a server takes.

use depot_client::operation::PutObjectInput;

use crate::bodies::{Then, body};
use crate::fixture::start;

#[tokio::test(flavor = "multi_thread")]
async fn streams_have_limits_of_their_own() {
    const LIMIT: u64 = 1_000_000;
    // The limit of other bodies is none of theirs.
    let fixture = start(|service| service.body_limit(1)).await;
    let (stream, _) = body(160, Then::Ends);
    fixture.client().put_object(PutObjectInput::new("a", stream)).await.unwrap();
    assert_eq!(fixture.received().await, Ok(160 * 65_536));
    for fixture in [
        start(|service| service.stream_limit(LIMIT)).await,
        start(|service| service.operation_body_limit("PutObject", LIMIT)).await,
    ] {
        let client = fixture.client();
        let (stream, fate) = body(u64::MAX / 65_536, Then::Ends);
        let stream = stream.with_length(u64::MAX / 65_536 * 65_536);
        let error = client.put_object(PutObjectInput::new("a", stream)).await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(413), "{error}");
        fate.until_dropped().await;
        // Nobody knows beforehand how long this is.
        let (stream, fate) = body(u64::MAX, Then::Ends);
        let error = client.put_object(PutObjectInput::new("a", stream)).await.unwrap_err();
        assert_eq!(fixture.received().await, Err("the body is longer than allowed".to_owned()));
        assert!(error.to_string().contains("the body is longer than allowed"), "{error}");
        fate.until_dropped().await;
    }
}
