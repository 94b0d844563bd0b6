//! Typed reads of inputs and outputs, as JMESPath asks for them.

mod condition;
mod list;

use crate::{
    name::ident,
    plan::query::{Query, QueryKind, QueryType, Reading},
};
use condition::{compare, condition};
use list::{at, gathered, is_gathered, length, through};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

/// A closure over input and output that gives an `Option` of the value.
pub(super) fn closure(query: &Query) -> TokenStream {
    let Code { value, optional, .. } = code(query, true);
    over(query, if optional { value } else { quote!(Some(#value)) })
}

/// A closure over input and output that gives an `Option` of a list of `Option`s of strings.
pub(super) fn closure_of_texts(query: &Query) -> TokenStream {
    let Code { value, optional, .. } = match (&query.kind, &query.ty) {
        (QueryKind::List(items), _) => {
            let items = items.iter().map(option);
            Code::new(quote!(Vec::from([#(#items),*])), false)
        }
        (_, QueryType::Text) => map(query, true, false, |base| quote!(Vec::from([Some(#base)]))),
        (_, QueryType::List(item)) if item.sparse => map(query, true, false, |base| {
            let read = match &item.reading {
                Reading::EnumStr(name) => {
                    let name = ident(name);
                    quote!(.map(|item| item.as_ref().map(crate::types::#name::as_str)))
                }
                _ => quote!(.map(Option::as_deref)),
            };
            quote!(#base.iter() #read.collect())
        }),
        (_, QueryType::Many(_, true)) => code(query, true),
        _ => through(query, true, &|items| quote!(#items.map(Some).collect())),
    };
    over(query, if optional { value } else { quote!(Some(#value)) })
}

/// The closure with `body`, over what `query` reads.
fn over(query: &Query, body: TokenStream) -> TokenStream {
    let parameter = |root: &QueryKind, name: &str| match query.any(&|kind| kind == root) {
        true => ident(name),
        false => format_ident!("_"),
    };
    let input = parameter(&QueryKind::Input, "input");
    let output = parameter(&QueryKind::Output, "output");
    quote!(|#input, #output| #body)
}

/// An expression of Rust.
struct Code {
    value: TokenStream,
    /// What methods and fields are taken of.
    base: TokenStream,
    /// Whether `value` is an `Option`.
    optional: bool,
    /// Of an `Option<bool>`, whether it is true.
    test: Option<TokenStream>,
    form: Form,
}

/// What holds an expression together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// It is one operand of whatever operator.
    Operand,
    /// A comparison, or a cast.
    Comparison,
    /// Operands of `&&`.
    And,
    /// Operands of `||`.
    Or,
    /// It ends with a block, as a statement does.
    Block,
}

impl Code {
    fn new(value: TokenStream, optional: bool) -> Self {
        Self { base: value.clone(), value, optional, test: None, form: Form::Operand }
    }

    fn with_form(self, form: Form) -> Self {
        Self { form, ..self }
    }

    /// The value as an operand.
    fn operand(&self) -> TokenStream {
        let value = &self.value;
        if self.form == Form::Operand { value.clone() } else { quote!((#value)) }
    }
}

/// The value, as an `Option` if it can be null; where that is the value of a function, `?` may have
/// taken that away.
fn code(query: &Query, last: bool) -> Code {
    match &query.kind {
        QueryKind::Input => Code::new(quote!(input), false),
        QueryKind::Output => Code::new(quote!(output), false),
        QueryKind::Variable(depth) => {
            let variable = variable(*depth);
            let code = Code::new(quote!(#variable), false);
            match query.ty {
                // It may be read again.
                QueryType::Many(..) => Code { value: quote!(#variable.clone()), ..code },
                _ => code,
            }
        }
        QueryKind::NotNull(of) => {
            // Nothing is lost where `?` takes null away.
            let of = code(of, true);
            if of.optional { Code::new(with_question(&of.value), false) } else { of }
        }
        QueryKind::Field { of, name, optional, reading } => {
            let (name, of) = (ident(name), code(of, last));
            if *optional {
                return map_code(of, last, true, |base| {
                    read_optional(&quote!(#base.#name), reading)
                });
            }
            let base = if of.optional { with_question(&of.value) } else { of.base.clone() };
            let mut field = map_code(of, last, false, |base| read(&quote!(#base.#name), reading));
            if !field.optional && matches!(reading, Reading::Borrowed | Reading::Unboxed) {
                field.base = quote!(#base.#name);
            }
            field
        }
        QueryKind::Entry { of, key } => map(of, last, true, |base| {
            let read = match &of.ty {
                QueryType::Map(_, item) => read_item(&item.reading),
                _ => TokenStream::new(),
            };
            quote!(#base.get(#key) #read)
        }),
        QueryKind::Index { of, index } => map(of, last, true, |base| at(base, of, *index)),
        QueryKind::Bind { value, variable, body } => bind(value, *variable, body, last),
        QueryKind::Project { of, source, variable, body } if is_gathered(source, body) => {
            gathered(of, source, *variable, body, last)
        }
        QueryKind::Project { .. } => {
            through(query, last, &|items| quote!(#items.collect::<Vec<_>>()))
        }
        QueryKind::List(items) => {
            let nullable = matches!(query.ty, QueryType::Many(_, true));
            let items = items.iter().map(|item| match nullable {
                true => option(item),
                false => code(item, false).value,
            });
            Code::new(quote!(Vec::from([#(#items),*])), false)
        }
        QueryKind::Text(text) => Code::new(quote!(#text), false),
        QueryKind::Bool(value) => Code::new(quote!(#value), false),
        QueryKind::Integer(value) => {
            let value = Literal::i64_unsuffixed(*value);
            Code::new(quote!(#value), false)
        }
        QueryKind::Float(value) => {
            let value = Literal::f64_unsuffixed(*value);
            Code::new(quote!(#value), false)
        }
        QueryKind::IsNull(_) | QueryKind::Truth(_) | QueryKind::Not(_) => condition(query, true),
        QueryKind::And(left, right) | QueryKind::Or(left, right) if query.optional => {
            let (left, right) = (option(left), option(right));
            let value = match query.kind {
                QueryKind::And(..) => {
                    quote!(match #left { Some(true) => #right, other => other })
                }
                _ => quote!(match #left { Some(true) => Some(true), _ => #right }),
            };
            Code::new(value, true).with_form(Form::Block)
        }
        QueryKind::And(..) | QueryKind::Or(..) => condition(query, true),
        QueryKind::Compare(comparison, left, right) => {
            compare(*comparison, left, right, query.optional)
        }
        QueryKind::Length(of) => {
            let mut length = length(of, last).with_form(Form::Comparison);
            length.base = length.operand();
            length
        }
        QueryKind::Contains(of, wanted) => {
            let looked_for = code(wanted, false);
            let value = &looked_for.value;
            if of.ty == QueryType::Text {
                return map(of, last, false, |base| quote!(#base.contains(#value)));
            }
            let contains =
                |found: TokenStream| through(of, last, &|items| quote!(#items.any(|found| #found)));
            match wanted.kind {
                QueryKind::Bool(true) => contains(quote!(found)),
                QueryKind::Bool(false) => contains(quote!(!found)),
                // `?` must not stand in the closure.
                _ if wanted.can_end() => {
                    let any = contains(quote!(found == wanted)).value;
                    Code::new(quote!({ let wanted = #value; #any }), false).with_form(Form::Block)
                }
                _ => {
                    let operand = looked_for.operand();
                    contains(quote!(found == #operand))
                }
            }
        }
        QueryKind::StartsWith(of, wanted) => {
            let wanted = code(wanted, false).value;
            map(of, last, false, |base| quote!(#base.starts_with(#wanted)))
        }
        QueryKind::EndsWith(of, wanted) => {
            let wanted = code(wanted, false).value;
            map(of, last, false, |base| quote!(#base.ends_with(#wanted)))
        }
        QueryKind::Keys(..) => through(query, last, &|items| quote!(#items.collect::<Vec<_>>())),
    }
}

/// What `then` makes of the value of `of`; `optional` says whether that is an `Option`.
fn map(of: &Query, last: bool, optional: bool, then: impl Fn(&TokenStream) -> TokenStream) -> Code {
    map_code(code(of, last), last, optional, then)
}

fn map_code(
    of: Code,
    last: bool,
    optional: bool,
    then: impl Fn(&TokenStream) -> TokenStream,
) -> Code {
    if !of.optional {
        return Code::new(then(&of.base), optional);
    }
    if last {
        return Code::new(then(&with_question(&of.value)), optional);
    }
    let value = of.value;
    let body = then(&quote!(value));
    match optional {
        true => Code::new(quote!(#value.and_then(|value| #body)), true),
        false => mapped(&value, &quote!(value), &body),
    }
}

/// An `Option` of `body`, for what `value` holds.
fn mapped(value: &TokenStream, pattern: &TokenStream, body: &TokenStream) -> Code {
    let test = quote!(#value.is_some_and(|#pattern| #body));
    Code { test: Some(test), ..Code::new(quote!(#value.map(|#pattern| #body)), true) }
}

fn with_question(value: &TokenStream) -> TokenStream {
    quote!(#value?)
}

/// The value as an `Option`, whether it can be null or not.
fn option(query: &Query) -> TokenStream {
    let Code { value, optional, .. } = code(query, false);
    if optional { value } else { quote!(Some(#value)) }
}

fn variable(depth: usize) -> proc_macro2::Ident {
    match depth {
        0 => format_ident!("item"),
        depth => format_ident!("item_{}", depth + 1),
    }
}

/// A variable, if one of these reads it.
fn pattern(depth: usize, readers: &[&Query]) -> proc_macro2::Ident {
    let reads = |query: &&Query| query.any(&|kind| *kind == QueryKind::Variable(depth));
    if readers.iter().any(reads) { variable(depth) } else { format_ident!("_") }
}

fn bind(value: &Query, depth: usize, body: &Query, last: bool) -> Code {
    let variable = pattern(depth, &[body]);
    let value = code(value, last);
    if value.optional && !last {
        let value = value.value;
        let Code { value: code, optional, .. } = code(body, false);
        // `?` must not stand in a closure.
        if body.can_end() {
            let some = if optional { code } else { quote!(Some(#code)) };
            let value = quote!(match #value { Some(#variable) => #some, None => None });
            return Code::new(value, true).with_form(Form::Block);
        }
        return match optional {
            true => Code::new(quote!(#value.and_then(|#variable| #code)), true),
            false => mapped(&value, &quote!(#variable), &code),
        };
    }
    let value = if value.optional { with_question(&value.value) } else { value.value };
    let Code { value: body, optional, .. } = code(body, last);
    Code::new(quote!({ let #variable = #value; #body }), optional).with_form(Form::Block)
}

/// A value from the place that holds it.
fn read(place: &TokenStream, reading: &Reading) -> TokenStream {
    match reading {
        Reading::Copied => place.clone(),
        Reading::Widened(ty) => {
            let ty = ident(ty);
            quote!(#ty::from(#place))
        }
        Reading::Str | Reading::EnumStr(_) => quote!(#place.as_str()),
        Reading::EnumValue => quote!(i64::from(#place.value())),
        Reading::Borrowed => quote!(&#place),
        Reading::Unboxed => quote!(&*#place),
    }
}

/// An `Option` of a value from a place that holds an `Option`.
fn read_optional(place: &TokenStream, reading: &Reading) -> TokenStream {
    match reading {
        Reading::Copied => place.clone(),
        Reading::Widened(ty) => {
            let ty = ident(ty);
            quote!(#place.map(#ty::from))
        }
        Reading::Str | Reading::Unboxed => quote!(#place.as_deref()),
        Reading::EnumStr(name) => {
            let name = ident(name);
            quote!(#place.as_ref().map(crate::types::#name::as_str))
        }
        Reading::EnumValue => quote!(#place.as_ref().map(|value| i64::from(value.value()))),
        Reading::Borrowed => quote!(#place.as_ref()),
    }
}

/// What makes values of references, in an iterator or an `Option`.
fn read_item(reading: &Reading) -> TokenStream {
    match reading {
        Reading::Copied => quote!(.copied()),
        Reading::Widened(ty) => {
            let ty = ident(ty);
            quote!(.map(|value| #ty::from(*value)))
        }
        Reading::Str => quote!(.map(String::as_str)),
        Reading::EnumStr(name) => {
            let name = ident(name);
            quote!(.map(crate::types::#name::as_str))
        }
        Reading::EnumValue => quote!(.map(|value| i64::from(value.value()))),
        Reading::Borrowed => TokenStream::new(),
        Reading::Unboxed => quote!(.map(|value| &**value)),
    }
}
