use crate::types::{Either, Letter, Line, Nested, One};
use farrier_runtime::{Blob, Timestamp};
use farrier_runtime::codec::{Correct, Decode, Halt, Member, Reader, Structure};
use std::collections::BTreeMap;

/// `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Thing {
    /// `x`.
    pub x: bool,
    /// `y`.
    pub y: bool,
    /// `z`.
    pub z: bool,
    /// `s`.
    pub s: String,
    /// `t`.
    pub t: String,
    /// `number`.
    pub number: i32,
    /// `bools`.
    pub bools: Vec<bool>,
    /// `lines`.
    pub lines: Vec<Line>,
    /// `line`.
    pub line: Line,
    /// `nested`.
    pub nested: Vec<Nested>,
    /// `a`.
    pub a: Option<Vec<String>>,
    /// `optb`.
    pub optb: Option<bool>,
    /// `opt`.
    pub opt: Option<String>,
    /// `optline`.
    pub optline: Option<Line>,
    /// `optlines`.
    pub optlines: Option<Vec<Line>>,
    /// `n`.
    pub n: Option<i32>,
    /// `f`.
    pub f: Option<f32>,
    /// `m`.
    pub m: Option<BTreeMap<String, String>>,
    /// `strs`.
    pub strs: Option<Vec<String>>,
    /// `strs2`.
    pub strs2: Option<Vec<String>>,
    /// `enums`.
    pub enums: Option<Vec<Letter>>,
    /// `sparse`.
    pub sparse: Option<Vec<Option<Letter>>>,
    /// `one`.
    pub one: Option<One>,
    /// `letter`.
    pub letter: Option<Letter>,
    /// `letter2`.
    pub letter2: Option<Letter>,
    /// `time`.
    pub time: Option<Timestamp>,
    /// `blob`.
    pub blob: Option<Blob>,
    /// `union`.
    pub union: Option<Either>,
    /// `unions`.
    pub unions: Option<Vec<Either>>,
}

impl Thing {
    /// One with what is required, and nothing else.
    #[expect(clippy::too_many_arguments, reason = "the model requires them all")]
    pub fn new(
        x: bool,
        y: bool,
        z: bool,
        s: impl Into<String>,
        t: impl Into<String>,
        number: i32,
        bools: impl IntoIterator<Item = bool>,
        lines: impl IntoIterator<Item = Line>,
        line: Line,
        nested: impl IntoIterator<Item = Nested>,
    ) -> Self {
        Self {
            x,
            y,
            z,
            s: s.into(),
            t: t.into(),
            number,
            bools: bools.into_iter().collect(),
            lines: lines.into_iter().collect(),
            line,
            nested: nested.into_iter().collect(),
            a: None,
            optb: None,
            opt: None,
            optline: None,
            optlines: None,
            n: None,
            f: None,
            m: None,
            strs: None,
            strs2: None,
            enums: None,
            sparse: None,
            one: None,
            letter: None,
            letter2: None,
            time: None,
            blob: None,
            union: None,
            unions: None,
        }
    }
}

static THING: Structure = Structure::new(
    "Thing",
    &[
        Member::new("x"),
        Member::new("y"),
        Member::new("z"),
        Member::new("s"),
        Member::new("t"),
        Member::new("number"),
        Member::new("bools"),
        Member::new("lines"),
        Member::new("line"),
        Member::new("nested"),
        Member::new("a"),
        Member::new("optb"),
        Member::new("opt"),
        Member::new("optline"),
        Member::new("optlines"),
        Member::new("n"),
        Member::new("f"),
        Member::new("m"),
        Member::new("strs"),
        Member::new("strs2"),
        Member::new("enums"),
        Member::new("sparse"),
        Member::new("one"),
        Member::new("letter"),
        Member::new("letter2"),
        Member::new("time"),
        Member::new("blob"),
        Member::new("union"),
        Member::new("unions"),
    ],
);

impl Decode for Thing {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&THING)?;
        let mut x = None;
        let mut y = None;
        let mut z = None;
        let mut s = None;
        let mut t = None;
        let mut number = None;
        let mut bools = None;
        let mut lines = None;
        let mut line = None;
        let mut nested = None;
        let mut a = None;
        let mut optb = None;
        let mut opt = None;
        let mut optline = None;
        let mut optlines = None;
        let mut n = None;
        let mut f = None;
        let mut m = None;
        let mut strs = None;
        let mut strs2 = None;
        let mut enums = None;
        let mut sparse = None;
        let mut one = None;
        let mut letter = None;
        let mut letter2 = None;
        let mut time = None;
        let mut blob = None;
        let mut union = None;
        let mut unions = None;
        while let Some(member) = members.next()? {
            match member {
                0 => x = members.value()?,
                1 => y = members.value()?,
                2 => z = members.value()?,
                3 => s = members.value()?,
                4 => t = members.value()?,
                5 => number = members.value()?,
                6 => bools = members.value()?,
                7 => lines = members.value()?,
                8 => line = members.value()?,
                9 => nested = members.value()?,
                10 => a = members.value()?,
                11 => optb = members.value()?,
                12 => opt = members.value()?,
                13 => optline = members.value()?,
                14 => optlines = members.value()?,
                15 => n = members.value()?,
                16 => f = members.value()?,
                17 => m = members.value()?,
                18 => strs = members.value()?,
                19 => strs2 = members.value()?,
                20 => enums = members.value()?,
                21 => sparse = members.value()?,
                22 => one = members.value()?,
                23 => letter = members.value()?,
                24 => letter2 = members.value()?,
                25 => time = members.value()?,
                26 => blob = members.value()?,
                27 => union = members.value()?,
                28 => unions = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self {
            x: x.unwrap_or_else(Correct::corrected),
            y: y.unwrap_or_else(Correct::corrected),
            z: z.unwrap_or_else(Correct::corrected),
            s: s.unwrap_or_else(Correct::corrected),
            t: t.unwrap_or_else(Correct::corrected),
            number: number.unwrap_or_else(Correct::corrected),
            bools: bools.unwrap_or_else(Correct::corrected),
            lines: lines.unwrap_or_else(Correct::corrected),
            line: line.unwrap_or_else(Correct::corrected),
            nested: nested.unwrap_or_else(Correct::corrected),
            a,
            optb,
            opt,
            optline,
            optlines,
            n,
            f,
            m,
            strs,
            strs2,
            enums,
            sparse,
            one,
            letter,
            letter2,
            time,
            blob,
            union,
            unions,
        })
    }
}
