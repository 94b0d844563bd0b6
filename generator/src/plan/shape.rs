//! Structures, unions and enums as Rust types.

use super::{
    DefaultImpl, Enum, EnumVariant, ErrorPlan, Field, IntEnum, Literal, Location, MessagePlan,
    Presence, Role, RustType, Structure, Type, Union, UnionVariant, direction::Use, documentation,
    literal, sample::shown, table,
};
use crate::{
    name::{self, Scope},
    wire::{Direction, MessageBody},
};
use farrier_model::{
    Diagnostic,
    api::{
        self, Api, Body, EnumShape, HttpLocation, Shape, ShapeId, ShapeKind, Simple,
        StructureShape, Target, UnionShape, Value,
    },
};
use std::collections::{HashMap, HashSet};

/// What planning needs to know everywhere.
pub(crate) struct Planner<'a> {
    pub(crate) api: &'a Api,
    pub(crate) role: Role,
    pub(crate) uses: HashMap<&'a ShapeId, Use>,
    /// The names of types, and the modules that hold them.
    pub(crate) names: HashMap<&'a ShapeId, (String, String)>,
    /// Members, by shape and name, whose value must be boxed.
    pub(crate) boxed: HashSet<(&'a ShapeId, &'a str)>,
    /// The bodies of structures that travel as messages.
    pub(crate) bodies: HashMap<&'a ShapeId, MessageBody>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What the crate lacks: which shape or operation, and what of it.
    pub(crate) left_out: Vec<(String, String)>,
}

/// Where a structure stands, as far as that decides what its members are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It is the input of an operation.
    Input,
    /// It is an output or an error, or stands in one, or in an input.
    Elsewhere,
}

impl Place {
    /// Which way a structure goes that stands here and travels as a message.
    fn direction(self) -> Direction {
        match self {
            Self::Input => Direction::Request,
            Self::Elsewhere => Direction::Response,
        }
    }
}

impl<'a> Planner<'a> {
    /// What the crate does with the shape `id`.
    pub(crate) fn use_of(&self, id: &ShapeId) -> Use {
        self.uses.get(id).copied().unwrap_or_default()
    }

    /// The Rust type of `target`.
    pub(crate) fn rust_type(&self, target: &Target) -> RustType {
        match target {
            Target::Simple(simple) => match simple {
                Simple::Blob(Body::Whole) => RustType::Blob,
                Simple::Blob(Body::Streaming | Body::StreamingWithLength) => RustType::ByteStream,
                Simple::Boolean => RustType::Bool,
                Simple::String => RustType::String,
                Simple::Byte => RustType::I8,
                Simple::Short => RustType::I16,
                Simple::Integer => RustType::I32,
                Simple::Long => RustType::I64,
                Simple::Float => RustType::F32,
                Simple::Double => RustType::F64,
                Simple::BigInteger => RustType::BigInteger,
                Simple::BigDecimal => RustType::BigDecimal,
                Simple::Timestamp => RustType::Timestamp,
                Simple::Document | Simple::Unit => RustType::Document,
            },
            Target::Shape(id) => match self.api.shape(id).map(|shape| &shape.kind) {
                Some(ShapeKind::List(list)) => {
                    let item = self.rust_type(&list.member.target);
                    let sparse = list.sparse || list.member.nullable;
                    RustType::List(Box::new(sparse_type(item, sparse)))
                }
                Some(ShapeKind::Map(map)) => {
                    let key = self.rust_type(&map.key.target);
                    let value = self.rust_type(&map.value.target);
                    let sparse = map.sparse || map.value.nullable;
                    RustType::Map(Box::new(key), Box::new(sparse_type(value, sparse)))
                }
                Some(_) => match self.names.get(id) {
                    Some((name, _)) => RustType::Named(name.clone()),
                    None => RustType::Document,
                },
                None => RustType::Document,
            },
        }
    }

