use crate::types::Mode;
use farrier_runtime::{Blob, Document, Timestamp};
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
use std::collections::BTreeMap;

/// `Settings`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Settings {
    /// `number`.
    pub number: i32,
    /// `zero`.
    pub zero: i32,
    /// `flag`.
    pub flag: bool,
    /// `text`.
    pub text: String,
    /// `empty`.
    pub empty: String,
    /// `list`.
    pub list: Vec<String>,
    /// `map`.
    pub map: BTreeMap<String, String>,
    /// `mode`.
    pub mode: Mode,
    /// `when`.
    pub when: Timestamp,
    /// `blob`.
    pub blob: Blob,
    /// `document`.
    pub document: Document,
    /// `double`.
    pub double: f64,
    /// `nothing`.
    pub nothing: f64,
    /// `endless`.
    pub endless: f32,
    /// `precise`.
    pub precise: Timestamp,
    /// More than the type holds.
    pub beyond: Option<f32>,
    /// `optional`.
    pub optional: i32,
    /// `added`.
    pub added: i32,
    /// `cancelled`.
    pub cancelled: Option<i32>,
}

impl Settings {
    /// One with nothing set.
    pub fn new() -> Self {
        Self {
            number: 3,
            zero: 0,
            flag: true,
            text: String::from("none"),
            empty: String::new(),
            list: Vec::new(),
            map: BTreeMap::new(),
            mode: Mode::Slow,
            when: Timestamp::from_unix_seconds(1),
            blob: Blob::from_static(b"hi"),
            document: Document::from(true),
            double: 1.5,
            nothing: f64::NAN,
            endless: f32::NEG_INFINITY,
            precise: Timestamp::new(482196050, 500000000).unwrap_or_default(),
            beyond: None,
            optional: 1,
            added: 1,
            cancelled: None,
        }
    }

    /// Sets [`number`](Self::number).
    #[must_use]
    pub fn with_number(mut self, number: i32) -> Self {
        self.number = number;
        self
    }

    /// Sets [`zero`](Self::zero).
    #[must_use]
    pub fn with_zero(mut self, zero: i32) -> Self {
        self.zero = zero;
        self
    }

    /// Sets [`flag`](Self::flag).
    #[must_use]
    pub fn with_flag(mut self, flag: bool) -> Self {
        self.flag = flag;
        self
    }

    /// Sets [`text`](Self::text).
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets [`empty`](Self::empty).
    #[must_use]
    pub fn with_empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = empty.into();
        self
    }

    /// Sets [`list`](Self::list).
    #[must_use]
    pub fn with_list(
        mut self,
        list: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.list = list.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`map`](Self::map).
    #[must_use]
    pub fn with_map(
        mut self,
        map: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.map = map
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`mode`](Self::mode).
    #[must_use]
    pub fn with_mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// Sets [`when`](Self::when).
    #[must_use]
    pub fn with_when(mut self, when: impl Into<Timestamp>) -> Self {
        self.when = when.into();
        self
    }

    /// Sets [`blob`](Self::blob).
    #[must_use]
    pub fn with_blob(mut self, blob: impl Into<Blob>) -> Self {
        self.blob = blob.into();
        self
    }

    /// Sets [`document`](Self::document).
    #[must_use]
    pub fn with_document(mut self, document: impl Into<Document>) -> Self {
        self.document = document.into();
        self
    }

    /// Sets [`double`](Self::double).
    #[must_use]
    pub fn with_double(mut self, double: f64) -> Self {
        self.double = double;
        self
    }

    /// Sets [`nothing`](Self::nothing).
    #[must_use]
    pub fn with_nothing(mut self, nothing: f64) -> Self {
        self.nothing = nothing;
        self
    }

    /// Sets [`endless`](Self::endless).
    #[must_use]
    pub fn with_endless(mut self, endless: f32) -> Self {
        self.endless = endless;
        self
    }

    /// Sets [`precise`](Self::precise).
    #[must_use]
    pub fn with_precise(mut self, precise: impl Into<Timestamp>) -> Self {
        self.precise = precise.into();
        self
    }

    /// Sets [`beyond`](Self::beyond).
    #[must_use]
    pub fn with_beyond(mut self, beyond: f32) -> Self {
        self.beyond = Some(beyond);
        self
    }

    /// Sets [`optional`](Self::optional).
    #[must_use]
    pub fn with_optional(mut self, optional: i32) -> Self {
        self.optional = optional;
        self
    }

    /// Sets [`added`](Self::added).
    #[must_use]
    pub fn with_added(mut self, added: i32) -> Self {
        self.added = added;
        self
    }

    /// Sets [`cancelled`](Self::cancelled).
    #[must_use]
    pub fn with_cancelled(mut self, cancelled: i32) -> Self {
        self.cancelled = Some(cancelled);
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::new()
    }
}

