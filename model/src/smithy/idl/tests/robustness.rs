//! Broken and hostile files: no panic, no overflow, no endless lists of errors, no long waits.

use std::time::{Duration, Instant};

use super::{corpus::files, parse, position, render};

/// A file with something of everything; the mutations start from it even without a corpus.
const SEED: &str = r#"$version: "2.0"
$operationInputSuffix: "In"
metadata m = [{a: 1.5e3, "b": null}, """
    text \
    block \u0041""", true, a.b#C]
namespace com.example
use c.d#E
/// Documentation
@trait(selector: "structure", x: [Foo$bar])
@mixin
structure S for R with [M] { $id
    /// Member
    @length(min: 1) name: String = "x" // comment
    other: c.d#E, }
enum En { A = "a"
  B, C }
service Sv { version: "1", operations: [Op], rename: { "a.b#C": "D" } }
resource R { identifiers: { id: String } read: Op }
@readonly operation Op with [X] { input := @a for R with [M] { $id } output: S, errors: [Er] }
apply S$name @documentation("d")
apply S { @a @b(c: {d: [1]}) }
list L { member: String }
map Mp { key: String, value: L }
"#;

/// Reads `text` and holds it to what every file is held to.
fn survive(text: &str) {
    let (document, diagnostics, sources) = parse(text);
    assert_eq!(
        document.is_none(),
        diagnostics.iter().any(|it| it.severity == crate::Severity::Error)
    );
    for diagnostic in &diagnostics {
        assert!(!diagnostic.message.is_empty());
        position(&diagnostic.origin, &sources);
    }
    assert!(diagnostics.len() <= 1001);
}

#[test]
fn survives_truncation() {
    let mut texts = files(&["loader/valid"]);
    texts.push(("seed".into(), SEED.to_owned()));
    for (_, text) in texts.iter().filter(|(_, text)| text.len() < 3000) {
        for part in (0..text.len()).filter_map(|end| text.get(..end)) {
            survive(part);
        }
    }
}

/// Pieces of files put together at random: cut out, doubled, swapped, and sprinkled with what
/// matters to the grammar. The same ones every time; more of them with `FARRIER_MUTATIONS=100000`.
#[test]
fn survives_mutations() {
    const PIECES: [&str; 30] = [
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "\"",
        "\"\"\"",
        "\\",
        "\n",
        "\r\n",
        "@",
        "$",
        "#",
        ".",
        ":",
        ":=",
        "=",
        ",",
        "//",
        "///",
        "-",
        "0",
        "_",
        "é",
        "\u{0}",
        "with",
        "for",
        "\nstructure A {",
        "\\ud800",
    ];
    let mut texts: Vec<String> =
        files(&["loader", "traits"]).into_iter().map(|(_, text)| text).collect();
    texts.push(SEED.to_owned());
    texts.retain(|text| (1..8000).contains(&text.len()));
    let mut random = Random(1);
    let rounds = std::env::var("FARRIER_MUTATIONS").ok().and_then(|rounds| rounds.parse().ok());
    for _ in 0..rounds.unwrap_or(4000) {
        let text = &texts[random.below(texts.len())];
        let mut mutated = text.clone();
        for _ in 0..=random.below(4) {
            let at = random.boundary(&mutated);
            let end = mutated.len().min(at + random.below(40));
            let end =
                (end..=mutated.len()).find(|end| mutated.is_char_boundary(*end)).unwrap_or(at);
            match random.below(4) {
                0 => mutated.replace_range(at..end, ""),
                1 => {
                    let cut = mutated.get(at..end).unwrap_or_default().to_owned();
                    let to = random.boundary(&mutated);
                    mutated.insert_str(to, &cut);
                }
                _ => mutated.insert_str(at, PIECES[random.below(PIECES.len())]),
            }
        }
        survive(&mutated);
    }
}

/// A small generator (xorshift), so that a failure comes back.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }

    fn boundary(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    }
}

#[test]
fn bounds_nesting() {
    for (opening, closing) in [("[", "]"), ("{a:", "}"), ("[\n", "]"), ("{\na: [", "]}")] {
        for text in [
            format!("metadata a = {}1{}", opening.repeat(10_000), closing.repeat(10_000)),
            format!("metadata a = {}", opening.repeat(10_000)),
            format!(
                "namespace a.b\n@t({}1{})\nstring S",
                opening.repeat(10_000),
                closing.repeat(10_000)
            ),
        ] {
            let (_, diagnostics, sources) = parse(&text);
            let report = render(&diagnostics, &sources);
            assert_eq!(diagnostics.len(), 1, "{report}");
            assert_eq!(diagnostics[0].code, "too-deep", "{report}");
        }
    }
    let deepest = format!("metadata a = {}{}", "[".repeat(110), "]".repeat(110));
    survive(&deepest);
    assert!(parse(&deepest).0.is_some());
}

#[test]
fn stops_after_too_many_errors() {
    for text in [
        format!("namespace a.b\n{}", "@\n".repeat(100_000)),
        format!("namespace a.b\n{}", "foo bar\n".repeat(100_000)),
        "$a\n".repeat(100_000),
        format!("namespace a.b\n{}", "use a b\n".repeat(100_000)),
        format!("namespace a.b\nstructure A {{\n{}}}", "a: A\n".repeat(100_000)),
    ] {
        let (_, diagnostics, sources) = parse(&text);
        assert_eq!(diagnostics.len(), 501);
        let report = render(&diagnostics[500..], &sources);
        assert!(report.contains("too-many-errors: more than 500 errors"), "{report}");
    }
}

/// Files that would show it if some way through the parser were not linear.
#[test]
fn takes_linear_time() {
    let repeated = [
        "structure A {\n",
        "@a(\n",
        "@a([\nstructure A {\n",
        "/// doc\n",
        "string S\n\"\n",
        "\"\"\"\n",
        "use a.b#C\n",
        "operation O {\ninput :=\n",
        "@t({a: {b: [\n",
        "////",
        "\\",
        "____",
        "'",
        "a: [1, 2, \"x\"], ",
    ];
    for piece in repeated {
        let head = "$version: \"2.0\"\nnamespace a.b\n";
        let text = format!("{head}{}", piece.repeat(1_000_000 / piece.len()));
        let start = Instant::now();
        survive(&text);
        // A debug build takes a fraction of a second for a megabyte; quadratic would be hours.
        assert!(start.elapsed() < Duration::from_secs(20), "{piece:?} took {:?}", start.elapsed());
    }
}

/// How long a large file takes, and how much there is to it:
/// `cargo test --release -p farrier-model --lib reads_a_large_file -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn reads_a_large_file() {
    let (head, body) = SEED.split_once("use c.d#E\n").expect("the seed has a `use`");
    let text = format!("{head}{}", body.repeat((50 << 20) / body.len()));
    for text in [text, format!("metadata a = [{}]", "1,".repeat(25 << 20))] {
        let start = Instant::now();
        let (document, diagnostics, sources) = parse(&text);
        assert!(document.is_some(), "{}", render(&diagnostics, &sources));
        println!("{} bytes: {:?}", text.len(), start.elapsed());
    }
}