    /// The type that `shape` becomes, unless it is a list or a map.
    pub(crate) fn shape(&mut self, id: &'a ShapeId, shape: &'a Shape) -> Option<Type> {
        let (name, module) = self.names.get(id)?.clone();
        let used = self.use_of(id);
        let fallback = format!("{}.", documentation::code(&shape.name));
        let docs = documentation::of(
            shape.documentation.as_deref(),
            shape.deprecated.as_deref(),
            &fallback,
        );
        Some(match &shape.kind {
            ShapeKind::List(_) | ShapeKind::Map(_) => return None,
            ShapeKind::Structure(structure) => {
                let mut plan = self.structure(id, structure, Place::Elsewhere, name, module, docs);
                plan.encode = used.encode;
                plan.decode = used.decode;
                plan.answer = used.outputs > 0 || used.error;
                // Nothing of a sensitive structure is shown.
                if shape.sensitive {
                    plan.redacted = true;
                    plan.fields.iter_mut().for_each(|field| field.redacted = true);
                }
                Type::Structure(plan)
            }
            ShapeKind::Union(union) => {
                Type::Union(self.union(id, union, name, module, docs, used, shape.sensitive))
            }
            ShapeKind::Enum(shape) => Type::Enum(self.string_enum(shape, name, module, docs, used)),
            ShapeKind::IntEnum(shape) => Type::IntEnum(IntEnum {
                variants: variants(shape, self.role),
                open: self.role == Role::Client,
                correct: false,
                encode: used.sent,
                decode: used.received,
                name,
                module,
                docs,
            }),
        })
    }

    /// The type that a structure becomes, without what depends on its use.
    pub(crate) fn structure(
        &mut self,
        id: &'a ShapeId,
        structure: &'a StructureShape,
        place: Place,
        name: String,
        module: String,
        docs: Vec<String>,
    ) -> Structure {
        let used = self.use_of(id);
        let sent = match place {
            Place::Input => self.role == Role::Client,
            Place::Elsewhere => used.sent,
        };
        let received = match place {
            Place::Input => self.role == Role::Server,
            Place::Elsewhere => used.received,
        };
        let mut scope = Scope::new();
        let fields: Vec<Field> = structure
            .members
            .values()
            .map(|member| self.field(id, structure, member, place, sent, received, &mut scope))
            .collect();
        let fields = with_locals(fields);
        let stream = fields.iter().any(|field| field.ty == RustType::ByteStream);
        let constructor = sent || fields.iter().any(|field| field.presence == Presence::Required);
        let default = if fields
            .iter()
            .any(|field| matches!(field.presence, Presence::Required | Presence::Nullable))
        {
            DefaultImpl::None
        } else if fields.iter().all(|field| {
            matches!(field.presence, Presence::Optional | Presence::Default(Literal::TypeDefault))
        }) {
            DefaultImpl::Derive
        } else {
            DefaultImpl::New
        };
        let bound = fields.iter().any(|field| field.location != Location::Body);
        let error = structure.error.map(|_| ErrorPlan {
            code: id.name.clone(),
            message: fields
                .iter()
                .find(|field| {
                    field.member.name.eq_ignore_ascii_case("message")
                        && matches!(field.ty, RustType::String)
                })
                .map(|field| (field.name.clone(), field.declared() != RustType::String)),
        });
        let mut plan = Structure {
            table: name::screaming_case(&name),
            closed: structure.closed,
            default,
            stream,
            redacted: fields.iter().any(|field| field.redacted),
            constructor: constructor || default == DefaultImpl::New,
            setters: sent,
            encode: false,
            decode: false,
            correct: false,
            message: bound.then(|| MessagePlan {
                body: self.bodies.get(id).cloned().unwrap_or(MessageBody::Members),
            }),
            answer: false,
            serde: !stream,
            error,
            name,
            module,
            docs,
            fields,
        };
        if plan.error.is_some() {
            for field in &mut plan.fields {
                field.member.also = match field.member.name.as_str() {
                    "message" => Some("Message".to_owned()),
                    "Message" => Some("message".to_owned()),
                    _ => None,
                };
            }
        }
        plan
    }

