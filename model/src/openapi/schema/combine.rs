//! `allOf`, and references with something beside them.

use super::{Kind, MAX_DEPTH, Schema, Schemas, identity, unchecked};
use crate::{node::Place, openapi::document::Document};
use std::{collections::HashSet, rc::Rc};

impl<'a> Schemas<'a> {
    /// `schema` and all of `parts`.
    pub(super) fn combine(
        &mut self,
        document: &mut Document<'a>,
        mut schema: Schema<'a>,
        parts: Vec<Place<'a>>,
    ) -> Schema<'a> {
        let mut read: Vec<Rc<Schema<'a>>> = Vec::new();
        if let Some(reference) = schema.reference.take() {
            // What stands beside a `$ref` is combined with it like a part of `allOf`.
            let mut alone = Schema::new(reference.clone());
            alone.reference = Some(reference);
            read.push(Rc::new(alone));
        }
        for part in parts {
            let part = self.read(document, &part);
            if part.is_annotation() {
                schema.annotate(&part);
            } else {
                read.push(part);
            }
        }
        if let [only] = read.as_slice()
            && only.reference.is_some()
            && schema.adds_only_limits(only)
        {
            let place = only.place.clone();
            let limits = schema.limits.clone().and(&only.limits, document, &place);
            schema.annotate(only);
            schema.reference.clone_from(&only.reference);
            schema.limits = limits;
            return schema;
        }
        for part in read {
            self.add(document, &mut schema, &part, 0);
        }
        schema.infer_kind();
        schema
    }

    /// Adds what `part` says, and what it refers to.
    fn add(
        &mut self,
        document: &mut Document<'a>,
        schema: &mut Schema<'a>,
        part: &Rc<Schema<'a>>,
        depth: usize,
    ) {
        let Some(reference) = &part.reference else {
            schema.restrict(document, part);
            schema.annotate(part);
            return;
        };
        if depth >= MAX_DEPTH {
            let message = "these schemas lead from one to the next, in a circle or too far";
            document.invalid("openapi-ref-cycle", &part.place, message);
            return;
        }
        let target = self.read(document, reference);
        // What documents the target says nothing about the combination.
        let description = schema.description;
        self.add(document, schema, &target, depth + 1);
        schema.description = description;
        let mut beside = Schema::clone(part);
        beside.reference = None;
        schema.restrict(document, &beside);
        schema.annotate(&beside);
    }
}

impl<'a> Schema<'a> {
    /// Whether everything that it says can be said of a reference to the same schema as `only`.
    fn adds_only_limits(&self, only: &Schema<'a>) -> bool {
        let bare = |schema: &Schema<'a>| {
            schema.values.is_none()
                && schema.properties.is_none()
                && schema.required.is_empty()
                && schema.additional.is_none()
                && schema.names.is_none()
                && schema.items.is_none()
                && schema.format.is_none()
        };
        bare(self) && bare(only)
    }

    /// Takes over what only describes the value, as far as nothing is said yet.
    pub(super) fn annotate(&mut self, part: &Schema<'a>) {
        self.nullable |= part.nullable;
        self.deprecated |= part.deprecated;
        self.description = self.description.or(part.description);
        if self.default.is_none() {
            self.default.clone_from(&part.default);
        }
    }

    /// Adds what `part` demands.
    fn restrict(&mut self, document: &mut Document<'a>, part: &Schema<'a>) {
        self.kind = match (self.kind, part.kind) {
            (Some(Kind::Integer), Some(Kind::Number))
            | (Some(Kind::Number), Some(Kind::Integer)) => Some(Kind::Integer),
            (Some(mine), Some(other)) if mine != other => {
                let message = "the parts of this schema demand different types";
                document.invalid("openapi-all-of", &self.place, message);
                Some(mine)
            }
            (mine, other) => mine.or(other),
        };
        self.format = self.format.or(part.format);
        self.encoding = self.encoding.or(part.encoding);
        if let Some(values) = &part.values {
            match &mut self.values {
                None => self.values = Some(values.clone()),
                Some(mine) => {
                    let others: HashSet<_> =
                        values.iter().map(|value| identity(value.place.node)).collect();
                    mine.retain(|value| others.contains(&identity(value.place.node)));
                }
            }
        }
        if let Some(properties) = &part.properties {
            let mine = self.properties.get_or_insert_default();
            for (name, places) in properties {
                let all = mine.entry(name).or_default();
                for place in places {
                    if all.iter().all(|other| other.node != place.node) {
                        all.push(place.clone());
                    }
                }
            }
        }
        self.required.extend(part.required.iter().map(|(name, place)| (*name, place.clone())));
        match (&self.additional, &part.additional) {
            (None, Some(other)) if other.node.as_bool() == Some(false) => {
                // Taken at its word, it would forbid what the other parts demand.
                unchecked(document, other, "`additionalProperties: false` in a part of a schema");
            }
            (None, Some(other)) => self.additional = Some(other.clone()),
            (Some(mine), Some(other)) if mine.node != other.node => {
                unchecked(document, other, "a second `additionalProperties`");
            }
            _ => {}
        }
        match (&self.names, &part.names) {
            (None, Some(other)) => self.names = Some(other.clone()),
            (Some(mine), Some(other)) if mine.node != other.node => {
                unchecked(document, other, "a second `propertyNames`");
            }
            _ => {}
        }
        match (&self.items, &part.items) {
            (None, Some(other)) => self.items = Some(other.clone()),
            (Some(mine), Some(other)) if mine.node != other.node => {
                document.unsupported(
                    "openapi-all-of",
                    other,
                    "items that two schemas describe are not supported",
                );
            }
            _ => {}
        }
        self.limits = std::mem::take(&mut self.limits).and(&part.limits, document, &part.place);
    }
}
