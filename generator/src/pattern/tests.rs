//! Tests of the translation of patterns.

use std::collections::BTreeSet;

use super::*;

fn linear(pattern: &str) -> String {
    match translate(pattern) {
        Translation::Linear(translated) => translated,
        other => panic!("{pattern:?} gives {other:?}"),
    }
}

/// What ECMA 262 says: with the `u` flag, or without where the pattern needs Annex B.
fn oracle(pattern: &str) -> regress::Regex {
    regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern)).unwrap()
}

#[test]
fn patterns_are_written_for_the_regex_crate() {
    #[rustfmt::skip]
    let cases = [
        (r"^[a-zA-Z0-9-_]+$", r"^[a-zA-Z0-9\-_]+$"),
        (r"\d{12}", r"[0-9]{12}"),
        (r"^.*?$", r"^[^\n\r\u{2028}\u{2029}]*$"),
        (r"[\w-.]", r"[0-9A-Za-z_\-\.]"),
        (r"[a&&b]", r"[a\&\&b]"),
        (r"[[+--b~~]", r"[\[\+-\-b\~\~]"),
        (r"[\p{L}||\p{M}]", r"[\p{L}\|\|\p{M}]"),
        (r"a\/b\-c", r"a/b\-c"),
        (r"\cJ\x41\u0042\u{43}", r"\u{A}ABC"),
        (r"\uD83D\uDE00", r"\u{1F600}"),
        (r"[\uD800\uDC00-\uDBFF\uDFFF]", r"[\u{10000}-\u{10FFFF}]"),
        (r"[\u0000-\uDFFF]", r"[\u{0}-\u{D7FF}]"),
        (r"\uD800", r"[^\u{0}-\u{10FFFF}]"),
        (r"[^]", r"(?s:.)"),
        (r"[]", r"[^\u{0}-\u{10FFFF}]"),
        (r"{a}{,2}x{1,}", r"\{a\}\{,2\}x{1,}"),
        (r"(?<name>a)(?:b)(c)", r"(?:a)(?:b)(?:c)"),
        (r"(?i)abc", r"(?i)abc"),
        (r"(?s).(?-s:.).", r"(?s)(?s:.)(?-s:[^\n\r\u{2028}\u{2029}])(?s:.)"),
        (r"^\A\S[\p{Print}]*\z$", r"^^[^\t-\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}][[ -~]]*$$"),
        (r"[[:alpha:]_]", r"[A-Za-z_]"),
        (r"\Qa.b\E+", r"a\.b+"),
        (r"\pL\p{IsLatin}\P{Digit}", r"\p{L}\p{Latin}[^0-9]"),
        ("a\u{202E}#\n", r"a\u{202E}\#\u{A}"),
    ];
    for (pattern, expected) in cases {
        let translated = linear(pattern);
        assert_eq!(translated, expected, "{pattern:?}");
        regex::Regex::new(&translated).unwrap();
    }
}

fn backtracking(pattern: &str) -> String {
    match translate(pattern) {
        Translation::Backtracking(translated) => translated,
        other => panic!("{pattern:?} gives {other:?}"),
    }
}

#[test]
fn look_around_and_references_are_written_for_fancy_regex() {
    #[rustfmt::skip]
    let cases = [
        (r"^[0-9A-Za-z\.\-_]*(?<!\.)$", r"^[0-9A-Za-z\.\-_]*(?<!\.)$"),
        (r"(?!^\d+$)a+?", r"(?!^[0-9]+$)a+?"),
        (r"(?=.)a|(?<=\s)b", "(?=[^\\n\\r\\u{2028}\\u{2029}])a|(?<=[\\t-\\r \\u{A0}\\u{1680}\\u{2000}-\\u{200A}\\u{2028}\\u{2029}\\u{202F}\\u{205F}\\u{3000}\\u{FEFF}])b"),
        (r"(a)\1", r"(a)(?:\1)"),
        (r"(?<x>a)(?:b)\k<x>", r"(a)(?:b)(?:\1)"),
        (r"(?=\b)a{2,3}", "(?=(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])))a{2,3}"),
        // Too large for `regex`, and no bomb.
        (r"^[\p{L}\p{M}]{1,5000}(?:a{2}|b)$", r"^(?:(?=)[\p{L}\p{M}]){1,5000}(?:(?:(?=)a){2}|b)$"),
    ];
    for (pattern, expected) in cases {
        assert_eq!(backtracking(pattern), expected, "{pattern:?}");
    }
}

