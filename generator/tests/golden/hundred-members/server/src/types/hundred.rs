use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::server::{IntoResponse, ResponseWriter};

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

impl Hundred {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`member0`](Self::member0).
    #[must_use]
    pub fn with_member0(mut self, member0: impl Into<String>) -> Self {
        self.member0 = Some(member0.into());
        self
    }

    /// Sets [`member1`](Self::member1).
    #[must_use]
    pub fn with_member1(mut self, member1: i32) -> Self {
        self.member1 = Some(member1);
        self
    }

    /// Sets [`member2`](Self::member2).
    #[must_use]
    pub fn with_member2(mut self, member2: bool) -> Self {
        self.member2 = Some(member2);
        self
    }

    /// Sets [`member3`](Self::member3).
    #[must_use]
    pub fn with_member3(mut self, member3: i64) -> Self {
        self.member3 = Some(member3);
        self
    }

    /// Sets [`member4`](Self::member4).
    #[must_use]
    pub fn with_member4(mut self, member4: impl Into<String>) -> Self {
        self.member4 = Some(member4.into());
        self
    }

    /// Sets [`member5`](Self::member5).
    #[must_use]
    pub fn with_member5(mut self, member5: i32) -> Self {
        self.member5 = Some(member5);
        self
    }

    /// Sets [`member6`](Self::member6).
    #[must_use]
    pub fn with_member6(mut self, member6: bool) -> Self {
        self.member6 = Some(member6);
        self
    }

    /// Sets [`member7`](Self::member7).
    #[must_use]
    pub fn with_member7(mut self, member7: i64) -> Self {
        self.member7 = Some(member7);
        self
    }

    /// Sets [`member8`](Self::member8).
    #[must_use]
    pub fn with_member8(mut self, member8: impl Into<String>) -> Self {
        self.member8 = Some(member8.into());
        self
    }

    /// Sets [`member9`](Self::member9).
    #[must_use]
    pub fn with_member9(mut self, member9: i32) -> Self {
        self.member9 = Some(member9);
        self
    }

    /// Sets [`member10`](Self::member10).
    #[must_use]
    pub fn with_member10(mut self, member10: bool) -> Self {
        self.member10 = Some(member10);
        self
    }

    /// Sets [`member11`](Self::member11).
    #[must_use]
    pub fn with_member11(mut self, member11: i64) -> Self {
        self.member11 = Some(member11);
        self
    }

    /// Sets [`member12`](Self::member12).
    #[must_use]
    pub fn with_member12(mut self, member12: impl Into<String>) -> Self {
        self.member12 = Some(member12.into());
        self
    }

    /// Sets [`member13`](Self::member13).
    #[must_use]
    pub fn with_member13(mut self, member13: i32) -> Self {
        self.member13 = Some(member13);
        self
    }

    /// Sets [`member14`](Self::member14).
    #[must_use]
    pub fn with_member14(mut self, member14: bool) -> Self {
        self.member14 = Some(member14);
        self
    }

    /// Sets [`member15`](Self::member15).
    #[must_use]
    pub fn with_member15(mut self, member15: i64) -> Self {
        self.member15 = Some(member15);
        self
    }

    /// Sets [`member16`](Self::member16).
    #[must_use]
    pub fn with_member16(mut self, member16: impl Into<String>) -> Self {
        self.member16 = Some(member16.into());
        self
    }

    /// Sets [`member17`](Self::member17).
    #[must_use]
    pub fn with_member17(mut self, member17: i32) -> Self {
        self.member17 = Some(member17);
        self
    }

    /// Sets [`member18`](Self::member18).
    #[must_use]
    pub fn with_member18(mut self, member18: bool) -> Self {
        self.member18 = Some(member18);
        self
    }

    /// Sets [`member19`](Self::member19).
    #[must_use]
    pub fn with_member19(mut self, member19: i64) -> Self {
        self.member19 = Some(member19);
        self
    }

    /// Sets [`member20`](Self::member20).
    #[must_use]
    pub fn with_member20(mut self, member20: impl Into<String>) -> Self {
        self.member20 = Some(member20.into());
        self
    }

    /// Sets [`member21`](Self::member21).
    #[must_use]
    pub fn with_member21(mut self, member21: i32) -> Self {
        self.member21 = Some(member21);
        self
    }

    /// Sets [`member22`](Self::member22).
    #[must_use]
    pub fn with_member22(mut self, member22: bool) -> Self {
        self.member22 = Some(member22);
        self
    }

    /// Sets [`member23`](Self::member23).
    #[must_use]
    pub fn with_member23(mut self, member23: i64) -> Self {
        self.member23 = Some(member23);
        self
    }

    /// Sets [`member24`](Self::member24).
    #[must_use]
    pub fn with_member24(mut self, member24: impl Into<String>) -> Self {
        self.member24 = Some(member24.into());
        self
    }

    /// Sets [`member25`](Self::member25).
    #[must_use]
    pub fn with_member25(mut self, member25: i32) -> Self {
        self.member25 = Some(member25);
        self
    }

    /// Sets [`member26`](Self::member26).
    #[must_use]
    pub fn with_member26(mut self, member26: bool) -> Self {
        self.member26 = Some(member26);
        self
    }

    /// Sets [`member27`](Self::member27).
    #[must_use]
    pub fn with_member27(mut self, member27: i64) -> Self {
        self.member27 = Some(member27);
        self
    }

    /// Sets [`member28`](Self::member28).
    #[must_use]
    pub fn with_member28(mut self, member28: impl Into<String>) -> Self {
        self.member28 = Some(member28.into());
        self
    }

    /// Sets [`member29`](Self::member29).
    #[must_use]
    pub fn with_member29(mut self, member29: i32) -> Self {
        self.member29 = Some(member29);
        self
    }

    /// Sets [`member30`](Self::member30).
    #[must_use]
    pub fn with_member30(mut self, member30: bool) -> Self {
        self.member30 = Some(member30);
        self
    }

    /// Sets [`member31`](Self::member31).
    #[must_use]
    pub fn with_member31(mut self, member31: i64) -> Self {
        self.member31 = Some(member31);
        self
    }

    /// Sets [`member32`](Self::member32).
    #[must_use]
    pub fn with_member32(mut self, member32: impl Into<String>) -> Self {
        self.member32 = Some(member32.into());
        self
    }

    /// Sets [`member33`](Self::member33).
    #[must_use]
    pub fn with_member33(mut self, member33: i32) -> Self {
        self.member33 = Some(member33);
        self
    }

    /// Sets [`member34`](Self::member34).
    #[must_use]
    pub fn with_member34(mut self, member34: bool) -> Self {
        self.member34 = Some(member34);
        self
    }

    /// Sets [`member35`](Self::member35).
    #[must_use]
    pub fn with_member35(mut self, member35: i64) -> Self {
        self.member35 = Some(member35);
        self
    }

    /// Sets [`member36`](Self::member36).
    #[must_use]
    pub fn with_member36(mut self, member36: impl Into<String>) -> Self {
        self.member36 = Some(member36.into());
        self
    }

    /// Sets [`member37`](Self::member37).
    #[must_use]
    pub fn with_member37(mut self, member37: i32) -> Self {
        self.member37 = Some(member37);
        self
    }

    /// Sets [`member38`](Self::member38).
    #[must_use]
    pub fn with_member38(mut self, member38: bool) -> Self {
        self.member38 = Some(member38);
        self
    }

    /// Sets [`member39`](Self::member39).
    #[must_use]
    pub fn with_member39(mut self, member39: i64) -> Self {
        self.member39 = Some(member39);
        self
    }

    /// Sets [`member40`](Self::member40).
    #[must_use]
    pub fn with_member40(mut self, member40: impl Into<String>) -> Self {
        self.member40 = Some(member40.into());
        self
    }

    /// Sets [`member41`](Self::member41).
    #[must_use]
    pub fn with_member41(mut self, member41: i32) -> Self {
        self.member41 = Some(member41);
        self
    }

    /// Sets [`member42`](Self::member42).
    #[must_use]
    pub fn with_member42(mut self, member42: bool) -> Self {
        self.member42 = Some(member42);
        self
    }

    /// Sets [`member43`](Self::member43).
    #[must_use]
    pub fn with_member43(mut self, member43: i64) -> Self {
        self.member43 = Some(member43);
        self
    }

    /// Sets [`member44`](Self::member44).
    #[must_use]
    pub fn with_member44(mut self, member44: impl Into<String>) -> Self {
        self.member44 = Some(member44.into());
        self
    }

    /// Sets [`member45`](Self::member45).
    #[must_use]
    pub fn with_member45(mut self, member45: i32) -> Self {
        self.member45 = Some(member45);
        self
    }

    /// Sets [`member46`](Self::member46).
    #[must_use]
    pub fn with_member46(mut self, member46: bool) -> Self {
        self.member46 = Some(member46);
        self
    }

    /// Sets [`member47`](Self::member47).
    #[must_use]
    pub fn with_member47(mut self, member47: i64) -> Self {
        self.member47 = Some(member47);
        self
    }

    /// Sets [`member48`](Self::member48).
    #[must_use]
    pub fn with_member48(mut self, member48: impl Into<String>) -> Self {
        self.member48 = Some(member48.into());
        self
    }

    /// Sets [`member49`](Self::member49).
    #[must_use]
    pub fn with_member49(mut self, member49: i32) -> Self {
        self.member49 = Some(member49);
        self
    }

    /// Sets [`member50`](Self::member50).
    #[must_use]
    pub fn with_member50(mut self, member50: bool) -> Self {
        self.member50 = Some(member50);
        self
    }

    /// Sets [`member51`](Self::member51).
    #[must_use]
    pub fn with_member51(mut self, member51: i64) -> Self {
        self.member51 = Some(member51);
        self
    }

    /// Sets [`member52`](Self::member52).
    #[must_use]
    pub fn with_member52(mut self, member52: impl Into<String>) -> Self {
        self.member52 = Some(member52.into());
        self
    }

    /// Sets [`member53`](Self::member53).
    #[must_use]
    pub fn with_member53(mut self, member53: i32) -> Self {
        self.member53 = Some(member53);
        self
    }

    /// Sets [`member54`](Self::member54).
    #[must_use]
    pub fn with_member54(mut self, member54: bool) -> Self {
        self.member54 = Some(member54);
        self
    }

    /// Sets [`member55`](Self::member55).
    #[must_use]
    pub fn with_member55(mut self, member55: i64) -> Self {
        self.member55 = Some(member55);
        self
    }

    /// Sets [`member56`](Self::member56).
    #[must_use]
    pub fn with_member56(mut self, member56: impl Into<String>) -> Self {
        self.member56 = Some(member56.into());
        self
    }

    /// Sets [`member57`](Self::member57).
    #[must_use]
    pub fn with_member57(mut self, member57: i32) -> Self {
        self.member57 = Some(member57);
        self
    }

    /// Sets [`member58`](Self::member58).
    #[must_use]
    pub fn with_member58(mut self, member58: bool) -> Self {
        self.member58 = Some(member58);
        self
    }

    /// Sets [`member59`](Self::member59).
    #[must_use]
    pub fn with_member59(mut self, member59: i64) -> Self {
        self.member59 = Some(member59);
        self
    }

    /// Sets [`member60`](Self::member60).
    #[must_use]
    pub fn with_member60(mut self, member60: impl Into<String>) -> Self {
        self.member60 = Some(member60.into());
        self
    }

    /// Sets [`member61`](Self::member61).
    #[must_use]
    pub fn with_member61(mut self, member61: i32) -> Self {
        self.member61 = Some(member61);
        self
    }

    /// Sets [`member62`](Self::member62).
    #[must_use]
    pub fn with_member62(mut self, member62: bool) -> Self {
        self.member62 = Some(member62);
        self
    }

    /// Sets [`member63`](Self::member63).
    #[must_use]
    pub fn with_member63(mut self, member63: i64) -> Self {
        self.member63 = Some(member63);
        self
    }

    /// Sets [`member64`](Self::member64).
    #[must_use]
    pub fn with_member64(mut self, member64: impl Into<String>) -> Self {
        self.member64 = Some(member64.into());
        self
    }

    /// Sets [`member65`](Self::member65).
    #[must_use]
    pub fn with_member65(mut self, member65: i32) -> Self {
        self.member65 = Some(member65);
        self
    }

    /// Sets [`member66`](Self::member66).
    #[must_use]
    pub fn with_member66(mut self, member66: bool) -> Self {
        self.member66 = Some(member66);
        self
    }

    /// Sets [`member67`](Self::member67).
    #[must_use]
    pub fn with_member67(mut self, member67: i64) -> Self {
        self.member67 = Some(member67);
        self
    }

    /// Sets [`member68`](Self::member68).
    #[must_use]
    pub fn with_member68(mut self, member68: impl Into<String>) -> Self {
        self.member68 = Some(member68.into());
        self
    }

    /// Sets [`member69`](Self::member69).
    #[must_use]
    pub fn with_member69(mut self, member69: i32) -> Self {
        self.member69 = Some(member69);
        self
    }

    /// Sets [`member70`](Self::member70).
    #[must_use]
    pub fn with_member70(mut self, member70: bool) -> Self {
        self.member70 = Some(member70);
        self
    }

    /// Sets [`member71`](Self::member71).
    #[must_use]
    pub fn with_member71(mut self, member71: i64) -> Self {
        self.member71 = Some(member71);
        self
    }

    /// Sets [`member72`](Self::member72).
    #[must_use]
    pub fn with_member72(mut self, member72: impl Into<String>) -> Self {
        self.member72 = Some(member72.into());
        self
    }

    /// Sets [`member73`](Self::member73).
    #[must_use]
    pub fn with_member73(mut self, member73: i32) -> Self {
        self.member73 = Some(member73);
        self
    }

    /// Sets [`member74`](Self::member74).
    #[must_use]
    pub fn with_member74(mut self, member74: bool) -> Self {
        self.member74 = Some(member74);
        self
    }

    /// Sets [`member75`](Self::member75).
    #[must_use]
    pub fn with_member75(mut self, member75: i64) -> Self {
        self.member75 = Some(member75);
        self
    }

    /// Sets [`member76`](Self::member76).
    #[must_use]
    pub fn with_member76(mut self, member76: impl Into<String>) -> Self {
        self.member76 = Some(member76.into());
        self
    }

    /// Sets [`member77`](Self::member77).
    #[must_use]
    pub fn with_member77(mut self, member77: i32) -> Self {
        self.member77 = Some(member77);
        self
    }

    /// Sets [`member78`](Self::member78).
    #[must_use]
    pub fn with_member78(mut self, member78: bool) -> Self {
        self.member78 = Some(member78);
        self
    }

    /// Sets [`member79`](Self::member79).
    #[must_use]
    pub fn with_member79(mut self, member79: i64) -> Self {
        self.member79 = Some(member79);
        self
    }

    /// Sets [`member80`](Self::member80).
    #[must_use]
    pub fn with_member80(mut self, member80: impl Into<String>) -> Self {
        self.member80 = Some(member80.into());
        self
    }

    /// Sets [`member81`](Self::member81).
    #[must_use]
    pub fn with_member81(mut self, member81: i32) -> Self {
        self.member81 = Some(member81);
        self
    }

    /// Sets [`member82`](Self::member82).
    #[must_use]
    pub fn with_member82(mut self, member82: bool) -> Self {
        self.member82 = Some(member82);
        self
    }

    /// Sets [`member83`](Self::member83).
    #[must_use]
    pub fn with_member83(mut self, member83: i64) -> Self {
        self.member83 = Some(member83);
        self
    }

    /// Sets [`member84`](Self::member84).
    #[must_use]
    pub fn with_member84(mut self, member84: impl Into<String>) -> Self {
        self.member84 = Some(member84.into());
        self
    }

    /// Sets [`member85`](Self::member85).
    #[must_use]
    pub fn with_member85(mut self, member85: i32) -> Self {
        self.member85 = Some(member85);
        self
    }

    /// Sets [`member86`](Self::member86).
    #[must_use]
    pub fn with_member86(mut self, member86: bool) -> Self {
        self.member86 = Some(member86);
        self
    }

    /// Sets [`member87`](Self::member87).
    #[must_use]
    pub fn with_member87(mut self, member87: i64) -> Self {
        self.member87 = Some(member87);
        self
    }

    /// Sets [`member88`](Self::member88).
    #[must_use]
    pub fn with_member88(mut self, member88: impl Into<String>) -> Self {
        self.member88 = Some(member88.into());
        self
    }

    /// Sets [`member89`](Self::member89).
    #[must_use]
    pub fn with_member89(mut self, member89: i32) -> Self {
        self.member89 = Some(member89);
        self
    }

    /// Sets [`member90`](Self::member90).
    #[must_use]
    pub fn with_member90(mut self, member90: bool) -> Self {
        self.member90 = Some(member90);
        self
    }

    /// Sets [`member91`](Self::member91).
    #[must_use]
    pub fn with_member91(mut self, member91: i64) -> Self {
        self.member91 = Some(member91);
        self
    }

    /// Sets [`member92`](Self::member92).
    #[must_use]
    pub fn with_member92(mut self, member92: impl Into<String>) -> Self {
        self.member92 = Some(member92.into());
        self
    }

    /// Sets [`member93`](Self::member93).
    #[must_use]
    pub fn with_member93(mut self, member93: i32) -> Self {
        self.member93 = Some(member93);
        self
    }

    /// Sets [`member94`](Self::member94).
    #[must_use]
    pub fn with_member94(mut self, member94: bool) -> Self {
        self.member94 = Some(member94);
        self
    }

    /// Sets [`member95`](Self::member95).
    #[must_use]
    pub fn with_member95(mut self, member95: i64) -> Self {
        self.member95 = Some(member95);
        self
    }

    /// Sets [`member96`](Self::member96).
    #[must_use]
    pub fn with_member96(mut self, member96: impl Into<String>) -> Self {
        self.member96 = Some(member96.into());
        self
    }

    /// Sets [`member97`](Self::member97).
    #[must_use]
    pub fn with_member97(mut self, member97: i32) -> Self {
        self.member97 = Some(member97);
        self
    }

    /// Sets [`member98`](Self::member98).
    #[must_use]
    pub fn with_member98(mut self, member98: bool) -> Self {
        self.member98 = Some(member98);
        self
    }

    /// Sets [`member99`](Self::member99).
    #[must_use]
    pub fn with_member99(mut self, member99: i64) -> Self {
        self.member99 = Some(member99);
        self
    }
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

