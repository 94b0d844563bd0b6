//! `AddNote`.

use golden_protocol_tests_server::operation::{AddNoteError, AddNoteInput, AddNoteOutput};
use farrier_runtime::testing;
use farrier_runtime::testing::{Script, TestRequest};

/// `NoteAndNothingOfItsBody`.
///
/// Not compared, as the test has no body: `text`.
#[tokio::test]
async fn request_note_and_nothing_of_its_body() {
    let script = Script::new();
    let request = TestRequest::new("POST", "/notes");
    let answer = request.send(super::service(&script)).await;
    let input: AddNoteInput = script.input(&answer);
    let mut expected = AddNoteInput::new();
    expected.text = Some("later".to_owned());
    testing::assert_same(&input.copies, &expected.copies);
    testing::assert_same_or_nan(&input.weight, &expected.weight);
}

/// `NumberAndNothingOfItsBody`.
#[tokio::test]
async fn response_number_and_nothing_of_its_body() {
    let mut output = AddNoteOutput::new();
    output.number = Some(1);
    let service = super::service(&Default::default());
    let answer = testing::answer(service, "AddNote", Ok::<_, AddNoteError>(output))
        .await;
    answer.status(200);
}