    #[expect(clippy::too_many_arguments, reason = "each is a fact of its own")]
    fn field(
        &mut self,
        id: &'a ShapeId,
        structure: &StructureShape,
        member: &'a api::Member,
        place: Place,
        sent: bool,
        received: bool,
        scope: &mut Scope,
    ) -> Field {
        let mut ty = self.rust_type(&member.target);
        if self.boxed.contains(&(id, member.name.as_str())) {
            ty = RustType::Box(Box::new(ty));
        }
        let presence = self.presence(id, structure, member, &ty, place, sent, received);
        let name = name::field_name(&member.name, scope);
        let mut entry = table::entry(self, member, received);
        entry.required = self.role == Role::Server
            && received
            && member.required
            && member.default.is_none()
            && ty != RustType::ByteStream;
        entry.nullable = entry.required && member.nullable;
        let requested = if self.role == Role::Client { sent } else { received };
        let facts = place == Place::Input || (requested && member.http.is_none());
        Field {
            setter: format!("with_{}", name::unraw(&name)),
            docs: documentation::of_member(member, facts),
            presence,
            location: location(place.direction(), member),
            member: entry,
            redacted: member.sensitive && ty != RustType::ByteStream,
            deprecated: member.deprecated.clone(),
            token: member.idempotency_token
                && self.role == Role::Client
                && place == Place::Input
                && ty == RustType::String,
            local: name.clone(),
            name,
            ty,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "each is a fact of its own")]
    fn presence(
        &mut self,
        id: &ShapeId,
        structure: &StructureShape,
        member: &api::Member,
        ty: &RustType,
        place: Place,
        sent: bool,
        received: bool,
    ) -> Presence {
        let client = self.role == Role::Client;
        if *ty == RustType::ByteStream {
            return if member.required || received {
                Presence::Required
            } else {
                Presence::Optional
            };
        }
        if member.nullable {
            let plain = member.required && member.default.is_none();
            return if plain { Presence::Nullable } else { Presence::Optional };
        }
        let input = place == Place::Input || structure.input;
        if let Some(default) = &member.default {
            let ignored = client && (input || member.client_optional || member.added_default);
            if ignored {
                return Presence::Optional;
            }
            let variant = |name: &str, value: &Value| self.variant(name, value);
            if let Some(literal) = literal::literal(ty, default, &variant) {
                return Presence::Default(literal);
            }
            self.leave_out_default(id, member, default);
            return if member.required { Presence::Required } else { Presence::Optional };
        }
        let only_sent = sent && !received;
        let optional = client
            && ((member.client_optional && !only_sent) || (member.idempotency_token && sent));
        if member.required && !optional { Presence::Required } else { Presence::Optional }
    }

    fn leave_out_default(&mut self, id: &ShapeId, member: &api::Member, default: &Value) {
        let (name, default) = (&member.name, shown(default));
        let reason = "which is no value of its Rust type";
        let mut diagnostic = Diagnostic::warning(
            "default-left-out",
            member.origin.clone(),
            format!("the default of `{name}` of `{}` is left out: {default}, {reason}", id.name),
        );
        diagnostic.kind = farrier_model::diagnostic::Kind::Unsupported;
        // Operations that share an input have a type each.
        if !self.diagnostics.contains(&diagnostic) {
            self.diagnostics.push(diagnostic);
            let lacks = format!("lacks the default of `{name}`: {default}, {reason}");
            self.left_out.push((id.name.clone(), lacks));
        }
    }

