//! Comparisons and conditions.

use super::{Code, code, mapped};
use crate::plan::query::{Query, QueryKind, QueryType};
use farrier_model::jmespath::Comparison;
use proc_macro2::TokenStream;
use quote::quote;

/// A comparison, which with `nullable` gives nothing for null.
pub(super) fn compare(comparison: Comparison, left: &Query, right: &Query, nullable: bool) -> Code {
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
pub(super) fn condition(query: &Query, wanted: bool) -> TokenStream {
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
