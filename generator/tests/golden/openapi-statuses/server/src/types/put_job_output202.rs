use farrier_runtime::codec::{Member, Structure};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

/// `PutJobOutput202`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutJobOutput202 {
    /// `Location`.
    pub location: Option<String>,
}

impl PutJobOutput202 {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`location`](Self::location).
    #[must_use]
    pub fn with_location(mut self, location: impl Into<String>) -> Self {
        self.location = Some(location.into());
        self
    }
}

static PUT_JOB_OUTPUT202: Structure = Structure::new(
    "PutJobOutput202",
    &[Member::new("Location")],
);

impl IntoResponse for PutJobOutput202 {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.header(&PUT_JOB_OUTPUT202, 0, "Location", &self.location);
        response.empty_structure();
    }
}
