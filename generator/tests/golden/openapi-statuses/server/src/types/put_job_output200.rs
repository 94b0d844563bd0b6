use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

/// `PutJobOutput200`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutJobOutput200 {
    /// `result`.
    pub result: Option<String>,
}

impl PutJobOutput200 {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`result`](Self::result).
    #[must_use]
    pub fn with_result(mut self, result: impl Into<String>) -> Self {
        self.result = Some(result.into());
        self
    }
}

static PUT_JOB_OUTPUT200: Structure = Structure::new(
    "PutJobOutput200",
    &[Member::new("result")],
);

impl Encode for PutJobOutput200 {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&PUT_JOB_OUTPUT200);
        members.optional(0, &self.result);
        members.end();
    }
}

impl IntoResponse for PutJobOutput200 {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
