//! Pagination and waiters as a dump shows them.

use super::text::quoted;
use crate::api::{AcceptorState, Matcher, Operation, PathMatcher, Waiter};
use std::fmt::{self, Write};

pub(super) fn write(text: &mut String, operation: &Operation) -> fmt::Result {
    if let Some(pages) = &operation.pagination {
        let input = pages.input_token.members.join(".");
        write!(text, "  pages {input} <- {}", pages.output_token.members.join("."))?;
        if let Some(items) = &pages.items {
            write!(text, " items={}", items.members.join("."))?;
        }
        if let Some(size) = &pages.page_size {
            write!(text, " size={}", size.members.join("."))?;
        }
        text.push('\n');
    }
    operation.waiters.iter().try_for_each(|waiter| write_waiter(text, waiter))
}

fn write_waiter(text: &mut String, waiter: &Waiter) -> fmt::Result {
    write!(text, "  waiter {} delay={}..{}", waiter.name, waiter.min_delay, waiter.max_delay)?;
    if waiter.deprecated {
        text.push_str(" deprecated");
    }
    if !waiter.tags.is_empty() {
        let tags: Vec<String> = waiter.tags.iter().map(|tag| quoted(tag)).collect();
        write!(text, " tags=[{}]", tags.join(", "))?;
    }
    text.push('\n');
    if let Some(documentation) = &waiter.documentation {
        writeln!(text, "    /// {}", documentation.escape_debug())?;
    }
    for acceptor in &waiter.acceptors {
        let state = match acceptor.state {
            AcceptorState::Success => "success",
            AcceptorState::Failure => "failure",
            AcceptorState::Retry => "retry",
        };
        write!(text, "    {state} if ")?;
        match &acceptor.matcher {
            Matcher::Output(matcher) => write_path("output", text, matcher)?,
            Matcher::InputOutput(matcher) => write_path("input-output", text, matcher)?,
            Matcher::ErrorType(name, _) => write!(text, "error {name}")?,
            Matcher::Success(true) => text.push_str("any output"),
            Matcher::Success(false) => text.push_str("any error"),
        }
        if let Some(message) = &acceptor.message {
            write!(text, " message={}", quoted(&message.text))?;
        }
        text.push('\n');
    }
    Ok(())
}

fn write_path(of: &str, text: &mut String, matcher: &PathMatcher) -> fmt::Result {
    let (path, expected) = (quoted(&matcher.path.text), quoted(&matcher.expected));
    write!(text, "{of} {path} {} {expected}", matcher.comparator.name())
}