impl Encode for Hundred {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&HUNDRED);
        members.optional(0, &self.member0);
        members.optional(1, &self.member1);
        members.optional(2, &self.member2);
        members.optional(3, &self.member3);
        members.optional(4, &self.member4);
        members.optional(5, &self.member5);
        members.optional(6, &self.member6);
        members.optional(7, &self.member7);
        members.optional(8, &self.member8);
        members.optional(9, &self.member9);
        members.optional(10, &self.member10);
        members.optional(11, &self.member11);
        members.optional(12, &self.member12);
        members.optional(13, &self.member13);
        members.optional(14, &self.member14);
        members.optional(15, &self.member15);
        members.optional(16, &self.member16);
        members.optional(17, &self.member17);
        members.optional(18, &self.member18);
        members.optional(19, &self.member19);
        members.optional(20, &self.member20);
        members.optional(21, &self.member21);
        members.optional(22, &self.member22);
        members.optional(23, &self.member23);
        members.optional(24, &self.member24);
        members.optional(25, &self.member25);
        members.optional(26, &self.member26);
        members.optional(27, &self.member27);
        members.optional(28, &self.member28);
        members.optional(29, &self.member29);
        members.optional(30, &self.member30);
        members.optional(31, &self.member31);
        members.optional(32, &self.member32);
        members.optional(33, &self.member33);
        members.optional(34, &self.member34);
        members.optional(35, &self.member35);
        members.optional(36, &self.member36);
        members.optional(37, &self.member37);
        members.optional(38, &self.member38);
        members.optional(39, &self.member39);
        members.optional(40, &self.member40);
        members.optional(41, &self.member41);
        members.optional(42, &self.member42);
        members.optional(43, &self.member43);
        members.optional(44, &self.member44);
        members.optional(45, &self.member45);
        members.optional(46, &self.member46);
        members.optional(47, &self.member47);
        members.optional(48, &self.member48);
        members.optional(49, &self.member49);
        members.optional(50, &self.member50);
        members.optional(51, &self.member51);
        members.optional(52, &self.member52);
        members.optional(53, &self.member53);
        members.optional(54, &self.member54);
        members.optional(55, &self.member55);
        members.optional(56, &self.member56);
        members.optional(57, &self.member57);
        members.optional(58, &self.member58);
        members.optional(59, &self.member59);
        members.optional(60, &self.member60);
        members.optional(61, &self.member61);
        members.optional(62, &self.member62);
        members.optional(63, &self.member63);
        members.optional(64, &self.member64);
        members.optional(65, &self.member65);
        members.optional(66, &self.member66);
        members.optional(67, &self.member67);
        members.optional(68, &self.member68);
        members.optional(69, &self.member69);
        members.optional(70, &self.member70);
        members.optional(71, &self.member71);
        members.optional(72, &self.member72);
        members.optional(73, &self.member73);
        members.optional(74, &self.member74);
        members.optional(75, &self.member75);
        members.optional(76, &self.member76);
        members.optional(77, &self.member77);
        members.optional(78, &self.member78);
        members.optional(79, &self.member79);
        members.optional(80, &self.member80);
        members.optional(81, &self.member81);
        members.optional(82, &self.member82);
        members.optional(83, &self.member83);
        members.optional(84, &self.member84);
        members.optional(85, &self.member85);
        members.optional(86, &self.member86);
        members.optional(87, &self.member87);
        members.optional(88, &self.member88);
        members.optional(89, &self.member89);
        members.optional(90, &self.member90);
        members.optional(91, &self.member91);
        members.optional(92, &self.member92);
        members.optional(93, &self.member93);
        members.optional(94, &self.member94);
        members.optional(95, &self.member95);
        members.optional(96, &self.member96);
        members.optional(97, &self.member97);
        members.optional(98, &self.member98);
        members.optional(99, &self.member99);
        members.end();
    }
}

impl IntoResponse for Hundred {
    fn write(self, response: &mut ResponseWriter<'_>) {
        response.body(&self);
    }
}
