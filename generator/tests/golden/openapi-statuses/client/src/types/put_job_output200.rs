use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `PutJobOutput200`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PutJobOutput200 {
    /// `result`.
    pub result: Option<String>,
}

static PUT_JOB_OUTPUT200: Structure = Structure::new(
    "PutJobOutput200",
    &[Member::new("result")],
);

impl Decode for PutJobOutput200 {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&PUT_JOB_OUTPUT200)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.result = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
