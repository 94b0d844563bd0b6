//! Classes: `[a-z]`, `[^\w.]`.

use super::escape::{self, Escape};
use super::translator::{ANY, NEVER, Translator, push_literal};

/// Reads a class and writes it for `regex`, to which more characters are special inside classes; the bracket that
/// opens it has been read.
pub(super) fn parse(from: &mut Translator) -> Result<String, String> {
    let negated = from.eat("^");
    let mut body = String::new();
    loop {
        if from.eat("]") {
            break;
        }
        let first = part(from)?;
        // `a-z`; a hyphen that is last stands for itself.
        if from.rest().first() == Some(&'-') && !matches!(from.rest().get(1), None | Some(']')) {
            from.next();
            let last = part(from)?;
            match (&first, &last) {
                (Escape::Character(first), Escape::Character(last)) => {
                    range(*first, *last, &mut body)?
                }
                // `[\w-.]`: no range, for one side is no character.
                _ => {
                    push(&first, &mut body);
                    push_literal(&mut body, '-');
                    push(&last, &mut body);
                }
            }
        } else {
            push(&first, &mut body);
        }
    }
    Ok(match (body.is_empty(), negated) {
        (true, true) => ANY.to_owned(),
        (true, false) => NEVER.to_owned(),
        (false, true) => format!("[^{body}]"),
        (false, false) => format!("[{body}]"),
    })
}

fn part(from: &mut Translator) -> Result<Escape, String> {
    match from.next() {
        None => Err("a class is not closed".to_owned()),
        Some('\\') if from.eat("b") => Ok(Escape::Character(0x08)),
        Some('\\') => escape::parse(from),
        Some('[') if from.peek() == Some(':') => {
            Ok(posix(from).unwrap_or(Escape::Character(u32::from('['))))
        }
        Some(letter) => Ok(Escape::Character(u32::from(letter))),
    }
}

/// `:alpha:]`, inside a class and after a bracket.
fn posix(from: &mut Translator) -> Option<Escape> {
    const LONGEST_NAME: usize = 6;
    let after: Vec<char> = from.rest().iter().skip(1).take(LONGEST_NAME + 2).copied().collect();
    let length = after.iter().position(|letter| *letter == ':')?;
    if after.get(length + 1) != Some(&']') {
        return None;
    }
    let name: String = after.iter().take(length).collect();
    let ranges = escape::posix(&name)?;
    from.at += length + 3;
    from.foreign = Some("a POSIX class");
    Some(Escape::Set(ranges.to_owned()))
}

fn push(part: &Escape, body: &mut String) {
    match part {
        Escape::Set(set) => body.push_str(set),
        Escape::Character(code) => {
            // Half a surrogate pair is in no text, so it adds nothing.
            if let Some(letter) = char::from_u32(*code) {
                push_literal(body, letter);
            }
        }
    }
}

fn range(first: u32, last: u32, body: &mut String) -> Result<(), String> {
    if first > last {
        return Err("the bounds of a range in a class are the wrong way round".to_owned());
    }
    let surrogates = 0xD800..=0xDFFF_u32;
    let first = if surrogates.contains(&first) { 0xE000 } else { first };
    let last = if surrogates.contains(&last) { 0xD7FF } else { last };
    if let (Some(first), Some(last)) = (char::from_u32(first), char::from_u32(last))
        && first <= last
    {
        push_literal(body, first);
        body.push('-');
        push_literal(body, last);
    }
    Ok(())
}
