//! `invalid/`: what must be refused, where the file's first line says, and in words that say the same.

use super::{
    phrases::{self, Phrase},
    suite::{Finding, Suite, errors, load, rendered},
};

/// A case a file.
pub(super) fn add(suite: &mut Suite) {
    suite.claim(&["invalid"]);
    for file in suite.files_in("invalid") {
        // JSON has no comments: the same in IDL stands beside it.
        let text = match file.strip_suffix(".json") {
            Some(name) => suite.text(&format!("{name}.smithy")),
            None => suite.text(&file),
        };
        let first = text.lines().next().unwrap_or_default();
        let said = first.strip_prefix("//").unwrap_or_default().trim();
        let loading = load(&[suite.path(&file)]);
        let result = check(said, &errors(&loading))
            .map_err(|problem| format!("{said}\n{problem}\n{}", rendered(&loading)));
        suite.add(file, result);
    }
}

/// Whether the errors are what the reference says.
fn check(said: &str, errors: &[Finding]) -> Result<(), String> {
    // The table of events ends the column that the message is in.
    let said = said.split(" | ").next().unwrap_or(said);
    if said.is_empty() {
        return Err("the file's first line says nothing".to_owned());
    }
    let (place, phrase) = place(said)?;
    let Some(first) = errors.first() else { return Err("there is no error".to_owned()) };
    if let Some(place) = place {
        if first.place != Some(place) {
            return Err(format!("the first error is not at {}:{}", place.0, place.1));
        }
        // What else is said of broken syntax is noise.
        if errors.len() > 1 {
            return Err("there is more than one error".to_owned());
        }
    }
    if first.place.is_none() {
        return Err("the error has no place".to_owned());
    }
    if phrase.is_empty() {
        return if first.code == "syntax" {
            Ok(())
        } else {
            Err("it is no syntax error".to_owned())
        };
    }
    let Some(Phrase { code, fragments }) = phrases::ours(phrase) else {
        return Err(format!("no phrase of the table fits `{phrase}`"));
    };
    if first.code != code {
        return Err(format!("the first error's code is not {code}"));
    }
    match fragments.iter().find(|fragment| !first.message.contains(fragment.as_str())) {
        Some(missing) => Err(format!("the first error does not say `{missing}`")),
        None => Ok(()),
    }
}

/// Line and column.
type Place = (u64, u64);

/// The place that `Syntax error at line L, column C: phrase` names, and the phrase; whatever stands in front
/// (a shape's id) is dropped.
fn place(said: &str) -> Result<(Option<Place>, &str), String> {
    let Some((_, rest)) = said.split_once("Syntax error at line ") else { return Ok((None, said)) };
    let (place, phrase) = rest.split_once(": ").unwrap_or((rest, ""));
    let numbers = place.split_once(", column ");
    let numbers = numbers.and_then(|(line, column)| line.parse().ok().zip(column.parse().ok()));
    let numbers = numbers.ok_or("the place in the file's first line cannot be read")?;
    Ok((Some(numbers), phrase))
}

#[cfg(test)]
mod tests {
    use super::{Finding, check};

    fn finding(code: &str, message: &str, place: (u64, u64)) -> Finding {
        Finding {
            severity: "error".to_owned(),
            code: code.to_owned(),
            message: message.to_owned(),
            place: Some(place),
        }
    }

    #[test]
    fn what_the_first_line_says_is_looked_at() {
        let colon = finding("syntax", "expected `:`, but found `x`", (9, 8));
        let check = |said: &str, finding: &Finding| check(said, std::slice::from_ref(finding));
        let said = |place: &str| {
            format!("Syntax error at line {place}: Expected COLON(':') but found IDENTIFIER('x')")
        };
        assert_eq!(check(&said("9, column 8"), &colon), Ok(()));
        assert_eq!(check("ns#A: Syntax error at line 9, column 8 | Model", &colon), Ok(()));
        for said in [
            "",
            "Something else",
            &said("9, column 9"),
            &said("9 column 8"),
            &said("9, col 8"),
            "Syntax error at line 9 column 8",
            "Syntax error at line 9, column 9",
        ] {
            assert!(check(said, &colon).is_err(), "{said}");
        }
        let other = finding("unknown-shape", "there is no `x`", (9, 8));
        assert!(check("Syntax error at line 9, column 8", &other).is_err());
    }
}
