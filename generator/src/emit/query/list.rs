//! Lists and what is made of their items, as iterators.

use super::{Code, Form, code, condition, map, pattern, read_item, variable};
use crate::plan::query::{Item, Query, QueryKind, QueryType, Source};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The item at a place of a list.
pub(super) fn at(base: &TokenStream, of: &Query, index: i64) -> TokenStream {
    let place = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX);
    let from_end = Literal::usize_unsuffixed(place.saturating_sub(1));
    let from_start = Literal::usize_unsuffixed(place);
    match &of.ty {
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
            let items = into_items(of);
            quote!(#base #items.#found #flatten)
        }
    }
}

/// An iterator over what a list holds, without nulls.
fn iterate(base: &TokenStream, ty: &QueryType, into_items: &TokenStream) -> TokenStream {
    match ty {
        QueryType::List(item) => {
            let items = items(item);
            quote!(#base.iter() #items)
        }
        QueryType::Many(_, true) => quote!(#base #into_items.flatten()),
        _ => quote!(#base #into_items),
    }
}

/// What makes an iterator of a list that was made; variables may be read again.
fn into_items(of: &Query) -> TokenStream {
    match (&of.kind, &of.ty) {
        (QueryKind::Variable(_), QueryType::Many(item, _)) => match **item {
            QueryType::Many(..) => quote!(.iter().cloned()),
            _ => quote!(.iter().copied()),
        },
        _ => quote!(.into_iter()),
    }
}

fn items(item: &Item) -> TokenStream {
    let flatten = item.sparse.then(|| quote!(.flatten()));
    let read = read_item(&item.reading);
    quote!(#flatten #read)
}

/// What `then` makes of an iterator over what a list holds; projections in each other are one.
pub(super) fn through(
    query: &Query,
    last: bool,
    then: &dyn Fn(TokenStream) -> TokenStream,
) -> Code {
    match &query.kind {
        QueryKind::NotNull(of) => through(of, true, then),
        QueryKind::Project { of, source, variable, body } if !is_gathered(source, body) => {
            chosen(of, source, *variable, last, &|items| then(each(items, *variable, body)))
        }
        QueryKind::Keys(of, reading) => map(of, last, false, |base| {
            let read = read_item(reading);
            then(quote!(#base.keys() #read))
        }),
        _ => map(query, last, false, |base| then(iterate(base, &query.ty, &into_items(query)))),
    }
}

/// Whether a projection is a loop, since `?` must not stand in a closure.
pub(super) fn is_gathered(source: &Source, body: &Query) -> bool {
    body.can_end() || matches!(source, Source::Filtered(condition) if condition.can_end())
}

/// A projection as a loop that collects.
pub(super) fn gathered(
    of: &Query,
    source: &Source,
    depth: usize,
    body: &Query,
    last: bool,
) -> Code {
    let Code { value, optional, .. } = code(body, false);
    let taken = match optional {
        true => quote!(found.extend(#value);),
        false => quote!(found.push(#value);),
    };
    let (pattern, each) = match source {
        Source::Filtered(wanted) => {
            let condition = condition(wanted, true).value;
            (pattern(depth, &[wanted, body]), quote!(if #condition { #taken }))
        }
        _ => (pattern(depth, &[body]), taken),
    };
    let gather = |items: TokenStream| quote!({ let mut found = Vec::new(); for #pattern in #items { #each } found });
    let walk = |then: &dyn Fn(TokenStream) -> TokenStream| match source {
        Source::Filtered(_) => through(of, last, then),
        source => chosen(of, source, depth, last, then),
    };
    if !of.optional || last {
        return walk(&gather).with_form(Form::Block);
    }
    let items = walk(&|items| quote!(#items.collect::<Vec<_>>())).value;
    let gathered = gather(quote!(items));
    let value = quote!(match #items { Some(items) => Some(#gathered), None => None });
    Code::new(value, true).with_form(Form::Block)
}

/// An iterator with `body` in place of each item.
fn each(items: TokenStream, depth: usize, body: &Query) -> TokenStream {
    if body.kind == QueryKind::Variable(depth) {
        return items;
    }
    let variable = pattern(depth, &[body]);
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
                    let inner = iterate(&quote!(#variable), inner, &quote!(.into_iter()));
                    then(quote!(#items.flat_map(|#variable| #inner)))
                }
                _ => then(items),
            })
        }
        (Source::Filtered(wanted), _) => {
            let variable = pattern(depth, &[wanted]);
            let wanted = condition(wanted, true).value;
            through(of, last, &|items| then(quote!(#items.filter(|&#variable| #wanted))))
        }
        _ => through(of, last, then),
    }
}

/// How long a list or a text is.
pub(super) fn length(of: &Query, last: bool) -> Code {
    let (of, last) = match &of.kind {
        QueryKind::NotNull(of) => (&**of, true),
        _ => (of, last),
    };
    let (list, source, variable, body) = match &of.kind {
        QueryKind::Project { of: list, source, variable, body } if !is_gathered(source, body) => {
            (list, source, variable, body)
        }
        _ => {
            return map(of, last, false, |base| match of.ty {
                QueryType::Text => quote!(#base.chars().count() as i64),
                _ => quote!(#base.len() as i64),
            });
        }
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
