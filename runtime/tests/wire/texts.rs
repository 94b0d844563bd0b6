//! Labels, query parameters and headers.

use std::fmt::Debug;

use farrier_runtime::codec::{Bound, Decode, Encode, Halt, Member, Problems, Strictness};
use farrier_runtime::http::{
    Location, decode_percent, encode_percent, query_pairs, read_text, write_header, write_label,
    write_query,
};
use farrier_runtime::{BigDecimal, BigInteger, Blob, Timestamp, TimestampFormat};

use Location::{Header, Label, Query};

static PLAIN: Member = Member::new("plain");
static EPOCH: Member = Member::new("epoch").timestamp(TimestampFormat::EpochSeconds);
static DATE_TIME: Member = Member::new("dateTime").timestamp(TimestampFormat::DateTime);
static HTTP_DATE: Member = Member::new("httpDate").timestamp(TimestampFormat::HttpDate);
static EPOCHS: Member = Member::new("epochs").items(&EPOCH);
static DATE_TIMES: Member = Member::new("dateTimes").items(&DATE_TIME);
static MEDIA: Member = Member::new("media").media_type();

fn header<T: Encode + ?Sized>(member: &'static Member, value: &T) -> Option<String> {
    write_header(member, value)
}

fn read<T: Decode>(
    location: Location,
    member: &'static Member,
    texts: &[&str],
) -> Result<T, String> {
    read_as(location, Strictness::Strict, member, texts)
}

fn read_as<T: Decode>(
    location: Location,
    strictness: Strictness,
    member: &'static Member,
    texts: &[&str],
) -> Result<T, String> {
    let mut problems = Problems::new();
    read_text(location, strictness, member, texts, &mut problems).map_err(|halt| match halt {
        Halt::Violated => problems.take_violations().message(),
        Halt::Malformed => problems.malformed().map(ToString::to_string).unwrap_or_default(),
    })
}

fn time(seconds: i64) -> Timestamp {
    Timestamp::from_unix_seconds(seconds)
}

/// Written as a header, and read again.
fn header_check<T: Encode + Decode + PartialEq + Debug>(
    member: &'static Member,
    value: T,
    expected: &str,
) {
    assert_eq!(header(member, &value).as_deref(), Some(expected));
    assert_eq!(read::<T>(Header, member, &[expected]), Ok(value), "{expected}");
}

#[test]
fn headers() {
    header_check(&PLAIN, true, "true");
    header_check(&PLAIN, -5_i8, "-5");
    header_check(&PLAIN, i64::MAX, "9223372036854775807");
    header_check(&PLAIN, 1.0_f32, "1");
    header_check(&PLAIN, 1.25_f64, "1.25");
    header_check(&PLAIN, f64::INFINITY, "Infinity");
    header_check(&PLAIN, f64::NEG_INFINITY, "-Infinity");
    header_check(&PLAIN, String::from("a, \"b\""), "a, \"b\"");
    header_check(&PLAIN, String::new(), "");
    header_check(&MEDIA, String::from("{\"a\":1}"), "eyJhIjoxfQ==");
    header_check(&PLAIN, Blob::from("blob"), "YmxvYg==");
    header_check(&PLAIN, time(1_398_796_238), "Tue, 29 Apr 2014 18:30:38 GMT");
    header_check(&EPOCH, time(1_398_796_238), "1398796238");
    header_check(&DATE_TIME, time(1_398_796_238), "2014-04-29T18:30:38Z");
    header_check(
        &PLAIN,
        "123456789012345678901".parse::<BigInteger>().unwrap(),
        "123456789012345678901",
    );
    header_check(&PLAIN, "1.50".parse::<BigDecimal>().unwrap(), "1.50");
    assert_eq!(header(&PLAIN, &f32::NAN).as_deref(), Some("NaN"));
    assert_eq!(header(&PLAIN, &None::<String>), None);
}

