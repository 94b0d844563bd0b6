//! What is said about files that are wrong: all of it, where it is, and nothing twice.
//!
//! `errors.txt` holds the cases: `===== title`, the file, `-----`, what is said. With `BLESS=1` in
//! the environment, what is said now is written there.

use std::{env, fs, path::Path};

use super::{parse, render};

#[test]
fn says_what_is_wrong() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/smithy/idl/tests/errors.txt");
    let expected = fs::read_to_string(&path).expect("the cases are there");
    let mut actual = String::new();
    for case in expected.split("===== ").skip(1) {
        let (title, rest) = case.split_once('\n').expect("a case has a title");
        let (text, _) = rest.split_once("\n-----\n").expect("a case has a line of dashes");
        let (_, diagnostics, sources) = parse(text);
        let report = render(&diagnostics, &sources);
        actual += &format!("===== {title}\n{text}\n-----\n{report}\n");
    }
    if env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(&path, &actual).expect("the cases can be written");
        return;
    }
    for (expected, actual) in expected.split("===== ").zip(actual.split("===== ")) {
        assert!(expected == actual, "expected:\n{expected}\nactual:\n{actual}");
    }
}
