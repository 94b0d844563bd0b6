//! Tests of printing.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::*;

fn check(tokens: TokenStream, expected: &str) {
    let printed = print(tokens.clone()).unwrap();
    assert_eq!(printed, expected.trim_start_matches('\n'));
    assert_sound(tokens, &printed);
}

/// The text says what the tokens said, and printing it again changes nothing but that comments are gone.
fn assert_sound(tokens: TokenStream, printed: &str) {
    let again: TokenStream = printed.parse().unwrap();
    assert_eq!(essence(again.clone()), essence(tokens::normalized(tokens)), "{printed}");
    let second = print(again).unwrap();
    assert_eq!(print(second.parse().unwrap()).unwrap(), second);
    for line in printed.lines() {
        assert_eq!(line, line.trim_end(), "trailing white space");
        assert!(!line.contains(['\r', '\u{202E}', '\u{2066}']), "{line:?}");
    }
    assert!(!printed.contains("\n\n\n"), "{printed}");
}

/// Tokens one by one, without comments and the trailing commas that depend on line breaks.
fn essence(tokens: TokenStream) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let inside = essence(group.stream());
                if inside.first().is_some_and(|first| first == "comment") {
                    while out.last().is_some_and(|last| last == "#" || last == "!") {
                        out.pop();
                    }
                    continue;
                }
                out.push(format!("{:?} {inside:?}", group.delimiter()));
            }
            TokenTree::Punct(comma) if comma.as_char() == ',' && tokens.peek().is_none() => {}
            // However it is quoted, and whatever is escaped.
            TokenTree::Literal(literal) => match syn::Lit::new(literal.clone()) {
                syn::Lit::Str(text) => out.push(format!("{:?}", text.value())),
                _ => out.push(literal.to_string()),
            },
            other => out.push(other.to_string()),
        }
    }
    out
}

#[test]
fn items_are_parted() {
    check(
        quote! {
            //! What this is.
            #![forbid(unsafe_code)]
            use std::fmt;
            use std::io;
            pub use crate::a::A;
            pub use crate::b::B;
            mod a;
            mod b;
            /// Public.
            pub mod c;
            const ONE: u8 = 1;
            const TWO: u8 = 2;
            static TABLE: &[&str] = &["a text that is long enough to need a line", "a text that is long enough to need a line"];
            static OTHER: u8 = 1;
            static MORE: u8 = 1;
            /// Documented.
            #[derive(Debug)]
            pub struct S {
                /// A field.
                pub a: u8,
                pub b: u8,
            }
            impl S {
                const A: u8 = 1;
                const B: u8 = 2;
                /// Makes one.
                pub fn new() -> Self { Self { a: 1, b: 2 } }
                fn get(&self) -> u8 { self.a }
            }
            impl Operation for S {
                type Input = u8;
                type Output = u8;
                fn call(self) {}
            }
            trait T { type A; fn a(&self); fn b(&self) {} }
            mod inner { //! Inside.
                struct A; struct B;
            }
            mod empty {}
        },
        "
//! What this is.

#![forbid(unsafe_code)]

use std::fmt;
use std::io;

pub use crate::a::A;
pub use crate::b::B;

mod a;
mod b;

/// Public.
pub mod c;

const ONE: u8 = 1;
const TWO: u8 = 2;

static TABLE: &[&str] = &[
    \"a text that is long enough to need a line\",
    \"a text that is long enough to need a line\",
];

static OTHER: u8 = 1;
static MORE: u8 = 1;

/// Documented.
#[derive(Debug)]
pub struct S {
    /// A field.
    pub a: u8,
    pub b: u8,
}

impl S {
    const A: u8 = 1;
    const B: u8 = 2;

    /// Makes one.
    pub fn new() -> Self {
        Self { a: 1, b: 2 }
    }

    fn get(&self) -> u8 {
        self.a
    }
}

impl Operation for S {
    type Input = u8;
    type Output = u8;

    fn call(self) {}
}

trait T {
    type A;

    fn a(&self);

    fn b(&self) {}
}

mod inner {
    //! Inside.

    struct A;

    struct B;
}

mod empty {}
",
    );
}

