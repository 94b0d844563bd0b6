use farrier_runtime::codec::{
    Decode, Encode, Halt, Member, Reader, Structure, UnionMember, Writer,
};

/// `Shape`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Shape {
    /// `circle`.
    Circle(f64),
    /// `square`.
    Square(f64),
    /// A member that this crate does not know, by its name; it cannot be sent.
    Unknown(String),
}

static SHAPE: Structure = Structure::new(
    "Shape",
    &[Member::new("circle"), Member::new("square")],
);

impl Encode for Shape {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SHAPE);
        match self {
            Self::Circle(value) => members.member(0, value),
            Self::Square(value) => members.member(1, value),
            Self::Unknown(name) => members.unknown(name),
        }
        members.end();
    }
}

impl Decode for Shape {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.union(&SHAPE)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Circle(members.value()?),
            UnionMember::Known(1) => Self::Square(members.value()?),
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}