    /// The variant of the enum type `name` that travels as `value`.
    fn variant(&self, name: &str, value: &Value) -> Option<String> {
        let (id, _) = self.names.iter().find(|(_, (type_name, _))| type_name == name)?;
        match (&self.api.shape(id)?.kind, value) {
            (ShapeKind::Enum(shape), Value::String(text)) => variants(shape, self.role)
                .into_iter()
                .find(|variant| variant.value == *text)
                .map(|variant| variant.name),
            (ShapeKind::IntEnum(shape), Value::Number(number)) => variants(shape, self.role)
                .into_iter()
                .find(|variant| Some(i128::from(variant.value)) == number.as_integer())
                .map(|variant| variant.name),
            _ => None,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "each is a fact of its own")]
    fn union(
        &mut self,
        id: &'a ShapeId,
        union: &'a UnionShape,
        name: String,
        module: String,
        docs: Vec<String>,
        used: Use,
        sensitive: bool,
    ) -> Union {
        let open = self.role == Role::Client;
        let mut scope = Scope::variants(open);
        let variants: Vec<UnionVariant> = union
            .members
            .values()
            .map(|member| {
                let unit = member.target == Target::Simple(Simple::Unit);
                let mut ty = self.rust_type(&member.target);
                if self.boxed.contains(&(id, member.name.as_str())) {
                    ty = RustType::Box(Box::new(ty));
                }
                UnionVariant {
                    name: name::variant_name(&member.name, &mut scope),
                    docs: documentation::of_member(member, true),
                    ty: (!unit).then_some(ty),
                    member: table::entry(self, member, used.received),
                    redacted: member.sensitive || sensitive,
                }
            })
            .collect();
        Union {
            table: name::screaming_case(&name),
            open,
            redacted: variants.iter().any(|variant| variant.redacted),
            encode: used.encode,
            decode: used.decode,
            correct: false,
            name,
            module,
            docs,
            variants,
        }
    }

    fn string_enum(
        &self,
        shape: &EnumShape<String>,
        name: String,
        module: String,
        docs: Vec<String>,
        used: Use,
    ) -> Enum {
        Enum {
            variants: variants(shape, self.role),
            open: self.role == Role::Client,
            correct: false,
            shown: shape
                .values
                .iter()
                .filter(|value| !value.internal)
                .map(|value| value.value.clone())
                .collect(),
            key: used.key,
            encode: used.sent,
            decode: used.received,
            name,
            module,
            docs,
        }
    }
}

/// What functions that read members call their own variables.
const OWN_VARIABLES: &[&str] = &[
    "input", "member", "members", "output", "reader", "request", "response", "value", "error",
    "body", "codec",
];

/// The fields, with other variables for those that would hide a function's own.
fn with_locals(mut fields: Vec<Field>) -> Vec<Field> {
    let names: HashSet<String> = fields.iter().map(|field| field.name.clone()).collect();
    for field in &mut fields {
        if OWN_VARIABLES.contains(&field.name.as_str()) {
            field.local.push_str("_member");
            while names.contains(&field.local) {
                field.local.push('_');
            }
        }
    }
    fields
}

fn variants<T: Clone + ToString>(shape: &EnumShape<T>, role: Role) -> Vec<EnumVariant<T>> {
    let mut scope = Scope::variants(role == Role::Client);
    shape
        .values
        .iter()
        .map(|value| {
            let text = value.value.to_string();
            EnumVariant {
                name: name::variant_name(&value.name, &mut scope),
                docs: documentation::of(
                    value.documentation.as_deref(),
                    value.deprecated.as_deref(),
                    &format!("{}.", documentation::code(&text)),
                ),
                value: value.value.clone(),
            }
        })
        .collect()
}

fn sparse_type(ty: RustType, sparse: bool) -> RustType {
    if sparse { RustType::Option(Box::new(ty)) } else { ty }
}

fn location(direction: Direction, member: &api::Member) -> Location {
    match direction.location(member) {
        None => Location::Body,
        Some(HttpLocation::Label) => Location::Label,
        Some(HttpLocation::Query(name)) => Location::Query(name.clone()),
        Some(HttpLocation::QueryParams) => Location::QueryParams,
        Some(HttpLocation::Header(name)) => Location::Header(name.clone()),
        Some(HttpLocation::PrefixHeaders(prefix)) => Location::PrefixHeaders(prefix.clone()),
        Some(HttpLocation::Payload) => Location::Payload,
        Some(HttpLocation::ResponseCode) => Location::ResponseCode,
    }
}
