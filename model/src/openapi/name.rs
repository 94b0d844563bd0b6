//! Names for what has none in a document.

use std::collections::HashSet;

/// The words of `text` (between characters that are no letters or digits), each with its first letter
/// in upper case and otherwise as it is, without anything between them: `list-pets_byId` gives
/// `ListPetsById`.
pub(super) fn pascal_case(text: &str) -> String {
    let mut name = String::new();
    for word in text.split(|character: char| !character.is_alphanumeric()) {
        let mut characters = word.chars();
        name.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        name.push_str(characters.as_str());
    }
    name
}

/// The words of `text` in lower case, with dots between them: `AWS Lambda` gives `aws.lambda`.
pub(super) fn namespace(text: &str) -> String {
    let words = text.split(|character: char| !character.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    if words.is_empty() { "openapi".to_owned() } else { words.join(".") }
}

/// `name`, or if that is taken, `name2`, `name3`, …; it is taken from then on.
pub(super) fn claim(taken: &mut HashSet<String>, name: &str) -> String {
    let name = if name.is_empty() { "Unnamed" } else { name };
    let mut claimed = name.to_owned();
    let mut number = 2;
    while !taken.insert(claimed.clone()) {
        claimed = format!("{name}{number}");
        number += 1;
    }
    claimed
}

#[cfg(test)]
mod tests {
    use super::{claim, namespace, pascal_case};
    use std::collections::HashSet;

    #[test]
    fn names() {
        for (text, expected) in [
            ("publishVersion", "PublishVersion"),
            ("repos/list-for_user", "ReposListForUser"),
            ("get /pets/{petId}.json", "GetPetsPetIdJson"),
            ("émile 2x", "Émile2x"),
            ("--", ""),
        ] {
            assert_eq!(pascal_case(text), expected);
        }
        assert_eq!(namespace("AWS Lambda (v2)"), "aws.lambda.v2");
        assert_eq!(namespace("  "), "openapi");
    }

    #[test]
    fn a_name_is_given_once() {
        let mut taken = HashSet::new();
        for expected in ["A", "A2", "A3"] {
            assert_eq!(claim(&mut taken, "A"), expected);
        }
        assert_eq!(claim(&mut taken, "A2"), "A22");
    }
}
