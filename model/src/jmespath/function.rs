//! JMESPath's built-in functions.

use super::typing::Type;

/// Whether an argument may be what a parameter wants.
pub(super) fn fits(argument: &Type, wanted: &str) -> bool {
    // An absent member may be there at another time.
    if *argument == Type::Null && wanted != "expression" {
        return true;
    }
    let of_items = wanted.strip_prefix("array of ");
    match (of_items, argument) {
        (Some(wanted), Type::Array(item)) => item.may_be(wanted) || **item == Type::Null,
        (Some(_), argument) => *argument == Type::Any,
        (None, argument) => argument.may_be(wanted),
    }
}

/// The built-in functions: name, parameters, and whether the last may be repeated.
const FUNCTIONS: &[(&str, &[&str], bool)] = &[
    ("abs", &["number"], false),
    ("avg", &["array of number"], false),
    ("ceil", &["number"], false),
    ("contains", &["array|string", "any"], false),
    ("ends_with", &["string", "string"], false),
    ("floor", &["number"], false),
    ("join", &["string", "array of string"], false),
    ("keys", &["object"], false),
    ("length", &["string|array|object"], false),
    ("map", &["expression", "array"], false),
    ("max", &["array of number|array of string"], false),
    ("max_by", &["array", "expression"], false),
    ("merge", &["object"], true),
    ("min", &["array of number|array of string"], false),
    ("min_by", &["array", "expression"], false),
    ("not_null", &["any"], true),
    ("reverse", &["array|string"], false),
    ("sort", &["array of number|array of string"], false),
    ("sort_by", &["array", "expression"], false),
    ("starts_with", &["string", "string"], false),
    ("sum", &["array of number"], false),
    ("to_array", &["any"], false),
    ("to_number", &["any"], false),
    ("to_string", &["any"], false),
    ("type", &["any"], false),
    ("values", &["object"], false),
];

/// The parameters of a function, and whether the last may be repeated.
pub(super) fn function(name: &str) -> Option<(&'static [&'static str], bool)> {
    let found = FUNCTIONS.iter().find(|(known, ..)| *known == name)?;
    Some((found.1, found.2))
}

/// What a function gives.
pub(super) fn result(name: &str, arguments: &[Type]) -> Type {
    let first = arguments.first().unwrap_or(&Type::Any);
    match name {
        "contains" | "ends_with" | "starts_with" => Type::Boolean,
        "abs" | "avg" | "ceil" | "floor" | "length" | "sum" | "to_number" => Type::Number,
        "join" | "to_string" | "type" => Type::String,
        "keys" => Type::Array(Box::new(Type::String)),
        "values" => match first {
            Type::Map(value) => Type::Array(value.clone()),
            _ => Type::Array(Box::new(Type::Any)),
        },
        "map" => Type::Array(Box::new(Type::Any)),
        "sort" | "sort_by" | "reverse" => first.clone(),
        "max" | "min" | "max_by" | "min_by" => match first {
            Type::Array(item) => (**item).clone(),
            _ => Type::Any,
        },
        "to_array" => match first {
            Type::Array(_) => first.clone(),
            other => Type::Array(Box::new(other.clone())),
        },
        _ => Type::Any,
    }
}

/// What the functions are called.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|(name, ..)| *name)
}