#[test]
fn references_are_to_groups_that_have_captured() {
    let known = [
        r"(a)\1",
        r"(a)+\1",
        r"(?:(a)b)+\1",
        r"(?:(a)\1)*",
        r"(a|b)\1",
        r"(a)(?:b|\1)",
        r"(?=(a))\1",
        r"(?!.*(.)\1)",
        r"((a)b)\2\1",
        r"(a)(?!\1)",
        r"(a){1,3}\1",
        r"(a)b?\1",
    ];
    for pattern in known {
        backtracking(pattern);
    }
    let unknown = [
        r"\1(a)",
        r"(a\1)",
        r"(a)?\1",
        r"(a)*\1",
        r"(a){0,2}\1",
        r"(?:(a)|b)\1",
        r"(a)|\1",
        r"(?:(a)b)?\1",
        r"(?!(a))\1",
        r"(?<=(a)\1)b",
        r"(?<!(a))\1",
        r"\k<x>(?<x>a)",
        r"(?<x>a)\k<y>",
        r"(?:(a)|b)*\1",
        r"((a)|b)\2",
    ];
    for pattern in unknown {
        match translate(pattern) {
            Translation::Invalid(reason) => {
                assert!(reason.contains("refers to"), "{pattern}: {reason}")
            }
            other => panic!("{pattern:?} gives {other:?}"),
        }
    }
}

#[test]
fn what_cannot_be_matched_says_why() {
    let deep = "(".repeat(1_000_000);
    let nested = format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000));
    let cases = [
        (
            "(a{1000}){1000}",
            "larger than the limit of 10 MiB; a part of it is repeated up to 1000000 times",
        ),
        ("((a{100}){100}){100}", "larger than the limit of 10 MiB"),
        ("(?=a)(?:a{1000}){1000}", "larger than the limit of 10 MiB"),
        ("a{99999999999}", "too large a repetition"),
        ("a{3,2}", "the wrong way round"),
        ("[z-a]", "the wrong way round"),
        ("(a", "not closed"),
        ("a)", "closes no group"),
        ("[a", "not closed"),
        ("*a", "nothing for `*` to repeat"),
        ("a**", "nothing for `*` to repeat"),
        ("(?:a|+)", "nothing for `+` to repeat"),
        ("{2}", "nothing for `{2}` to repeat"),
        ("a\\", "ends in a backslash"),
        (r"\1", "a group that it does not have"),
        (r"\p{Nothing}", "Unicode property not found"),
        (r"\p{In-Greek}", "is not known"),
        (r"\y", "is not known"),
        (r"\u12", "four digits"),
        (r"\u{110000}", "four digits"),
        ("(?x)a", "what follows is not known"),
        ("(?>a)", "what follows is not known"),
        (r"(?=a)\Z", "is not ECMA 262"),
        (&deep, "longer than"),
        (&nested, "nested deeper than"),
    ];
    for (pattern, expected) in cases {
        match translate(pattern) {
            Translation::Invalid(reason) => {
                assert!(reason.contains(expected), "{reason:?} lacks {expected:?}")
            }
            other => panic!("{pattern:?} gives {other:?}"),
        }
    }
}

/// A generator of texts, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// Texts that are likely to be near a pattern's edge: pieces of the pattern itself, and characters of every kind.
fn samples(pattern: &str, dice: &mut Dice) -> Vec<String> {
    const ODD: &str = "\n\r\t\u{B}\u{0} _-.:/aZ09é߀\u{A0}\u{2028}\u{FEFF}\u{180E}\u{3000}\u{D7FF}\u{E000}\u{10000}\u{10FFFF}ſK\u{17F}\u{212A}中٣{}[]&|~$^\\";
    let odd: Vec<char> = ODD.chars().collect();
    let own: Vec<char> =
        pattern.chars().filter(|letter| !"\\()[]{}*+?|^$".contains(*letter)).collect();
    let mut all = vec![
        String::new(),
        own.iter().collect(),
        "arn:aws:lambda:us-east-1:123456789012:function:f".to_owned(),
    ];
    all.extend(odd.iter().map(|letter| letter.to_string()));
    for _ in 0..120 {
        let mut text = String::new();
        for _ in 0..dice.below(14) {
            let letter = match dice.below(4) {
                0 => odd[dice.below(odd.len())],
                1 | 2 if !own.is_empty() => {
                    let start = dice.below(own.len());
                    text.extend(own.iter().skip(start).take(dice.below(6)));
                    continue;
                }
                _ => char::from(u8::try_from(0x20 + dice.below(0x5F)).unwrap()),
            };
            text.push(letter);
        }
        all.push(text);
    }
    all
}

type Matcher = Box<dyn Fn(&str) -> bool>;