#[test]
fn header_lists() {
    let texts =
        |texts: &[&str]| -> Vec<String> { texts.iter().map(|text| (*text).to_owned()).collect() };
    header_check(&PLAIN, texts(&[]), "");
    header_check(&PLAIN, texts(&["a", "b", "c"]), "a, b, c");
    header_check(&PLAIN, texts(&["b,c", "\"def\"", "a"]), r#""b,c", "\"def\"", a"#);
    header_check(&PLAIN, texts(&["back\\slash,", "back\\slash"]), r#""back\\slash,", back\slash"#);
    header_check(&PLAIN, texts(&["", " x ", "y"]), r#""", " x ", y"#);
    header_check(&PLAIN, vec![true, false], "true, false");
    header_check(&PLAIN, vec![1, 2, 3], "1, 2, 3");
    header_check(&PLAIN, vec![1.5, f64::INFINITY], "1.5, Infinity");
    header_check(
        &PLAIN,
        vec![time(0), time(1_398_796_238)],
        "Thu, 01 Jan 1970 00:00:00 GMT, Tue, 29 Apr 2014 18:30:38 GMT",
    );
    header_check(&EPOCHS, vec![time(0), time(5)], "0, 5");
    header_check(&DATE_TIMES, vec![time(0)], "1970-01-01T00:00:00Z");

    let read_cases: &[(&[&str], &[&str])] = &[
        (&[], &[]),
        (&["a,b ,\tc"], &["a", "b", "c"]),
        (&["a, ,,b,"], &["a", "b"]),
        (&["a", "b, c", ""], &["a", "b", "c"]),
        (&["\"a\" , \"b\""], &["a", "b"]),
        (&["\"a\\,\\\"b\""], &["a,\"b"]),
        (&["a\"b"], &["a\"b"]),
    ];
    for (found, expected) in read_cases {
        assert_eq!(read::<Vec<String>>(Header, &PLAIN, found), Ok(texts(expected)), "{found:?}");
    }
    for bad in ["\"open", "\"a\"b", "\"a\\"] {
        assert!(read::<Vec<String>>(Header, &PLAIN, &[bad]).is_err(), "{bad}");
    }
    for bad in ["1, x", "1, 2.5", "\"1\", 300"] {
        assert!(read::<Vec<i8>>(Header, &PLAIN, &[bad]).is_err(), "{bad}");
    }
    let one_a_line = ["Thu, 01 Jan 1970 00:00:00 GMT", "Tue, 29 Apr 2014 18:30:38 GMT"];
    assert_eq!(read(Header, &PLAIN, &one_a_line), Ok(vec![time(0), time(1_398_796_238)]));
}

#[test]
fn what_a_text_is_not() {
    for bad in ["True", "TRUE", "y", "Yes", "1", "on", "0", "", " true"] {
        for location in [Label, Query, Header] {
            assert!(read::<bool>(location, &PLAIN, &[bad]).is_err(), "{bad}");
        }
    }
    for bad in [
        "true",
        "1.001",
        "2ABC",
        "0x42",
        "Infinity",
        "NaN",
        "+1",
        "",
        " 1",
        "128",
        "-129",
        "123000000000000000000000",
    ] {
        assert!(read::<i8>(Query, &PLAIN, &[bad]).is_err(), "{bad}");
    }
    for bad in ["true", "2ABC", "0x42", "inf", "nan", "-nan", "1e400", ".5", "1."] {
        assert!(read::<f64>(Label, &PLAIN, &[bad]).is_err(), "{bad}");
        assert!(read::<f32>(Label, &PLAIN, &[bad]).is_err(), "{bad}");
    }
    for bad in ["xyz", "YmxvYg=", "[][]", "-_=="] {
        assert!(read::<String>(Header, &MEDIA, &[bad]).is_err(), "{bad}");
    }
    // Bytes that are no text.
    assert!(read::<String>(Header, &MEDIA, &["/w=="]).is_err());
    assert!(read::<String>(Query, &PLAIN, &[]).is_err());
    assert!(read::<Vec<Vec<String>>>(Query, &PLAIN, &["x"]).is_err());
    assert!(read::<std::collections::BTreeMap<String, String>>(Query, &PLAIN, &["x"]).is_err());
}

#[test]
fn timestamps_are_of_the_format_that_the_place_wants() {
    let cases = [
        (Header, &PLAIN, "Tue, 29 Apr 2014 18:30:38 GMT", true),
        (Header, &PLAIN, "2014-04-29T18:30:38Z", false),
        (Header, &PLAIN, "1398796238", false),
        (Query, &PLAIN, "2014-04-29T18:30:38Z", true),
        (Query, &PLAIN, "Tue, 29 Apr 2014 18:30:38 GMT", false),
        (Label, &PLAIN, "2014-04-29T18:30:38Z", true),
        (Label, &PLAIN, "1398796238", false),
        (Label, &HTTP_DATE, "Tue, 29 Apr 2014 18:30:38 GMT", true),
        (Label, &EPOCH, "1398796238", true),
    ];
    for (location, member, text, fits) in cases {
        let expected = if fits { Some(time(1_398_796_238)) } else { None };
        assert_eq!(read::<Timestamp>(location, member, &[text]).ok(), expected, "{text}");
    }
    let offset = ["1996-12-19T16:39:57-08:00"];
    assert!(read::<Timestamp>(Query, &PLAIN, &offset).is_err());
    assert!(read_as::<Timestamp>(Query, Strictness::Tolerant, &PLAIN, &offset).is_ok());
}

#[test]
fn labels() {
    let label = |value: &str, greedy| {
        let mut path = String::from("/a/");
        let written = write_label(&PLAIN, value, greedy, &mut path);
        (written, path)
    };
    let cases = [
        ("plain-._~09AZ", false, "/a/plain-._~09AZ"),
        ("a/b c%", false, "/a/a%2Fb%20c%25"),
        ("a/b c%", true, "/a/a/b%20c%25"),
        (
            ":/?#[]@!$&'()*+,;=\"",
            false,
            "/a/%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%22",
        ),
        ("é👍", false, "/a/%C3%A9%F0%9F%91%8D"),
        ("..", false, "/a/.."),
    ];
    for (value, greedy, expected) in cases {
        assert_eq!(label(value, greedy), (true, expected.to_owned()));
    }
    assert_eq!(label("", false), (false, "/a/".to_owned()));
    let mut path = String::new();
    assert!(write_label(&PLAIN, &time(0), false, &mut path));
    assert!(write_label(&EPOCH, &time(0), false, &mut path));
    assert!(write_label(&PLAIN, &-3_i16, false, &mut path));
    assert!(write_label(&PLAIN, &f64::NAN, false, &mut path));
    assert_eq!(path, "1970-01-01T00%3A00%3A00Z0-3NaN");
}

#[test]
fn queries() {
    let mut query = String::new();
    write_query(&PLAIN, "a b", "x&y=z+", &mut query);
    write_query(&PLAIN, "none", &None::<String>, &mut query);
    write_query(&PLAIN, "empty", "", &mut query);
    write_query(&PLAIN, "list", &vec![1, 2], &mut query);
    write_query(&PLAIN, "no-items", &Vec::<i32>::new(), &mut query);
    write_query(&PLAIN, "quoted", &vec!["a,b".to_owned()], &mut query);
    write_query(&DATE_TIMES, "times", &vec![time(0)], &mut query);
    let expected =
        "?a%20b=x%26y%3Dz%2B&empty=&list=1&list=2&quoted=a%2Cb&times=1970-01-01T00%3A00%3A00Z";
    assert_eq!(query, expected);

    let pairs: Option<Vec<_>> = query_pairs(&expected[1..]).collect();
    let pairs = pairs.unwrap();
    let pair = |index: usize| (&*pairs[index].0, &*pairs[index].1);
    assert_eq!(pair(0), ("a b", "x&y=z+"));
    assert_eq!(pair(2), ("list", "1"));
    let odd: Vec<_> = query_pairs("k&k=&&=v&a+b=c+d&%zz=1&x=%ff").collect();
    assert_eq!(odd.len(), 6);
    assert_eq!(odd[0], odd[1]);
    assert_eq!(odd[2].as_ref().map(|(name, value)| (&**name, &**value)), Some(("", "v")));
    assert_eq!(odd[3].as_ref().map(|(name, value)| (&**name, &**value)), Some(("a b", "c d")));
    assert_eq!((&odd[4], &odd[5]), (&None, &None));

    assert_eq!(read(Query, &PLAIN, &["1", "2"]), Ok(vec![1, 2]));
    assert_eq!(read(Query, &PLAIN, &["a,b", ""]), Ok(vec!["a,b".to_owned(), String::new()]));
    let twice = ["first", "second"];
    let tolerant = read_as::<String>(Query, Strictness::Tolerant, &PLAIN, &twice);
    assert_eq!(tolerant, Ok("first".to_owned()));
    let strict = read::<String>(Query, &PLAIN, &twice);
    assert_eq!(strict, Err("expected a single value in the query".to_owned()));
}

#[test]
fn percent_escapes_are_undone() {
    let cases = [
        ("plain", Some("plain")),
        ("a%20b", Some("a b")),
        ("%C3%a9", Some("é")),
        ("+", Some("+")),
        ("%", None),
        ("%2", None),
        ("%zz", None),
        ("%+1", None),
        ("%ff", None),
        ("%00", Some("\0")),
    ];
    for (text, expected) in cases {
        assert_eq!(decode_percent(text).as_deref(), expected, "{text}");
    }
    let mut all = String::new();
    for code in 0..0x2000_u32 {
        all.extend(char::from_u32(code));
    }
    let mut encoded = String::new();
    encode_percent(&all, false, &mut encoded);
    assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
    assert_eq!(decode_percent(&encoded).as_deref(), Some(all.as_str()));
}

#[test]
fn constraints_hold_here_too() {
    static NAME: Member = Member::new("name").length(2, 3);
    static COUNT: Member = Member::new("count").min(Bound::Integer(1)).max(Bound::Integer(9));
    static NAMES: Member = Member::new("names").items(&NAME).max_length(2).unique();
    assert_eq!(read::<String>(Label, &NAME, &["👍👍"]), Ok("👍👍".to_owned()));
    let error = read::<String>(Query, &NAME, &[""]).unwrap_err();
    assert!(error.contains("Value with length 0 at ''"), "{error}");
    assert!(read::<i32>(Header, &COUNT, &["10"]).unwrap_err().contains("between 1 and 9"));
    let error = read::<Vec<String>>(Header, &NAMES, &["ab, x, \"ab\", long"]).unwrap_err();
    let expected = "4 validation errors detected. \
        Value with length 4 at '' failed to satisfy constraint: Member must have length less than or equal to 2; \
        Value at '' failed to satisfy constraint: Member must have unique values; \
        Value with length 1 at '/1' failed to satisfy constraint: Member must have length between 2 and 3, inclusive; \
        Value with length 4 at '/3' failed to satisfy constraint: Member must have length between 2 and 3, inclusive";
    assert_eq!(error, expected);
}
