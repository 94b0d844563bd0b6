//! What one Smithy file says, before anything in it is resolved: what both its readers produce.
//!
//! The IDL parser and the JSON AST reader give one [`Document`] a file. Nothing here depends on what
//! other files say: mixins are not applied, `apply` is not carried out, relative names that only
//! the whole model can decide are [`Reference::Relative`].

use crate::{
    api::{ShapeId, Value},
    source::Origin,
};
use std::{iter::Peekable, sync::OnceLock};

/// One file.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// The version of Smithy that it is written in; the IDL's default is 1.0.
    pub(super) version: Version,
    /// `metadata` statements, in order; the same key may come several times.
    pub(super) metadata: Vec<Metadata>,
    /// The shapes that it defines, in order.
    pub(super) shapes: Vec<Definition>,
    /// The `apply` statements, in order.
    pub(super) applies: Vec<Apply>,
    /// The shapes that `use` statements name (an unknown one is worth a warning).
    pub(super) uses: Vec<Reference>,
}

/// The version of Smithy that a file is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// 1.0: `set`, `@enum`, `@box`, prelude shapes with implied defaults.
    #[default]
    V1,
    /// 2.0.
    V2,
}

/// One entry of the metadata.
#[derive(Clone, Debug)]
pub(super) struct Metadata {
    /// The key.
    pub(super) key: String,
    /// The value.
    pub(super) value: Node,
    /// Where the key was written.
    pub(super) origin: Origin,
}

/// One shape, as its file defines it.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    /// Its id.
    pub(super) id: ShapeId,
    /// What it is.
    pub(super) kind: Kind,
    /// Its own members in order; of a list `member`, of a map `key` and `value`, of an enum its
    /// values, which target `smithy.api#Unit`.
    pub(super) members: Vec<MemberDefinition>,
    /// The mixins, in order.
    pub(super) mixins: Vec<Reference>,
    /// The resource that elided members come from: `for Resource`.
    pub(super) for_resource: Option<Reference>,
    /// Its traits, in order; a documentation comment is `smithy.api#documentation`.
    pub(super) traits: Vec<Trait>,
    /// What services, resources and operations have besides; empty for others.
    pub(super) properties: Properties,
    /// Where its name was written.
    pub(super) origin: Origin,
}

/// What a shape is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Blob,
    Boolean,
    String,
    Enum,
    Byte,
    Short,
    Integer,
    IntEnum,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    Timestamp,
    Document,
    List,
    /// Smithy 1.0; a list of unique items.
    Set,
    Map,
    Structure,
    Union,
    Service,
    Resource,
    Operation,
}

impl Kind {
    /// Every kind, under its name in both the IDL and the JSON AST.
    const NAMES: [(&'static str, Self); 23] = [
        ("blob", Self::Blob),
        ("boolean", Self::Boolean),
        ("string", Self::String),
        ("enum", Self::Enum),
        ("byte", Self::Byte),
        ("short", Self::Short),
        ("integer", Self::Integer),
        ("intEnum", Self::IntEnum),
        ("long", Self::Long),
        ("float", Self::Float),
        ("double", Self::Double),
        ("bigInteger", Self::BigInteger),
        ("bigDecimal", Self::BigDecimal),
        ("timestamp", Self::Timestamp),
        ("document", Self::Document),
        ("list", Self::List),
        ("set", Self::Set),
        ("map", Self::Map),
        ("structure", Self::Structure),
        ("union", Self::Union),
        ("service", Self::Service),
        ("resource", Self::Resource),
        ("operation", Self::Operation),
    ];

    /// The kind of this name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind)
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        Self::NAMES.iter().find(|&&(_, kind)| kind == self).map_or("shape", |&(name, _)| name)
    }

    /// Every name.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().map(|&(name, _)| name)
    }
}

/// One member, as its file defines it.
#[derive(Clone, Debug)]
pub(super) struct MemberDefinition {
    /// Its name.
    pub(super) name: String,
    /// What it targets. `None` for `$name`: the mixin or the resource says.
    pub(super) target: Option<Reference>,
    /// Its traits, in order. `= value` is `smithy.api#default`, on the member of an enum
    /// `smithy.api#enumValue`.
    pub(super) traits: Vec<Trait>,
    /// Where its name was written.
    pub(super) origin: Origin,
}

