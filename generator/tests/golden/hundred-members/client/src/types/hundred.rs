use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// `Hundred`.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Hundred {
    /// `member0`.
    pub member0: Option<String>,
    /// `member1`.
    pub member1: Option<i32>,
    /// `member2`.
    pub member2: Option<bool>,
    /// `member3`.
    pub member3: Option<i64>,
    /// `member4`.
    pub member4: Option<String>,
    /// `member5`.
    pub member5: Option<i32>,
    /// `member6`.
    pub member6: Option<bool>,
    /// `member7`.
    pub member7: Option<i64>,
    /// `member8`.
    pub member8: Option<String>,
    /// `member9`.
    pub member9: Option<i32>,
    /// `member10`.
    pub member10: Option<bool>,
    /// `member11`.
    pub member11: Option<i64>,
    /// `member12`.
    pub member12: Option<String>,
    /// `member13`.
    pub member13: Option<i32>,
    /// `member14`.
    pub member14: Option<bool>,
    /// `member15`.
    pub member15: Option<i64>,
    /// `member16`.
    pub member16: Option<String>,
    /// `member17`.
    pub member17: Option<i32>,
    /// `member18`.
    pub member18: Option<bool>,
    /// `member19`.
    pub member19: Option<i64>,
    /// `member20`.
    pub member20: Option<String>,
    /// `member21`.
    pub member21: Option<i32>,
    /// `member22`.
    pub member22: Option<bool>,
    /// `member23`.
    pub member23: Option<i64>,
    /// `member24`.
    pub member24: Option<String>,
    /// `member25`.
    pub member25: Option<i32>,
    /// `member26`.
    pub member26: Option<bool>,
    /// `member27`.
    pub member27: Option<i64>,
    /// `member28`.
    pub member28: Option<String>,
    /// `member29`.
    pub member29: Option<i32>,
    /// `member30`.
    pub member30: Option<bool>,
    /// `member31`.
    pub member31: Option<i64>,
    /// `member32`.
    pub member32: Option<String>,
    /// `member33`.
    pub member33: Option<i32>,
    /// `member34`.
    pub member34: Option<bool>,
    /// `member35`.
    pub member35: Option<i64>,
    /// `member36`.
    pub member36: Option<String>,
    /// `member37`.
    pub member37: Option<i32>,
    /// `member38`.
    pub member38: Option<bool>,
    /// `member39`.
    pub member39: Option<i64>,
    /// `member40`.
    pub member40: Option<String>,
    /// `member41`.
    pub member41: Option<i32>,
    /// `member42`.
    pub member42: Option<bool>,
    /// `member43`.
    pub member43: Option<i64>,
    /// `member44`.
    pub member44: Option<String>,
    /// `member45`.
    pub member45: Option<i32>,
    /// `member46`.
    pub member46: Option<bool>,
    /// `member47`.
    pub member47: Option<i64>,
    /// `member48`.
    pub member48: Option<String>,
    /// `member49`.
    pub member49: Option<i32>,
    /// `member50`.
    pub member50: Option<bool>,
    /// `member51`.
    pub member51: Option<i64>,
    /// `member52`.
    pub member52: Option<String>,
    /// `member53`.
    pub member53: Option<i32>,
    /// `member54`.
    pub member54: Option<bool>,
    /// `member55`.
    pub member55: Option<i64>,
    /// `member56`.
    pub member56: Option<String>,
    /// `member57`.
    pub member57: Option<i32>,
    /// `member58`.
    pub member58: Option<bool>,
    /// `member59`.
    pub member59: Option<i64>,
    /// `member60`.
    pub member60: Option<String>,
    /// `member61`.
    pub member61: Option<i32>,
    /// `member62`.
    pub member62: Option<bool>,
    /// `member63`.
    pub member63: Option<i64>,
    /// `member64`.
    pub member64: Option<String>,
    /// `member65`.
    pub member65: Option<i32>,
    /// `member66`.
    pub member66: Option<bool>,
    /// `member67`.
    pub member67: Option<i64>,
    /// `member68`.
    pub member68: Option<String>,
    /// `member69`.
    pub member69: Option<i32>,
    /// `member70`.
    pub member70: Option<bool>,
    /// `member71`.
    pub member71: Option<i64>,
    /// `member72`.
    pub member72: Option<String>,
    /// `member73`.
    pub member73: Option<i32>,
    /// `member74`.
    pub member74: Option<bool>,
    /// `member75`.
    pub member75: Option<i64>,
    /// `member76`.
    pub member76: Option<String>,
    /// `member77`.
    pub member77: Option<i32>,
    /// `member78`.
    pub member78: Option<bool>,
    /// `member79`.
    pub member79: Option<i64>,
    /// `member80`.
    pub member80: Option<String>,
    /// `member81`.
    pub member81: Option<i32>,
    /// `member82`.
    pub member82: Option<bool>,
    /// `member83`.
    pub member83: Option<i64>,
    /// `member84`.
    pub member84: Option<String>,
    /// `member85`.
    pub member85: Option<i32>,
    /// `member86`.
    pub member86: Option<bool>,
    /// `member87`.
    pub member87: Option<i64>,
    /// `member88`.
    pub member88: Option<String>,
    /// `member89`.
    pub member89: Option<i32>,
    /// `member90`.
    pub member90: Option<bool>,
    /// `member91`.
    pub member91: Option<i64>,
    /// `member92`.
    pub member92: Option<String>,
    /// `member93`.
    pub member93: Option<i32>,
    /// `member94`.
    pub member94: Option<bool>,
    /// `member95`.
    pub member95: Option<i64>,
    /// `member96`.
    pub member96: Option<String>,
    /// `member97`.
    pub member97: Option<i32>,
    /// `member98`.
    pub member98: Option<bool>,
    /// `member99`.
    pub member99: Option<i64>,
}

