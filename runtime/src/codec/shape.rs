//! The tables that generated types are read and written by.

#[cfg(feature = "server")]
use super::Pattern;
use crate::value::TimestampFormat;

/// The members of a structure or union, and how they travel.
#[derive(Debug)]
pub struct Structure {
    /// The shape's name in the model.
    pub name: &'static str,
    /// Its members, in the model's order.
    pub members: &'static [Member],
    /// Whether members that it does not have are refused.
    pub closed: bool,
    requires: bool,
    // The first member whose name falls into each slot.
    slots: [u16; SLOTS],
}

/// A member of a structure, an item of a list, a value of a map, or a key: its names, formats and constraints.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    pub(crate) name: &'static str,
    pub(crate) json: &'static str,
    /// Whether nothing in the JSON name must be escaped.
    pub(crate) plain: bool,
    pub(crate) also: Option<&'static str>,
    pub(crate) timestamp: Option<TimestampFormat>,
    pub(crate) items: Option<&'static Member>,
    pub(crate) keys: Option<&'static Member>,
    pub(crate) sensitive: bool,
    pub(crate) media_type: bool,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    /// Whether any of what follows is set.
    pub(crate) constrained: bool,
    pub(crate) unique: bool,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
    pub(crate) min: Option<Bound>,
    pub(crate) max: Option<Bound>,
    pub(crate) exclusive_min: bool,
    pub(crate) exclusive_max: bool,
    pub(crate) multiple_of: Option<Bound>,
    #[cfg(feature = "server")]
    pub(crate) pattern: Option<&'static Pattern>,
}

/// The end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// A whole number.
    Integer(i64),
    /// Any number.
    Float(f64),
}

/// What a value is read or written by that no table describes: the body itself, or an item of a plain list.
pub(crate) static ANY: Member = Member::new("");

const SLOTS: usize = 64;
const NONE: u16 = u16::MAX;

impl Structure {
    /// The table of the shape `name`.
    pub const fn new(name: &'static str, members: &'static [Member]) -> Self {
        let mut slots = [NONE; SLOTS];
        let mut requires = false;
        let mut index = members.len();
        // From the last to the first, so that the first one stays.
        while index > 0 {
            index -= 1;
            let (_, from) = members.split_at(index);
            if let [member, ..] = from {
                fill(&mut slots, member.json, index);
                if let Some(also) = member.also {
                    fill(&mut slots, also, index);
                }
                requires |= member.required;
            }
        }
        Self { name, members, closed: false, requires, slots }
    }

    /// The same, refusing members that it does not have.
    pub const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// Whether any member is required.
    pub(crate) const fn requires(&self) -> bool {
        self.requires
    }

    /// The member that JSON calls `name`.
    pub(crate) fn find_json(&self, name: &str) -> Option<usize> {
        let first = *self.slots.get(slot(name.as_bytes()))?;
        if first == NONE {
            return None;
        }
        let first = usize::from(first);
        let mut from = self.members.get(first..)?.iter();
        let found = from.position(|member| member.json == name || member.also == Some(name))?;
        Some(first + found)
    }
}

const fn fill(slots: &mut [u16; SLOTS], name: &str, index: usize) {
    // More members than that share the last number, and are searched from there.
    #[expect(clippy::cast_possible_truncation, reason = "limited on the line itself")]
    let index = if index < NONE as usize { index as u16 } else { NONE - 1 };
    let (_, from) = slots.split_at_mut(slot(name.as_bytes()));
    if let [found, ..] = from {
        *found = index;
    }
}

/// The length and the ends of a name tell most names of one structure apart.
const fn slot(name: &[u8]) -> usize {
    let (first, last) = match name {
        [] => (0, 0),
        [only] => (*only, *only),
        [first, .., last] => (*first, *last),
    };
    (name.len().wrapping_mul(7) ^ first as usize ^ ((last as usize) << 2)) % SLOTS
}

const fn is_plain(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let [byte, after @ ..] = rest {
        if *byte < 0x20 || *byte == b'"' || *byte == b'\\' {
            return false;
        }
        rest = after;
    }
    true
}

