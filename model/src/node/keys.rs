//! The keys of a JSON document's object, without reading the rest of it.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// The keys of the object that `text` is, as far as it is JSON; none if it is something else.
pub(crate) fn top_level_keys(text: &str) -> Vec<String> {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut keys = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(json);
    // An error says that there are no more keys to be had; whoever reads the document reports it.
    let _ = deserializer.deserialize_any(Keys(&mut keys));
    keys
}

struct Keys<'k>(&'k mut Vec<String>);

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        while let Some(Key(key)) = access.next_key()? {
            self.0.push(key);
            access.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}
