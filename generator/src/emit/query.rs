//! Typed reads of inputs and outputs, as JMESPath asks for them.

use crate::{
    name::ident,
    plan::query::{Item, Query, QueryKind, QueryType, Reading, Source},
};
use farrier_model::jmespath::Comparison;
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
    let parameter = |kind: &QueryKind, name: &str| match reads(query, kind) {
        true => ident(name),
        false => format_ident!("_"),
    };
    let input = parameter(&QueryKind::Input, "input");
    let output = parameter(&QueryKind::Output, "output");
    quote!(|#input, #output| #body)
}

fn reads(query: &Query, root: &QueryKind) -> bool {
    match &query.kind {
        QueryKind::Input | QueryKind::Output => query.kind == *root,
        QueryKind::Variable(_)
        | QueryKind::Text(_)
        | QueryKind::Bool(_)
        | QueryKind::Integer(_)
        | QueryKind::Float(_) => false,
        QueryKind::Field { of, .. }
        | QueryKind::Entry { of, .. }
        | QueryKind::Index { of, .. }
        | QueryKind::IsNull(of)
        | QueryKind::Truth(of)
        | QueryKind::Not(of)
        | QueryKind::Length(of)
        | QueryKind::Keys(of, _) => reads(of, root),
        QueryKind::Bind { value, body, .. } => reads(value, root) || reads(body, root),
        QueryKind::Project { of, source, body, .. } => {
            let filter = match source {
                Source::Filtered(condition) => reads(condition, root),
                _ => false,
            };
            filter || reads(of, root) || reads(body, root)
        }
        QueryKind::List(items) => items.iter().any(|item| reads(item, root)),
        QueryKind::And(left, right)
        | QueryKind::Or(left, right)
        | QueryKind::Compare(_, left, right)
        | QueryKind::Contains(left, right)
        | QueryKind::StartsWith(left, right)
        | QueryKind::EndsWith(left, right) => reads(left, root) || reads(right, root),
    }
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
}

