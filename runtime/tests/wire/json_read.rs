//! Values from JSON.

use std::collections::BTreeMap;
use std::fmt::Debug;

use farrier_runtime::codec::{
    Correct, Decode, Halt, MAX_DEPTH, Member, Reader, Strictness, Structure, UnionMember, required,
};
use farrier_runtime::protocol::{Protocol, REST_JSON_1};
use farrier_runtime::{BigDecimal, BigInteger, Blob, Document, Timestamp, TimestampFormat};

use Strictness::{Strict, Tolerant};

fn read<T: Decode>(body: impl AsRef<[u8]>, strictness: Strictness) -> Result<T, String> {
    let mut reader = REST_JSON_1.reader(body.as_ref(), strictness);
    reader.decode().map_err(|halt| {
        let malformed = reader.problems().malformed().map(ToString::to_string);
        malformed.unwrap_or_else(|| format!("{halt:?}"))
    })
}

/// The same from both kinds of readers.
fn check<T: Decode + PartialEq + Debug>(body: &str, expected: Option<T>) {
    check_strict(body, expected.as_ref());
    check_tolerant(body, expected.as_ref());
}

fn check_strict<T: Decode + PartialEq + Debug>(body: &str, expected: Option<&T>) {
    assert_eq!(read::<T>(body, Strict).ok().as_ref(), expected, "{body}");
}

fn check_tolerant<T: Decode + PartialEq + Debug>(body: &str, expected: Option<&T>) {
    assert_eq!(read::<T>(body, Tolerant).ok().as_ref(), expected, "{body}");
}

#[test]
fn integers_are_exact_and_bounded() {
    check::<i8>("127", Some(127));
    check::<i8>("-128", Some(-128));
    check::<i8>("128", None);
    check::<i8>("-129", None);
    check::<i16>("32767", Some(i16::MAX));
    check::<i16>("-32768", Some(i16::MIN));
    check::<i16>("40000", None);
    check::<i32>("2147483647", Some(i32::MAX));
    check::<i32>("-2147483648", Some(i32::MIN));
    check::<i32>("2147483648", None);
    check::<i64>("9223372036854775807", Some(i64::MAX));
    check::<i64>("-9223372036854775808", Some(i64::MIN));
    check::<i64>("9223372036854775808", None);
    check::<i64>("-9223372036854775809", None);
    check::<i64>("123456789012345678", Some(123_456_789_012_345_678));
    check::<i64>("1234567890123456789", Some(1_234_567_890_123_456_789));
    check::<i64>("123000000000000000000000", None);
    check::<i64>("-0", Some(0));
    check::<i64>("0", Some(0));
    for bad in ["", "-", "01", "-01", "+1", "1.", ".1", "1e", "0x42", "2ABC", "1 2", "--1", "1,"] {
        check::<i64>(bad, None);
    }
    for bad in ["\"123\"", "true", "null", "NaN", "\"NaN\"", "Infinity", "[1]", "{}", "1.001"] {
        check::<i64>(bad, None);
    }
}

#[test]
fn whole_numbers_written_as_floats_are_for_clients() {
    for (body, value) in
        [("1e3", 1000), ("1.0", 1), ("-2.50e1", -25), ("9.223372036854775807e18", i64::MAX)]
    {
        check_strict::<i64>(body, None);
        check_tolerant::<i64>(body, Some(&value));
    }
    check_tolerant::<i64>("1e-1", None);
    check_tolerant::<i64>("1e400", None);
    check_tolerant::<i64>("1e999999999999", None);
}

#[test]
fn floats_have_names_for_what_json_lacks() {
    check::<f64>("1", Some(1.0));
    check::<f64>("-1.25e-3", Some(-0.00125));
    check::<f64>("\"Infinity\"", Some(f64::INFINITY));
    check::<f64>("\"-Infinity\"", Some(f64::NEG_INFINITY));
    check::<f32>("\"Infinity\"", Some(f32::INFINITY));
    assert!(read::<f64>("\"NaN\"", Strict).unwrap().is_nan());
    assert!(read::<f32>("\"NaN\"", Tolerant).unwrap().is_nan());
    check::<f32>("0.1", Some(0.1));
    // Read by way of 64 bits, this would round to the even neighbour.
    check::<f32>("1.000000059604644775390626", Some(1.000_000_1));
    check::<f64>("1e400", None);
    check::<f32>("1e39", None);
    assert!(read::<f64>("-0", Strict).unwrap().is_sign_negative());
    for bad in
        ["\"123\"", "true", "2ABC", "0x42", "Infinity", "-Infinity", "NaN", "\"nan\"", "\"inf\""]
    {
        check::<f64>(bad, None);
        check::<f32>(bad, None);
    }
}

#[test]
fn booleans_are_two() {
    check("true", Some(true));
    check(" \t\r\nfalse ", Some(false));
    for bad in ["True", "tru", "truex", "1", "\"true\"", "null", "yes"] {
        check::<bool>(bad, None);
    }
}

