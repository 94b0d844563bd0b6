//! `PutPicture`.

use golden_protocol_tests_server::operation::PutPictureInput;
use farrier_runtime::testing;
use farrier_runtime::testing::{Script, TestRequest};

/// `PictureUp`.
#[tokio::test]
async fn request_picture_up() {
    let script = Script::new();
    let request = TestRequest::new("POST", "/picture").body("pixels");
    let answer = request.send(super::service(&script)).await;
    let input: PutPictureInput = script.input(&answer);
    testing::assert_stream(input.pixels, b"pixels").await;
}
