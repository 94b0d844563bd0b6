//! The words of which names are made.

/// The words of a name: `createdAt`, `CREATED_AT` and `CreatedAt` have two. A capital begins one, unless
/// capitals follow; digits belong to what stands before them.
pub(super) fn words(name: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    for (place, &(at, letter)) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| letters.get(before)).map(|it| it.1);
        let next = letters.get(place + 1).map(|it| it.1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| {
                !before.is_uppercase() || next.is_some_and(char::is_lowercase)
            });
        if letter.is_alphanumeric() {
            if begins {
                found.extend(name.get(start..at));
                start = at;
            }
        } else {
            found.extend(name.get(start..at));
            start = at + letter.len_utf8();
        }
    }
    found.extend(name.get(start..));
    found.retain(|word| !word.is_empty());
    found
}

/// Whether the words of `term`, which spaces part, follow one another in a name.
pub(super) fn has_term(name: &str, term: &str) -> bool {
    let name: Vec<String> = words(name).iter().map(|word| word.to_lowercase()).collect();
    let term: Vec<String> = term.split_whitespace().map(str::to_lowercase).collect();
    !term.is_empty() && name.windows(term.len()).any(|part| part == term.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_words() {
        for (name, expected) in [
            ("CreatedAt", "Created At"),
            ("bamID2HTTP", "bam ID2 HTTP"),
            ("HTTPServer", "HTTP Server"),
            ("snake_case", "snake case"),
            ("__A", "A"),
            ("ID", "ID"),
            ("", ""),
        ] {
            assert_eq!(words(name).join(" "), expected);
        }
        assert!(has_term("UserFirstName", "first name"));
        assert!(!has_term("UserFirstNames", "first name"));
    }
}