static HUNDRED: Structure = Structure::new(
    "Hundred",
    &[
        Member::new("member0"),
        Member::new("member1"),
        Member::new("member2"),
        Member::new("member3"),
        Member::new("member4"),
        Member::new("member5"),
        Member::new("member6"),
        Member::new("member7"),
        Member::new("member8"),
        Member::new("member9"),
        Member::new("member10"),
        Member::new("member11"),
        Member::new("member12"),
        Member::new("member13"),
        Member::new("member14"),
        Member::new("member15"),
        Member::new("member16"),
        Member::new("member17"),
        Member::new("member18"),
        Member::new("member19"),
        Member::new("member20"),
        Member::new("member21"),
        Member::new("member22"),
        Member::new("member23"),
        Member::new("member24"),
        Member::new("member25"),
        Member::new("member26"),
        Member::new("member27"),
        Member::new("member28"),
        Member::new("member29"),
        Member::new("member30"),
        Member::new("member31"),
        Member::new("member32"),
        Member::new("member33"),
        Member::new("member34"),
        Member::new("member35"),
        Member::new("member36"),
        Member::new("member37"),
        Member::new("member38"),
        Member::new("member39"),
        Member::new("member40"),
        Member::new("member41"),
        Member::new("member42"),
        Member::new("member43"),
        Member::new("member44"),
        Member::new("member45"),
        Member::new("member46"),
        Member::new("member47"),
        Member::new("member48"),
        Member::new("member49"),
        Member::new("member50"),
        Member::new("member51"),
        Member::new("member52"),
        Member::new("member53"),
        Member::new("member54"),
        Member::new("member55"),
        Member::new("member56"),
        Member::new("member57"),
        Member::new("member58"),
        Member::new("member59"),
        Member::new("member60"),
        Member::new("member61"),
        Member::new("member62"),
        Member::new("member63"),
        Member::new("member64"),
        Member::new("member65"),
        Member::new("member66"),
        Member::new("member67"),
        Member::new("member68"),
        Member::new("member69"),
        Member::new("member70"),
        Member::new("member71"),
        Member::new("member72"),
        Member::new("member73"),
        Member::new("member74"),
        Member::new("member75"),
        Member::new("member76"),
        Member::new("member77"),
        Member::new("member78"),
        Member::new("member79"),
        Member::new("member80"),
        Member::new("member81"),
        Member::new("member82"),
        Member::new("member83"),
        Member::new("member84"),
        Member::new("member85"),
        Member::new("member86"),
        Member::new("member87"),
        Member::new("member88"),
        Member::new("member89"),
        Member::new("member90"),
        Member::new("member91"),
        Member::new("member92"),
        Member::new("member93"),
        Member::new("member94"),
        Member::new("member95"),
        Member::new("member96"),
        Member::new("member97"),
        Member::new("member98"),
        Member::new("member99"),
    ],
);