/// What services, resources and operations have besides traits and mixins.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties {
    /// `version` of a service.
    pub(super) version: Option<String>,
    /// `operations` of a service or resource.
    pub(super) operations: Vec<Reference>,
    /// `collectionOperations` of a resource.
    pub(super) collection_operations: Vec<Reference>,
    /// `resources` of a service or resource.
    pub(super) resources: Vec<Reference>,
    /// `errors` of a service or operation.
    pub(super) errors: Vec<Reference>,
    /// `rename` of a service.
    pub(super) rename: Vec<Rename>,
    /// `identifiers` of a resource.
    pub(super) identifiers: Vec<(String, Reference)>,
    /// `properties` of a resource.
    pub(super) properties: Vec<(String, Reference)>,
    /// `put`, `create`, `read`, `update`, `delete` and `list` of a resource, as far as given.
    pub(super) lifecycle: Vec<(Lifecycle, Reference)>,
    /// `input` of an operation. `:=` makes a definition of its own, with the trait
    /// `smithy.api#input`, and refers to it.
    pub(super) input: Option<Reference>,
    /// `output` of an operation.
    pub(super) output: Option<Reference>,
}

/// The lifecycle operations of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Lifecycle {
    Put,
    Create,
    Read,
    Update,
    Delete,
    List,
}

impl Lifecycle {
    /// Each under the name of its property.
    const NAMES: [(&'static str, Self); 6] = [
        ("put", Self::Put),
        ("create", Self::Create),
        ("read", Self::Read),
        ("update", Self::Update),
        ("delete", Self::Delete),
        ("list", Self::List),
    ];

    /// The lifecycle of this name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind)
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        Self::NAMES.iter().find(|&&(_, kind)| kind == self).map_or("", |&(name, _)| name)
    }
}

/// One entry of a service's `rename`.
#[derive(Clone, Debug)]
pub(super) struct Rename {
    /// The shape.
    pub(super) from: Reference,
    /// Its name in the service.
    pub(super) to: String,
    /// Where the new name was written.
    pub(super) origin: Origin,
}

/// `apply`: a trait that a shape or member gets from elsewhere (a block gives one each).
#[derive(Clone, Debug)]
pub(super) struct Apply {
    /// The shape.
    pub(super) shape: Reference,
    /// The member, if one is meant: `apply Foo$bar …`.
    pub(super) member: Option<String>,
    /// The trait.
    pub(super) applied: Trait,
}

/// One trait.
#[derive(Clone, Debug)]
pub(super) struct Trait {
    /// Its id.
    pub(super) id: Reference,
    /// Its value: `Value::Null` for an annotation, `@required`; `{}` for `@http()`.
    pub(super) value: Node,
    /// Whether null is its value, as in `@name(null)`, rather than there being none.
    pub(super) is_null: bool,
    /// Where its name was written.
    pub(super) origin: Origin,
}

/// The name of a shape.
#[derive(Clone, Debug)]
pub(super) enum Reference {
    /// Decided: absolute in the file, or brought in by `use`.
    Absolute {
        /// The shape.
        id: ShapeId,
        /// Where it was written.
        origin: Origin,
    },
    /// A bare name that no `use` brings in: the shape of this namespace if there is one in any
    /// file, else that of the prelude.
    Relative {
        /// The file's namespace.
        namespace: String,
        /// The name as written.
        name: String,
        /// Where it was written.
        origin: Origin,
    },
}

impl Reference {
    /// Where it was written.
    pub(super) fn origin(&self) -> &Origin {
        match self {
            Self::Absolute { origin, .. } | Self::Relative { origin, .. } => origin,
        }
    }
}

/// A value with its places.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The value. At each of [`shape_ids`](Self::shape_ids) it holds the name as written, until
    /// resolving puts the absolute id there.
    pub(super) value: Value,
    /// Where all of it was written.
    pub(super) origin: Origin,
    /// The byte ranges, in the file of `origin`, of the value and all its parts, in the order in
    /// which they were written: a value, then what it holds. Only the IDL parser fills this; with
    /// a pointer as `origin` the parts' places follow. (A pointer a part would cost far more memory
    /// than the model itself.)
    pub(super) parts: Vec<(u32, u32)>,
    /// The bare names in it (`[Foo, Bar$member]` unquoted, which are shape ids), in the order in
    /// which they were written: the place among [`parts`](Self::parts) (0 is the whole value), the
    /// shape, and the member if one is named.
    pub(super) shape_ids: Vec<(usize, Reference, Option<String>)>,
    /// For each of [`parts`](Self::parts) which of them it holds, worked out when it is first asked for: a list of
    /// ten thousand is asked for the place of each of its items.
    held: OnceLock<Vec<Vec<usize>>>,
}

