//! What shapes cannot have in the version of Smithy that their file is written in.

use super::Draft;
use crate::{
    api::ShapeId,
    diagnostic::Diagnostic,
    smithy::{document::Version, model::Applied},
};

const V2_HELP: &str = "write the file in Smithy 2.0: `$version: \"2.0\"`";

/// Refuses mixins of a 1.0 shape, and traits that its version of Smithy does not have.
pub(super) fn check(id: &ShapeId, draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    if draft.version == Version::V1
        && let Some(link) = draft.mixins.first()
    {
        let message = format!("`{}` has mixins, which Smithy 1.0 does not know", id.name);
        diagnostics.push(
            Diagnostic::invalid("mixin-version", link.origin.clone(), message).with_help(V2_HELP),
        );
    }
    let members = draft.members.values().map(|member| &member.traits);
    for (trait_id, applied) in
        std::iter::once(&draft.traits).chain(members).flat_map(|it| it.iter())
    {
        check_trait(&id.name, draft.version, trait_id, applied, diagnostics);
    }
}

/// Refuses a trait on the shape `name`, or on a member of it, that its version of Smithy does not have.
pub(super) fn check_trait(
    name: &str,
    version: Version,
    trait_id: &str,
    applied: &Applied,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (code, message, help) = match (version, trait_id) {
        (Version::V1, "smithy.api#mixin") => {
            let message = format!("`{name}` is a mixin, which Smithy 1.0 does not know");
            ("mixin-version", message, V2_HELP)
        }
        (Version::V1, "smithy.api#default") => {
            let message = "`default` can only be used with Smithy 2.0, and this shape is of 1.0";
            ("smithy-version", message.to_owned(), V2_HELP)
        }
        (Version::V2, "smithy.api#box") => {
            let message = "`box` cannot be used with Smithy 2.0";
            let help = "leave it out: a member without a default is boxed";
            ("smithy-version", message.to_owned(), help)
        }
        _ => return,
    };
    let origin = applied.origin.clone();
    diagnostics.push(Diagnostic::invalid(code, origin, message).with_help(help));
}
