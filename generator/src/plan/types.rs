//! The types of a crate, and what stands in them.

use crate::wire::MessageBody;
use farrier_model::api::Value;

/// A type of its own.
#[derive(Debug)]
pub(crate) enum Type {
    Structure(Structure),
    Union(Union),
    Enum(Enum),
    IntEnum(IntEnum),
}

impl Type {
    /// Its name.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Structure(plan) => &plan.name,
            Self::Union(plan) => &plan.name,
            Self::Enum(plan) => &plan.name,
            Self::IntEnum(plan) => &plan.name,
        }
    }

    /// The module that holds it.
    pub(crate) fn module(&self) -> &str {
        match self {
            Self::Structure(plan) => &plan.module,
            Self::Union(plan) => &plan.module,
            Self::Enum(plan) => &plan.module,
            Self::IntEnum(plan) => &plan.module,
        }
    }
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RustType {
    Bool,
    I8,
    I16,
    I32,
    I64,
    F32,
    F64,
    String,
    BigInteger,
    BigDecimal,
    Blob,
    ByteStream,
    Timestamp,
    Document,
    /// A type of this crate.
    Named(String),
    List(Box<RustType>),
    Map(Box<RustType>, Box<RustType>),
    Option(Box<RustType>),
    Box(Box<RustType>),
}

/// A structure.
#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    /// The static that says what its members are.
    pub(crate) table: String,
    /// Whether unknown members are refused.
    pub(crate) closed: bool,
    pub(crate) fields: Vec<Field>,
    /// How its `Default` comes about.
    pub(crate) default: DefaultImpl,
    /// Whether it holds a stream, and so can be neither cloned nor compared.
    pub(crate) stream: bool,
    /// Whether `Debug` must leave something out.
    pub(crate) redacted: bool,
    /// Whether it has `new`.
    pub(crate) constructor: bool,
    /// Whether it has setters.
    pub(crate) setters: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
    /// Whether a client must be able to make one up.
    pub(crate) correct: bool,
    /// How it travels as a message of its own, if it does and has more than a plain body.
    pub(crate) message: Option<MessagePlan>,
    /// Whether it travels as an answer.
    pub(crate) answer: bool,
    /// Whether it is an error.
    pub(crate) error: Option<ErrorPlan>,
    /// Whether serde can derive for it.
    pub(crate) serde: bool,
}

/// How a structure travels as an HTTP message.
#[derive(Clone, Debug)]
pub(crate) struct MessagePlan {
    pub(crate) body: MessageBody,
}

/// What an error structure needs besides.
#[derive(Clone, Debug)]
pub(crate) struct ErrorPlan {
    /// What the wire calls it: `ResourceNotFoundException`.
    pub(crate) code: String,
    /// The field that holds the text for people: name, and whether it is optional.
    pub(crate) message: Option<(String, bool)>,
}

/// How a `Default` comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DefaultImpl {
    None,
    Derive,
    /// Through `new()`.
    New,
}

/// One field.
#[derive(Debug)]
pub(crate) struct Field {
    /// The identifier: `function_name`.
    pub(crate) name: String,
    /// The variable that holds it while it is read: its name, unless a function needs that itself.
    pub(crate) local: String,
    /// The setter: `with_function_name`.
    pub(crate) setter: String,
    pub(crate) docs: Vec<String>,
    /// The type without the `Option` of an optional member.
    pub(crate) ty: RustType,
    pub(crate) presence: Presence,
    pub(crate) location: Location,
    pub(crate) member: Member,
    pub(crate) redacted: bool,
    pub(crate) deprecated: Option<String>,
    /// Whether a client fills it with a token.
    pub(crate) token: bool,
}

impl Field {
    /// The field's type as it is declared.
    pub(crate) fn declared(&self) -> RustType {
        match self.presence {
            Presence::Optional | Presence::Nullable => RustType::Option(Box::new(self.ty.clone())),
            Presence::Required | Presence::Default(_) => self.ty.clone(),
        }
    }
}

/// Whether a field can be absent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Presence {
    /// It is always there.
    Required,
    /// It may be absent.
    Optional,
    /// It is always sent, but may be null.
    Nullable,
    /// It is always there; where the wire has none, this is it.
    Default(Literal),
}

/// A value that can be printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    /// What `Default` of the type gives.
    TypeDefault,
    Bool(bool),
    Integer(i128),
    Float(f64),
    /// A float that has no digits: the constant of its type.
    NotFinite(RustType, &'static str),
    String(String),
    Blob(Vec<u8>),
    /// Seconds and nanoseconds since 1970.
    Timestamp(i64, u32),
    /// The type and the variant.
    Variant(String, String),
    Document(Value),
    /// A big number's text, and the type.
    Big(RustType, String),
    /// A boxed value.
    Boxed(Box<Literal>),
}

/// Where a field travels in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Body,
    Label,
    Query(String),
    QueryParams,
    Header(String),
    PrefixHeaders(String),
    Payload,
    ResponseCode,
}

/// An entry of a table of members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Member {
    /// The model's name.
    pub(crate) name: String,
    pub(crate) json: Option<String>,
    pub(crate) also: Option<String>,
    /// The variant of the runtime's `TimestampFormat`.
    pub(crate) timestamp: Option<&'static str>,
    pub(crate) media_type: bool,
    pub(crate) sensitive: bool,
    pub(crate) keys: Option<Box<Member>>,
    pub(crate) items: Option<Box<Member>>,
    pub(crate) required: bool,
    pub(crate) nullable: bool,
    pub(crate) constraints: Vec<Constraint>,
}

/// A constraint that a server holds a member against.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Constraint {
    Length { min: Option<u64>, max: Option<u64> },
    Min { bound: Bound, exclusive: bool },
    Max { bound: Bound, exclusive: bool },
    MultipleOf(Bound),
    Pattern(Pattern),
    Unique,
}

/// A number that a value is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Bound {
    Integer(i64),
    Float(f64),
}

/// A pattern, and how the runtime matches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// In linear time: the model's text, and what the regex engine gets.
    Linear { original: String, translated: String },
    /// By backtracking, on bounded input.
    Backtracking { original: String, translated: String },
}

/// A union.
#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    pub(crate) table: String,
    pub(crate) variants: Vec<UnionVariant>,
    /// Whether a variant nobody knows is kept.
    pub(crate) open: bool,
    pub(crate) redacted: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
    pub(crate) correct: bool,
}

/// One variant of a union.
#[derive(Debug)]
pub(crate) struct UnionVariant {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    /// `None` if it holds nothing.
    pub(crate) ty: Option<RustType>,
    pub(crate) member: Member,
    pub(crate) redacted: bool,
}

/// An enum of strings.
#[derive(Debug)]
pub(crate) struct Enum {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    pub(crate) variants: Vec<EnumVariant<String>>,
    /// Whether values nobody knows are kept.
    pub(crate) open: bool,
    pub(crate) correct: bool,
    /// What error messages list.
    pub(crate) shown: Vec<String>,
    /// Whether it is the key of a map.
    pub(crate) key: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
}

/// An enum of integers.
#[derive(Debug)]
pub(crate) struct IntEnum {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) docs: Vec<String>,
    pub(crate) variants: Vec<EnumVariant<i32>>,
    pub(crate) open: bool,
    pub(crate) correct: bool,
    pub(crate) encode: bool,
    pub(crate) decode: bool,
}

/// One variant of an enum.
#[derive(Debug)]
pub(crate) struct EnumVariant<T> {
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) value: T,
}