impl Node {
    /// A value that has nothing to say of its parts.
    pub(super) fn new(value: Value, origin: Origin) -> Self {
        Self::with_parts(value, origin, Vec::new(), Vec::new())
    }

    /// A value with what there is to say of its parts.
    pub(super) fn with_parts(
        value: Value,
        origin: Origin,
        parts: Vec<(u32, u32)>,
        shape_ids: Vec<(usize, Reference, Option<String>)>,
    ) -> Self {
        Self { value, origin, parts, shape_ids, held: OnceLock::new() }
    }

    /// Replaces the part at each of these places by a text; the places are those of
    /// [`shape_ids`](Self::shape_ids) and in their order.
    pub(super) fn replace_parts(&mut self, texts: Vec<(usize, String)>) {
        let mut texts = texts.into_iter().peekable();
        if texts.peek().is_some() {
            replace_parts(&mut self.value, &mut 0, &mut texts);
        }
    }

    /// Where the part at `pointer` was written, or what encloses it and is known.
    pub(super) fn origin_at(&self, pointer: &str) -> Origin {
        if let Origin::Pointer { source, pointer: base, .. } = &self.origin {
            return Origin::pointer(*source, format!("{base}{pointer}"));
        }
        if self.parts.is_empty() {
            return self.origin.clone();
        }
        let held = self.held.get_or_init(|| held(&self.value));
        let mut value = &self.value;
        let mut index = 0;
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            let place = match value {
                Value::Array(_) => step.parse().ok(),
                Value::Object(members) => members.get_index_of(&step),
                _ => None,
            };
            let part = place.and_then(|place| match value {
                Value::Array(items) => items.get(place).map(|part| (place, part)),
                Value::Object(members) => members.get_index(place).map(|(_, part)| (place, part)),
                _ => None,
            });
            let Some((place, part)) = part else { break };
            let Some(&next) = held.get(index).and_then(|held| held.get(place)) else { break };
            value = part;
            index = next;
        }
        match (&self.origin, self.parts.get(index)) {
            (Origin::Span { source, .. }, Some(&(start, end))) => {
                Origin::Span { source: *source, start, end }
            }
            _ => self.origin.clone(),
        }
    }
}

/// Visits `value`, whose place is `place`, and all that it holds. The depth is bounded by the parser.
fn replace_parts(
    value: &mut Value,
    place: &mut usize,
    texts: &mut Peekable<impl Iterator<Item = (usize, String)>>,
) {
    if let Some((_, text)) = texts.next_if(|(next, _)| next == place) {
        *value = Value::String(text);
    }
    *place += 1;
    match value {
        Value::Array(items) => items.iter_mut().for_each(|it| replace_parts(it, place, texts)),
        Value::Object(members) => {
            members.values_mut().for_each(|it| replace_parts(it, place, texts));
        }
        _ => {}
    }
}

/// For each value in `value`, itself included, in the order in which they were written: which of them it holds.
fn held(value: &Value) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    add_held(value, &mut all);
    all
}

/// Adds `value` and all that it holds. The depth is bounded by the parser.
fn add_held(value: &Value, all: &mut Vec<Vec<usize>>) {
    let index = all.len();
    all.push(Vec::new());
    let mut add = |part| {
        let next = all.len();
        if let Some(held) = all.get_mut(index) {
            held.push(next);
        }
        add_held(part, all);
    };
    match value {
        Value::Array(items) => items.iter().for_each(&mut add),
        Value::Object(members) => members.values().for_each(&mut add),
        _ => {}
    }
}

/// Whether `text` is an `Identifier` of Smithy's grammar: underscores, then a letter (a digit only
/// behind an underscore), then letters, digits and underscores.
pub(super) fn is_identifier(text: &str) -> bool {
    let rest = text.trim_start_matches('_');
    let starts = match rest.bytes().next() {
        Some(first) if rest.len() < text.len() => first.is_ascii_alphanumeric(),
        Some(first) => first.is_ascii_alphabetic(),
        None => false,
    };
    starts && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
