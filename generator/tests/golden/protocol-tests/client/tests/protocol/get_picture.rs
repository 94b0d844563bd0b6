//! `GetPicture`.

use golden_protocol_tests_client::operation::{GetPictureInput, GetPictureOutput};
use farrier_runtime::{ByteStream, protocol, testing};
use farrier_runtime::testing::Reply;

/// `Picture`.
#[tokio::test]
async fn response_picture() {
    let reply = Reply::new(200).header("X-Width", "8").body("pixels");
    let output = reply.output::<GetPictureInput>(&protocol::REST_JSON_1);
    let mut expected = GetPictureOutput::new(ByteStream::from("pixels"));
    expected.width = Some(8);
    testing::assert_same(&output.width, &expected.width);
    testing::assert_stream(output.pixels, b"pixels").await;
}
