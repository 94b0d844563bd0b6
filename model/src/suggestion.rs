//! "Did you mean": the closest of several names.

/// The name that is closest to `name`, if any is close enough to be worth suggesting.
///
/// Names that differ only in case come first, then those at the smallest edit distance (a swap of
/// neighbours counts as one edit), at most a third of `name`'s length.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = lower(name);
    // What a person mistypes is short; this bounds the work for what is not.
    if wanted.len() > 100 {
        return None;
    }
    let limit = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = lower(candidate);
        if other.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let distance = distance(&wanted, &other);
        if distance <= limit && best.is_none_or(|(smallest, _)| distance < smallest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn lower(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one to the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before_previous: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=to.len()).collect();
    let mut from_before = None;
    for (row, &a) in from.iter().enumerate() {
        let mut current = Vec::with_capacity(to.len() + 1);
        let mut left = row + 1;
        current.push(left);
        let mut to_before = None;
        for (column, &b) in to.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX);
            let replaced = at(&previous, column) + usize::from(a != b);
            let mut cost = replaced.min(at(&previous, column + 1) + 1).min(left + 1);
            if from_before == Some(b) && to_before == Some(a) {
                cost = cost.min(at(&before_previous, column.wrapping_sub(1)).saturating_add(1));
            }
            current.push(cost);
            left = cost;
            to_before = Some(b);
        }
        from_before = Some(a);
        before_previous = std::mem::replace(&mut previous, current);
    }
    previous.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let names = ["PublishVersion", "PublishLayerVersion", "GetFunction", "structure"];
        let check = |typed, expected| assert_eq!(closest(typed, names), expected, "{typed}");
        check("publishversion", Some("PublishVersion"));
        check("PubilshVersion", Some("PublishVersion"));
        check("GetFunctoin", Some("GetFunction"));
        check("strcture", Some("structure"));
        check("Delete", None);
        check("", None);
    }

    #[test]
    fn counts_edits() {
        let check = |from: &str, to: &str, expected| {
            let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
            assert_eq!(distance(&from, &to), expected);
            assert_eq!(distance(&to, &from), expected);
        };
        check("", "", 0);
        check("abc", "", 3);
        check("abc", "abc", 0);
        check("abc", "acb", 1);
        check("kitten", "sitting", 3);
    }
}
