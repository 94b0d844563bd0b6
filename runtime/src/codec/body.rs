//! A reader or writer of a body, in one of the formats.

use super::json::{JsonReader, JsonWriter};
use super::{Decode, Encode, Halt, Problems, Reader, Writer};

/// Reads a body in one of the formats.
#[derive(Debug)]
pub enum BodyReader<'b> {
    /// JSON.
    Json(JsonReader<'b>),
}

/// Writes a body in one of the formats.
#[derive(Debug)]
pub enum BodyWriter<'b> {
    /// JSON.
    Json(JsonWriter<'b>),
}

impl<'b> BodyReader<'b> {
    /// What values are read from.
    pub fn reader(&mut self) -> &mut (dyn Reader + 'b) {
        match self {
            Self::Json(reader) => reader,
        }
    }

    /// Reads the whole body.
    ///
    /// # Errors
    /// If it is malformed, violates a constraint, or goes on behind the value.
    pub fn decode<T: Decode>(&mut self) -> Result<T, Halt> {
        let value = T::decode(self.reader())?;
        self.reader().finish()?;
        Ok(value)
    }

    /// What was found wrong.
    pub fn problems(&mut self) -> &mut Problems {
        self.reader().problems()
    }

    /// What was found wrong, when nothing more is read.
    pub fn into_problems(mut self) -> Problems {
        std::mem::take(self.reader().problems())
    }
}

impl<'b> BodyWriter<'b> {
    /// What values are written to.
    pub fn writer(&mut self) -> &mut (dyn Writer + 'b) {
        match self {
            Self::Json(writer) => writer,
        }
    }

    /// Writes the whole body.
    pub fn encode<T: Encode + ?Sized>(&mut self, value: &T) {
        value.encode(self.writer());
    }

    /// Why what has been written must not be sent, if anything.
    pub fn refused(&mut self) -> Option<String> {
        match self {
            Self::Json(writer) => writer.refused(),
        }
    }
}