#[test]
fn comments_stand_where_they_were_put() {
    let long = comment(&"word ".repeat(40));
    let blank = quote!(#[comment = #MARKER]);
    let evil = comment("one\r\n/ two */ {\n! three\n\n\u{202E}four");
    check(
        quote! {
            #[comment = " On an item."]
            struct S {
                #[comment = " On a field."]
                a: u8,
                #blank
                b: u8,
            }
            enum E {
                #blank
                #[comment = " On a variant."]
                A,
            }
            fn f() {
                #blank
                #[comment = " On a statement."]
                let a = 1;
                #blank
                #blank
                #[comment = " On an assignment."]
                self.a = a + 1;
                #blank
                #[comment = " On a call."]
                a.b(c)?;
                #[comment = " On a macro."]
                println!("{a}");
                #[comment = " On a match."]
                match a {
                    #[comment = " On an arm."]
                    1 => {}
                    #evil
                    _ => return,
                }
                #[comment = " On a condition."]
                if a { b() }
                let s = S {
                    #[comment = " On a value."]
                    a: 1,
                };
                #[comment = " On the last."]
                Ok(a)
            }
            #long
            fn g() {}
        },
        &format!(
            "
// On an item.
struct S {{
    // On a field.
    a: u8,

    b: u8,
}}

enum E {{
    // On a variant.
    A,
}}

fn f() {{
    // On a statement.
    let a = 1;

    // On an assignment.
    self.a = a + 1;

    // On a call.
    a.b(c)?;
    // On a macro.
    println!(\"{{a}}\");
    // On a match.
    match a {{
        // On an arm.
        1 => {{}}
        // one
        // / two */ {{
        // ! three
        //
        // four
        _ => return,
    }}
    // On a condition.
    if a {{
        b()
    }}
    let s = S {{
        // On a value.
        a: 1,
    }};
    // On the last.
    Ok(a)
}}

// {}
fn g() {{}}
",
            "word ".repeat(40).trim_end()
        ),
    );
}

#[test]
fn documentation_is_data() {
    let lines = docs(&[
        "Plain.",
        "",
        "    indented",
        "/ slash",
        "*/ }} \"#",
        "\\ back \\n",
        "  trailing  ",
        "//@",
    ]);
    let raw = "one\r\ntwo\rthree\n\nfour \u{202E}five\u{2069}\0";
    check(
        quote! {
            #lines
            struct A {
                #[doc = #raw]
                a: u8,
            }
            #[doc = "no space"]
            #[doc = "/slash"]
            #[doc(hidden)]
            #[doc = include_str!("a.md")]
            struct B;
        },
        "
/// Plain.
///
///     indented
/// / slash
/// */ }} \"#
/// \\ back \\n
///   trailing
/// //@
struct A {
    /// one
    /// two
    /// three
    ///
    /// four five
    a: u8,
}

/// no space
/// /slash
#[doc(hidden)]
#[doc = include_str!(\"a.md\")]
struct B;
",
    );
    let inner = inner_docs(&["Crate.", "", "*/"]);
    check(
        quote!(#inner #![doc = "a\nb"] struct A;),
        "//! Crate.\n//!\n//! */\n//! a\n//! b\n\nstruct A;\n",
    );
}

#[test]
fn literals_stay_on_their_line() {
    let raw: TokenStream = "const A: &str = r\"one\n//@\n  two\"; const B: &[u8] = b\"one\ntwo\"; const C: &str = \"\u{202E}\u{200B}\";"
        .parse()
        .unwrap();
    let quoted = "a\u{202E}\"#\r\n\u{2028}\u{AD}é*/";
    check(
        quote! { #raw const D: &str = #quoted; const E: char = '\u{2066}'; },
        r##"
const A: &str = "one\n//@\n  two";
const B: &[u8] = b"one\ntwo";
const C: &str = "\u{202e}\u{200b}";
const D: &str = "a\u{202e}\"#\r\n\u{2028}\u{ad}é*/";
const E: char = '\u{2066}';
"##,
    );
}

#[test]
fn any_text_in_any_place_is_printed_soundly() {
    let pieces = [
        "a", " ", "\n", "\r", "\"", "\\", "*/", "/*", "//@", "//@1", "#", "\"#", "{", "}",
        "\u{202E}", "\u{2069}", "\0", "\t", "é", "\u{85}", "\u{2028}", "]]", "'", "!", "/",
    ];
    let mut state = 1_u64;
    for _ in 0..300 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        let lines = docs(&text.split('\n').collect::<Vec<_>>());
        let comment = comment(&text);
        let tokens = quote! {
            #![doc = #text]
            #lines
            #comment
            const A: &str = #text;
            #[doc = #text]
            fn f() {
                #[comment = #text]
                let a = #text;
                #comment
                match a { #comment #text => {} #[comment = #text] _ => f(#text) }
            }
        };
        let printed = print(tokens.clone()).unwrap();
        assert_sound(tokens, &printed);
    }
}

#[test]
fn an_emitter_that_errs_is_told_where() {
    let error = print(quote!(struct A; struct { a: u8 } fn f() {})).unwrap_err();
    assert_eq!(
        error.to_string(),
        "generated code does not parse: expected identifier, at: struct { a : u8 } fn f () { }"
    );
}
