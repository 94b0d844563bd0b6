//! The reference's phrases, and what Farrier says for each: the one place where both wordings meet.

/// What Farrier must say.
pub(super) struct Phrase {
    pub(super) code: &'static str,
    /// Each of them is in the message.
    pub(super) fragments: Vec<String>,
}

/// Farrier's words for a phrase of the reference.
pub(super) fn ours(phrase: &str) -> Option<Phrase> {
    PHRASES.iter().find_map(|(theirs, code, fragments)| {
        let found = captures(theirs, phrase)?;
        let fill = |fragment: &&str| {
            let mut filled = (*fragment).to_owned();
            for (index, found) in found.iter().enumerate() {
                filled = filled.replace(&format!("{{{index}}}"), found);
                filled = filled.replace(&format!("{{token {index}}}"), &token(found));
            }
            filled
        };
        Some(Phrase { code, fragments: fragments.iter().map(fill).collect() })
    })
}

/// Their phrase, where `{}` stands for anything; the code; what the message holds, where `{0}` stands for the
/// first `{}`, and `{token 0}` for it as a token that was found.
#[rustfmt::skip]
const PHRASES: &[(&str, &str, &[&str])] = &[
    // Tokens
    ("Expected a line break, but found {}", "syntax", &["expected a line break", "found {token 0}"]),
    ("Expected one or more whitespace characters, but found {}", "syntax", &["expected a space", "found {token 0}"]),
    ("Expected a namespace definition but found {}", "syntax", &["expected a `namespace` statement", "found {token 0}"]),
    ("Expected a valid identifier character, but found '{}'", "syntax", &["expected a letter or digit", "found `{0}`"]),
    ("Expected: '\"', but found '[EOF]'", "syntax", &["expected `\"", "found the end of the file"]),
    ("Expected one of STRING('\"'), TEXT_BLOCK('\"\"\"'), NUMBER, IDENTIFIER, LBRACE('{'), LBRACKET('['); but found {}", "syntax", &["expected a value", "found {token 0}"]),
    ("Expected one of IDENTIFIER, STRING('\"'); but found {}", "syntax", &["expected a key", "found {token 0}"]),
    ("Expected LBRACE('{') but found {}", "syntax", &["expected `{`", "found {token 0}"]),
    ("Expected RBRACE('}') but found {}", "syntax", &["or `}`", "found {token 0}"]),
    ("Expected RPAREN(')') but found {}", "syntax", &["expected `)`", "found {token 0}"]),
    ("Expected COLON(':') but found {}", "syntax", &["expected `:`", "found {token 0}"]),
    ("Expected POUND('#') but found {}", "syntax", &["expected `#`", "found {token 0}"]),
    ("Expected SPACE(' ') but found {}", "syntax", &["expected a space", "found {token 0}"]),
    // Ours says what the name is to name.
    ("Expected IDENTIFIER but found {}", "syntax", &["expected ", "found {token 0}"]),
    ("Unexpected character: '{}'", "syntax", &["unexpected character `{0}`"]),
    // Strings and numbers
    ("Invalid number '1.0e+': {}", "syntax", &["invalid number `1.0e+`", "a digit must follow `e`"]),
    ("Invalid number '-': {}", "syntax", &["invalid number `-`", "a digit must follow `-`"]),
    ("Error parsing quoted string: Invalid escape found in string: `{}`", "syntax", &["invalid string", "`{0}` is not an escape sequence"]),
    ("Error parsing quoted string: Invalid unclosed unicode escape found in string", "syntax", &["invalid string", "four hexadecimal digits must follow"]),
    ("Error parsing quoted string: Invalid unicode escape character: `{}`", "syntax", &["invalid string", "`{0}` is not a hexadecimal digit"]),
    ("Error parsing text block: Text block is empty", "syntax", &["invalid text block", "is empty"]),
    ("Error parsing text block: Invalid unclosed unicode escape found in string", "syntax", &["invalid text block", "four hexadecimal digits must follow"]),
    ("Error parsing text block: Text block must start with a new line", "syntax", &["invalid text block", "begins on the line below"]),
    // Statements
    ("Unknown shape type: {}", "syntax", &["unknown shape type `{0}`"]),
    ("Traits applied to apply statement", "syntax", &["`apply` statement has no traits"]),
    ("Use statements cannot use members", "member-not-shape", &["`use` brings in shapes, not members"]),
    ("Cannot use name `{}` because it conflicts with `{}`", "name-conflict", &["`use {0}` conflicts with `use {1}`"]),
    ("Shape name `{}` conflicts with imported shape `{}`", "name-conflict", &["`{0}` conflicts with `use {1}`"]),
    ("Found conflicting member name, `{}`", "duplicate-member", &["two members `{0}`"]),
    ("Unknown property {} for {}", "unknown-property", &["unknown property `{0}` of an operation"]),
    ("Missing required member of shape `com.foo#MyList`: member", "missing-member", &["the list has no `member`"]),
    ("Missing required member of shape `com.foo#MySet`: member", "missing-member", &["the set has no `member`"]),
    ("Missing required members of shape `com.foo#MyMap`: key, value", "missing-member", &["the map has neither `key` nor `value`"]),
    // Versions
    ("Unsupported Smithy version number: {}", "smithy-version", &["unsupported Smithy version \"{0}\""]),
    ("Duplicate control statement `version`", "smithy-version", &["`$version` is stated twice"]),
    ("The $version control statement must have a string value, but found {}", "smithy-version", &["`$version` must be a string"]),
    ("@default assignment is only supported in IDL version 2 or later", "smithy-version", &["defaults can only be assigned with Smithy 2.0"]),
    ("Members can only elide targets in IDL version 2 or later", "smithy-version", &["members can only leave out their targets with Smithy 2.0"]),
    ("Structures can only be bound to resources with Smithy version 2 or later. {}", "smithy-version", &["structures can only be bound to resources with Smithy 2.0"]),
    ("Inlined operation inputs and outputs can only be used with Smithy version 2 or later. {}", "smithy-version", &["can only be defined in place with Smithy 2.0"]),
    ("Mixins can only be used with Smithy version 2 or later. {}", "smithy-version", &["mixins can only be used with Smithy 2.0"]),
    ("Mixins can only be used in Smithy 2.0 or later. Attempted to apply a @mixin trait to `com.foo#Foo` {}", "mixin-version", &["`Foo` is a mixin, which Smithy 1.0 does not know"]),
    ("Resource properties can only be used with Smithy version 2 or later.", "smithy-version", &["resources can only have properties with Smithy 2.0"]),
    ("set shapes cannot be used in Smithy version 2.0", "smithy-version", &["`set` shapes cannot be used with Smithy 2.0"]),
    ("intEnum shapes cannot be used in Smithy version 1.0", "smithy-version", &["`intEnum` shapes can only be used with Smithy 2.0"]),
    // Mixins and resources
    ("smithy.example#ResourceStruct$id: Member target was elided, but no bound resource or mixin contained {}", "unknown-member", &["`$id` has no target", "`ResourceStruct`"]),
    ("smithy.example#Invalid${}: Member conflicts with an inherited mixin member: {}", "mixin-conflict", &["`Invalid` gives the member `{0}` another target than its mixin does"]),
    ("Member conflicts with an inherited mixin member: `com.amazon.example#Valid$a", "mixin-conflict", &["`Valid` gets the member `a` from two mixins, with different targets"]),
    ("The target of the `for` production must be a resource shape, but found {}: smithy.example#NotAResource", "not-a-resource", &["`for` names `NotAResource`, which is not a resource"]),
    ("Mixins may only be mixed into shapes of the same type. {}", "mixin-type", &["the union `Bar` cannot be a mixin of the structure `Foo`"]),
    ("Operation shapes with the mixin trait MUST target `smithy.api#Unit` for their input and output. {}", "mixin-property", &["`MixinOperation` is a mixin, and so cannot have input or output"]),
    ("Resource shapes with the mixin trait may not define any properties. {}", "mixin-property", &["`MixinResource` is a mixin, and so cannot have anything but traits"]),
    // Values
    ("Syntactic shape ID `{}` does not resolve to a valid shape ID: `smithy.api#truefalse`", "syntactic-shape-id-target", &["there is no shape `smithy.api#{0}`"]),
    ("smithy.example#Enum: enum must have at least one entry", "enum-shape", &["`Enum` has no values"]),
    ("smithy.example#Foo$BAR: intEnum members require integer values, but found: \"Abc\"", "enum-shape", &["`Foo$BAR` is no whole number"]),
    ("smithy.example#Foo$BAR: intEnum members do not support floating point values", "enum-shape", &["`Foo$BAR` is no whole number"]),
    ("smithy.example#Foo$BAR: intEnum members must fit within an integer, but found: 2147483648", "enum-shape", &["32 bits"]),
];

