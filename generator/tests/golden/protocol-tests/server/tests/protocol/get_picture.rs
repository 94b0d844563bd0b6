//! `GetPicture`.

use golden_protocol_tests_server::operation::{GetPictureError, GetPictureOutput};
use farrier_runtime::{ByteStream, testing};

/// `Picture`.
#[tokio::test]
async fn response_picture() {
    let mut output = GetPictureOutput::new();
    output.width = Some(8);
    output.pixels = Some(ByteStream::from("pixels"));
    let service = super::service(&Default::default());
    let answer = testing::answer(service, "GetPicture", Ok::<_, GetPictureError>(output))
        .await;
    answer.status(200).header("X-Width", "8").body("pixels");
}
