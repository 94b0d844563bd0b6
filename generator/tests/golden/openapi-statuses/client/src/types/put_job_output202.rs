use farrier_runtime::client::{FromResponse, ResponseReader};
use farrier_runtime::codec::{Halt, Member, Structure};

/// `PutJobOutput202`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutJobOutput202 {
    /// `Location`.
    pub location: Option<String>,
}

static PUT_JOB_OUTPUT202: Structure = Structure::new(
    "PutJobOutput202",
    &[Member::new("Location")],
);

impl FromResponse for PutJobOutput202 {
    fn from_response(response: &mut ResponseReader<'_>) -> Result<Self, Halt> {
        let location = response.header(&PUT_JOB_OUTPUT202, 0, "Location")?;
        Ok(Self { location })
    }
}
