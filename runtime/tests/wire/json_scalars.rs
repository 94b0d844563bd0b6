//! Scalars and documents from JSON.

use std::collections::BTreeMap;

use farrier_runtime::codec::Strictness;
use farrier_runtime::{BigDecimal, BigInteger, Blob, Document, Timestamp};

use super::json_read::{check, check_strict, check_tolerant, read};
use Strictness::{Strict, Tolerant};

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
