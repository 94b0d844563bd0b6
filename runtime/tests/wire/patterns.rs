//! Patterns that texts are held against, and how long that may take.

#[cfg(feature = "lookaround")]
use std::time::{Duration, Instant};

#[cfg(feature = "lookaround")]
use farrier_runtime::codec::Problems;
use farrier_runtime::codec::{Decode, Halt, Member, Pattern, Reader, Strictness, Structure};
#[cfg(feature = "lookaround")]
use farrier_runtime::http::{Location, read_text};
use farrier_runtime::protocol::{Protocol, REST_JSON_1};

#[test]
fn a_broken_pattern_is_our_fault() {
    static BROKEN: Pattern = Pattern::new("(", "(");
    static S: Structure = Structure::new("S", &[Member::new("a").pattern(&BROKEN)]);
    struct Broken;
    impl Decode for Broken {
        fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
            let mut members = reader.structure(&S)?;
            while members.next()?.is_some() {
                members.value::<String>()?;
            }
            members.end()?;
            Ok(Self)
        }
    }
    let mut reader = REST_JSON_1.reader(br#"{"a":"x"}"#, Strictness::Strict);
    assert_eq!(reader.decode::<Broken>().err(), Some(Halt::Malformed));
    let malformed = reader.problems().take_malformed().unwrap();
    assert!(malformed.internal && malformed.message.contains("does not compile"), "{malformed}");
}

#[cfg(feature = "lookaround")]
#[test]
fn patterns_may_look_around() {
    const SOURCE: &str = r"^[0-9A-Za-z\.\-_]*(?<!\.)$";
    static BUCKET: Pattern = Pattern::backtracking(SOURCE, SOURCE);
    for (text, fits) in [("a.b", true), ("", true), ("a.", false), ("a b", false)] {
        assert_eq!(BUCKET.matches(text), Ok(fits), "{text}");
    }
    assert_eq!(BUCKET.matches(&"a".repeat(8192)), Ok(true));
    assert_eq!(BUCKET.matches(&"a".repeat(8193)), Ok(false));
    assert!(Pattern::backtracking("(", "(").matches("x").is_err());
}

/// Each of these takes time that doubles with every character or worse, if nobody stops it.
#[cfg(feature = "lookaround")]
#[test]
fn patterns_that_would_take_for_ever_are_given_up() {
    for source in [
        r"^(?=(?:a+)+$)b",
        r"^(?:a|a)*(?<!b)$",
        r"^(?:(?=a)a+)+$",
        r"^(?=((?:a|aa)+)$)\1b",
        r"(a*)*(?:\1)$(?!.)b",
        r"(?!.*b)(?=.*c).*d",
        r"(.*)(.*)(.*)(.*)(.*)(.*)\1\2\3\4b",
    ] {
        let pattern = Pattern::backtracking(source, source);
        for length in [40, 8000] {
            let started = Instant::now();
            let text = "a".repeat(length) + "!";
            assert_eq!(pattern.matches(&text), Ok(false), "{source}");
            // Milliseconds where nothing is optimised away; ages without a limit.
            assert!(
                started.elapsed() < Duration::from_secs(20),
                "{source}: {:?}",
                started.elapsed()
            );
        }
    }
}

#[cfg(feature = "lookaround")]
#[test]
fn many_texts_that_would_take_for_ever_together_are_refused() {
    const SOURCE: &str = r"^(?:a|a)*(?<!b)$";
    static SLOW: Pattern = Pattern::backtracking(SOURCE, SOURCE);
    static ITEM: Member = Member::new("item").pattern(&SLOW);
    static S: Structure = Structure::new("S", &[Member::new("a").items(&ITEM)]);
    struct Slow;
    impl Decode for Slow {
        fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
            let mut members = reader.structure(&S)?;
            while members.next()?.is_some() {
                members.value::<Vec<String>>()?;
            }
            members.end()?;
            Ok(Self)
        }
    }
    let text = format!(r#""{}!""#, "a".repeat(30));
    let body = format!(r#"{{"a":[{}]}}"#, vec![text; 100_000].join(","));
    let started = Instant::now();
    let mut reader = REST_JSON_1.reader(body.as_bytes(), Strictness::Strict);
    assert_eq!(reader.decode::<Slow>().err(), Some(Halt::Malformed));
    let malformed = reader.problems().take_malformed().unwrap();
    assert!(malformed.message.contains("too long") && !malformed.internal, "{malformed}");
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

/// Each header and parameter is read by a reader of its own; the time is that of the request.
#[cfg(feature = "lookaround")]
#[test]
fn texts_of_one_request_share_the_time_that_they_may_take() {
    const SOURCE: &str = r"^(?:a|a)*(?<!b)$";
    static SLOW: Pattern = Pattern::backtracking(SOURCE, SOURCE);
    static MEMBER: Member = Member::new("slow").pattern(&SLOW);
    let text = "a".repeat(30) + "!";
    let mut problems = Problems::new();
    let mut read = || {
        read_text::<String>(Location::Query, Strictness::Strict, &MEMBER, &[&text], &mut problems)
    };
    let stopped = (0..100_000).find(|_| read() == Err(Halt::Malformed));
    assert!(stopped.is_some());
    assert!(problems.malformed().unwrap().message.contains("too long"));
}
