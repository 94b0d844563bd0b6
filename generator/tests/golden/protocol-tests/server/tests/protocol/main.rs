//! What must be on the wire for given values: the model's protocol tests.

use golden_protocol_tests_server::{Context, Handlers, Service, Store};
use golden_protocol_tests_server::operation::{
    AddNoteError, AddNoteInput, AddNoteOutput, GetPictureError, GetPictureOutput,
    PutBoxError, PutBoxInput, PutBoxOutput, PutPictureError, PutPictureInput,
};
use farrier_runtime::testing::Script;

mod put_box;
mod get_picture;
mod add_note;
mod put_picture;

/// Handlers that keep their inputs, and fail.
struct Recorder(Script);

impl Store for Recorder {
    async fn put_box(
        &self,
        input: PutBoxInput,
        _context: &Context,
    ) -> Result<PutBoxOutput, PutBoxError> {
        self.0.keep(input)
    }

    async fn get_picture(
        &self,
        _context: &Context,
    ) -> Result<GetPictureOutput, GetPictureError> {
        self.0.keep(())
    }

    async fn add_note(
        &self,
        input: AddNoteInput,
        _context: &Context,
    ) -> Result<AddNoteOutput, AddNoteError> {
        self.0.keep(input)
    }

    async fn put_picture(
        &self,
        input: PutPictureInput,
        _context: &Context,
    ) -> Result<(), PutPictureError> {
        self.0.keep(input)
    }
}

/// The service of such handlers.
fn service(script: &Script) -> Service<Handlers<Recorder>> {
    golden_protocol_tests_server::service(Recorder(script.clone()))
}
