//! Rust names made from a model's names.
//!
//! A name is cut into words the way the field writes them (`KMSKeyArn` is `kms key arn`, `IPv6Addresses` is
//! `ipv6 addresses`), and the words are joined in the case wanted. Whatever the model says, the answer is one valid
//! identifier:
//!
//! | the model's name | types, variants | functions, fields | why |
//! |---|---|---|---|
//! | `8000`, `2.0` | `V8000`, `V2_0` | `v8000`, `v2_0` | an identifier cannot start with a digit |
//! | `+1`, `-1` | `Plus1`, `Minus1` | `plus1`, `minus1` | the sign is all that tells them apart |
//! | the empty text | `Empty` | `empty` | |
//! | `>=`, `*` | `GreaterThanEquals`, `Asterisk` | … | nothing but signs: they are spelt out |
//! | `type` | `Type` | `r#type` | keywords are written raw |
//! | `self`, `crate`, `super` | `SelfValue`, … | `self_`, … | these cannot be raw |
//! | `Option`, `Error`, `Blob` | `OptionValue`, … | `option`, … | generated code says these names for what they mean to every Rust reader |
//! | `Unknown` (a variant) | `UnknownValue` | | `Unknown` holds what the model does not know |
//!
//! Of several members that give the same name, the first in model order keeps it and the next are `name_2`, `name_3`
//! (`Name2`, `Name3` for types).

use std::collections::HashMap;

use proc_macro2::{Ident, Span};

mod words;

use words::words;

/// Type names that generated code takes from the standard library, by their short names.
pub(crate) const STD_TYPES: &[&str] = &[
    "Arc",
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "BTreeMap",
    "BTreeSet",
    "Box",
    "Clone",
    "Copy",
    "Cow",
    "Debug",
    "Default",
    "Display",
    "DoubleEndedIterator",
    "Drop",
    "Duration",
    "Eq",
    "Err",
    "Error",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "Formatter",
    "From",
    "FromIterator",
    "FromStr",
    "Future",
    "Hash",
    "HashMap",
    "HashSet",
    "Hasher",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "Ordering",
    "PartialEq",
    "PartialOrd",
    "Pin",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Type names that generated code takes from the runtime, by their short names.
pub(crate) const RUNTIME_TYPES: &[&str] = &[
    "BigDecimal",
    "BigInteger",
    "Blob",
    "ByteStream",
    "Correct",
    "Decode",
    "Document",
    "Encode",
    "Halt",
    "HttpValue",
    "MapKey",
    "Member",
    "Pattern",
    "Reader",
    "Structure",
    "Timestamp",
    "TimestampFormat",
    "UnionMember",
    "Writer",
];

/// The variant in which a client's enumerations and unions keep what the model does not know.
pub(crate) const UNKNOWN_VARIANT: &str = "Unknown";

/// What a name that is taken by something better known gets appended.
const CLASH_SUFFIX: &str = "Value";

/// The longest module name, in bytes: file systems allow 255 for a file.
const LONGEST_MODULE: usize = 120;

/// The name of a function, field or module: `KMSKeyArn` → `kms_key_arn`.
pub(crate) fn snake_case(name: &str) -> String {
    lower_words(name, raw_if_keyword)
}

/// The name of a type or variant: `nodejs20.x` → `Nodejs20X`.
pub(crate) fn pascal_case(name: &str) -> String {
    let mut joined = String::with_capacity(name.len());
    for word in words(name) {
        // `2_1` must not become `21`.
        if joined.ends_with(|last: char| last.is_ascii_digit())
            && word.starts_with(|first: char| first.is_ascii_digit())
        {
            joined.push('_');
        }
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            joined.extend(capital(first));
            joined.push_str(letters.as_str());
        }
    }
    if joined.starts_with(|first: char| first.is_ascii_digit()) {
        joined.insert(0, 'V');
    }
    if joined == "Self" { joined + CLASH_SUFFIX } else { joined }
}

/// The name of a constant or static: `VpcConfig` → `VPC_CONFIG`.
pub(crate) fn screaming_case(name: &str) -> String {
    let mut joined = String::with_capacity(name.len() + 4);
    for word in words(name) {
        if !joined.is_empty() {
            joined.push('_');
        }
        for letter in word.chars() {
            joined.extend(capital(letter));
        }
    }
    if joined.starts_with(|first: char| first.is_ascii_digit()) {
        joined.insert(0, 'V');
    }
    joined
}

/// The name of a module that has a file of its own: [`snake_case`], short enough for a file name, and none of the
/// names that a directory of modules or an operating system keeps for itself.
pub(crate) fn module_case(name: &str) -> String {
    const KEPT: &[&str] = &["mod", "lib", "main", "build", "con", "prn", "aux", "nul"];
    lower_words(name, |mut joined| {
        if joined.len() > LONGEST_MODULE {
            let end = (0..=LONGEST_MODULE).rev().find(|end| joined.is_char_boundary(*end));
            joined.truncate(end.unwrap_or_default());
            joined.truncate(joined.trim_end_matches('_').len());
        }
        let device = matches!(joined.strip_prefix("com").or(joined.strip_prefix("lpt")), Some(port) if port.len() == 1);
        if device || KEPT.contains(&joined.as_str()) {
            joined.push('_');
        }
        raw_if_keyword(joined)
    })
}

