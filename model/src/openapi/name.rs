//! Names for what has none in a document.

use std::collections::{HashMap, HashSet};

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

/// Names that are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashSet<String>,
    /// By name, the number to try next.
    next: HashMap<String, usize>,
}

impl Names {
    /// Takes `name`; whether it was free.
    pub(super) fn insert(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_owned())
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// Takes `name`, or if it is taken, `name2`, `name3`, …
    pub(super) fn claim(&mut self, name: &str) -> String {
        let name = if name.is_empty() { "Unnamed" } else { name };
        if self.insert(name) {
            return name.to_owned();
        }
        let mut number = self.next.get(name).copied().unwrap_or(2);
        loop {
            let claimed = format!("{name}{number}");
            number += 1;
            if self.insert(&claimed) {
                self.next.insert(name.to_owned(), number);
                return claimed;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, namespace, pascal_case};

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
        let mut names = Names::default();
        assert!(names.insert("A3"));
        for expected in ["A", "A2", "A4"] {
            assert_eq!(names.claim("A"), expected);
        }
        assert_eq!(names.claim("A2"), "A22");
    }
}