static SETTINGS: Structure = Structure::new(
    "Settings",
    &[
        Member::new("number"),
        Member::new("zero"),
        Member::new("flag"),
        Member::new("text"),
        Member::new("empty"),
        Member::new("list"),
        Member::new("map"),
        Member::new("mode"),
        Member::new("when"),
        Member::new("blob"),
        Member::new("document"),
        Member::new("double"),
        Member::new("nothing"),
        Member::new("endless"),
        Member::new("precise"),
        Member::new("beyond"),
        Member::new("optional"),
        Member::new("added"),
        Member::new("cancelled"),
    ],
);

impl Encode for Settings {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&SETTINGS);
        members.member(0, &self.number);
        members.member(1, &self.zero);
        members.member(2, &self.flag);
        members.member(3, &self.text);
        members.member(4, &self.empty);
        members.member(5, &self.list);
        members.member(6, &self.map);
        members.member(7, &self.mode);
        members.member(8, &self.when);
        members.member(9, &self.blob);
        members.member(10, &self.document);
        members.member(11, &self.double);
        members.member(12, &self.nothing);
        members.member(13, &self.endless);
        members.member(14, &self.precise);
        members.optional(15, &self.beyond);
        members.member(16, &self.optional);
        members.member(17, &self.added);
        members.optional(18, &self.cancelled);
        members.end();
    }
}

impl Decode for Settings {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&SETTINGS)?;
        let mut number = None;
        let mut zero = None;
        let mut flag = None;
        let mut text = None;
        let mut empty = None;
        let mut list = None;
        let mut map = None;
        let mut mode = None;
        let mut when = None;
        let mut blob = None;
        let mut document = None;
        let mut double = None;
        let mut nothing = None;
        let mut endless = None;
        let mut precise = None;
        let mut beyond = None;
        let mut optional = None;
        let mut added = None;
        let mut cancelled = None;
        while let Some(member) = members.next()? {
            match member {
                0 => number = members.value()?,
                1 => zero = members.value()?,
                2 => flag = members.value()?,
                3 => text = members.value()?,
                4 => empty = members.value()?,
                5 => list = members.value()?,
                6 => map = members.value()?,
                7 => mode = members.value()?,
                8 => when = members.value()?,
                9 => blob = members.value()?,
                10 => document = members.value()?,
                11 => double = members.value()?,
                12 => nothing = members.value()?,
                13 => endless = members.value()?,
                14 => precise = members.value()?,
                15 => beyond = members.value()?,
                16 => optional = members.value()?,
                17 => added = members.value()?,
                18 => cancelled = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            number: number.unwrap_or(3),
            zero: zero.unwrap_or_default(),
            flag: flag.unwrap_or(true),
            text: text.unwrap_or_else(|| String::from("none")),
            empty: empty.unwrap_or_default(),
            list: list.unwrap_or_default(),
            map: map.unwrap_or_default(),
            mode: mode.unwrap_or(Mode::Slow),
            when: when.unwrap_or_else(|| Timestamp::from_unix_seconds(1)),
            blob: blob.unwrap_or_else(|| Blob::from_static(b"hi")),
            document: document.unwrap_or_else(|| Document::from(true)),
            double: double.unwrap_or(1.5),
            nothing: nothing.unwrap_or(f64::NAN),
            endless: endless.unwrap_or(f32::NEG_INFINITY),
            precise: precise
                .unwrap_or_else(|| {
                    Timestamp::new(482196050, 500000000).unwrap_or_default()
                }),
            beyond,
            optional: optional.unwrap_or(1),
            added: added.unwrap_or(1),
            cancelled,
        })
    }
}

impl IntoResponse for Settings {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
