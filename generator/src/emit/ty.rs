//! Rust types, and values of them.

use crate::{
    name::ident,
    plan::{Literal, RustType},
};
use farrier_model::api::{Number, Value};
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

/// The type, with full paths.
pub(super) fn ty(ty: &RustType) -> TokenStream {
    match ty {
        RustType::Bool => quote!(bool),
        RustType::I8 => quote!(i8),
        RustType::I16 => quote!(i16),
        RustType::I32 => quote!(i32),
        RustType::I64 => quote!(i64),
        RustType::F32 => quote!(f32),
        RustType::F64 => quote!(f64),
        RustType::String => quote!(String),
        RustType::BigInteger => quote!(farrier_runtime::BigInteger),
        RustType::BigDecimal => quote!(farrier_runtime::BigDecimal),
        RustType::Blob => quote!(farrier_runtime::Blob),
        RustType::ByteStream => quote!(farrier_runtime::ByteStream),
        RustType::Timestamp => quote!(farrier_runtime::Timestamp),
        RustType::Document => quote!(farrier_runtime::Document),
        RustType::Named(name) => {
            let name = ident(name);
            quote!(crate::types::#name)
        }
        RustType::List(item) => {
            let item = self::ty(item);
            quote!(Vec<#item>)
        }
        RustType::Map(key, value) => {
            let (key, value) = (self::ty(key), self::ty(value));
            quote!(std::collections::BTreeMap<#key, #value>)
        }
        RustType::Option(inner) => {
            let inner = self::ty(inner);
            quote!(Option<#inner>)
        }
        RustType::Box(inner) => {
            let inner = self::ty(inner);
            quote!(Box<#inner>)
        }
    }
}

/// How a function takes a value of the type, and how `value` of what it takes becomes one.
pub(super) fn argument(ty: &RustType, value: &TokenStream) -> (TokenStream, TokenStream) {
    let declared = self::ty(ty);
    match ty {
        RustType::String
        | RustType::Blob
        | RustType::ByteStream
        | RustType::Timestamp
        | RustType::Document => (quote!(impl Into<#declared>), quote!(#value.into())),
        RustType::Box(inner) => (self::ty(inner), quote!(Box::new(#value))),
        RustType::List(item) => match **item {
            RustType::String => (
                quote!(impl IntoIterator<Item = impl Into<String>>),
                quote!(#value.into_iter().map(Into::into).collect()),
            ),
            _ => {
                let item = self::ty(item);
                (quote!(impl IntoIterator<Item = #item>), quote!(#value.into_iter().collect()))
            }
        },
        RustType::Map(key, item) => {
            let (key_type, item_type) = (self::ty(key), self::ty(item));
            match (&**key, &**item) {
                (RustType::String, RustType::String) => (
                    quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>),
                    quote!(#value.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
                ),
                (RustType::String, _) => (
                    quote!(impl IntoIterator<Item = (impl Into<String>, #item_type)>),
                    quote!(#value.into_iter().map(|(key, value)| (key.into(), value)).collect()),
                ),
                _ => (
                    quote!(impl IntoIterator<Item = (#key_type, #item_type)>),
                    quote!(#value.into_iter().collect()),
                ),
            }
        }
        _ => (declared, value.clone()),
    }
}

/// What makes a value of an `Option` where there may be none.
pub(super) fn or_literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::TypeDefault => quote!(.unwrap_or_default()),
        Literal::Bool(_)
        | Literal::Integer(_)
        | Literal::Float(_)
        | Literal::NotFinite(..)
        | Literal::Variant(..) => {
            let literal = self::literal(literal);
            quote!(.unwrap_or(#literal))
        }
        literal => {
            let literal = self::literal(literal);
            quote!(.unwrap_or_else(|| #literal))
        }
    }
}

/// The value that a field of this type starts with.
pub(super) fn initial(ty: &RustType, literal: &Literal) -> TokenStream {
    match (literal, ty) {
        (Literal::TypeDefault, RustType::Bool) => quote!(false),
        (Literal::TypeDefault, RustType::I8 | RustType::I16 | RustType::I32 | RustType::I64) => {
            quote!(0)
        }
        (Literal::TypeDefault, RustType::F32 | RustType::F64) => quote!(0.0),
        (Literal::TypeDefault, RustType::String) => quote!(String::new()),
        (Literal::TypeDefault, RustType::List(_)) => quote!(Vec::new()),
        (Literal::TypeDefault, RustType::Map(..)) => quote!(std::collections::BTreeMap::new()),
        (Literal::TypeDefault, ty) => {
            let ty = self::ty(ty);
            quote!(#ty::default())
        }
        (literal, _) => self::literal(literal),
    }
}

/// The value.
fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::TypeDefault => quote!(Default::default()),
        Literal::Bool(value) => quote!(#value),
        Literal::Integer(value) => number(Number::Integer(*value)),
        Literal::Float(value) => number(Number::Float(*value)),
        Literal::NotFinite(ty, constant) => {
            let (ty, constant) = (self::ty(ty), ident(constant));
            quote!(#ty::#constant)
        }
        Literal::String(text) => quote!(String::from(#text)),
        Literal::Blob(bytes) => {
            let bytes = Token::byte_string(bytes);
            quote!(farrier_runtime::Blob::from_static(#bytes))
        }
        Literal::Timestamp(seconds, 0) => {
            let seconds = number(Number::Integer((*seconds).into()));
            quote!(farrier_runtime::Timestamp::from_unix_seconds(#seconds))
        }
        Literal::Timestamp(seconds, nanoseconds) => {
            let seconds = number(Number::Integer((*seconds).into()));
            let nanoseconds = Token::u32_unsuffixed(*nanoseconds);
            // The plan holds timestamps to the range of the type: the default is never taken.
            quote!(farrier_runtime::Timestamp::new(#seconds, #nanoseconds).unwrap_or_default())
        }
        Literal::Variant(name, variant) => {
            let (name, variant) = (ident(name), ident(variant));
            quote!(crate::types::#name::#variant)
        }
        Literal::Document(value) => document(value),
        Literal::Big(ty, text) => {
            let ty = self::ty(ty);
            match text.parse::<i64>() {
                Ok(integer) => {
                    let integer = number(Number::Integer(integer.into()));
                    quote!(#ty::from(#integer))
                }
                // The plan holds numbers only: this parses.
                Err(_) => quote!(#text.parse::<#ty>().unwrap_or_default()),
            }
        }
        Literal::Boxed(inner) => {
            let inner = self::literal(inner);
            quote!(Box::new(#inner))
        }
    }
}

/// A number, without a suffix.
pub(super) fn number(number: Number) -> TokenStream {
    match number {
        Number::Large { .. } => self::number(Number::Float(number.as_f64())),
        Number::Integer(integer) => {
            let digits = Token::u128_unsuffixed(integer.unsigned_abs());
            if integer < 0 { quote!(-#digits) } else { quote!(#digits) }
        }
        Number::Float(float) => {
            let digits = Token::f64_unsuffixed(float.abs());
            if float.is_sign_negative() { quote!(-#digits) } else { quote!(#digits) }
        }
    }
}

/// A document without parts: defaults have no others.
pub(super) fn document(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote!(farrier_runtime::Document::Null),
        Value::Bool(value) => quote!(farrier_runtime::Document::from(#value)),
        Value::Number(Number::Integer(integer)) => match i64::try_from(*integer) {
            Ok(integer) => {
                let integer = Token::i64_suffixed(integer);
                quote!(farrier_runtime::Document::from(#integer))
            }
            Err(_) => {
                let float = Token::f64_suffixed(Number::Integer(*integer).as_f64());
                quote!(farrier_runtime::Document::from(#float))
            }
        },
        Value::Number(number) => {
            let float = Token::f64_suffixed(number.as_f64());
            quote!(farrier_runtime::Document::from(#float))
        }
        Value::String(text) => quote!(farrier_runtime::Document::from(#text)),
        Value::Array(_) => quote!(farrier_runtime::Document::Array(Vec::new())),
        Value::Object(_) => {
            quote!(farrier_runtime::Document::Object(std::collections::BTreeMap::new()))
        }
    }
}