impl Member {
    /// A member that travels under its own name.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            json: name,
            plain: is_plain(name),
            also: None,
            timestamp: None,
            items: None,
            keys: None,
            sensitive: false,
            media_type: false,
            required: false,
            nullable: false,
            constrained: false,
            unique: false,
            min_length: None,
            max_length: None,
            min: None,
            max: None,
            exclusive_min: false,
            exclusive_max: false,
            multiple_of: None,
            #[cfg(feature = "server")]
            pattern: None,
        }
    }

    /// Its name in the model.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// It travels under another name in JSON.
    pub const fn json(mut self, name: &'static str) -> Self {
        self.json = name;
        self.plain = is_plain(name);
        self
    }

    /// It is read under a second name, too.
    pub const fn also(mut self, name: &'static str) -> Self {
        self.also = Some(name);
        self
    }

    /// A timestamp in a format that is not the default of where it travels.
    pub const fn timestamp(mut self, format: TimestampFormat) -> Self {
        self.timestamp = Some(format);
        self
    }

    /// What holds for each item of a list, or each value of a map.
    pub const fn items(mut self, item: &'static Member) -> Self {
        self.items = Some(item);
        self
    }

    /// What holds for each key of a map.
    pub const fn keys(mut self, key: &'static Member) -> Self {
        self.keys = Some(key);
        self
    }

    /// Its value is never shown.
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// A string of a media type: base64 in a header.
    pub const fn media_type(mut self) -> Self {
        self.media_type = true;
        self
    }

    /// It must be there.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Null is a value of its own: it satisfies [`required`](Self::required), and is written where a required member has
    /// no value.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// It has between `min` and `max` characters, bytes, items or entries.
    pub const fn length(self, min: u64, max: u64) -> Self {
        self.min_length(min).max_length(max)
    }

    /// It has `min` characters, bytes, items or entries at least.
    pub const fn min_length(mut self, min: u64) -> Self {
        self.min_length = Some(min);
        self.constrained = true;
        self
    }

    /// It has `max` characters, bytes, items or entries at most.
    pub const fn max_length(mut self, max: u64) -> Self {
        self.max_length = Some(max);
        self.constrained = true;
        self
    }

    /// It is `bound` or more.
    pub const fn min(mut self, bound: Bound) -> Self {
        self.min = Some(bound);
        self.exclusive_min = false;
        self.constrained = true;
        self
    }

    /// It is `bound` or less.
    pub const fn max(mut self, bound: Bound) -> Self {
        self.max = Some(bound);
        self.exclusive_max = false;
        self.constrained = true;
        self
    }

    /// It is more than `bound`.
    pub const fn exclusive_min(mut self, bound: Bound) -> Self {
        self.min = Some(bound);
        self.exclusive_min = true;
        self.constrained = true;
        self
    }

    /// It is less than `bound`.
    pub const fn exclusive_max(mut self, bound: Bound) -> Self {
        self.max = Some(bound);
        self.exclusive_max = true;
        self.constrained = true;
        self
    }

    /// It is a multiple of `bound`.
    pub const fn multiple_of(mut self, bound: Bound) -> Self {
        self.multiple_of = Some(bound);
        self.constrained = true;
        self
    }

    /// It matches `pattern`.
    #[cfg(feature = "server")]
    pub const fn pattern(mut self, pattern: &'static Pattern) -> Self {
        self.pattern = Some(pattern);
        self.constrained = true;
        self
    }

    /// No two of its items are equal.
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self.constrained = true;
        self
    }

    /// What holds for its items or values.
    pub(crate) fn item(&self) -> &'static Self {
        self.items.unwrap_or(&ANY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static MANY: Structure = Structure::new(
        "Many",
        &[
            Member::new("Arn"),
            Member::new("A"),
            Member::new(""),
            Member::new("Message").also("message"),
            Member::new("Renamed").json("renamed"),
            Member::new("Ann"),
            Member::new("Aen").required(),
        ],
    );

    #[test]
    fn members_are_found_by_name() {
        let cases = [
            ("Arn", Some(0)),
            ("A", Some(1)),
            ("", Some(2)),
            ("Message", Some(3)),
            ("message", Some(3)),
            ("renamed", Some(4)),
            ("Renamed", None),
            ("Ann", Some(5)),
            ("Aen", Some(6)),
            ("Axn", None),
            ("a", None),
        ];
        for (name, expected) in cases {
            assert_eq!(MANY.find_json(name), expected, "{name}");
        }
        assert!(MANY.requires());
        assert!(!Structure::new("None", &[]).requires());
        assert!(Structure::new("None", &[]).closed().closed);
    }
}