impl Decode for Hundred {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&HUNDRED)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.member0 = members.value()?,
                1 => value.member1 = members.value()?,
                2 => value.member2 = members.value()?,
                3 => value.member3 = members.value()?,
                4 => value.member4 = members.value()?,
                5 => value.member5 = members.value()?,
                6 => value.member6 = members.value()?,
                7 => value.member7 = members.value()?,
                8 => value.member8 = members.value()?,
                9 => value.member9 = members.value()?,
                10 => value.member10 = members.value()?,
                11 => value.member11 = members.value()?,
                12 => value.member12 = members.value()?,
                13 => value.member13 = members.value()?,
                14 => value.member14 = members.value()?,
                15 => value.member15 = members.value()?,
                16 => value.member16 = members.value()?,
                17 => value.member17 = members.value()?,
                18 => value.member18 = members.value()?,
                19 => value.member19 = members.value()?,
                20 => value.member20 = members.value()?,
                21 => value.member21 = members.value()?,
                22 => value.member22 = members.value()?,
                23 => value.member23 = members.value()?,
                24 => value.member24 = members.value()?,
                25 => value.member25 = members.value()?,
                26 => value.member26 = members.value()?,
                27 => value.member27 = members.value()?,
                28 => value.member28 = members.value()?,
                29 => value.member29 = members.value()?,
                30 => value.member30 = members.value()?,
                31 => value.member31 = members.value()?,
                32 => value.member32 = members.value()?,
                33 => value.member33 = members.value()?,
                34 => value.member34 = members.value()?,
                35 => value.member35 = members.value()?,
                36 => value.member36 = members.value()?,
                37 => value.member37 = members.value()?,
                38 => value.member38 = members.value()?,
                39 => value.member39 = members.value()?,
                40 => value.member40 = members.value()?,
                41 => value.member41 = members.value()?,
                42 => value.member42 = members.value()?,
                43 => value.member43 = members.value()?,
                44 => value.member44 = members.value()?,
                45 => value.member45 = members.value()?,
                46 => value.member46 = members.value()?,
                47 => value.member47 = members.value()?,
                48 => value.member48 = members.value()?,
                49 => value.member49 = members.value()?,
                50 => value.member50 = members.value()?,
                51 => value.member51 = members.value()?,
                52 => value.member52 = members.value()?,
                53 => value.member53 = members.value()?,
                54 => value.member54 = members.value()?,
                55 => value.member55 = members.value()?,
                56 => value.member56 = members.value()?,
                57 => value.member57 = members.value()?,
                58 => value.member58 = members.value()?,
                59 => value.member59 = members.value()?,
                60 => value.member60 = members.value()?,
                61 => value.member61 = members.value()?,
                62 => value.member62 = members.value()?,
                63 => value.member63 = members.value()?,
                64 => value.member64 = members.value()?,
                65 => value.member65 = members.value()?,
                66 => value.member66 = members.value()?,
                67 => value.member67 = members.value()?,
                68 => value.member68 = members.value()?,
                69 => value.member69 = members.value()?,
                70 => value.member70 = members.value()?,
                71 => value.member71 = members.value()?,
                72 => value.member72 = members.value()?,
                73 => value.member73 = members.value()?,
                74 => value.member74 = members.value()?,
                75 => value.member75 = members.value()?,
                76 => value.member76 = members.value()?,
                77 => value.member77 = members.value()?,
                78 => value.member78 = members.value()?,
                79 => value.member79 = members.value()?,
                80 => value.member80 = members.value()?,
                81 => value.member81 = members.value()?,
                82 => value.member82 = members.value()?,
                83 => value.member83 = members.value()?,
                84 => value.member84 = members.value()?,
                85 => value.member85 = members.value()?,
                86 => value.member86 = members.value()?,
                87 => value.member87 = members.value()?,
                88 => value.member88 = members.value()?,
                89 => value.member89 = members.value()?,
                90 => value.member90 = members.value()?,
                91 => value.member91 = members.value()?,
                92 => value.member92 = members.value()?,
                93 => value.member93 = members.value()?,
                94 => value.member94 = members.value()?,
                95 => value.member95 = members.value()?,
                96 => value.member96 = members.value()?,
                97 => value.member97 = members.value()?,
                98 => value.member98 = members.value()?,
                99 => value.member99 = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
