//! Values that a model writes down as examples, as values of a crate's types.

use super::{Crate, Literal, Presence, Role, RustType, Structure, Type, literal};
use farrier_model::api::{Number, Value};
use std::collections::HashMap;

/// A value that can be written as an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sample {
    /// A value without parts.
    Literal(RustType, Literal),
    /// A float that has no digits: the constant of its type.
    NotFinite(RustType, &'static str),
    /// Bytes that are streamed.
    Stream(String),
    /// A document, with whatever it holds.
    Document(Value),
    /// A variant of an enum.
    Variant { ty: String, variant: String },
    /// A value that an open enum does not name.
    Unnamed { ty: String, value: Box<Sample> },
    /// A variant of a union.
    Union { ty: String, variant: String, value: Option<Box<Sample>> },
    /// A list.
    List(Vec<Sample>),
    /// A map.
    Map(Vec<(Sample, Sample)>),
    /// There or not.
    Option(Option<Box<Sample>>),
    /// Behind a pointer.
    Boxed(Box<Sample>),
    /// What a client puts where the service left out a required value.
    Corrected(RustType),
    /// A structure.
    Structure(StructureSample),
}

/// A value of a structure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StructureSample {
    /// The structure.
    pub(crate) ty: String,
    /// Whether it stands in the module `operation`, not in `types`.
    pub(crate) in_operation: bool,
    /// The fields that its constructor takes; `None` where it has none, and `Default` makes it.
    pub(crate) arguments: Option<Vec<FieldSample>>,
    /// The fields that are set afterwards.
    pub(crate) fields: Vec<FieldSample>,
}

/// A field, and what it is set to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FieldSample {
    pub(crate) name: String,
    pub(crate) value: Sample,
}

impl StructureSample {
    /// Whether the field of this name holds NaN.
    pub(crate) fn holds_nan_in(&self, name: &str) -> bool {
        self.all_fields().any(|field| field.name == name && field.value.holds_nan())
    }

    /// Whether it holds NaN.
    pub(crate) fn holds_nan(&self) -> bool {
        self.all_fields().any(|field| field.value.holds_nan())
    }

    fn all_fields(&self) -> impl Iterator<Item = &FieldSample> {
        self.arguments.iter().flatten().chain(&self.fields)
    }
}

impl Sample {
    /// Whether it holds NaN, which does not equal itself.
    fn holds_nan(&self) -> bool {
        match self {
            Self::NotFinite(_, name) => *name == "NAN",
            Self::Union { value, .. } | Self::Option(value) => {
                value.as_ref().is_some_and(|value| value.holds_nan())
            }
            Self::Unnamed { value, .. } | Self::Boxed(value) => value.holds_nan(),
            Self::List(items) => items.iter().any(Self::holds_nan),
            Self::Map(entries) => entries.iter().any(|(_, value)| value.holds_nan()),
            Self::Structure(structure) => structure.holds_nan(),
            // A document's numbers are JSON's, which has no NaN.
            Self::Literal(..)
            | Self::Stream(_)
            | Self::Document(_)
            | Self::Variant { .. }
            | Self::Corrected(_) => false,
        }
    }
}

/// Makes samples of one crate's types.
pub(crate) struct Sampler<'p> {
    types: HashMap<&'p str, &'p Type>,
    role: Role,
}

impl<'p> Sampler<'p> {
    /// For the types of `plan`.
    pub(crate) fn new(plan: &'p Crate) -> Self {
        let types = plan.types.iter().map(|ty| (ty.name(), ty)).collect();
        Self { types, role: plan.role }
    }

    /// The structure with these members. `received` ones may lack what is required of them.
    ///
    /// # Errors
    ///
    /// Why there is no such value.
    pub(crate) fn structure(
        &self,
        plan: &Structure,
        members: &indexmap::IndexMap<String, Value>,
        received: bool,
    ) -> Result<StructureSample, String> {
        let corrects = received && self.role == Role::Client;
        let known = |name: &String| plan.fields.iter().any(|field| field.member.name == *name);
        if let Some(unknown) = members.keys().find(|name| !known(name)) {
            return Err(format!("`{}` has no member `{unknown}`", plan.name));
        }
        let mut arguments = Vec::new();
        let mut fields = Vec::new();
        for field in &plan.fields {
            let value = members.get(&field.member.name);
            let within = |error| format!("{}: {error}", field.member.name);
            let argument = |value| FieldSample { name: field.name.clone(), value };
            match (&field.presence, value) {
                (Presence::Required, None) if corrects => {
                    arguments.push(argument(Sample::Corrected(field.ty.clone())));
                }
                (Presence::Required, None) if field.ty == RustType::ByteStream => {
                    arguments.push(argument(Sample::Stream(String::new())));
                }
                (Presence::Required, None) => {
                    return Err(format!("the required member `{}` is missing", field.member.name));
                }
                (Presence::Required, Some(value)) => {
                    let value = self.value(&field.ty, value, received).map_err(within)?;
                    arguments.push(argument(value));
                }
                (Presence::Optional | Presence::Nullable, None | Some(Value::Null))
                | (Presence::Default(_), None) => {}
                (presence, Some(value)) => {
                    let value = self.value(&field.ty, value, received).map_err(within)?;
                    let optional = matches!(presence, Presence::Optional | Presence::Nullable);
                    let value = match optional {
                        true => Sample::Option(Some(Box::new(value))),
                        false => value,
                    };
                    fields.push(FieldSample { name: field.name.clone(), value });
                }
            }
        }
        let arguments = plan.constructor.then_some(arguments);
        let in_operation = !self.types.contains_key(plan.name.as_str());
        Ok(StructureSample { ty: plan.name.clone(), in_operation, arguments, fields })
    }

