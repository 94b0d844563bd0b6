//! Pages of lists.

use crate::refusal::Refusal;

/// The most items that an answer holds, whatever is asked for.
const LONGEST_PAGE: usize = 50;

/// The place in a list that a marker stands for: the number of the item that the page begins with.
pub(crate) fn read_marker(marker: Option<&str>) -> Result<Option<u64>, Refusal> {
    match marker {
        None | Some("") => Ok(None),
        Some(marker) => match marker.strip_prefix(PREFIX).and_then(|number| number.parse().ok()) {
            Some(number) => Ok(Some(number)),
            None => Err(Refusal::invalid("The marker is none that an earlier answer has given.")),
        },
    }
}

/// The first page of `items`, which have numbers, and the marker of the next page if there is one.
pub(crate) fn cut<T>(
    items: impl IntoIterator<Item = (u64, T)>,
    max_items: Option<i32>,
) -> (Vec<T>, Option<String>) {
    let wanted = max_items.and_then(|wanted| usize::try_from(wanted).ok());
    let length = wanted.unwrap_or(LONGEST_PAGE).clamp(1, LONGEST_PAGE);
    let mut items = items.into_iter();
    let page = items.by_ref().take(length).map(|(_, item)| item).collect();
    let marker = items.next().map(|(number, _)| format!("{PREFIX}{number}"));
    (page, marker)
}

const PREFIX: &str = "from-";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        let items = || (1..=120).map(|number| (number, number));
        let check = |max_items, length: usize, marker: Option<&str>| {
            let (page, next) = cut(items(), max_items);
            assert_eq!((page.len(), next.as_deref()), (length, marker), "{max_items:?}");
        };
        check(None, 50, Some("from-51"));
        check(Some(1), 1, Some("from-2"));
        check(Some(10_000), 50, Some("from-51"));
        assert_eq!(cut(items().skip(110), Some(10)), ((111..=120).collect(), None));
    }

    #[test]
    fn markers() {
        assert_eq!(read_marker(None), Ok(None));
        assert_eq!(read_marker(Some("from-51")), Ok(Some(51)));
        for marker in ["51", "from-", "from--1", "from-99999999999999999999"] {
            assert!(read_marker(Some(marker)).is_err(), "{marker}");
        }
    }
}
