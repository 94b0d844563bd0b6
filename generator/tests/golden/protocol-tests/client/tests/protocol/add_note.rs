//! `AddNote`.

use golden_protocol_tests_client::Client;
use golden_protocol_tests_client::operation::AddNoteInput;
use farrier_runtime::{protocol, testing};
use farrier_runtime::testing::Reply;

/// `NoteAndNothingOfItsBody`.
#[tokio::test]
async fn request_note_and_nothing_of_its_body() {
    let mut input = AddNoteInput::new();
    input.text = Some("later".to_owned());
    let client = Client::new(testing::config("example.com"));
    let call = client.add_note(input);
    let request = testing::request(call).await;
    request.method("POST").path("/notes");
}

/// `NumberAndNothingOfItsBody`.
///
/// Not compared, as the test has no body: `number`.
#[test]
fn response_number_and_nothing_of_its_body() {
    let reply = Reply::new(200);
    reply.output::<AddNoteInput>(&protocol::REST_JSON_1);
}
