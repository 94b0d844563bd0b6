//! Writes a model as the JSON AST, for comparing it and for other tools: the reverse of `ast`.

use super::{
    document::Kind,
    model::{Link, Links, Member, Model, Shape, Traits},
};
use crate::{
    api::{ShapeId, Value},
    source::Origin,
};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// What [`Model::to_ast`] does with mixins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mixins {
    /// Shapes name their mixins, and say only what they add to them.
    Kept,
    /// Shapes say all that they have, and the mixins themselves are left out.
    Flattened,
}

impl Model {
    /// The model as JSON AST of Smithy 2.0, without what is built in. Shapes and traits are sorted by
    /// their ids and metadata by its keys, so that two models that are the same give the same text.
    pub fn to_ast(&self, mixins: Mixins) -> Value {
        let mut document = IndexMap::new();
        document.insert("smithy".to_owned(), text("2.0"));
        if !self.metadata.is_empty() {
            let sorted: BTreeMap<_, _> = self.metadata.iter().collect();
            let metadata = sorted.into_iter().map(|(key, entry)| (key.clone(), entry.value()));
            document.insert("metadata".to_owned(), Value::Object(metadata.collect()));
        }
        let mut shapes = BTreeMap::new();
        for (id, shape) in &self.shapes {
            let is_left_out = mixins == Mixins::Flattened && shape.traits.has(MIXIN);
            if shape.origin == Origin::BuiltIn || is_left_out {
                continue;
            }
            let writer = Writer { shape, kept: mixins == Mixins::Kept && !shape.mixins.is_empty() };
            shapes.insert(id.to_string(), writer.shape());
            shapes.extend(writer.applies(id));
        }
        document.insert("shapes".to_owned(), Value::Object(shapes.into_iter().collect()));
        Value::Object(document)
    }
}

const MIXIN: &str = "smithy.api#mixin";

/// Smithy 1.0; its upgrade says the same by defaults.
const BOX: &str = "smithy.api#box";

type Object = IndexMap<String, Value>;

struct Writer<'m> {
    shape: &'m Shape,
    /// Whether what mixins give is left to them.
    kept: bool,
}

impl Writer<'_> {
    fn shape(&self) -> Value {
        let shape = self.shape;
        let mut object = Object::new();
        object.insert("type".to_owned(), text(shape.kind.name()));
        if self.kept {
            object.insert("mixins".to_owned(), references(&shape.mixins));
        }
        match shape.kind {
            Kind::List | Kind::Set | Kind::Map => object.extend(self.members()),
            Kind::Structure | Kind::Union | Kind::Enum | Kind::IntEnum => {
                object.insert("members".to_owned(), Value::Object(self.members().collect()));
            }
            Kind::Service | Kind::Resource | Kind::Operation => self.links(&mut object),
            _ => {}
        }
        self.traits(&shape.traits, &mut object);
        Value::Object(object)
    }

    fn members(&self) -> impl Iterator<Item = (String, Value)> {
        let members = self.shape.members.values().filter(|member| !(self.kept && member.inherited));
        members.map(|member| {
            let mut object = target(&member.target);
            self.traits(&member.traits, &mut object);
            (member.name.clone(), Value::Object(object))
        })
    }

    /// What the shape adds to the members of its mixins.
    fn applies(&self, id: &ShapeId) -> impl Iterator<Item = (String, Value)> {
        let inherited = |member: &&Member| self.kept && member.inherited;
        self.shape.members.values().filter(inherited).filter_map(move |member| {
            let mut object = Object::new();
            object.insert("type".to_owned(), text("apply"));
            self.traits(&member.traits, &mut object);
            let is_empty = !object.contains_key("traits");
            (!is_empty).then(|| (format!("{id}${}", member.name), Value::Object(object)))
        })
    }

    fn traits(&self, traits: &Traits, object: &mut Object) {
        let written =
            traits.iter().filter(|(id, applied)| *id != BOX && !(self.kept && applied.inherited));
        let sorted: BTreeMap<_, _> = written.collect();
        if !sorted.is_empty() {
            let traits = sorted.into_iter().map(|(id, it)| (id.to_owned(), it.value().clone()));
            object.insert("traits".to_owned(), Value::Object(traits.collect()));
        }
    }

    /// What services, resources and operations have besides.
    fn links(&self, object: &mut Object) {
        let links = match &self.shape.own_links {
            Some(own) if self.kept => own,
            _ => &self.shape.links,
        };
        let Links {
            version,
            operations,
            collection_operations,
            resources,
            errors,
            rename,
            identifiers,
            properties,
            lifecycle,
            input,
            output,
        } = links;
        let mut insert = |key: &str, value| object.insert(key.to_owned(), value);
        if let Some(version) = version.as_ref().filter(|version| !version.is_empty()) {
            insert("version", text(version));
        }
        for (key, bindings) in [("identifiers", identifiers), ("properties", properties)] {
            if !bindings.is_empty() {
                let bindings = bindings.iter();
                let bindings = bindings.map(|(name, to)| (name.clone(), reference(to)));
                insert(key, Value::Object(bindings.collect()));
            }
        }
        for (kind, operation) in lifecycle {
            insert(kind.name(), reference(operation));
        }
        for (key, link) in [("input", input), ("output", output)] {
            if let Some(link) = link {
                insert(key, reference(link));
            }
        }
        for (key, list) in [
            ("operations", operations),
            ("collectionOperations", collection_operations),
            ("resources", resources),
            ("errors", errors),
        ] {
            if !list.is_empty() {
                insert(key, references(list));
            }
        }
        if !rename.is_empty() {
            let rename = rename.iter().map(|(link, name)| (link.id.to_string(), text(name)));
            insert("rename", Value::Object(rename.collect()));
        }
    }
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn target(link: &Link) -> Object {
    [("target".to_owned(), Value::String(link.id.to_string()))].into_iter().collect()
}

fn reference(link: &Link) -> Value {
    Value::Object(target(link))
}

fn references(links: &[Link]) -> Value {
    Value::Array(links.iter().map(reference).collect())
}
