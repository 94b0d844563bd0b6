use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

/// `Point`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Point {
    /// `x`.
    pub x: Option<i32>,
    /// `y`.
    pub y: Option<i32>,
}

impl Point {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`x`](Self::x).
    #[must_use]
    pub fn with_x(mut self, x: i32) -> Self {
        self.x = Some(x);
        self
    }

    /// Sets [`y`](Self::y).
    #[must_use]
    pub fn with_y(mut self, y: i32) -> Self {
        self.y = Some(y);
        self
    }
}

static POINT: Structure = Structure::new("Point", &[Member::new("x"), Member::new("y")]);

impl Encode for Point {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&POINT);
        members.optional(0, &self.x);
        members.optional(1, &self.y);
        members.end();
    }
}

impl Decode for Point {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&POINT)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.x = members.value()?,
                1 => value.y = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
