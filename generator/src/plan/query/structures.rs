//! What the structures of a crate hold, and how that is read.

use super::{Item, QueryType, Reading};
use crate::plan::{Content, Crate, Field, Output, RustType, Structure, Type};
use std::collections::HashMap;

/// The structures of a crate, by the names of their types.
pub(crate) struct Structures<'p> {
    structures: HashMap<&'p str, &'p Structure>,
    types: HashMap<&'p str, &'p Type>,
}

impl<'p> Structures<'p> {
    pub(crate) fn of(plan: &'p Crate) -> Self {
        let mut structures: HashMap<&str, &Structure> = HashMap::new();
        for operation in &plan.operations {
            structures.insert(&operation.input.name, &operation.input);
            if let Output::One(case) = &operation.output
                && let Content::Own(structure) = &case.content
            {
                structures.insert(&structure.name, structure);
            }
        }
        for plan in &plan.types {
            if let Type::Structure(structure) = plan {
                structures.insert(&structure.name, structure);
            }
        }
        let types = plan.types.iter().map(|plan| (plan.name(), plan)).collect();
        Self { structures, types }
    }

    /// The structure of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&'p Structure> {
        self.structures.get(name).copied()
    }

    /// The field of `structure` that the model calls `member`.
    pub(crate) fn field(&self, structure: &str, member: &str) -> Option<&'p Field> {
        self.get(structure)?.fields.iter().find(|field| field.member.name == member)
    }

    /// What a place of this type holds, and how it is read.
    pub(super) fn read(&self, ty: &RustType) -> (QueryType, Reading) {
        match ty {
            RustType::Bool => (QueryType::Bool, Reading::Copied),
            RustType::I8 | RustType::I16 | RustType::I32 => {
                (QueryType::Integer, Reading::Widened("i64"))
            }
            RustType::I64 => (QueryType::Integer, Reading::Copied),
            RustType::F32 => (QueryType::Float, Reading::Widened("f64")),
            RustType::F64 => (QueryType::Float, Reading::Copied),
            RustType::String => (QueryType::Text, Reading::Str),
            RustType::Named(name) => match self.types.get(name.as_str()) {
                Some(Type::Enum(_)) => (QueryType::Text, Reading::EnumStr(name.clone())),
                Some(Type::IntEnum(_)) => (QueryType::Integer, Reading::EnumValue),
                Some(Type::Structure(_)) => (QueryType::Structure(name.clone()), Reading::Borrowed),
                Some(Type::Union(_)) | None => (QueryType::Opaque, Reading::Borrowed),
            },
            RustType::List(item) => (QueryType::List(Box::new(self.item(item))), Reading::Borrowed),
            RustType::Map(key, value) => {
                let (_, key) = self.read(key);
                (QueryType::Map(key, Box::new(self.item(value))), Reading::Borrowed)
            }
            RustType::Box(inner) => {
                let (ty, reading) = self.read(inner);
                match reading {
                    Reading::Borrowed => (ty, Reading::Unboxed),
                    _ => (QueryType::Opaque, Reading::Borrowed),
                }
            }
            RustType::BigInteger
            | RustType::BigDecimal
            | RustType::Blob
            | RustType::ByteStream
            | RustType::Timestamp
            | RustType::Document
            | RustType::Option(_) => (QueryType::Opaque, Reading::Borrowed),
        }
    }

    fn item(&self, ty: &RustType) -> Item {
        let (inner, sparse) = match ty {
            RustType::Option(inner) => (&**inner, true),
            ty => (ty, false),
        };
        let (ty, reading) = self.read(inner);
        Item { ty, reading, sparse }
    }
}