    fn value(&self, ty: &RustType, value: &Value, received: bool) -> Result<Sample, String> {
        let wrong = || format!("{} is no {ty:?}", shown(value));
        let literal = |value: &Value| {
            let literal = literal::literal(ty, value, &|_, _| None);
            literal.map(|literal| Sample::Literal(ty.clone(), literal))
        };
        Ok(match ty {
            RustType::Option(inner) => Sample::Option(match value {
                Value::Null => None,
                value => Some(Box::new(self.value(inner, value, received)?)),
            }),
            RustType::Box(inner) => Sample::Boxed(Box::new(self.value(inner, value, received)?)),
            RustType::F32 | RustType::F64 => match value.as_str().and_then(literal::not_finite) {
                Some(constant) => Sample::NotFinite(ty.clone(), constant),
                None => literal(value).ok_or_else(wrong)?,
            },
            // Plain text, unlike defaults.
            RustType::Blob => {
                let bytes = value.as_str().ok_or_else(wrong)?.as_bytes().to_vec();
                Sample::Literal(ty.clone(), Literal::Blob(bytes))
            }
            RustType::ByteStream => Sample::Stream(value.as_str().ok_or_else(wrong)?.to_owned()),
            RustType::Document => Sample::Document(value.clone()),
            RustType::List(item) => Sample::List(
                value
                    .as_array()
                    .ok_or_else(wrong)?
                    .iter()
                    .map(|value| self.value(item, value, received))
                    .collect::<Result<_, _>>()?,
            ),
            RustType::Map(key, item) => Sample::Map(
                value
                    .as_object()
                    .ok_or_else(wrong)?
                    .iter()
                    .map(|(name, value)| {
                        let name = self.value(key, &Value::String(name.clone()), received)?;
                        Ok((name, self.value(item, value, received)?))
                    })
                    .collect::<Result<_, String>>()?,
            ),
            RustType::Named(name) => self.named(name, value, received)?,
            _ => literal(value).ok_or_else(wrong)?,
        })
    }

    fn named(&self, name: &str, value: &Value, received: bool) -> Result<Sample, String> {
        let wrong = || format!("{} is no {name}", shown(value));
        Ok(match self.types.get(name).ok_or_else(wrong)? {
            Type::Structure(plan) => {
                let members = value.as_object().ok_or_else(wrong)?;
                Sample::Structure(self.structure(plan, members, received)?)
            }
            Type::Union(plan) => {
                let members = value.as_object().ok_or_else(wrong)?;
                let mut members = members.iter();
                let (Some((member, value)), None) = (members.next(), members.next()) else {
                    return Err(wrong());
                };
                let variant = plan.variants.iter().find(|known| known.member.name == *member);
                let variant = variant.ok_or_else(wrong)?;
                let value = match &variant.ty {
                    Some(ty) => Some(Box::new(self.value(ty, value, received)?)),
                    None => None,
                };
                Sample::Union { ty: name.to_owned(), variant: variant.name.clone(), value }
            }
            Type::Enum(plan) => {
                let text = value.as_str().ok_or_else(wrong)?;
                let variant = plan.variants.iter().find(|variant| variant.value == text);
                match variant {
                    Some(found) => {
                        Sample::Variant { ty: name.to_owned(), variant: found.name.clone() }
                    }
                    None if plan.open => {
                        let text = Literal::String(text.to_owned());
                        let value = Box::new(Sample::Literal(RustType::String, text));
                        Sample::Unnamed { ty: name.to_owned(), value }
                    }
                    None => return Err(wrong()),
                }
            }
            Type::IntEnum(plan) => {
                let integer = value.as_number().and_then(Number::as_integer).ok_or_else(wrong)?;
                let variant =
                    plan.variants.iter().find(|variant| i128::from(variant.value) == integer);
                match variant {
                    Some(found) => {
                        Sample::Variant { ty: name.to_owned(), variant: found.name.clone() }
                    }
                    None if plan.open => {
                        let integer = Literal::Integer(integer);
                        let value = Box::new(Sample::Literal(RustType::I32, integer));
                        Sample::Unnamed { ty: name.to_owned(), value }
                    }
                    None => return Err(wrong()),
                }
            }
        })
    }
}

/// How a value looks in a sentence.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(Number::Integer(value)) => value.to_string(),
        Value::Number(Number::Float(value)) => value.to_string(),
        Value::Number(large) => large.to_string(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
