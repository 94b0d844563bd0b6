//! Comparisons and conditions.

use super::{Code, Form, code, mapped};
use crate::plan::query::{Query, QueryKind, QueryType};
use farrier_model::jmespath::Comparison;
use proc_macro2::TokenStream;
use quote::quote;

/// A comparison, which with `nullable` gives nothing for null.
pub(super) fn compare(comparison: Comparison, left: &Query, right: &Query, nullable: bool) -> Code {
    let operator = operator(comparison);
    for (query, literal) in [(left, right), (right, left)] {
        if let QueryKind::Bool(wanted) = literal.kind
            && !query.optional
        {
            return condition(query, wanted == (comparison == Comparison::Equal));
        }
    }
    let (one, other) = (code(left, false), code(right, false));
    let (left_value, right_value) = (&one.value, &other.value);
    let (left_operand, right_operand) = (one.operand(), other.operand());
    let compared = match (one.optional, other.optional) {
        (true, true) if !nullable => quote!(#left_operand #operator #right_operand),
        (true, false) if !nullable => quote!(#left_operand #operator Some(#right_value)),
        (false, true) if !nullable => quote!(Some(#left_value) #operator #right_operand),
        (false, false) => quote!(#left_operand #operator #right_operand),
        // `?` must not stand in the closure.
        (true, false) if !right.can_end() => {
            let compared = quote!(value #operator #right_operand);
            return mapped(&left_operand, &quote!(value), &compared);
        }
        (false, true) if !left.can_end() => {
            let compared = quote!(#left_operand #operator value);
            return mapped(&right_operand, &quote!(value), &compared);
        }
        _ => {
            let left = if one.optional { left_operand } else { quote!(Some(#left_value)) };
            let right =
                if other.optional { right_value.clone() } else { quote!(Some(#right_value)) };
            let both = quote!(#left.zip(#right));
            return mapped(&both, &quote!((left, right)), &quote!(left #operator right));
        }
    };
    Code::new(compared, false).with_form(Form::Comparison)
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
pub(super) fn condition(query: &Query, wanted: bool) -> Code {
    match &query.kind {
        QueryKind::Not(inner) => condition(inner, !wanted),
        QueryKind::IsNull(of) => {
            let value = code(of, false).operand();
            let test = if wanted { quote!(is_none()) } else { quote!(is_some()) };
            Code::new(quote!(#value.#test), false)
        }
        QueryKind::Truth(of) => truth(of, wanted),
        QueryKind::And(left, right) | QueryKind::Or(left, right) => {
            let (form, operator) = match query.kind {
                QueryKind::And(..) => (Form::And, quote!(&&)),
                _ => (Form::Or, quote!(||)),
            };
            let operand = |operand: &Query| {
                let code = condition(operand, true);
                match code.form {
                    Form::Comparison => code.value,
                    other if other == form => code.value,
                    _ => code.operand(),
                }
            };
            let (left, right) = (operand(left), operand(right));
            let both = Code::new(quote!(#left #operator #right), false).with_form(form);
            if wanted { both } else { negated(&both) }
        }
        QueryKind::Compare(comparison, left, right) => {
            let comparison = if wanted { *comparison } else { opposite(*comparison) };
            compare(comparison, left, right, false)
        }
        QueryKind::Bool(value) => {
            let value = *value == wanted;
            Code::new(quote!(#value), false)
        }
        _ => {
            let code = code(query, false);
            if wanted { code } else { negated(&code) }
        }
    }
}

fn negated(code: &Code) -> Code {
    let operand = code.operand();
    Code::new(quote!(!#operand), false)
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
fn truth(of: &Query, wanted: bool) -> Code {
    let code = code(of, false);
    let (value, base) = (code.operand(), &code.base);
    let empty = matches!(
        of.ty,
        QueryType::Text | QueryType::List(_) | QueryType::Map(..) | QueryType::Many(..)
    );
    let test = match (code.optional, empty, wanted) {
        (true, false, _) if of.ty == QueryType::Bool => match (code.test, wanted) {
            (Some(test), true) => test,
            (Some(test), false) => quote!(!#test),
            (None, wanted) => {
                let operator = if wanted { quote!(==) } else { quote!(!=) };
                let compared = quote!(#value #operator Some(true));
                return Code::new(compared, false).with_form(Form::Comparison);
            }
        },
        (true, true, true) => quote!(#value.is_some_and(|value| !value.is_empty())),
        (true, true, false) => quote!(#value.is_none_or(|value| value.is_empty())),
        (true, false, true) => quote!(#value.is_some()),
        (true, false, false) => quote!(#value.is_none()),
        (false, true, true) => quote!(!#base.is_empty()),
        (false, true, false) => quote!(#base.is_empty()),
        // Of what is always true the plan asks nothing.
        (false, false, true) => quote!(#value),
        (false, false, false) => quote!(!#value),
    };
    Code::new(test, false)
}
