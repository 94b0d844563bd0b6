//! Documentation of a model as Markdown for Rustdoc.

/// The lines of a documentation text.
pub(crate) fn markdown(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// The first sentence of a documentation text.
pub(crate) fn first_sentence(text: &str) -> String {
    markdown(text).into_iter().next().unwrap_or_default()
}
