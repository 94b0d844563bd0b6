use crate::types::{Either, Letter, Line, Nested, One};
use farrier_runtime::{Blob, Timestamp};
use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};
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

    /// Sets [`a`](Self::a).
    #[must_use]
    pub fn with_a(mut self, a: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.a = Some(a.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`optb`](Self::optb).
    #[must_use]
    pub fn with_optb(mut self, optb: bool) -> Self {
        self.optb = Some(optb);
        self
    }

    /// Sets [`opt`](Self::opt).
    #[must_use]
    pub fn with_opt(mut self, opt: impl Into<String>) -> Self {
        self.opt = Some(opt.into());
        self
    }

    /// Sets [`optline`](Self::optline).
    #[must_use]
    pub fn with_optline(mut self, optline: Line) -> Self {
        self.optline = Some(optline);
        self
    }

    /// Sets [`optlines`](Self::optlines).
    #[must_use]
    pub fn with_optlines(mut self, optlines: impl IntoIterator<Item = Line>) -> Self {
        self.optlines = Some(optlines.into_iter().collect());
        self
    }

    /// Sets [`n`](Self::n).
    #[must_use]
    pub fn with_n(mut self, n: i32) -> Self {
        self.n = Some(n);
        self
    }

    /// Sets [`f`](Self::f).
    #[must_use]
    pub fn with_f(mut self, f: f32) -> Self {
        self.f = Some(f);
        self
    }

    /// Sets [`m`](Self::m).
    #[must_use]
    pub fn with_m(
        mut self,
        m: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.m = Some(
            m.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }

    /// Sets [`strs`](Self::strs).
    #[must_use]
    pub fn with_strs(
        mut self,
        strs: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.strs = Some(strs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`strs2`](Self::strs2).
    #[must_use]
    pub fn with_strs2(
        mut self,
        strs2: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.strs2 = Some(strs2.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`enums`](Self::enums).
    #[must_use]
    pub fn with_enums(mut self, enums: impl IntoIterator<Item = Letter>) -> Self {
        self.enums = Some(enums.into_iter().collect());
        self
    }

    /// Sets [`sparse`](Self::sparse).
    #[must_use]
    pub fn with_sparse(
        mut self,
        sparse: impl IntoIterator<Item = Option<Letter>>,
    ) -> Self {
        self.sparse = Some(sparse.into_iter().collect());
        self
    }

    /// Sets [`one`](Self::one).
    #[must_use]
    pub fn with_one(mut self, one: One) -> Self {
        self.one = Some(one);
        self
    }

    /// Sets [`letter`](Self::letter).
    #[must_use]
    pub fn with_letter(mut self, letter: Letter) -> Self {
        self.letter = Some(letter);
        self
    }

    /// Sets [`letter2`](Self::letter2).
    #[must_use]
    pub fn with_letter2(mut self, letter2: Letter) -> Self {
        self.letter2 = Some(letter2);
        self
    }

    /// Sets [`time`](Self::time).
    #[must_use]
    pub fn with_time(mut self, time: impl Into<Timestamp>) -> Self {
        self.time = Some(time.into());
        self
    }

    /// Sets [`blob`](Self::blob).
    #[must_use]
    pub fn with_blob(mut self, blob: impl Into<Blob>) -> Self {
        self.blob = Some(blob.into());
        self
    }

    /// Sets [`union`](Self::union).
    #[must_use]
    pub fn with_union(mut self, union: Either) -> Self {
        self.union = Some(union);
        self
    }

    /// Sets [`unions`](Self::unions).
    #[must_use]
    pub fn with_unions(mut self, unions: impl IntoIterator<Item = Either>) -> Self {
        self.unions = Some(unions.into_iter().collect());
        self
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

impl Encode for Thing {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&THING);
        members.member(0, &self.x);
        members.member(1, &self.y);
        members.member(2, &self.z);
        members.member(3, &self.s);
        members.member(4, &self.t);
        members.member(5, &self.number);
        members.member(6, &self.bools);
        members.member(7, &self.lines);
        members.member(8, &self.line);
        members.member(9, &self.nested);
        members.optional(10, &self.a);
        members.optional(11, &self.optb);
        members.optional(12, &self.opt);
        members.optional(13, &self.optline);
        members.optional(14, &self.optlines);
        members.optional(15, &self.n);
        members.optional(16, &self.f);
        members.optional(17, &self.m);
        members.optional(18, &self.strs);
        members.optional(19, &self.strs2);
        members.optional(20, &self.enums);
        members.optional(21, &self.sparse);
        members.optional(22, &self.one);
        members.optional(23, &self.letter);
        members.optional(24, &self.letter2);
        members.optional(25, &self.time);
        members.optional(26, &self.blob);
        members.optional(27, &self.union);
        members.optional(28, &self.unions);
        members.end();
    }
}

impl IntoResponse for Thing {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
