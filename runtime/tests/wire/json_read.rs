//! Structures, lists, maps and unions from JSON.

use std::collections::BTreeMap;
use std::fmt::Debug;

use farrier_runtime::codec::{
    Correct, Decode, Halt, MAX_DEPTH, Member, Reader, Strictness, Structure, UnionMember, required,
};
use farrier_runtime::protocol::{Protocol, REST_JSON_1};
use farrier_runtime::{Document, Timestamp, TimestampFormat};

use Strictness::{Strict, Tolerant};

pub(super) fn read<T: Decode>(body: impl AsRef<[u8]>, strictness: Strictness) -> Result<T, String> {
    let mut reader = REST_JSON_1.reader(body.as_ref(), strictness);
    reader.decode().map_err(|halt| {
        let malformed = reader.problems().malformed().map(ToString::to_string);
        malformed.unwrap_or_else(|| format!("{halt:?}"))
    })
}

/// The same from both kinds of readers.
pub(super) fn check<T: Decode + PartialEq + Debug>(body: &str, expected: Option<T>) {
    check_strict(body, expected.as_ref());
    check_tolerant(body, expected.as_ref());
}

pub(super) fn check_strict<T: Decode + PartialEq + Debug>(body: &str, expected: Option<&T>) {
    assert_eq!(read::<T>(body, Strict).ok().as_ref(), expected, "{body}");
}

pub(super) fn check_tolerant<T: Decode + PartialEq + Debug>(body: &str, expected: Option<&T>) {
    assert_eq!(read::<T>(body, Tolerant).ok().as_ref(), expected, "{body}");
}

#[test]
fn depth_is_bounded() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for (depth, fits) in [(MAX_DEPTH, true), (MAX_DEPTH + 1, false), (1_000_000, false)] {
            let inner = if open == "[" { "" } else { "1" };
            let body = open.repeat(depth) + inner + &close.repeat(depth);
            assert_eq!(read::<Document>(&body, Strict).is_ok(), fits, "{depth}");
            // As a member that is passed over.
            let body = open.repeat(depth - 1) + inner + &close.repeat(depth - 1);
            let outer = format!("{{\"unknown\":{body}}}");
            assert_eq!(read::<Shape>(&outer, Tolerant).is_ok(), fits, "{depth}");
        }
    }
}

static SHAPE: Structure = Structure::new(
    "Shape",
    &[
        Member::new("name").required(),
        Member::new("count").json("COUNT"),
        Member::new("when").timestamp(TimestampFormat::DateTime),
        Member::new("days").items(&Member::new("member").timestamp(TimestampFormat::HttpDate)),
        Member::new("tags"),
        Member::new("inner"),
        Member::new("choice"),
        Member::new("sparse"),
        Member::new("message").also("Message"),
        Member::new("empty").nullable().required(),
        Member::new("quo\"ted"),
    ],
);

#[derive(Debug, Default, PartialEq)]
struct Shape {
    name: String,
    count: Option<i32>,
    when: Option<Timestamp>,
    days: Option<Vec<Timestamp>>,
    tags: Option<BTreeMap<String, String>>,
    inner: Option<Box<Shape>>,
    choice: Option<Choice>,
    sparse: Option<Vec<Option<i32>>>,
    message: Option<String>,
    empty: Option<String>,
    quoted: Option<i32>,
}

impl Decode for Shape {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let strict = reader.strictness() == Strict;
        let mut value = Self::default();
        let mut name = None;
        let mut members = reader.structure(&SHAPE)?;
        while let Some(member) = members.next()? {
            match member {
                0 => name = members.value()?,
                1 => value.count = members.value()?,
                2 => value.when = members.value()?,
                3 => value.days = members.value()?,
                4 => value.tags = members.value()?,
                5 => value.inner = members.value()?,
                6 => value.choice = members.value()?,
                7 => value.sparse = members.value()?,
                8 => value.message = members.value()?,
                9 => value.empty = members.value()?,
                10 => value.quoted = members.value()?,
                _ => members.skip()?,
            }
        }
        if strict {
            members.end()?;
            value.name = required(name)?;
        } else {
            // A client's table has nothing required; this one stands in for both.
            let _ = members.end();
            value.name = name.unwrap_or_else(Correct::corrected);
        }
        Ok(value)
    }
}

static CHOICE: Structure = Structure::new(
    "Choice",
    &[Member::new("text"), Member::new("number").json("num"), Member::new("nothing")],
);

#[derive(Debug, PartialEq)]
enum Choice {
    Text(String),
    Number(i32),
    Nothing,
    Unknown(String),
}

impl Decode for Choice {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let strict = reader.strictness() == Strict;
        let mut members = reader.union(&CHOICE)?;
        let value = match members.next()? {
            UnionMember::Known(0) => Self::Text(members.value()?),
            UnionMember::Known(1) => Self::Number(members.value()?),
            UnionMember::Known(2) => {
                members.unit()?;
                Self::Nothing
            }
            _ if strict => return Err(members.unrecognised()),
            other => Self::Unknown(members.unknown(other)?),
        };
        members.end()?;
        Ok(value)
    }
}

