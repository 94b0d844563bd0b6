//! Constraints, and what is said of values that violate them.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use farrier_runtime::codec::{
    Bound, Constraint, Decode, Halt, MapKey, Member, Pattern, Reader, Strictness, Structure,
    Violations,
};
use farrier_runtime::protocol::{Protocol, REST_JSON_1};
use farrier_runtime::{BigDecimal, Blob, Document, Timestamp, TimestampFormat};

static LOWER: Pattern = Pattern::new("^[a-m]+$", "^[a-m]+$");
static WORD: Pattern = Pattern::new(r"\w", r"[0-9A-Za-z_]");

static NAME: Member = Member::new("member").length(2, 4).pattern(&LOWER);
static SHORT: Member = Member::new("key").max_length(3);

static SHAPE: Structure = Structure::new(
    "Shape",
    &[
        Member::new("text").json("TEXT").length(2, 4).pattern(&LOWER).required(),
        Member::new("count").min(Bound::Integer(2)).max(Bound::Integer(8)).required(),
        Member::new("ratio").exclusive_min(Bound::Float(0.5)).exclusive_max(Bound::Integer(2)),
        Member::new("step").multiple_of(Bound::Float(0.1)),
        Member::new("blob").min_length(2),
        Member::new("names").items(&NAME).max_length(2).unique(),
        Member::new("map").keys(&SHORT).items(&NAME).min_length(2),
        Member::new("secret").length(8, 9).pattern(&WORD).sensitive(),
        Member::new("kind"),
        Member::new("grade"),
        Member::new("kinds"),
        Member::new("inner"),
        Member::new("list"),
        Member::new("big").min(Bound::Integer(0)),
        Member::new("times")
            .items(&Member::new("member").timestamp(TimestampFormat::DateTime))
            .unique(),
    ],
)
.closed();

const KINDS: &[&str] = &["abc", "def"];

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Abc,
    Def,
}

impl Kind {
    fn from_known(text: &str) -> Option<Self> {
        match text {
            "abc" => Some(Self::Abc),
            "def" => Some(Self::Def),
            _ => None,
        }
    }
}

impl Decode for Kind {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(KINDS, Self::from_known)
    }
}

impl MapKey for Kind {
    fn from_key(text: String) -> Option<Self> {
        Self::from_known(&text)
    }

    fn as_key(&self) -> &str {
        match self {
            Self::Abc => "abc",
            Self::Def => "def",
        }
    }

    fn shown() -> &'static [&'static str] {
        KINDS
    }
}

struct Grade;

impl Decode for Grade {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.integer_enumerated(&[1, 2], |value| (1..=2).contains(&value).then_some(Self))
    }
}

struct Shape;