impl Code {
    fn new(value: TokenStream, optional: bool) -> Self {
        Self { base: value.clone(), value, optional, test: None }
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
            Code::new(quote!(#variable), false)
        }
        QueryKind::Field { of, name, optional, reading } => {
            let name = ident(name);
            if *optional {
                return map(of, last, true, |base| read_optional(&quote!(#base.#name), reading));
            }
            let mut field = map(of, last, false, |base| read(&quote!(#base.#name), reading));
            let of = code(of, last);
            if !field.optional && matches!(reading, Reading::Borrowed | Reading::Unboxed) {
                let base = if of.optional { with_question(&of.base) } else { of.base };
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
        QueryKind::Index { of, index } => map(of, last, true, |base| at(base, &of.ty, *index)),
        QueryKind::Bind { value, variable, body } => bind(value, *variable, body, last),
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
        QueryKind::IsNull(_) | QueryKind::Truth(_) | QueryKind::Not(_) => {
            Code::new(condition(query, true), false)
        }
        QueryKind::And(left, right) | QueryKind::Or(left, right) if query.optional => {
            let (left, right) = (option(left), option(right));
            Code::new(
                match query.kind {
                    QueryKind::And(..) => {
                        quote!(match #left { Some(true) => #right, other => other })
                    }
                    _ => quote!(match #left { Some(true) => Some(true), _ => #right }),
                },
                true,
            )
        }
        QueryKind::And(..) | QueryKind::Or(..) => Code::new(condition(query, true), false),
        QueryKind::Compare(comparison, left, right) => {
            compare(*comparison, left, right, query.optional)
        }
        QueryKind::Length(of) => {
            let mut length = length(of, last);
            length.base = {
                let value = &length.value;
                quote!((#value))
            };
            length
        }
        QueryKind::Contains(of, wanted) => {
            let value = code(wanted, false).value;
            if of.ty == QueryType::Text {
                return map(of, last, false, |base| quote!(#base.contains(#value)));
            }
            let found = match wanted.kind {
                QueryKind::Bool(true) => quote!(found),
                QueryKind::Bool(false) => quote!(!found),
                _ => quote!(found == #value),
            };
            through(of, last, &|items| quote!(#items.any(|found| #found)))
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
    let of = code(of, last);
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

fn bind(value: &Query, depth: usize, body: &Query, last: bool) -> Code {
    let variable = variable(depth);
    let value = code(value, last);
    if value.optional && !last {
        let (value, body) = (value.value, code(body, false));
        let Code { value: body, optional, .. } = body;
        return match optional {
            true => Code::new(quote!(#value.and_then(|#variable| #body)), true),
            false => mapped(&value, &quote!(#variable), &body),
        };
    }
    let value = if value.optional { with_question(&value.value) } else { value.value };
    let Code { value: body, optional, .. } = code(body, last);
    Code::new(quote!({ let #variable = #value; #body }), optional)
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

/// The item at a place of a list.
fn at(base: &TokenStream, ty: &QueryType, index: i64) -> TokenStream {
    let place = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX);
    let from_end = Literal::usize_unsuffixed(place.saturating_sub(1));
    let from_start = Literal::usize_unsuffixed(place);
    match ty {
        QueryType::List(item) => {
            let found = match index {
                0 => quote!(first()),
                -1 => quote!(last()),
                1.. => quote!(get(#from_start)),
                _ => quote!(iter().nth_back(#from_end)),
            };
            let read = read_item(&item.reading);
            quote!(#base.#found #read)
        }
        ty => {
            let found = match index {
                0 => quote!(next()),
                -1 => quote!(next_back()),
                1.. => quote!(nth(#from_start)),
                _ => quote!(nth_back(#from_end)),
            };
            let flatten = matches!(ty, QueryType::Many(_, true)).then(|| quote!(.flatten()));
            quote!(#base.into_iter().#found #flatten)
        }
    }
}

/// An iterator over what a list holds, without nulls.
fn iterate(base: &TokenStream, ty: &QueryType) -> TokenStream {
    match ty {
        QueryType::List(item) => {
            let items = items(item);
            quote!(#base.iter() #items)
        }
        QueryType::Many(_, true) => quote!(#base.into_iter().flatten()),
        _ => quote!(#base.into_iter()),
    }
}

fn items(item: &Item) -> TokenStream {
    let flatten = item.sparse.then(|| quote!(.flatten()));
    let read = read_item(&item.reading);
    quote!(#flatten #read)
}

/// What `then` makes of an iterator over what a list holds; projections in each other are one.
fn through(query: &Query, last: bool, then: &dyn Fn(TokenStream) -> TokenStream) -> Code {
    match &query.kind {
        QueryKind::Project { of, source, variable, body } => {
            chosen(of, source, *variable, last, &|items| then(each(items, *variable, body)))
        }
        QueryKind::Keys(of, reading) => map(of, last, false, |base| {
            let read = read_item(reading);
            then(quote!(#base.keys() #read))
        }),
        _ => map(query, last, false, |base| then(iterate(base, &query.ty))),
    }
}

/// An iterator with `body` in place of each item.
fn each(items: TokenStream, depth: usize, body: &Query) -> TokenStream {
    if body.kind == QueryKind::Variable(depth) {
        return items;
    }
    let variable = variable(depth);
    let Code { value, optional, .. } = code(body, false);
    match optional {
        true => quote!(#items.filter_map(|#variable| #value)),
        false => quote!(#items.map(|#variable| #value)),
    }
}

/// What `then` makes of an iterator over the items that a projection goes through.
fn chosen(
    of: &Query,
    source: &Source,
    depth: usize,
    last: bool,
    then: &dyn Fn(TokenStream) -> TokenStream,
) -> Code {
    let variable = variable(depth);
    match (source, &of.ty) {
        (Source::Values, QueryType::Map(_, item)) => map(of, last, false, |base| {
            let items = items(item);
            then(quote!(#base.values() #items))
        }),
        (Source::Flattened, QueryType::List(_) | QueryType::Many(..)) => {
            let inner = match &of.ty {
                QueryType::List(item) => &item.ty,
                QueryType::Many(item, _) => item,
                other => other,
            };
            through(of, last, &|items| match inner {
                QueryType::List(_) | QueryType::Many(..) => {
                    let inner = iterate(&quote!(#variable), inner);
                    then(quote!(#items.flat_map(|#variable| #inner)))
                }
                _ => then(items),
            })
        }
        (Source::Filtered(wanted), _) => {
            let wanted = condition(wanted, true);
            through(of, last, &|items| then(quote!(#items.filter(|&#variable| #wanted))))
        }
        _ => through(of, last, then),
    }
}

fn length(of: &Query, last: bool) -> Code {
    let QueryKind::Project { of: list, source, variable, body } = &of.kind else {
        return map(of, last, false, |base| match of.ty {
            QueryType::Text => quote!(#base.chars().count() as i64),
            _ => quote!(#base.len() as i64),
        });
    };
    let whole = match (source, &list.ty) {
        (Source::Filtered(_), _) => false,
        (Source::Flattened, QueryType::List(item)) => {
            !item.sparse && !matches!(item.ty, QueryType::List(_))
        }
        (_, QueryType::List(item) | QueryType::Map(_, item)) => !item.sparse,
        _ => false,
    };
    if body.optional {
        through(of, last, &|items| quote!(#items.count() as i64))
    } else if whole {
        map(list, last, false, |base| quote!(#base.len() as i64))
    } else {
        // What each item becomes does not matter.
        chosen(list, source, *variable, last, &|items| quote!(#items.count() as i64))
    }
}

/// A comparison, which with `nullable` gives nothing for null.
fn compare(comparison: Comparison, left: &Query, right: &Query, nullable: bool) -> Code {
    let operator = operator(comparison);
    let (one, other) = (code(left, false), code(right, false));
    let operand = |code: &Code, query: &Query| match query.kind {
        QueryKind::Length(_) if !code.optional => code.base.clone(),
        _ => code.value.clone(),
    };
    for (query, literal, code) in [(left, right, &one), (right, left, &other)] {
        if let QueryKind::Bool(wanted) = literal.kind
            && !code.optional
        {
            let wanted = wanted == (comparison == Comparison::Equal);
            return Code::new(condition(query, wanted), false);
        }
    }
    let (left, right) = (operand(&one, left), operand(&other, right));
    match (one.optional, other.optional) {
        (false, false) => Code::new(quote!(#left #operator #right), false),
        (true, true) if !nullable => Code::new(quote!(#left #operator #right), false),
        (true, false) if !nullable => Code::new(quote!(#left #operator Some(#right)), false),
        (false, true) if !nullable => Code::new(quote!(Some(#left) #operator #right), false),
        (true, false) => mapped(&left, &quote!(value), &quote!(value #operator #right)),
        (false, true) => mapped(&right, &quote!(value), &quote!(#left #operator value)),
        (true, true) => {
            let pattern = quote!((left, right));
            mapped(&quote!(#left.zip(#right)), &pattern, &quote!(left #operator right))
        }
    }
}

fn operator(comparison: Comparison) -> TokenStream {
    match comparison {
        Comparison::Equal => quote!(==),
        Comparison::NotEqual => quote!(!=),
        Comparison::Less => quote!(<),
        Comparison::LessOrEqual => quote!(<=),
        Comparison::Greater => quote!(>),
        Comparison::GreaterOrEqual => quote!(>=),
    }
}

/// A `bool`: whether it is true, or with `wanted` false, whether it is not.
fn condition(query: &Query, wanted: bool) -> TokenStream {
    match &query.kind {
        QueryKind::Not(inner) => condition(inner, !wanted),
        QueryKind::IsNull(of) => {
            let Code { value, optional, .. } = code(of, false);
            match (optional, wanted) {
                (true, true) => quote!(#value.is_none()),
                (true, false) => quote!(#value.is_some()),
                (false, wanted) => quote!(!#wanted),
            }
        }
        QueryKind::Truth(of) => truth(of, wanted),
        QueryKind::And(left, right) | QueryKind::Or(left, right) => {
            let and = matches!(query.kind, QueryKind::And(..));
            let operand = |operand: &Query| {
                let value = condition(operand, true);
                let other = match operand.kind {
                    QueryKind::And(..) => !and,
                    QueryKind::Or(..) => and,
                    _ => false,
                };
                if other { quote!((#value)) } else { value }
            };
            let (left, right) = (operand(left), operand(right));
            let both = if and { quote!(#left && #right) } else { quote!(#left || #right) };
            if wanted { both } else { quote!(!(#both)) }
        }
        QueryKind::Compare(comparison, left, right) => {
            let comparison = if wanted { *comparison } else { opposite(*comparison) };
            compare(comparison, left, right, false).value
        }
        QueryKind::Bool(value) => {
            let value = *value == wanted;
            quote!(#value)
        }
        _ => {
            let value = code(query, false).value;
            if wanted { value } else { quote!(!#value) }
        }
    }
}

fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessOrEqual,
        Comparison::GreaterOrEqual => Comparison::Less,
    }
}

/// Whether JMESPath takes a value for true: what is null, false or empty it does not.
fn truth(of: &Query, wanted: bool) -> TokenStream {
    let Code { value, base, optional, test } = code(of, false);
    let empty = matches!(
        of.ty,
        QueryType::Text | QueryType::List(_) | QueryType::Map(..) | QueryType::Many(..)
    );
    match (optional, empty, wanted) {
        _ if of.ty == QueryType::Bool && optional => match (test, wanted) {
            (Some(test), true) => test,
            (Some(test), false) => quote!(!#test),
            (None, true) => quote!(#value == Some(true)),
            (None, false) => quote!(#value != Some(true)),
        },
        (false, _, true) if of.ty == QueryType::Bool => value,
        (false, _, false) if of.ty == QueryType::Bool => quote!(!#value),
        (true, true, true) => quote!(#value.is_some_and(|value| !value.is_empty())),
        (true, true, false) => quote!(#value.is_none_or(|value| value.is_empty())),
        (true, false, true) => quote!(#value.is_some()),
        (true, false, false) => quote!(#value.is_none()),
        (false, true, true) => quote!(!#base.is_empty()),
        (false, true, false) => quote!(#base.is_empty()),
        (false, false, wanted) => quote!(#wanted),
    }
}