fn named(name: &str) -> Shape {
    Shape { name: name.to_owned(), ..Shape::default() }
}

#[test]
fn members_come_in_any_order_and_the_last_one_wins() {
    let expected =
        Shape { count: Some(2), message: Some("m".into()), quoted: Some(3), ..named("n") };
    let bodies = [
        r#"{"name":"n","COUNT":2,"message":"m","empty":null,"quo\"ted":3}"#,
        r#"{"quo\u0022ted":3,"empty":null,"Message":"m","COUNT":2,"name":"n"}"#,
        r#" { "\u006eame" : "x" , "COUNT" : 1 , "name" : "n", "COUNT":2,"empty":null, "Message":"m","quo\"ted":3 } "#,
        r#"{"name":"n","count":"the model's name, not JSON's","COUNT":2,"empty":null,"message":"m","quo\"ted":3,"x":[{"y":"\n"}]}"#,
    ];
    for body in bodies {
        check(body, Some(Shape { ..copy(&expected) }));
    }
}

fn copy(shape: &Shape) -> Shape {
    Shape {
        name: shape.name.clone(),
        message: shape.message.clone(),
        count: shape.count,
        quoted: shape.quoted,
        ..Shape::default()
    }
}

#[test]
fn null_is_no_value() {
    check(
        r#"{"name":"n","COUNT":null,"when":null,"days":null,"tags":null,"inner":null,"empty":null}"#,
        Some(named("n")),
    );
    assert_eq!(read::<Shape>(r#"{"name":null,"empty":null}"#, Strict), Err("Violated".into()));
    assert_eq!(read::<Shape>(r#"{"name":"n"}"#, Strict), Err("Violated".into()));
    // Known by now, taken back by a null: still there.
    check(r#"{"name":"n","name":null,"empty":null}"#, Some(named("n")));
}

#[test]
fn an_absent_body_has_no_members() {
    check_tolerant("", Some(&named("")));
    check_tolerant("null", Some(&named("")));
    assert_eq!(read::<Shape>("", Strict), Err("Violated".into()));
    for bad in ["null", "[{\"name\":\"n\"}]", "10", "\"x\"", " ", "}", "{", "{}}", "{}{}", "{}null"]
    {
        let error = read::<Shape>(bad, Strict).unwrap_err();
        assert!(error.contains("expected"), "{bad}: {error}");
    }
    for bad in ["nul", "null null", "}", "{", "{}}", " x"] {
        assert!(read::<Shape>(bad, Tolerant).is_err(), "{bad}");
    }
}

#[test]
fn nested_values_are_read_by_their_own_tables() {
    let body = r#"{"name":"n","empty":"e","when":"1985-04-12T23:20:50.52Z",
        "days":["Tue, 29 Apr 2014 18:30:38 GMT"],"tags":{"a":"1","b":"2","a":"3"},
        "inner":{"name":"m","empty":null,"sparse":[1,null,3]},"choice":{"__type":"x","text":null,"num":5}}"#;
    let expected = Shape {
        empty: Some("e".into()),
        when: Timestamp::new(482_196_050, 520_000_000),
        days: Some(vec![Timestamp::new(1_398_796_238, 0).unwrap()]),
        tags: Some([("a".to_owned(), "3".to_owned()), ("b".to_owned(), "2".to_owned())].into()),
        inner: Some(Box::new(Shape { sparse: Some(vec![Some(1), None, Some(3)]), ..named("m") })),
        choice: Some(Choice::Number(5)),
        ..named("n")
    };
    check(body, Some(expected));
}

#[test]
fn nulls_in_dense_lists_and_maps_are_for_clients_to_pass_over() {
    let body = r#"["a",null,"b"]"#;
    check_tolerant(body, Some(&vec!["a".to_owned(), "b".to_owned()]));
    let error = read::<Vec<String>>(body, Strict).unwrap_err();
    assert!(error.starts_with("/1: null"), "{error}");
    check(body, Some(vec![Some("a".to_owned()), None, Some("b".to_owned())]));

    let body = r#"{"a":"x","b":null}"#;
    check_tolerant(body, Some(&BTreeMap::from([("a".to_owned(), "x".to_owned())])));
    let error = read::<BTreeMap<String, String>>(body, Strict).unwrap_err();
    assert!(error.starts_with("/b: null"), "{error}");
    let sparse = BTreeMap::from([("a".to_owned(), Some("x".to_owned())), ("b".to_owned(), None)]);
    check(body, Some(sparse));
    check(r#"[null,1]"#, Some(vec![Document::Null, Document::from(1)]));
    assert!(read::<BTreeMap<String, String>>(r#"{null:"x"}"#, Tolerant).is_err());
}

#[test]
fn unions_have_one_member() {
    check(r#"{"text":"t"}"#, Some(Choice::Text("t".into())));
    check(r#"{"nothing":{}}"#, Some(Choice::Nothing));
    check(r#"{"nothing":{"x":1}}"#, Some(Choice::Nothing));
    check::<Choice>(r#"{"nothing":1}"#, None);
    check::<Choice>(r#"["text"]"#, None);
    let only_tolerant = [
        (r#"{"text":"t","num":1}"#, Choice::Text("t".into()), "more than one member"),
        (r#"{"num":2,"other":[1,{}]}"#, Choice::Number(2), "more than one member"),
        (r#"{"other":{"a":[]}}"#, Choice::Unknown("other".into()), "no such member"),
        (r#"{"text":null}"#, Choice::Unknown(String::new()), "no member"),
        (r#"{}"#, Choice::Unknown(String::new()), "no member"),
    ];
    for (body, expected, message) in only_tolerant {
        check_tolerant(body, Some(&expected));
        let error = read::<Choice>(body, Strict).unwrap_err();
        assert!(error.contains(message), "{body}: {error}");
    }
}

#[test]
fn errors_say_where() {
    let cases = [
        (r#"{"name":1}"#, "/name: expected a string, found a number (at byte 8)"),
        (
            r#"{"days":["Tue, 29 Apr 2014 18:30:38 GMT","x"]}"#,
            "/days/1: expected a timestamp of the format http-date (at byte 41)",
        ),
        (
            r#"{"inner":{"tags":{"k/~":[]}}}"#,
            "/inner/tags/k~1~0: expected a string, found an array (at byte 24)",
        ),
        (
            r#"{"COUNT":1.5}"#,
            "/count: expected an integer, found a number with a fraction or exponent (at byte 9)",
        ),
        (
            r#"{"COUNT":99999999999}"#,
            "/count: expected an integer from -2147483648 to 2147483647 (at byte 9)",
        ),
        (r#"{"name":"x" "COUNT":1}"#, "expected `,` or `}`, found a string (at byte 12)"),
        (r#"{"name":"#, "/name: expected a string, found the end of the body (at byte 8)"),
        ("{'name':1}", "expected a name in quotes, found '\\'' (at byte 1)"),
        (r#"{"COUNT":é}"#, "/count: expected an integer, found 'é' (at byte 9)"),
    ];
    for (body, expected) in cases {
        assert_eq!(read::<Shape>(body, Strict).unwrap_err(), expected, "{body}");
    }
}

#[test]
fn a_body_cut_anywhere_is_refused() {
    let body = r#"{"name":"né\n\ud83d\udc4d","COUNT":-12,"when":"1985-04-12T23:20:50.52Z","x":[1.5e3,true,null,{"y":"z"}],
        "days":["Tue, 29 Apr 2014 18:30:38 GMT"],"tags":{"a":"1"},"empty":null,"inner":{"name":"m","empty":""},"choice":{"num":5}}"#;
    assert!(read::<Shape>(body, Strict).is_ok());
    for end in 1..body.len() {
        for strictness in [Strict, Tolerant] {
            let cut = &body.as_bytes()[..end];
            assert!(read::<Shape>(cut, strictness).is_err(), "{end}");
            assert!(read::<Document>(cut, strictness).is_err(), "{end}");
        }
    }
}

#[test]
fn damaged_bodies_never_panic() {
    let body = r#"{"name":"n\u00e9","COUNT":-12,"x":[1.5e3,true,null],"tags":{"a":"1"},"empty":null,"choice":{"num":5}}"#;
    for at in 0..body.len() {
        for byte in
            [0, b'"', b'\\', b'{', b'}', b'[', b']', b',', b':', b'-', b'.', b'9', b'n', 0x80, 0xff]
        {
            let mut damaged = body.as_bytes().to_vec();
            damaged[at] = byte;
            for strictness in [Strict, Tolerant] {
                let _ = read::<Shape>(&damaged, strictness);
                let _ = read::<Document>(&damaged, strictness);
            }
        }
    }
}

#[test]
fn large_structures_are_indexed_to_the_end() {
    const NAMES: &[&str] = &["aa", "ba", "ca", "da", "ea", "fa", "ga", "ha", "ia", "ja"];
    let members: Vec<Member> = (0..300)
        .map(|index| {
            let name = format!("{}{index}", NAMES[index % NAMES.len()]);
            Member::new(Box::leak(name.into_boxed_str())).required()
        })
        .collect();
    let names: Vec<&str> = members.iter().map(Member::name).collect();
    let structure: &'static Structure =
        Box::leak(Box::new(Structure::new("Large", Box::leak(members.into_boxed_slice()))));
    for skip in [None, Some(0), Some(127), Some(128), Some(299)] {
        let mut entries: Vec<String> = names
            .iter()
            .enumerate()
            .filter(|(index, _)| Some(*index) != skip)
            .map(|(index, name)| format!("\"{name}\":{index}"))
            .collect();
        entries.reverse();
        let body = format!("{{{}}}", entries.join(","));
        let mut reader = REST_JSON_1.reader(body.as_bytes(), Strict);
        let mut seen = Vec::new();
        let mut members = reader.reader().structure(structure).unwrap();
        while let Some(index) = members.next().unwrap() {
            assert_eq!(members.value::<i64>().unwrap(), Some(index as i64));
            seen.push(index);
        }
        assert_eq!(members.end().is_err(), skip.is_some());
        seen.reverse();
        assert_eq!(seen, (0..300).filter(|index| Some(*index) != skip).collect::<Vec<_>>());
    }
}