/// A name as it is written inside other names and in file names: without `r#`.
pub(crate) fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The identifier that a name of this module stands for, raw names too. Anything else is made a name first, so that
/// no text becomes more than one identifier.
pub(crate) fn ident(name: &str) -> Ident {
    let made = match words::is_identifier(unraw(name)) {
        true => raw_if_keyword(unraw(name).to_owned()),
        false => snake_case(name),
    };
    match made.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(&made, Span::call_site()),
    }
}

/// The name of the type for a shape or schema: unlike any reserved name and any name given before.
pub(crate) fn type_name(name: &str, scope: &mut Scope) -> String {
    let name = pascal_case(name);
    if scope.is_reserved(&name) { scope.unique(name + CLASH_SUFFIX) } else { scope.unique(name) }
}

/// The name of a variant of an enumeration or union: unlike any reserved name and any name given before.
pub(crate) fn variant_name(name: &str, scope: &mut Scope) -> String {
    type_name(name, scope)
}

/// The name of a field: unlike any reserved name and any name given before.
pub(crate) fn field_name(name: &str, scope: &mut Scope) -> String {
    scope.unique(snake_case(name))
}

/// The name of a function or method: unlike any reserved name and any name given before.
pub(crate) fn function_name(name: &str, scope: &mut Scope) -> String {
    scope.unique(snake_case(name))
}

/// The name of a module with a file of its own: unlike any reserved name and any name given before.
pub(crate) fn module_name(name: &str, scope: &mut Scope) -> String {
    scope.unique(module_case(name))
}

/// The name of a constant or static: unlike any reserved name and any name given before.
pub(crate) fn constant_name(name: &str, scope: &mut Scope) -> String {
    scope.unique(screaming_case(name))
}

/// The names given in one namespace (the types of a crate, the fields of a structure), so that each is given once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    /// Every name that is taken, and the number from which to look for the next like it.
    taken: HashMap<String, Taken>,
    /// Whether the names are of types or variants, which have no `_` between their words.
    camel: bool,
}

#[derive(Clone, Copy, Debug)]
struct Taken {
    reserved: bool,
    next: u32,
}

impl Scope {
    /// A namespace in which nothing is taken.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A namespace in which some names are kept for the generator's own use.
    pub(crate) fn reserving<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut scope = Self::new();
        scope.reserve(names);
        scope
    }

    /// The namespace of a crate's types: names of the standard library and the runtime are reserved.
    pub(crate) fn types() -> Self {
        Self { camel: true, ..Self::reserving(STD_TYPES.iter().chain(RUNTIME_TYPES).copied()) }
    }

    /// The namespace of the variants of an enumeration or union, with `Unknown` reserved if it is open.
    pub(crate) fn variants(open: bool) -> Self {
        Self { camel: true, ..Self::reserving(open.then_some(UNKNOWN_VARIANT)) }
    }

    /// Keeps more names for the generator's own use.
    pub(crate) fn reserve<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        for name in names {
            self.taken.insert(unraw(name).to_owned(), Taken { reserved: true, next: 2 });
        }
    }

    /// Whether a name is kept for the generator's own use.
    pub(crate) fn is_reserved(&self, name: &str) -> bool {
        self.taken.get(unraw(name)).is_some_and(|taken| taken.reserved)
    }

    /// Takes a name, or the next free one like it. `name` is a name made by this module.
    pub(crate) fn unique(&mut self, name: String) -> String {
        let plain = unraw(&name);
        let Some(taken) = self.taken.get(plain) else {
            self.taken.insert(plain.to_owned(), Taken { reserved: false, next: 2 });
            return name;
        };
        // `Name2`, but `name_2`, `NAME_2` and `Sha256_2`.
        let compact = plain.starts_with(char::is_uppercase)
            && (self.camel || plain.contains(char::is_lowercase))
            && !plain.ends_with(|last: char| last.is_ascii_digit());
        let stem =
            if compact { plain.to_owned() } else { format!("{}_", plain.trim_end_matches('_')) };
        let mut number = taken.next;
        let found = loop {
            let candidate = format!("{stem}{number}");
            number = number.saturating_add(1);
            if !self.taken.contains_key(&candidate) {
                break candidate;
            }
        };
        if let Some(taken) = self.taken.get_mut(plain) {
            taken.next = number;
        }
        self.taken.insert(found.clone(), Taken { reserved: false, next: 2 });
        found
    }
}

/// Every word of Rust 2024 that cannot be a plain identifier, in byte order.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot be written raw.
const NEVER_RAW: &[&str] = &["Self", "crate", "self", "super"];

fn lower_words(name: &str, finish: impl FnOnce(String) -> String) -> String {
    let mut joined = String::with_capacity(name.len() + 4);
    for word in words(name) {
        if !joined.is_empty() {
            joined.push('_');
        }
        joined.push_str(&word);
    }
    if joined.starts_with(|first: char| first.is_ascii_digit()) {
        joined.insert(0, 'v');
    }
    finish(joined)
}

fn raw_if_keyword(name: String) -> String {
    if NEVER_RAW.contains(&name.as_str()) {
        name + "_"
    } else if KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

/// A letter's capital, unless it has none that is one letter long.
fn capital(letter: char) -> impl Iterator<Item = char> {
    let mut capitals = letter.to_uppercase();
    std::iter::once(match (capitals.next(), capitals.next()) {
        (Some(capital), None) => capital,
        _ => letter,
    })
}

#[cfg(test)]
mod tests;
