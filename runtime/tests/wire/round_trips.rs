//! Whatever is written is read again.

use std::fmt::Debug;

use farrier_runtime::codec::{Decode, Encode, Member, Problems, Strictness};
use farrier_runtime::http::{
    Location, decode_percent, query_pairs, read_text, write_header, write_label, write_query,
};
use farrier_runtime::protocol::{HTTP_JSON, Protocol, REST_JSON_1};
use farrier_runtime::value::Number;
use farrier_runtime::{Blob, Document, Timestamp, TimestampFormat};
use proptest::prelude::*;

static PLAIN: Member = Member::new("plain");

fn documents() -> impl Strategy<Value = Document> {
    let leaf = prop_oneof![
        Just(Document::Null),
        any::<bool>().prop_map(Document::from),
        any::<i64>().prop_map(Document::from),
        any::<u64>().prop_map(Document::from),
        any::<f64>()
            .prop_filter("JSON has no others", |value| value.is_finite())
            .prop_map(Document::from),
        any::<String>().prop_map(Document::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Document::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..8).prop_map(Document::Object),
        ]
    })
}

fn times() -> impl Strategy<Value = Timestamp> {
    (-62_135_596_800_i64..=253_402_300_799, 0..1_000_000_000_u32)
        .prop_map(|(seconds, nanos)| Timestamp::new(seconds, nanos).unwrap())
}

fn through_json<T: Encode + Decode + PartialEq + Debug>(value: &T) {
    let protocols: [&dyn Protocol; 2] = [&REST_JSON_1, &HTTP_JSON];
    for protocol in protocols {
        let mut out = Vec::new();
        protocol.writer(&mut out).encode(value);
        for strictness in [Strictness::Strict, Strictness::Tolerant] {
            let read = protocol.reader(&out, strictness).decode::<T>();
            assert_eq!(read.as_ref(), Ok(value), "{}", String::from_utf8_lossy(&out));
        }
    }
}

fn text<T: Decode>(location: Location, texts: &[&str]) -> Option<T> {
    read_text(location, Strictness::Strict, &PLAIN, texts, &mut Problems::new()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_through_json(value in documents()) {
        through_json(&value);
        let mut out = Vec::new();
        REST_JSON_1.writer(&mut out).encode(&value);
        let serde: Result<serde_json::Value, _> = serde_json::from_slice(&out);
        prop_assert!(serde.is_ok());
    }

    #[test]
    fn scalars_through_json(
        whole in any::<i64>(), small in any::<i8>(), float in any::<f64>(), single in any::<f32>(),
        bytes in any::<Vec<u8>>(), time in times(),
        map in prop::collection::btree_map(any::<String>(), prop::collection::vec(any::<Option<i32>>(), 0..5), 0..5),
    ) {
        through_json(&whole);
        through_json(&small);
        if !float.is_nan() { through_json(&float); }
        if !single.is_nan() { through_json(&single); }
        through_json(&Blob::from(bytes));
        through_json(&time);
        through_json(&map);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>()) {
        let ours = REST_JSON_1.reader(&bytes, Strictness::Strict).decode::<Document>();
        let serde = serde_json::from_slice::<serde_json::Value>(&bytes);
        prop_assert_eq!(ours.is_ok(), serde.is_ok());
    }

    #[test]
    fn what_serde_json_reads_is_read_alike(body in r#"[\[\]{}:,"\\ 0-9eE+.\-untrefalsd\n]{0,24}"#) {
        let ours = REST_JSON_1.reader(body.as_bytes(), Strictness::Strict).decode::<Document>();
        let serde = serde_json::from_str::<serde_json::Value>(&body);
        prop_assert_eq!(ours.is_ok(), serde.is_ok(), "{}", body);
    }

    #[test]
    fn timestamps_through_text(time in times()) {
        for format in [TimestampFormat::DateTime, TimestampFormat::EpochSeconds] {
            prop_assert_eq!(Timestamp::parse_strict(&time.format(format), format), Ok(time));
        }
        let text = time.format(TimestampFormat::HttpDate);
        let read = Timestamp::parse_strict(&text, TimestampFormat::HttpDate).unwrap();
        prop_assert_eq!(read.unix_seconds(), time.unix_seconds());
    }

    #[test]
    fn headers_through_text(
        texts in prop::collection::vec("[ -~]{0,12}", 0..6), times in prop::collection::vec(times(), 0..4),
        numbers in any::<Vec<i32>>(),
    ) {
        let header = write_header(&PLAIN, &texts).unwrap();
        prop_assert_eq!(text::<Vec<String>>(Location::Header, &[&header]), Some(texts));
        let times: Vec<Timestamp> =
            times.iter().map(|time| Timestamp::from_unix_seconds(time.unix_seconds())).collect();
        let header = write_header(&PLAIN, &times).unwrap();
        prop_assert_eq!(text::<Vec<Timestamp>>(Location::Header, &[&header]), Some(times));
        let header = write_header(&PLAIN, &numbers).unwrap();
        prop_assert_eq!(text::<Vec<i32>>(Location::Header, &[&header]), Some(numbers));
    }

    #[test]
    fn any_header_is_read_or_refused(header in any::<String>()) {
        let _ = text::<Vec<String>>(Location::Header, &[&header]);
        let _ = text::<Vec<Timestamp>>(Location::Header, &[&header]);
        let _ = text::<Vec<f64>>(Location::Header, &[&header]);
        let _ = text::<Blob>(Location::Header, &[&header]);
    }

    #[test]
    fn labels_and_queries_through_text(label in any::<String>(), values in any::<Vec<String>>(), name in any::<String>()) {
        let mut path = String::from("/");
        prop_assert_eq!(write_label(&PLAIN, &label, false, &mut path), !label.is_empty());
        let decoded = decode_percent(&path[1..]);
        prop_assert_eq!(decoded.as_deref(), Some(label.as_str()));
        let mut query = String::new();
        write_query(&PLAIN, &name, &values, &mut query);
        let pairs: Vec<(String, String)> = query_pairs(query.trim_start_matches('?'))
            .map(|pair| pair.unwrap())
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        prop_assert_eq!(pairs, values.into_iter().map(|value| (name.clone(), value)).collect::<Vec<_>>());
    }

    #[test]
    fn numbers_compare_as_their_values(left in any::<i64>(), right in any::<i64>()) {
        prop_assert_eq!(Number::from(left) == Number::from(right), left == right);
    }
}