#[test]
fn strings_are_unescaped() {
    let cases = [
        (r#""""#, Some("")),
        (r#""plain text of more than eight bytes""#, Some("plain text of more than eight bytes")),
        (r#""\"\\\/\b\f\n\r\t""#, Some("\"\\/\u{8}\u{c}\n\r\t")),
        (r#""a\u0041\u00e9\u20AC""#, Some("aAé€")),
        (r#""\ud83d\udc4d!""#, Some("👍!")),
        (r#""👍\n👍""#, Some("👍\n👍")),
        (r#""\ud83d""#, None),
        (r#""\ud83dx""#, None),
        (r#""\ud83d\n""#, None),
        (r#""\ud83d\ud83d""#, None),
        (r#""\udc4d\ud83d""#, None),
        (r#""\u12""#, None),
        (r#""\u12G4""#, None),
        (r#""\u+123""#, None),
        (r#""\x41""#, None),
        (r#""\"#, None),
        (r#""open"#, None),
        ("\"new\nline\"", None),
        ("\"nul\u{0}\"", None),
        ("\"delete\u{7f}\"", Some("delete\u{7f}")),
        ("'single'", None),
    ];
    for (body, expected) in cases {
        check(body, expected.map(str::to_owned));
    }
}

#[test]
fn what_is_not_utf8_is_refused_wherever_it_is() {
    let good = b"{\"a\":\"xyz\",\"b\":[1,2]} ";
    for at in 0..=good.len() {
        let mut body = good.to_vec();
        body.insert(at, 0xff);
        for strictness in [Strict, Tolerant] {
            let error = read::<Document>(&body, strictness).unwrap_err();
            assert!(error.contains("UTF-8") || error.contains("expected"), "{error}");
        }
    }
    // Overlong, surrogate, beyond Unicode, cut off.
    for bytes in [&b"\xc0\x80"[..], b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"] {
        let body = [b"\"", bytes, b"\""].concat();
        assert!(read::<String>(&body, Tolerant).is_err());
    }
    assert!(read::<String>(b"\xef\xbb\xbf\"bom\"", Tolerant).is_err());
}

#[test]
fn blobs_are_base64() {
    check("\"YmxvYg==\"", Some(Blob::from("blob")));
    check("\"\"", Some(Blob::default()));
    check(r#""Pz8\/""#, Some(Blob::from("???")));
    for bad in ["\"xyz*\"", "\"[][]\"", "\"-_==\"", "[98]", "981", "true"] {
        check::<Blob>(bad, None);
    }
    // Without padding, or with bits that say nothing.
    for sloppy in ["\"YmxvYg\"", "\"YmxvYg=\"", "\"YmxvYh==\""] {
        check_strict::<Blob>(sloppy, None);
    }
    check_tolerant("\"YmxvYg\"", Some(&Blob::from("blob")));
    check_tolerant("\"YmxvYh==\"", Some(&Blob::from("blob")));
}

#[test]
fn big_numbers_keep_every_digit() {
    let digits = "123456789012345678901234567890";
    check(digits, Some(digits.parse::<BigInteger>().unwrap()));
    let decimal = "-1.23456789012345678901234567890E-400";
    check(decimal, Some(decimal.parse::<BigDecimal>().unwrap()));
    check::<BigInteger>("1.5", None);
    check::<BigInteger>("\"1\"", None);
    check::<BigDecimal>("01", None);
}

#[test]
fn timestamps_default_to_seconds() {
    check("1515531081.1234", Timestamp::new(1_515_531_081, 123_400_000));
    check("-0.5", Timestamp::new(-1, 500_000_000));
    check("1.515531081123E9", Timestamp::new(1_515_531_081, 123_000_000));
    for bad in ["\"1985-04-12T23:20:50.52Z\"", "true", "1515531081ABC", "0x42", "1e40", "\"1\""] {
        check::<Timestamp>(bad, None);
    }
}

#[test]
fn documents_hold_anything() {
    let cases = [
        ("null", Document::Null),
        ("1", Document::from(1_u64)),
        ("-1", Document::from(-1_i64)),
        ("18446744073709551615", Document::from(u64::MAX)),
        ("18446744073709551616", Document::from(18_446_744_073_709_551_616.0)),
        ("1.5", Document::from(1.5)),
        ("\"\\u0041\"", Document::from("A")),
        (
            "[1,[],{}]",
            Document::Array(vec![
                1.into(),
                Document::Array(vec![]),
                Document::Object(BTreeMap::new()),
            ]),
        ),
        (
            "{\"b\":1,\"a\":true,\"b\":2}",
            [("a", Document::from(true)), ("b", 2.into())].into_iter().collect(),
        ),
    ];
    for (body, expected) in cases {
        check(body, Some(expected));
    }
    assert!(matches!(
        read::<Document>("-0", Strict).unwrap().as_f64(),
        Some(zero) if zero.is_sign_negative()
    ));
    for bad in [
        "",
        " ",
        "1e999",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{1:1}",
        "{\"a\"}",
        "[",
        "{",
        "]",
        "nul",
        "[1]]",
        "1 1",
        "// x\n1",
        "{\"a\":1 /**/}",
        "\u{feff}1",
        "\u{a0}1",
        "{\"a\":\u{c}1}",
    ] {
        check::<Document>(bad, None);
    }
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