impl Decode for Shape {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut members = reader.structure(&SHAPE)?;
        while let Some(member) = members.next()? {
            match member {
                0 | 7 => drop(members.value::<String>()?),
                1 => drop(members.value::<i32>()?),
                2 => drop(members.value::<f64>()?),
                3 => drop(members.value::<f32>()?),
                4 => drop(members.value::<Blob>()?),
                5 => drop(members.value::<Vec<String>>()?),
                6 => drop(members.value::<BTreeMap<String, String>>()?),
                8 => _ = members.value::<Kind>()?,
                9 => _ = members.value::<Grade>()?,
                10 => drop(members.value::<BTreeMap<Kind, i32>>()?),
                11 => drop(members.value::<Box<Shape>>()?),
                12 => drop(members.value::<Vec<Shape>>()?),
                13 => drop(members.value::<BigDecimal>()?),
                14 => drop(members.value::<Vec<Timestamp>>()?),
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(Self)
    }
}

fn violations(body: &str) -> Violations {
    let mut reader = REST_JSON_1.reader(body.as_bytes(), Strictness::Strict);
    match reader.decode::<Shape>() {
        Ok(_) => Violations::default(),
        Err(Halt::Violated) => {
            let violations = reader.problems().take_violations();
            assert!(!violations.is_empty(), "{body}");
            violations
        }
        Err(Halt::Malformed) => panic!("{:?}: {body}", reader.problems().malformed()),
    }
}

/// With what is required added, `member` violates what it violates.
fn check(member: &str, expected: &[(&str, &str)]) {
    let body = format!(r#"{{"TEXT":"abc","count":5,{member}}}"#);
    check_body(&body, expected);
}

fn check_body(body: &str, expected: &[(&str, &str)]) {
    let found: Vec<(String, String)> = violations(body)
        .iter()
        .map(|violation| (violation.path.to_string(), violation.constraint.to_string()))
        .collect();
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(path, rule)| ((*path).to_owned(), format!("Member must {rule}")))
        .collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn each_constraint_is_checked() {
    check_body(r#"{"TEXT":"abc","count":2}"#, &[]);
    check_body("", &[("/text", "not be null"), ("/count", "not be null")]);
    check_body(r#"{"TEXT":null,"count":8}"#, &[("/text", "not be null")]);
    let length = "have length between 2 and 4, inclusive";
    let pattern = "satisfy regular expression pattern: ^[a-m]+$";
    check_body(r#"{"TEXT":"a","count":2}"#, &[("/text", length)]);
    check_body(r#"{"TEXT":"ZZZZZ","count":2}"#, &[("/text", length), ("/text", pattern)]);
    // The text of the pattern is the model's; what it matches is found anywhere, in escaped texts too.
    check_body(r#"{"TEXT":"\u0061b","count":2}"#, &[]);
    check_body(r#"{"TEXT":"\u007ab","count":2}"#, &[("/text", pattern)]);
    let range = "be between 2 and 8, inclusive";
    check_body(r#"{"TEXT":"abc","count":1}"#, &[("/count", range)]);
    check_body(r#"{"TEXT":"abc","count":9}"#, &[("/count", range)]);
    let between = "be greater than 0.5 and less than 2";
    for (value, fits) in [
        ("0.5", false),
        ("0.50001", true),
        ("1.9999", true),
        ("2", false),
        ("\"NaN\"", false),
        ("\"-Infinity\"", false),
    ] {
        let expected = [("/ratio", between)];
        check(&format!(r#""ratio":{value}"#), if fits { &[] } else { &expected });
    }
    for (value, fits) in
        [("0", true), ("0.3", true), ("0.7", true), ("1e6", true), ("0.35", false), ("-0.1", true)]
    {
        let expected = [("/step", "be a multiple of 0.1")];
        check(&format!(r#""step":{value}"#), if fits { &[] } else { &expected });
    }
    check(r#""blob":"YQ==""#, &[("/blob", "have length greater than or equal to 2")]);
    check(r#""big":-99999999999999999999999.5"#, &[("/big", "be greater than or equal to 0")]);
    check(r#""big":99999999999999999999999.5"#, &[]);
    check(r#""kind":"abc","grade":2"#, &[]);
    check(r#""kind":"ABC""#, &[("/kind", "satisfy enum value set: [abc, def]")]);
    check(r#""grade":3"#, &[("/grade", "satisfy enum value set: [1, 2]")]);
    check(r#""kinds":{"def":1,"xyz":2}"#, &[("/kinds", "satisfy enum value set: [abc, def]")]);
    check(
        r#""other":{"a":[1]},"x/y":1"#,
        &[
            ("/other", "not be set: there is no such member"),
            ("/x~1y", "not be set: there is no such member"),
        ],
    );
}

#[test]
fn lists_and_maps_are_checked_inside_and_out() {
    let length = "have length between 2 and 4, inclusive";
    let pattern = "satisfy regular expression pattern: ^[a-m]+$";
    check(r#""names":["ab","cd"]"#, &[]);
    check(
        r#""names":["ab","z","\u0061b"]"#,
        &[
            ("/names", "have length less than or equal to 2"),
            ("/names", "have unique values"),
            ("/names/1", length),
            ("/names/1", pattern),
        ],
    );
    check(
        r#""map":{"long":"abc","b/":"x"}"#,
        &[
            ("/map", "have length less than or equal to 3"),
            ("/map/b~1", length),
            ("/map/b~1", pattern),
        ],
    );
    check(r#""map":{}"#, &[("/map", "have length greater than or equal to 2")]);
    check(
        r#""times":["1985-04-12T23:20:50.52Z","1985-04-12T23:20:50.520Z"]"#,
        &[("/times", "have unique values")],
    );
    check(r#""times":["1985-04-12T23:20:50.52Z","1985-04-12T23:20:50.521Z"]"#, &[]);
}

#[test]
fn violations_come_in_the_models_order() {
    let body = r#"{
        "list":[{"TEXT":"abc","count":2},{"unknown":1,"count":99,"inner":{"kind":"x","count":3,"TEXT":"ab"}}],
        "unknown":0,"map":{"b":"a","a":"a"},"count":1,"names":["x"]}"#;
    let two_to_four = "have length between 2 and 4, inclusive";
    let pattern = "satisfy regular expression pattern: ^[a-m]+$";
    check_body(
        body,
        &[
            ("/text", "not be null"),
            ("/count", "be between 2 and 8, inclusive"),
            ("/names/0", two_to_four),
            ("/names/0", pattern),
            ("/map/a", two_to_four),
            ("/map/b", two_to_four),
            ("/list/1/text", "not be null"),
            ("/list/1/count", "be between 2 and 8, inclusive"),
            ("/list/1/inner/kind", "satisfy enum value set: [abc, def]"),
            ("/list/1/unknown", "not be set: there is no such member"),
            ("/unknown", "not be set: there is no such member"),
        ],
    );
}

#[test]
fn values_are_shown_unless_they_are_sensitive() {
    let found = violations(r#"{"TEXT":"x\ny","count":100,"secret":"hush"}"#);
    let values: Vec<Option<&str>> =
        found.iter().map(|violation| violation.value.as_deref()).collect();
    assert_eq!(values, [Some("x\ny"), Some("100"), None]);
    assert!(!found.message().contains("hush"));
    let long = violations(&format!(r#"{{"TEXT":"{}","count":2}}"#, "é".repeat(10_000)));
    assert_eq!(long.as_slice()[0].value.as_ref().map(|value| value.chars().count()), Some(4096));
    assert_eq!(
        long.as_slice()[0].constraint,
        Constraint::Length { min: Some(2), max: Some(4), actual: 10_000 }
    );
}

#[test]
fn hostile_numbers_of_violations_are_cut() {
    let items = r#""x","#.repeat(100_000);
    let body = format!(r#"{{"TEXT":"abc","count":2,"names":[{}"x"]}}"#, items);
    assert_eq!(violations(&body).len(), 1000);
}

#[test]
fn hostile_keys_are_cut() {
    let found = violations(&format!(
        r#"{{"TEXT":"abc","count":2,"map":{{"{}":"x","b":"x"}},"{}":1}}"#,
        "é".repeat(100_000),
        "ü".repeat(100_000),
    ));
    let paths: Vec<String> = found.iter().map(|found| found.path.to_string()).collect();
    let (known, unknown) = (format!("/map/{}…", "é".repeat(256)), format!("/{}…", "ü".repeat(256)));
    assert!(paths.contains(&known) && paths.contains(&unknown), "{paths:?}");
}

/// Each violation has the keys of all maps around it in its path.
#[test]
fn hostile_paths_are_bounded_together() {
    static NEST: Structure =
        Structure::new("Nest", &[Member::new("names").items(&NAME), Member::new("nests")]);
    struct Nest;
    impl Decode for Nest {
        fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
            let mut members = reader.structure(&NEST)?;
            while let Some(member) = members.next()? {
                match member {
                    0 => drop(members.value::<Vec<String>>()?),
                    _ => drop(members.value::<BTreeMap<String, Nest>>()?),
                }
            }
            members.end()?;
            Ok(Self)
        }
    }
    let mut body = format!(r#"{{"names":[{}"x"]}}"#, r#""x","#.repeat(1000));
    for _ in 0..60 {
        body = format!(r#"{{"nests":{{"{}":{body}}}}}"#, "k".repeat(50_000));
    }
    let mut reader = REST_JSON_1.reader(body.as_bytes(), Strictness::Strict);
    assert_eq!(reader.decode::<Nest>().err(), Some(Halt::Violated));
    let answer = REST_JSON_1.violations(&reader.problems().take_violations());
    assert!((10_000..4 << 20).contains(&answer.body().len()), "{} bytes", answer.body().len());
}

#[test]
fn sensitive_keys_are_not_shown() {
    static KEY: Member = Member::new("key").sensitive();
    static SAFE: Structure = Structure::new("Safe", &[Member::new("map").keys(&KEY).items(&NAME)]);
    struct Safe;
    impl Decode for Safe {
        fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
            let mut members = reader.structure(&SAFE)?;
            while members.next()?.is_some() {
                members.value::<BTreeMap<String, String>>()?;
            }
            members.end()?;
            Ok(Self)
        }
    }
    for body in [r#"{"map":{"hush":"x"}}"#, r#"{"map":{"hush":1}}"#, r#"{"map":{"hush":null}}"#] {
        let mut reader = REST_JSON_1.reader(body.as_bytes(), Strictness::Strict);
        assert!(reader.decode::<Safe>().is_err(), "{body}");
        let problems = format!("{:?}", reader.problems());
        assert!(problems.contains("***") && !problems.contains("hush"), "{problems}");
    }
}

#[test]
fn a_malformed_body_is_malformed_whatever_it_violates() {
    let mut reader = REST_JSON_1.reader(br#"{"count":99,"TEXT":5}"#, Strictness::Strict);
    assert_eq!(reader.decode::<Shape>().err(), Some(Halt::Malformed));
    assert!(reader.problems().malformed().is_some());
}

/// Items that say how many of them were there at once.
struct Counted;

static ALIVE: AtomicUsize = AtomicUsize::new(0);
static MOST_ALIVE: AtomicUsize = AtomicUsize::new(0);

impl Decode for Counted {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.skip()?;
        MOST_ALIVE.fetch_max(ALIVE.fetch_add(1, Relaxed) + 1, Relaxed);
        Ok(Self)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Relaxed);
    }
}

#[test]
fn what_is_too_long_is_not_kept() {
    static FEW: Member = Member::new("few").max_length(2);
    let list = format!("[{}1]", "1,".repeat(999));
    let mut reader = REST_JSON_1.reader(list.as_bytes(), Strictness::Strict);
    reader.reader().set_member(&FEW);
    assert_eq!(reader.decode::<Vec<Counted>>().err(), Some(Halt::Violated));
    let found = reader.problems().take_violations();
    let constraint = Constraint::Length { min: None, max: Some(2), actual: 1000 };
    assert_eq!(found.as_slice()[0].constraint, constraint);

    let entries: Vec<String> = (0..1000).map(|key| format!("\"{key}\":1")).collect();
    let map = format!("{{{}}}", entries.join(","));
    let mut reader = REST_JSON_1.reader(map.as_bytes(), Strictness::Strict);
    reader.reader().set_member(&FEW);
    assert_eq!(reader.decode::<BTreeMap<String, Counted>>().err(), Some(Halt::Violated));
    assert_eq!(MOST_ALIVE.load(Relaxed), 3);
}

#[test]
fn numbers_are_compared_exactly() {
    static MOST: Member = Member::new("most").max(Bound::Integer(i64::MAX));
    static EVEN: Member = Member::new("even").multiple_of(Bound::Integer(2));
    static UNIQUE: Member = Member::new("unique").unique();
    static TIME: Member = Member::new("time").timestamp(TimestampFormat::EpochSeconds);
    static TIMES: Member = Member::new("times").items(&TIME).unique();
    fn fits<T: Decode>(member: &'static Member, body: &str) -> bool {
        let mut reader = REST_JSON_1.reader(body.as_bytes(), Strictness::Strict);
        reader.reader().set_member(member);
        match reader.decode::<T>() {
            Ok(_) => true,
            Err(Halt::Violated) => false,
            Err(Halt::Malformed) => panic!("{body}: {:?}", reader.problems().malformed()),
        }
    }
    let numbers = [
        ("9223372036854775807", true),
        ("9223372036854775807.0", true),
        ("9223372036854775807.1", false),
        ("9223372036854775808", false),
        ("-1e400", true),
        ("1e400", false),
    ];
    for (number, expected) in numbers {
        assert_eq!(fits::<BigDecimal>(&MOST, number), expected, "{number}");
    }
    assert!(!fits::<f64>(&MOST, "9223372036854775808") && fits::<f64>(&MOST, "9e18"));
    assert!(fits::<BigDecimal>(&EVEN, "36893488147419103232"));
    assert!(!fits::<BigDecimal>(&EVEN, "36893488147419103233"));
    let lists = [
        ("[18446744073709551616,18446744073709551617]", true),
        ("[18446744073709551616,1.8446744073709551616e19]", false),
        ("[1,1.0]", false),
        ("[0,-0]", false),
        ("[1e400,1e401]", true),
    ];
    for (list, expected) in lists {
        assert_eq!(fits::<Vec<BigDecimal>>(&UNIQUE, list), expected, "{list}");
    }
    let documents = [
        (r#"[{"a":18446744073709551617},{"a":18446744073709551616}]"#, true),
        (r#"[{"a":1,"b":[2,null]},{"b":[2.0,null],"a":1e0}]"#, false),
        (r#"["1",1,true,null,[],{}]"#, true),
    ];
    for (list, expected) in documents {
        assert_eq!(fits::<Vec<Document>>(&UNIQUE, list), expected, "{list}");
    }
    let times = [
        ("[1700000000.1234567,1700000000.1234568]", true),
        ("[1700000000.5,17000000005e-1]", false),
    ];
    for (list, expected) in times {
        assert_eq!(fits::<Vec<Timestamp>>(&TIMES, list), expected, "{list}");
    }
}