fn assert_agrees(pattern: &str, dice: &mut Dice) {
    let (translated, ours): (String, Matcher) = match translate(pattern) {
        Translation::Linear(translated) => {
            let ours = regex::Regex::new(&translated).unwrap();
            (translated, Box::new(move |text| ours.is_match(text)))
        }
        Translation::Backtracking(translated) => {
            let ours = fancy_regex::Regex::new(&translated).unwrap();
            (translated, Box::new(move |text| ours.is_match(text).unwrap()))
        }
        Translation::Invalid(reason) => panic!("{pattern:?}: {reason}"),
    };
    let theirs = oracle(pattern);
    for sample in samples(pattern, dice) {
        assert_eq!(
            ours(&sample),
            theirs.find(&sample).is_some(),
            "{pattern:?} as {translated:?} on {sample:?}"
        );
    }
}

#[test]
fn translations_match_what_ecma_262_says() {
    let mut dice = Dice(7);
    #[rustfmt::skip]
    let patterns = [
        r"\d+", r"\D", r"^\w+$", r"\W", r"\s", r"^\S+$", r"\ba", r"a\b", r"\Ba", r"\B", r".", r"^.$", r"^[^a]$", r"[^]", r"a[]?b",
        r"[\d\-_]", r"[\D]", r"[^\D]", r"[^\W\s]", r"[\s\S]", r"[\b]", r"\t|\n|\v|\f|\r|\0", r"[\w-.]+", r"[a-z&&[^b]]", r"[~~\-\-]", r"[!--]+", r"\p{L}",
        r"\P{L}", r"^\p{Lu}\p{Ll}*$", r"\p{Script=Greek}", r"[\p{Alphabetic}\p{Nd}]", r"^\p{ASCII}*$", r"\p{Any}", r"[\u{10000}-\u{10FFFF}]",
        r"[\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF]", r"^[\u0020-\uFFFF]+$", r"\uD83D\uDE00", r"(a|b)*c|", r"a{2,3}?b",
        r"^(?:[A-Z]{2}){1,3}$", r"\x41\u0041", r"[\x00-\x1f]", r"\cA|\ca", r"^[$]\$", r"\{a\}", r"{", r"a{", r"}", r"]", r"a{,3}", r"[ -~]", r"a|^$",
        r"(?<year>[0-9]{4})-(?<month>[0-9]{2})",
        r"^[0-9A-Za-z\.\-_]*(?<!\.)$", r"(?!^[0-9]+$)a", r"(?=a)", r"(?<=a)b", r"(a)\1", r"(?<x>a)\k<x>", r"^(?!.*--)[a-z-]+$", r"(?=\b)\w",
        r"(?!\B)\w", r"(?<!\w)a", r"(?<=^|,)[^,]*(?=,|$)", r"^(?!xn--)(?!.*-$)[^_]{1,9}$", r"(?!.*(.)\1)^.{3}$", r"(?=(a+?))\1b", r"((a|b)c)\2",
        r"(?<=a{1,2}|b)c", r"(?<!(?:ab)+)c", r"^(?:(?!ab)[^])*$", r"(\w)(?!\1)\w", r"(?=[^])\uD83D\uDE00?", r"(?=$)|(?!^)", r"^((?:a|ab)(?:c|bcd))\1?(?=d*$)",
        r"^\s(?!\S)", r"(?=[\W\d-.]).", r"^(?=.{2,4}$)[a-z]+(?:-[a-z]+)*$", r"(?=a|b{2})(?:a|b){3}", r"(?=x?)[^\p{L}]$",
    ];
    for pattern in patterns {
        assert_agrees(pattern, &mut dice);
    }
}

#[test]
fn every_pattern_of_the_corpus_translates() {
    let Some(folder) = crate::location::of_corpus("aws-models") else { return };
    let mut patterns = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        collect(&serde_json::from_str(&text).unwrap(), &mut patterns);
    }
    assert!(patterns.len() > 100);
    let mut dice = Dice(11);
    for pattern in &patterns {
        match translate(pattern) {
            Translation::Invalid(reason) => panic!("{pattern:?}: {reason}"),
            // What is Java's has no oracle.
            Translation::Linear(_) if pattern.contains(r"\A") => {}
            Translation::Linear(_) | Translation::Backtracking(_) => {
                assert_agrees(pattern, &mut dice)
            }
        }
    }
}

fn collect(value: &serde_json::Value, patterns: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                match value.as_str() {
                    Some(pattern) if name == "smithy.api#pattern" => {
                        patterns.insert(pattern.to_owned());
                    }
                    _ => collect(value, patterns),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, patterns)),
        _ => {}
    }
}