/// What each `{}` of the pattern stands for, if the text is of that pattern. Braces in quotes stand for themselves.
fn captures<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut found = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        let end = if is_last { rest.strip_suffix(part)?.len() } else { rest.find(part)? };
        found.push(rest.get(..end)?);
        rest = rest.get(end + part.len()..)?;
    }
    rest.is_empty().then_some(found)
}

/// How Farrier names a token that the reference found: `` IDENTIFIER('x') `` is `` `x` ``.
fn token(theirs: &str) -> String {
    let (name, text) = theirs.split_once("('").unwrap_or((theirs, ""));
    let text = text.strip_suffix("')").unwrap_or(text);
    match name {
        "EOF" => "the end of the file".to_owned(),
        "NEWLINE" => "a line break".to_owned(),
        "COMMENT" => "a comment".to_owned(),
        "STRING" => format!("the string {text}"),
        _ => format!("`{text}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Phrase, captures, ours};

    #[test]
    fn finds_what_a_pattern_leaves_open() {
        for (pattern, text, expected) in [
            ("a {} b {}", "a 1 b 2 3", Some(vec!["1", "2 3"])),
            ("'{}'", "'''", Some(vec!["'"])),
            ("LBRACE('{') {}", "LBRACE('{') x", Some(vec!["x"])),
            ("a", "ab", None),
            ("a {} c", "a b", None),
        ] {
            assert_eq!(captures(pattern, text), expected, "{pattern}");
        }
    }

    #[test]
    fn says_it_in_our_words() {
        let said = "Expected COLON(':') but found IDENTIFIER('MyString')";
        let Some(Phrase { code, fragments }) = ours(said) else { panic!("no phrase fits") };
        assert_eq!(
            (code, fragments),
            ("syntax", vec!["expected `:`".into(), "found `MyString`".into()])
        );
        assert!(ours("Something else").is_none());
    }
}
