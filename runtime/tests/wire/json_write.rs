//! Values to JSON.

use std::collections::BTreeMap;

use farrier_runtime::codec::{Encode, Member, Structure, Writer};
use farrier_runtime::protocol::{HTTP_JSON, Protocol, REST_JSON_1};
use farrier_runtime::{BigDecimal, BigInteger, Blob, Document, Timestamp, TimestampFormat};

fn written<T: Encode + ?Sized>(protocol: &dyn Protocol, value: &T) -> String {
    let mut out = Vec::new();
    protocol.writer(&mut out).encode(value);
    String::from_utf8(out).unwrap()
}

fn check<T: Encode + ?Sized>(value: &T, expected: &str) {
    assert_eq!(written(&REST_JSON_1, value), expected);
}

#[test]
fn scalars() {
    check(&true, "true");
    check(&i8::MIN, "-128");
    check(&i64::MIN, "-9223372036854775808");
    check(&0.1_f32, "0.1");
    check(&1.5_f64, "1.5");
    check(&f64::NAN, "\"NaN\"");
    check(&f64::INFINITY, "\"Infinity\"");
    check(&f32::NEG_INFINITY, "\"-Infinity\"");
    check("", "\"\"");
    check(
        "a\"b\\c/\n\r\t\u{8}\u{c}\u{1}\u{1f}\u{7f}é👍",
        "\"a\\\"b\\\\c/\\n\\r\\t\\b\\f\\u0001\\u001f\u{7f}é👍\"",
    );
    check(&Blob::from("blob"), "\"YmxvYg==\"");
    check(&Blob::default(), "\"\"");
    check(&"12345678901234567890123".parse::<BigInteger>().unwrap(), "12345678901234567890123");
    check(&"1.50".parse::<BigDecimal>().unwrap(), "1.50");
    check(&Timestamp::new(1, 500_000_000).unwrap(), "1.5");
    assert_eq!(written(&HTTP_JSON, &Timestamp::default()), "\"1970-01-01T00:00:00Z\"");
    check(
        &Document::from(vec![Document::Null, 1.into(), u64::MAX.into(), "x".into()]),
        "[null,1,18446744073709551615,\"x\"]",
    );
}

#[test]
fn large_blobs_are_written_in_pieces_that_fit() {
    for length in [1, 2, 3, 767, 768, 769, 1535, 1536, 1537, 10_000] {
        let bytes: Vec<u8> = (0..length).map(|index| (index % 251) as u8).collect();
        let text = written(&REST_JSON_1, &Blob::from(bytes.clone()));
        let mut reader =
            REST_JSON_1.reader(text.as_bytes(), farrier_runtime::codec::Strictness::Strict);
        assert_eq!(reader.decode::<Blob>().unwrap(), Blob::from(bytes), "{length}");
    }
}

static OUTER: Structure = Structure::new(
    "Outer",
    &[
        Member::new("when").json("wh\"en").timestamp(TimestampFormat::HttpDate),
        Member::new("days").items(&Member::new("member").timestamp(TimestampFormat::DateTime)),
        Member::new("sparse"),
        Member::new("maps")
            .items(&Member::new("value").items(&Member::new("v").timestamp(TimestampFormat::Date))),
        Member::new("null").nullable().required(),
        Member::new("absent").required(),
    ],
);

struct Outer(Timestamp);

impl Encode for Outer {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&OUTER);
        members.member(0, &self.0);
        members.member(1, &[self.0, self.0][..]);
        members.optional(2, &Some(vec![Some(1), None]));
        let inner = BTreeMap::from([("a".to_owned(), self.0)]);
        members.member(
            3,
            &BTreeMap::from([("x\"".to_owned(), inner), ("y".to_owned(), BTreeMap::new())]),
        );
        members.optional(4, &None::<String>);
        members.optional(5, &None::<String>);
        // No such member: nothing is written, nothing breaks.
        members.member(99, &1_i32);
        members.end();
    }
}

#[test]
fn members_items_and_values_take_their_own_formats() {
    let time = Timestamp::new(1_398_796_238, 0).unwrap();
    let expected = r#"{"wh\"en":"Tue, 29 Apr 2014 18:30:38 GMT","days":["2014-04-29T18:30:38Z","2014-04-29T18:30:38Z"],"sparse":[1,null],"maps":{"x\"":{"a":"2014-04-29"},"y":{}},"null":null}"#;
    check(&Outer(time), expected);
    check(&vec![Outer(time), Outer(time)], &format!("[{expected},{expected}]"));
}

#[test]
fn what_serde_json_writes_is_what_it_reads() {
    let text = written(&REST_JSON_1, &Outer(Timestamp::default()));
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    for code in 0..0x300_u32 {
        let text = char::from_u32(code).unwrap().to_string().repeat(9);
        assert_eq!(serde_json::from_str::<String>(&written(&REST_JSON_1, &text)).unwrap(), text);
    }
}
