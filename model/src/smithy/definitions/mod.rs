//! The traits of Smithy and AWS, and the shapes that come with them, by definition.
//!
//! A file a namespace holds the facts: what shape a trait has, what it may be applied to, what it
//! conflicts with. They are in Smithy themselves and are read by the readers of this crate, each only
//! when a model names something of its namespace.

use super::{
    idl,
    model::{Link, Model, Shape, Traits},
    resolve,
};
use crate::{
    api::ShapeId,
    source::{Origin, Sources},
};
use std::{collections::HashSet, sync::OnceLock};

/// The namespaces that are known, with their definitions.
const NAMESPACES: [(&str, &str); 18] = [
    ("aws.api", include_str!("aws.api.smithy")),
    ("aws.apigateway", include_str!("aws.apigateway.smithy")),
    ("aws.auth", include_str!("aws.auth.smithy")),
    ("aws.cloudformation", include_str!("aws.cloudformation.smithy")),
    ("aws.customizations", include_str!("aws.customizations.smithy")),
    ("aws.endpoints", include_str!("aws.endpoints.smithy")),
    ("aws.iam", include_str!("aws.iam.smithy")),
    ("aws.protocols", include_str!("aws.protocols.smithy")),
    ("aws.test", include_str!("aws.test.smithy")),
    ("smithy.api", include_str!("smithy.api.smithy")),
    ("smithy.contracts", include_str!("smithy.contracts.smithy")),
    ("smithy.framework", include_str!("smithy.framework.smithy")),
    ("smithy.mqtt", include_str!("smithy.mqtt.smithy")),
    ("smithy.openapi", include_str!("smithy.openapi.smithy")),
    ("smithy.protocols", include_str!("smithy.protocols.smithy")),
    ("smithy.rules", include_str!("smithy.rules.smithy")),
    ("smithy.test", include_str!("smithy.test.smithy")),
    ("smithy.waiters", include_str!("smithy.waiters.smithy")),
];

/// Whether the shapes of `namespace` are known without any file of the model.
pub(super) fn is_known(namespace: &str) -> bool {
    NAMESPACES.binary_search_by_key(&namespace, |(known, _)| known).is_ok()
}

/// Whether `id` is a shape of one of these namespaces.
pub(super) fn has(id: &ShapeId) -> bool {
    static ALL: OnceLock<HashSet<ShapeId>> = OnceLock::new();
    let all = || {
        let mut sources = Sources::new();
        let mut found = HashSet::new();
        for (namespace, text) in NAMESPACES {
            let source = sources.add(namespace, text);
            let shapes = idl::parse(&sources, source, &mut Vec::new()).shapes;
            found.extend(shapes.into_iter().map(|shape| shape.id));
        }
        found
    };
    is_known(&id.namespace) && ALL.get_or_init(all).contains(id)
}

/// The definitions of those of `namespaces` that are known, always the prelude's among them.
pub(super) fn load<'n>(namespaces: impl IntoIterator<Item = &'n str>) -> Model {
    let mut wanted: Vec<&str> = namespaces.into_iter().collect();
    wanted.push("smithy.api");
    let mut sources = Sources::new();
    // That they have no errors is what tests are for.
    let mut ignored = Vec::new();
    let mut documents = Vec::new();
    for (namespace, text) in NAMESPACES.iter().filter(|(namespace, _)| wanted.contains(namespace)) {
        let id = sources.add(*namespace, *text);
        documents.push(idl::parse(&sources, id, &mut ignored));
    }
    let mut model = resolve::resolve(documents, &mut ignored);
    // The places are those of files that the author of a model has not.
    model.shapes.values_mut().for_each(forget_places);
    model
}

fn forget_places(shape: &mut Shape) {
    shape.origin = Origin::BuiltIn;
    forget_places_of(&mut shape.traits);
    shape.mixins.iter_mut().for_each(forget_place);
    for member in shape.members.values_mut() {
        member.origin = Origin::BuiltIn;
        forget_place(&mut member.target);
        forget_places_of(&mut member.traits);
    }
}

fn forget_place(link: &mut Link) {
    link.origin = Origin::BuiltIn;
}

fn forget_places_of(traits: &mut Traits) {
    for applied in traits.0.values_mut() {
        applied.origin = Origin::BuiltIn;
        applied.value.origin = Origin::BuiltIn;
        applied.value.parts = Vec::new();
    }
}

#[cfg(test)]
mod tests;
