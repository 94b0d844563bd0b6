//! What follows a backslash, where it means the same in a class and outside.

use super::translator::Translator;

/// ECMA 262's `\s`: its WhiteSpace and LineTerminator.
const SPACE: &str =
    r"\t-\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// What an escape stands for.
pub(super) enum Escape {
    /// One code point; half a surrogate pair too.
    Character(u32),
    /// Characters, as they are written in a class: ranges, a class inside it, or `\p{…}`.
    Set(String),
}

/// Reads an escape; the backslash has been read.
pub(super) fn parse(from: &mut Translator) -> Result<Escape, String> {
    let letter = from.next().ok_or("it ends in a backslash")?;
    let set = |text: &str| Ok(Escape::Set(text.to_owned()));
    match letter {
        'd' => set("0-9"),
        'D' => set("[^0-9]"),
        'w' => set("0-9A-Za-z_"),
        'W' => set("[^0-9A-Za-z_]"),
        's' => set(SPACE),
        'S' => Ok(Escape::Set(format!("[^{SPACE}]"))),
        'h' => {
            from.foreign = Some(r"`\h`");
            set(r"\t \u{A0}\u{1680}\u{180E}\u{2000}-\u{200A}\u{202F}\u{205F}\u{3000}")
        }
        'p' | 'P' => property(from, letter == 'P').map(Escape::Set),
        't' => Ok(Escape::Character(0x09)),
        'n' => Ok(Escape::Character(0x0A)),
        'v' => Ok(Escape::Character(0x0B)),
        'f' => Ok(Escape::Character(0x0C)),
        'r' => Ok(Escape::Character(0x0D)),
        '0' if !matches!(from.peek(), Some('0'..='9')) => Ok(Escape::Character(0)),
        'c' => match from.peek() {
            Some(control) if control.is_ascii_alphabetic() => {
                from.next();
                Ok(Escape::Character(u32::from(control) % 32))
            }
            _ => Err(r"a letter must follow `\c`".to_owned()),
        },
        'x' => hexadecimal(from, 2)
            .map(Escape::Character)
            .ok_or_else(|| r"two digits must follow `\x`".to_owned()),
        'u' => unicode(from).map(Escape::Character),
        '0'..='9' => Err(format!(r"`\{letter}` is not known")),
        _ if letter.is_ascii_alphabetic() => Err(format!(r"`\{letter}` is not known")),
        _ => Ok(Escape::Character(u32::from(letter))),
    }
}

/// `HHHH`, two of them that are a surrogate pair, or `{H…}`.
fn unicode(from: &mut Translator) -> Result<u32, String> {
    let wrong = || r"four digits must follow `\u`".to_owned();
    let first = hexadecimal(from, 4).ok_or_else(wrong)?;
    if (0xD800..0xDC00).contains(&first) {
        let before = from.at;
        if from.eat(r"\u")
            && let Some(second) = hexadecimal(from, 4)
            && (0xDC00..0xE000).contains(&second)
        {
            return Ok(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
        }
        from.at = before;
    }
    Ok(first)
}

/// So many hexadecimal digits, or any number of them in braces.
fn hexadecimal(from: &mut Translator, digits: usize) -> Option<u32> {
    let braced = from.eat("{");
    let length =
        if braced { from.rest().iter().position(|letter| *letter == '}')? } else { digits };
    let mut code = 0_u32;
    for index in 0..length {
        let digit = from.rest().get(index)?.to_digit(16)?;
        code = code.checked_mul(16)?.checked_add(digit).filter(|code| *code <= 0x10_FFFF)?;
    }
    from.at += length + usize::from(braced);
    (length > 0).then_some(code)
}

/// `{Name}`, `{Name=Value}`, or one letter, of `\p` or `\P`.
fn property(from: &mut Translator, negated: bool) -> Result<String, String> {
    let name: String = if from.eat("{") {
        let length =
            from.rest().iter().position(|letter| *letter == '}').ok_or(r"a `\p{` is not closed")?;
        let name = from.rest().iter().take(length).collect();
        from.at += length + 1;
        name
    } else {
        from.foreign = Some(r"`\p` without braces");
        from.next().map(String::from).unwrap_or_default()
    };
    let is_name = |text: &str| {
        !text.is_empty()
            && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    let (property, value) = name.split_once('=').unwrap_or((&name, "_"));
    if !is_name(property) || !is_name(value) {
        return Err(format!(r"`\p{{{name}}}` is not known"));
    }
    // Names that only Java has, and that are about ASCII there.
    if let Some(ranges) = ascii(&name) {
        from.foreign = Some(r"a property that only Java has");
        return Ok(if negated { format!("[^{ranges}]") } else { format!("[{ranges}]") });
    }
    let name = match name.strip_prefix("Is") {
        Some(rest) if is_name(rest) => {
            from.foreign = Some(r"a property that only Java has");
            rest
        }
        _ => &name,
    };
    Ok(format!(r"\{}{{{name}}}", if negated { 'P' } else { 'p' }))
}

/// The ranges of a class that Java calls `\p{Name}`, unless ECMA 262 knows the name too.
fn ascii(name: &str) -> Option<&'static str> {
    Some(match name {
        "Alnum" => "0-9A-Za-z",
        "Blank" => r"\t ",
        "Cntrl" => r"\u{0}-\u{1F}\u{7F}",
        "Digit" => "0-9",
        "Graph" => "!-~",
        "Print" => " -~",
        "Punct" => r"!-/:-@\[-`\{-~",
        "Space" => r"\t-\r ",
        "XDigit" => "0-9A-Fa-f",
        _ => return None,
    })
}

/// The ranges of the POSIX class `[:name:]`.
pub(super) fn posix(name: &str) -> Option<&'static str> {
    Some(match name {
        "alpha" => "A-Za-z",
        "lower" => "a-z",
        "upper" => "A-Z",
        "word" => "0-9A-Za-z_",
        "ascii" => r"\u{0}-\u{7F}",
        "alnum" => ascii("Alnum")?,
        "blank" => ascii("Blank")?,
        "cntrl" => ascii("Cntrl")?,
        "digit" => ascii("Digit")?,
        "graph" => ascii("Graph")?,
        "print" => ascii("Print")?,
        "punct" => ascii("Punct")?,
        "space" => ascii("Space")?,
        "xdigit" => ascii("XDigit")?,
        _ => return None,
    })
}
