use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::error::Error;
use std::fmt;

/// There is no more room.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Full {
    /// `room`.
    pub room: Option<i32>,
}

impl Full {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`room`](Self::room).
    #[must_use]
    pub fn with_room(mut self, room: i32) -> Self {
        self.room = Some(room);
        self
    }
}

impl fmt::Display for Full {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Full")
    }
}

impl Error for Full {}

static FULL: Structure = Structure::new("Full", &[Member::new("room")]);

impl Encode for Full {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&FULL);
        members.optional(0, &self.room);
        members.end();
    }
}

impl IntoResponse for Full {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
