//! `PutPicture`.

use golden_protocol_tests_client::Client;
use golden_protocol_tests_client::operation::PutPictureInput;
use farrier_runtime::{ByteStream, testing};

/// `PictureUp`.
#[tokio::test]
async fn request_picture_up() {
    let mut input = PutPictureInput::new();
    input.pixels = Some(ByteStream::from("pixels"));
    let client = Client::new(testing::config("example.com"));
    let call = client.put_picture(input);
    let request = testing::request(call).await;
    request.method("POST").path("/picture").body("pixels");
}
